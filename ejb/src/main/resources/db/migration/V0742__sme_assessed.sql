-- Why: where the criteria of the law and the register disagree about members of clusters is asked for as a list, and working it
-- out for all takes owners, figures and years of each. Derived: every night and after imports it is worked out anew.
create table assessment.assessed (
    inn               text collate "C" primary key,
    name              text not null,
    as_of             date not null,
    known_on          timestamptz,
    status            text not null constraint sme_assessed_status_unknown check (status in ('IN', 'OUT', 'UNKNOWN')),
    category          text,
    register_status   text not null constraint sme_assessed_register_unknown check (register_status in ('IN', 'OUT', 'UNKNOWN')),
    register_category text,
    kind              text not null constraint sme_assessed_kind_unknown check
                      (kind in ('NONE', 'STATUS', 'CATEGORY', 'NOT_COMPARABLE')),
    causes            text[] not null
);
create index sme_assessed_disagreement on assessment.assessed (inn) where kind in ('STATUS', 'CATEGORY');
grant insert, update, delete on assessment.assessed to ${appRole};
