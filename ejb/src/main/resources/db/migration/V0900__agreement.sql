-- Why: money is promised by an award, but owed by an agreement: who gets how much in which stage, against how much of its own
-- money, and on what conditions. What the finance body has registered is never changed; an amendment is a further edition.
-- Nothing is ordered to be paid while a condition is open, whichever way the order comes.
create schema agreement;
grant usage on schema agreement to ${appRole};
alter default privileges in schema agreement grant select, insert on tables to ${appRole};
alter default privileges in schema agreement grant usage on sequences to ${appRole};

-- What may be decided otherwise from some day on.
create table agreement.parameter (
    code       text not null constraint agreement_parameter_unknown check (code in ('SECOND_CHIEF_FROM', 'ACCOUNT_HOLD_DAYS')),
    valid_from date not null,
    value      numeric(18, 2) not null constraint agreement_parameter_negative check (value >= 0),
    source     text not null,
    primary key (code, valid_from)
);
insert into agreement.parameter (code, valid_from, value, source) values
    ('SECOND_CHIEF_FROM', '2010-01-01', 10000000.00, 'Значение по умолчанию: сумма платежа в рублях, с которой нужна вторая подпись руководителя'),
    ('ACCOUNT_HOLD_DAYS', '2010-01-01', 5, 'Значение по умолчанию: календарные дни после подтверждения нового счёта, в которые по нему не платят');

create function agreement.parameter_on(wanted text, day date) returns numeric
    language sql stable as $$
    select p.value from agreement.parameter p where p.code = wanted and p.valid_from <= day order by p.valid_from desc limit 1
$$;

-- Organisations somebody acts for today: the one a person belongs to, and those that gave a mandate.
create function platform.represented(me text, person boolean) returns setof text
    language sql stable as $$
    select o.inn from platform.app_user u join platform.organisation o on o.id = u.organisation_id where u.login = me and person
    union
    select m.inn from platform.mandate m
     where m.login = me and m.ended_by is null and m.valid_from <= platform.today() and platform.today() < m.valid_until
$$;

create table agreement.agreement (
    id             uuid primary key,
    number         bigint generated always as identity constraint agreement_number_taken unique,
    award_id       uuid not null constraint agreement_award_unknown references call.award,
    application_id uuid not null constraint agreement_application_unknown references call.application,
    call_id        uuid not null constraint agreement_call_unknown references call.call,
    project_id     uuid not null,
    project_edition integer not null,
    party          text collate "C" not null constraint agreement_party_malformed check (party ~ '^(\d{10}|\d{12})$'),
    year           integer not null,
    kbk            text not null,
    awarded        numeric(18, 2) not null constraint agreement_awarded_not_positive check (awarded > 0),
    route          text not null constraint agreement_route_unknown check (route in ('APPLICANT_ONLY', 'ONWARD_TO_PARTICIPANTS', 'TO_EACH_PARTICIPANT')),
    state          text not null constraint agreement_state_unknown check (state in
                   ('DRAFT', 'SIGNED', 'IN_FORCE', 'AMENDING', 'AMENDED', 'COMPLETED', 'TERMINATED', 'CANCELLED')),
    edition        integer not null default 0,             -- the one in force; 0: none yet
    reason         text,                                   -- of the last step that needed one
    version        bigint not null default 1,
    recorded_by    bigint not null constraint agreement_change_unknown references platform.change,
    changed_by     bigint not null constraint agreement_last_change_unknown references platform.change,
    constraint agreement_project_unknown foreign key (project_id, project_edition) references project.edition
);
create unique index agreement_of_award_twice on agreement.agreement (award_id);
create index agreement_of_party on agreement.agreement (party, number);
create index agreement_of_call on agreement.agreement (call_id, number);
grant update (year, kbk, state, edition, reason, version, changed_by) on agreement.agreement to ${appRole};

