-- Why: payers of the tax on professional income are recipients of support in law, but stand in no register of SMEs: a document says so.
alter table registry.manual_fact drop constraint manual_fact_kind_unknown;
alter table registry.manual_fact add constraint manual_fact_kind_unknown check
    (fact in ('CITY_REGISTER', 'LEGAL_FORM', 'LEGAL_STATUS', 'INNOVATIVE', 'PRODUCTION', 'EXPORT_ORIENTED', 'HEADCOUNT', 'INCOME',
              'HEADCOUNT_ALL', 'REVENUE', 'MAIN_ACTIVITY_SHARE', 'HIGH_TECH_SHARES', 'UNIVERSITY_IP', 'SKOLKOVO',
              'STATE_INNOVATION_FOUNDERS', 'SMALL_TECHNOLOGY_COMPANY', 'FOREIGN_OWNERS_WITHIN_LIMITS', 'SELF_EMPLOYED'));
