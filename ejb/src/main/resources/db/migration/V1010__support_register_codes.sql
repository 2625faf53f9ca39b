-- Why: what we give by agreement belongs in the register of recipients like everything else, and the register takes only codes of
-- its own directory. The directory is loaded from a file; no code is used that is not in it.
create table support.register_kind (
    form_code   text not null constraint register_form_code_malformed check (form_code ~ '^\d{4}$'),
    code        text not null constraint register_kind_code_malformed check (code ~ '^\d{4}$'),
    form_name   text not null,
    name        text not null,
    valid_from  date not null,
    valid_until date,                                    -- exclusive; null while it is used
    recorded_by bigint constraint register_kind_change_unknown references platform.change,   -- null: came with the product
    primary key (form_code, code),
    constraint register_kind_period_empty check (valid_from < valid_until)
);
grant update on support.register_kind to ${appRole};
insert into support.register_kind (form_code, code, form_name, name, valid_from)
values ('0100', '0103', 'Финансовая поддержка', 'Предоставление субсидий и грантов', '2008-01-01');

-- A code entered by hand before directories were loaded was nobody's but the person's: it stands with the others, by its name of then.
alter table support.kind add column register_form text;
update support.kind k set register_form = f.register_code from support.form f where f.code = k.form and k.register_code is not null;
update support.kind set register_code = null where register_form is null;
insert into support.register_kind (form_code, code, form_name, name, valid_from, recorded_by)
select k.register_form, k.register_code, coalesce(f.register_name, f.name_ru), k.name_ru, k.valid_from, k.recorded_by
  from support.kind k join support.form f on f.code = k.form
 where k.register_code is not null
    on conflict do nothing;
alter table support.kind
    add constraint support_kind_register_form_missing check ((register_code is null) = (register_form is null)),
    add constraint support_kind_register_code_unknown
        foreign key (register_form, register_code) references support.register_kind (form_code, code);
grant update (register_form, register_code) on support.kind to ${appRole};
grant update (register_code) on support.form to ${appRole};

-- Which thing of ours a support follows from, as an agreement; null: it was entered from a document. What is owed by agreement is
-- given, like or not: whether it may be given was asked before the award. So only what people enter is held to be no repetition.
alter table support.record add column origin uuid;
alter table support.record drop constraint support_overlaps;
alter table support.record add constraint support_overlaps
        exclude using gist (inn with =, provider_inn with =, form with =, kind with =, purpose_form with =,
                            daterange(decided_on, least(stopped_on, ends_on + 1)) with &&)
        where (superseded_by is null and origin is null);
create index violation_of_record on support.violation (record_id) where superseded_by is null;
create unique index support_of_origin_twice on support.record (origin, inn) where superseded_by is null;

-- When records are sent, in which format, and for how long they are kept.
alter table support.parameter drop constraint support_parameter_unknown, drop constraint support_parameter_impossible;
alter table support.parameter
    add constraint support_parameter_unknown check
        (code in ('BAN_SERIOUS_MONTHS', 'BAN_OTHER_MONTHS', 'BAN_CORRECTED_MONTHS', 'BAN_JUDGED_BY', 'RELEASE_DAYS', 'SENDING_DAY',
                  'RETENTION_MONTHS', 'EXPORT_FORMAT')),
    add constraint support_parameter_impossible check
        (case code when 'BAN_JUDGED_BY' then value in ('APPLICATION', 'RECOGNITION')
                   when 'EXPORT_FORMAT' then value ~ '^\d{1,2}\.\d{2}$'
                   when 'SENDING_DAY' then value ~ '^([1-9]|1\d|2[0-8])$'
                   else value ~ '^\d{1,3}$' end);
insert into support.parameter (code, value, valid_from, basis) values
    ('SENDING_DAY', '5', '2020-12-20', '209-ФЗ, ст. 8: сведения направляют до 5-го числа месяца, следующего за решением'),
    ('RETENTION_MONTHS', '36', '2008-01-01', '209-ФЗ, ст. 8: сведения хранят три года после окончания поддержки'),
    ('EXPORT_FORMAT', '4.04', '2020-12-20', 'Структура набора ФНС, на которой основан формат; сверить с приказом ФНС');

create function support.parameter_on(wanted text, day date) returns text
    language sql stable as $$
    select p.value
      from support.parameter p
     where p.code = wanted and p.superseded_by is null
     order by p.valid_from > day, case when p.valid_from > day then p.valid_from end, p.valid_from desc
     limit 1
$$;