create table agreement.edition (
    agreement_id      uuid not null constraint edition_agreement_unknown references agreement.agreement,
    number            integer not null constraint agreement_edition_malformed check (number > 0),
    article           text not null constraint agreement_article_unknown check (article in ('ARTICLE_78', 'ARTICLE_78_1')),
    treasury_support  boolean not null,
    vat_eligible      boolean not null,
    amount            numeric(18, 2) not null constraint agreement_amount_not_positive check (amount > 0),
    reason            text,                                -- of an amendment
    drawn_by          text not null,
    signed_by         text,
    signed_on         date,
    commitment_number text,                                -- as the finance body registered it
    commitment_on     date,
    refusal           text,                                -- why it was not registered the last time
    primary key (agreement_id, number),
    constraint second_person_required check (signed_by <> drawn_by),
    constraint edition_signature_incomplete check ((signed_by is null) = (signed_on is null)),
    constraint edition_commitment_incomplete check ((commitment_number is null) = (commitment_on is null)),
    constraint edition_registered_unsigned check (commitment_on is null or commitment_on >= signed_on),
    constraint edition_reason_missing check ((number > 1) = (reason is not null))
);
create unique index edition_drawn_twice on agreement.edition (agreement_id) where commitment_on is null;
grant update (article, treasury_support, vat_eligible, amount, reason, drawn_by, signed_by, signed_on, commitment_number, commitment_on, refusal),
      delete on agreement.edition to ${appRole};

create table agreement.instalment (
    agreement_id uuid not null,
    edition      integer not null,
    position     integer not null constraint instalment_position_malformed check (position > 0),
    stage        integer not null constraint instalment_stage_malformed check (stage > 0),
    due_on       date not null,
    amount       numeric(18, 2) not null constraint instalment_not_positive check (amount > 0),
    own          numeric(18, 2) not null constraint instalment_own_negative check (own >= 0),  -- money that must be evidenced for it
    primary key (agreement_id, edition, position),
    constraint instalment_edition_unknown foreign key (agreement_id, edition) references agreement.edition on delete cascade
);
create table agreement.target (
    agreement_id uuid not null,
    edition      integer not null,
    code         text not null,
    baseline     numeric,
    plan         numeric not null,
    due_on       date not null,
    primary key (agreement_id, edition, code),
    constraint target_edition_unknown foreign key (agreement_id, edition) references agreement.edition on delete cascade
);
grant delete on agreement.instalment, agreement.target to ${appRole};

create function agreement.refuse_change_of_signed() returns trigger
    language plpgsql as $$
begin
    if tg_table_name = 'edition' then
        if old.commitment_on is not null
           or (old.signed_by is not null and tg_op = 'UPDATE'
               and (old.article, old.treasury_support, old.vat_eligible, old.amount, old.drawn_by)
                   is distinct from (new.article, new.treasury_support, new.vat_eligible, new.amount, new.drawn_by))
           or (old.signed_by is not null and tg_op = 'DELETE') then
            raise exception 'signed' using errcode = 'check_violation', constraint = 'agreement_signed';
        end if;
    elsif exists (select from agreement.edition e
                   where (e.agreement_id, e.number) = (coalesce(new.agreement_id, old.agreement_id), coalesce(new.edition, old.edition))
                     and e.signed_by is not null) then
        raise exception 'signed' using errcode = 'check_violation', constraint = 'agreement_signed';
    end if;
    return coalesce(new, old);
end $$;
create trigger signed before update or delete on agreement.edition
    for each row execute function agreement.refuse_change_of_signed();
create trigger signed before insert or update or delete on agreement.instalment
    for each row execute function agreement.refuse_change_of_signed();
create trigger signed before insert or update or delete on agreement.target
    for each row execute function agreement.refuse_change_of_signed();

-- At the end of the transaction the instalments make up the amount, which is no more than was awarded; stages follow each other.
create function agreement.refuse_unsound_edition() returns trigger
    language plpgsql as $$
begin
    if exists (select from agreement.edition e
                 join agreement.agreement g on g.id = e.agreement_id
                where (e.agreement_id, e.number) = (new.agreement_id, new.number)
                  and (e.amount > g.awarded
                       or e.amount <> (select coalesce(sum(i.amount), 0) from agreement.instalment i
                                        where (i.agreement_id, i.edition) = (e.agreement_id, e.number)))) then
        raise exception 'does not add up' using errcode = 'check_violation', constraint = 'agreement_amount_differs';
    end if;
    if exists (select from (select i.stage, i.due_on, lag(i.stage) over w as earlier, lag(i.due_on) over w as sooner
                              from agreement.instalment i
                             where (i.agreement_id, i.edition) = (new.agreement_id, new.number)
                            window w as (order by i.position)) s
                where s.stage < s.earlier or s.due_on < s.sooner) then
        raise exception 'out of order' using errcode = 'check_violation', constraint = 'agreement_instalments_disordered';
    end if;
    return null;
