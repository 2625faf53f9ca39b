-- Why: what no source decides, such as whether documents prove a condition of the applicant, is decided by the person who checks;
-- the check says why, so that the protocol does not speak of a decision nobody made.
alter table call.formal_check add column conclusion text
    constraint formal_check_conclusion_misplaced check (conclusion is null or outcome = 'ADMITTED');
