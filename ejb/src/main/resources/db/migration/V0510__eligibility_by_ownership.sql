-- Why: since ownership is known, the fourth condition is decided by it; declarations only fill what no source shows. The
-- version before stays, for verdicts that were given by it.
alter table eligibility.parameter drop constraint parameter_unknown;
alter table eligibility.parameter add constraint parameter_unknown check
    (code in ('SME_SHARE', 'SME_REGIONS', 'SME_REGISTER', 'QUALIFIED_LEAST', 'QUALIFYING', 'PRODUCTION_CLASSES',
              'FORMS_WITHOUT_MEMBERSHIP', 'ADMISSION_DOCUMENTS', 'AFFILIATION'));
insert into eligibility.rule_set (code, version, name_ru, name_en, valid_from)
select code, 2, name_ru, name_en, valid_from from eligibility.rule_set where (code, version) = ('CONCEPT_2010', 1);
insert into eligibility.rule_citation (rule_set, version, rule, act, edition, paragraph)
select rule_set, 2, rule, act, edition, paragraph
  from eligibility.rule_citation
 where (rule_set, version) = ('CONCEPT_2010', 1);
insert into eligibility.parameter (rule_set, version, code, sector, value, valid_from, valid_until, recorded_by)
select rule_set, 2, code, sector, value, valid_from, valid_until, recorded_by
  from eligibility.parameter
 where (rule_set, version) = ('CONCEPT_2010', 1) and superseded_by is null;
insert into eligibility.parameter (rule_set, version, code, value) values ('CONCEPT_2010', 2, 'AFFILIATION', 'AFF_948');