end $$;
create constraint trigger sound after insert or update on agreement.edition
    deferrable initially deferred for each row execute function agreement.refuse_unsound_edition();

create function agreement.refuse_other_agreement() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('COMPLETED', 'TERMINATED', 'CANCELLED') or new.edition not in (old.edition, old.edition + 1) then
        raise exception 'ended' using errcode = 'check_violation', constraint = 'agreement_ended';
    end if;
    return new;
end $$;
create trigger same before update or delete on agreement.agreement
    for each row execute function agreement.refuse_other_agreement();

-- Own and private money, by the documents that show it. A document shows it once, whatever the agreement.
create table agreement.evidence (
    id              uuid primary key,
    number          bigint generated always as identity constraint evidence_number_taken unique,
    agreement_id    uuid not null constraint evidence_agreement_unknown references agreement.agreement,
    stage           integer not null constraint evidence_stage_malformed check (stage > 0),
    source          text not null constraint evidence_source_unknown check (source in ('OWN', 'LOAN', 'INVESTOR', 'LARGE_ENTERPRISE', 'IN_KIND')),
    amount          numeric(18, 2) not null constraint evidence_not_positive check (amount > 0),
    issuer          text collate "C" not null constraint evidence_issuer_malformed check (issuer ~ '^(\d{10}|\d{12})$'),
    document_title  text not null,
    document_number text not null,
    document_date   date not null,
    document_key    text not null generated always as (upper(regexp_replace(document_number, '[^0-9A-Za-zА-Яа-яЁё]', '', 'g'))) stored,
    file_id         uuid,
    state           text not null constraint evidence_state_unknown check (state in ('ENTERED', 'ACCEPTED', 'REJECTED')),
    entered_by      text not null,
    decided_by      text,
    reason          text,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint evidence_change_unknown references platform.change,
    changed_by      bigint not null constraint evidence_last_change_unknown references platform.change,
    constraint second_person_required check (decided_by <> entered_by),
    constraint evidence_undecided check ((state = 'ENTERED') = (decided_by is null)),
    constraint evidence_reason_missing check ((state = 'REJECTED') = (reason is not null))
);
create unique index evidence_used_twice on agreement.evidence (issuer, document_key, document_date) where state <> 'REJECTED';
create index evidence_of_agreement on agreement.evidence (agreement_id, stage);
grant update (state, decided_by, reason, version, changed_by) on agreement.evidence to ${appRole};

-- Where those who are paid want their money. The first account that is confirmed is paid to at once; a changed one waits.
create table agreement.payee_account (
    id              uuid primary key,
    inn             text collate "C" not null constraint payee_account_inn_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    kpp             text constraint payee_account_kpp_malformed check (kpp ~ '^\d{4}[0-9A-Z]{2}\d{3}$'),
    account         text not null constraint bank_account_malformed check (account ~ '^\d{20}$'),
    bic             text not null constraint bic_malformed check (bic ~ '^\d{9}$'),
    bank            text not null,
    correspondent   text constraint payee_account_correspondent_malformed check (correspondent ~ '^\d{20}$'),
    document_title  text not null,
    document_number text,
    document_date   date not null,
    state           text not null constraint payee_account_state_unknown check (state in ('ENTERED', 'CONFIRMED', 'REJECTED', 'REPLACED')),
    entered_by      text not null,
    confirmed_by    text,
    payable_from    date,
    reason          text,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint payee_account_change_unknown references platform.change,
    changed_by      bigint not null constraint payee_account_last_change_unknown references platform.change,
    constraint second_person_required check (confirmed_by <> entered_by),
    constraint payee_account_unconfirmed check ((state in ('CONFIRMED', 'REPLACED')) = (confirmed_by is not null and payable_from is not null))
);
create unique index payee_account_confirmed_twice on agreement.payee_account (inn) where state = 'CONFIRMED';
create unique index payee_account_entered_twice on agreement.payee_account (inn) where state = 'ENTERED';
grant update (state, confirmed_by, payable_from, reason, version, changed_by) on agreement.payee_account to ${appRole};

