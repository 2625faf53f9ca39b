-- Why: weights are added up; one near the end of the integers made a dear change the cheapest.
update eligibility.fix_weight set weight = 1000000 where weight > 1000000;
alter table eligibility.fix_weight add constraint fix_weight_too_large check (weight <= 1000000);