-- Why payment is held: the cluster no longer meets the conditions, or nobody can say whether it does.
create table agreement.review (
    id           uuid primary key,
    number       bigint generated always as identity constraint review_number_taken unique,
    agreement_id uuid not null constraint review_agreement_unknown references agreement.agreement,
    position     integer not null,                         -- the instalment that was to be paid
    outcome      text not null constraint review_outcome_unknown check (outcome in ('NOT_ELIGIBLE', 'UNKNOWN', 'MANUAL')),
    findings     text[] not null,
    opened_on    date not null,
    opened_by    text not null,
    state        text not null constraint review_state_unknown check (state in ('OPEN', 'LIFTED', 'WAIVED', 'CONFIRMED')),
    decided_by   text,
    decided_on   date,
    reason       text,
    document     text,
    version      bigint not null default 1,
    recorded_by  bigint not null constraint review_change_unknown references platform.change,
    changed_by   bigint not null constraint review_last_change_unknown references platform.change,
    constraint second_person_required check (state = 'LIFTED' or decided_by <> opened_by),
    constraint review_undecided check ((state = 'OPEN') = (decided_on is null)),
    constraint review_reason_missing check (state not in ('WAIVED', 'CONFIRMED') or (reason is not null and decided_by is not null)),
    constraint review_not_waivable check (not (state = 'WAIVED' and outcome = 'NOT_ELIGIBLE'))
);
create unique index review_open_twice on agreement.review (agreement_id) where state = 'OPEN';
create index review_of_agreement on agreement.review (agreement_id, number);
grant update (findings, outcome, state, decided_by, decided_on, reason, document, version, changed_by) on agreement.review to ${appRole};

create table agreement.payment (
    id           uuid primary key,
    number       bigint generated always as identity constraint payment_number_taken unique,
    agreement_id uuid not null constraint payment_agreement_unknown references agreement.agreement,
    position     integer not null,
    payee        text collate "C" not null constraint payment_payee_malformed check (payee ~ '^(\d{10}|\d{12})$'),
    account_id   uuid not null constraint payment_account_unknown references agreement.payee_account,
    amount       numeric(18, 2) not null constraint payment_not_positive check (amount > 0),
    returned     numeric(18, 2) not null default 0.00,     -- what of it came back
    held_back    numeric(18, 2) not null default 0.00,     -- what of it is set off against a demand, and not paid by the bank
    year         integer not null,                         -- of the budget, and its code, as they were when it was ordered
    kbk          text not null,
    state        text not null constraint payment_state_unknown check (state in
                 ('PREPARED', 'APPROVED', 'ORDERED', 'EXECUTED', 'REJECTED', 'CANCELLED')),
    two_chiefs   boolean not null,                         -- as the threshold stood when it was prepared
    prepared_by  text not null,
    approved_by  text,
    second_by    text,
    ordered_on   date,
    executed_on  date,
    instruction_id uuid,                                   -- the latest that was issued to the bank
    reason       text,
    version      bigint not null default 1,
    recorded_by  bigint not null constraint payment_change_unknown references platform.change,
    changed_by   bigint not null constraint payment_last_change_unknown references platform.change,
    constraint payment_returned_impossible check (returned >= 0 and returned <= amount),
    constraint payment_held_back_whole check (held_back >= 0 and held_back < amount),
    constraint second_person_required check (approved_by <> prepared_by),
    constraint third_person_required check (second_by not in (prepared_by, approved_by)),
    constraint payment_unapproved check (state not in ('APPROVED', 'ORDERED', 'EXECUTED') or approved_by is not null),
    constraint payment_unapproved_twice check (state not in ('ORDERED', 'EXECUTED') or not two_chiefs or second_by is not null),
    constraint payment_unordered check ((state in ('ORDERED', 'EXECUTED', 'REJECTED')) = (ordered_on is not null) or state = 'CANCELLED'),
    constraint payment_unexecuted check ((state = 'EXECUTED') = (executed_on is not null))
);
create unique index payment_made_twice on agreement.payment (agreement_id, position, payee) where state not in ('CANCELLED');
create index payment_of_agreement on agreement.payment (agreement_id, position);
grant update (returned, held_back, account_id, year, kbk, state, approved_by, second_by, ordered_on, executed_on, instruction_id, reason, version, changed_by) on agreement.payment to ${appRole};

create table agreement.report (
    id           uuid primary key,
    number       bigint generated always as identity constraint report_number_taken unique,
    agreement_id uuid not null constraint report_agreement_unknown references agreement.agreement,
    position     integer not null,                         -- the instalment it accounts for
    state        text not null constraint report_state_unknown check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    accepted     numeric(18, 2) constraint report_accepted_negative check (accepted >= 0),
    written_by   text not null,
    submitted_on date,
    decided_by   text,
    decided_on   date,
    reason       text,
    version      bigint not null default 1,
    recorded_by  bigint not null constraint report_change_unknown references platform.change,
    changed_by   bigint not null constraint report_last_change_unknown references platform.change,
    constraint second_person_required check (decided_by <> written_by),
    constraint report_undecided check ((state = 'ACCEPTED') = (accepted is not null)),
    constraint report_of_instalment_twice unique (agreement_id, position)
);
create table agreement.report_line (
    report_id       uuid not null constraint report_line_report_unknown references agreement.report,
    position        integer not null,
    item            text not null,
    contractor      text collate "C" not null constraint report_line_contractor_malformed check (contractor ~ '^(\d{10}|\d{12})$'),
    document_title  text not null,
    document_number text not null,
    document_date   date not null,
    document_key    text not null generated always as (upper(regexp_replace(document_number, '[^0-9A-Za-zА-Яа-яЁё]', '', 'g'))) stored,
    paid_on         date not null,
    amount          numeric(18, 2) not null constraint report_line_not_positive check (amount > 0),
    primary key (report_id, position)
);
create index report_line_of_document on agreement.report_line (contractor, document_key, document_date);
grant update (state, accepted, written_by, submitted_on, decided_by, decided_on, reason, version, changed_by) on agreement.report to ${appRole};
grant delete on agreement.report_line to ${appRole};

create function agreement.refuse_change_of_report() returns trigger
    language plpgsql as $$
begin
    if exists (select from agreement.report r where r.id = coalesce(new.report_id, old.report_id) and r.state in ('SUBMITTED', 'ACCEPTED')) then
        raise exception 'sent' using errcode = 'check_violation', constraint = 'report_sent';
    end if;
    return coalesce(new, old);
end $$;
create trigger sent before insert or update or delete on agreement.report_line
    for each row execute function agreement.refuse_change_of_report();

-- What stands against paying an instalment now, each with what is missing. Asked before money is ordered, and by the order.
create function agreement.obstacles(wanted uuid, at integer, paid_to uuid, day date) returns table (code text, detail text)
    language sql stable as $$
    with g as (select * from agreement.agreement a where a.id = wanted),
         i as (select n.* from g join agreement.instalment n on (n.agreement_id, n.edition) = (g.id, g.edition)),
         this as (select * from i where i.position = at),
         earlier as (select max(i.position) as position from i where i.position < at)
    select 'payment_uncommitted', null from g where g.edition = 0 or g.state not in ('IN_FORCE', 'AMENDING', 'AMENDED')
    union all
    select 'payment_instalment_unknown', at::text from g where g.edition > 0 and not exists (select from this)
    union all
    select 'payment_early', to_char(this.due_on, 'DD.MM.YYYY') from this where day < this.due_on
    union all
    select 'payment_previous_unpaid', e.position::text
      from earlier e
     where e.position is not null
       and (select coalesce(sum(p.amount), 0) from agreement.payment p
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) <> (select i.amount from i where i.position = e.position)
    union all
    select 'payment_report_missing', e.position::text
      from earlier e
     where e.position is not null
       and not exists (select from agreement.report r where (r.agreement_id, r.position, r.state) = (wanted, e.position, 'ACCEPTED'))
       and (select coalesce(sum(p.amount - p.returned), 1) from agreement.payment p      -- of what all came back nothing is reported
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) > 0
    union all
    select 'payment_own_money_short', concat_ws('|', s.needed - s.shown, s.needed, s.shown)
      from (select (select sum(i.own) from i where i.position <= at) as needed,
                   (select coalesce(sum(v.amount), 0) from agreement.evidence v
                     where v.agreement_id = wanted and v.state = 'ACCEPTED' and v.stage <= (select this.stage from this)) as shown) s
     where s.shown < s.needed
    union all
    select case when r.state = 'CONFIRMED' then 'payment_stopped_for_good' else 'payment_stopped' end, r.number::text
      from agreement.review r where r.agreement_id = wanted and r.state in ('OPEN', 'CONFIRMED')
    union all
    select 'payment_account_unconfirmed', null
     where paid_to is not null and not exists (select from agreement.payee_account c where (c.id, c.state) = (paid_to, 'CONFIRMED'))
    union all
    select 'payment_account_held', to_char(c.payable_from, 'DD.MM.YYYY')
      from agreement.payee_account c where c.id = paid_to and c.state = 'CONFIRMED' and day < c.payable_from
$$;

create function agreement.refuse_unready_payment() returns trigger
    language plpgsql as $$
declare
    found_code text;
    found_detail text;
begin
    if tg_op = 'UPDATE' and old.state in ('EXECUTED', 'CANCELLED') and not (old.state = 'EXECUTED' and new.state = 'ORDERED')
       and to_jsonb(new) - '{returned,version}'::text[] <> to_jsonb(old) - '{returned,version}'::text[] then   -- it may come back, no more
        raise exception 'over' using errcode = 'check_violation', constraint = 'payment_over';
    end if;
    if (select coalesce(sum(p.amount), 0) from agreement.payment p
         where (p.agreement_id, p.position) = (new.agreement_id, new.position) and p.state <> 'CANCELLED' and p.id <> new.id)
       + (case new.state when 'CANCELLED' then 0 else new.amount end)
       > (select i.amount from agreement.agreement g
            join agreement.instalment i on (i.agreement_id, i.edition) = (g.id, g.edition)
           where g.id = new.agreement_id and i.position = new.position) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'payment_beyond_instalment';
    end if;
    if new.state = 'ORDERED' and (tg_op = 'INSERT' or old.state not in ('ORDERED', 'EXECUTED')) then
        select o.code, o.detail into found_code, found_detail
          from agreement.obstacles(new.agreement_id, new.position, new.account_id, new.ordered_on) o limit 1;
        if found_code is not null then
            raise exception 'not ready' using errcode = 'check_violation', constraint = found_code, hint = coalesce(found_detail, '');
        end if;
    end if;
    return new;
end $$;
create trigger ready before insert or update on agreement.payment
    for each row execute function agreement.refuse_unready_payment();

create function agreement.refuse_deletion() returns trigger
    language plpgsql as $$
begin
    raise exception 'kept' using errcode = 'check_violation', constraint = 'agreement_papers_stay';
end $$;
create trigger kept before delete on agreement.payment for each row execute function agreement.refuse_deletion();
create trigger kept before delete on agreement.evidence for each row execute function agreement.refuse_deletion();
create trigger kept before delete on agreement.payee_account for each row execute function agreement.refuse_deletion();
create trigger kept before delete on agreement.review for each row execute function agreement.refuse_deletion();
create trigger kept before delete on agreement.report for each row execute function agreement.refuse_deletion();

-- What is ordered is due in the ledger, what is executed is paid there, and nothing else is.
create function agreement.refuse_payment_beside_ledger() returns trigger
    language plpgsql as $$
declare
    due numeric;
    paid numeric;
    owed numeric;
    gone numeric;
begin
    select coalesce(sum(o.amount) filter (where a.stage = 'DUE'), 0), coalesce(sum(o.amount) filter (where a.stage = 'PAID'), 0)
      into due, paid
      from ledger.entry e
      join ledger.posting o on o.entry_id = e.id
      join ledger.account a on a.id = o.account_id
     where (e.source_kind, e.source) = ('PAYMENT', new.id::text);
    select case when p.state in ('ORDERED', 'REJECTED') then p.amount else 0 end, case p.state when 'EXECUTED' then p.amount else 0 end
      into owed, gone
      from agreement.payment p where p.id = new.id;
    if due <> owed or paid <> gone then
        raise exception 'books say otherwise' using errcode = 'check_violation', constraint = 'payment_beside_ledger';
    end if;
    return null;
end $$;
create constraint trigger booked after insert or update on agreement.payment
    deferrable initially deferred for each row execute function agreement.refuse_payment_beside_ledger();
