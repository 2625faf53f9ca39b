-- Why: outside programs hear of what happens here without asking. Every event is put down in the transaction of the change
-- it tells of, once for each subscription that may have it, and waits there until its receiver has taken it.

create schema webhook;
grant usage on schema webhook to ${appRole};
alter default privileges in schema webhook grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema webhook grant usage on sequences to ${appRole};

-- Which recorded changes outside programs may know of, and who of them: ALL may have it, PARTY is for the organisations the
-- thing concerns, DEPARTMENT for subscriptions that an administrator bound to no organisation.
create table webhook.event_type (
    type         text primary key,
    subject_kind text not null,
    action       text not null,
    audience     text not null constraint event_audience_unknown check (audience in ('ALL', 'PARTY', 'DEPARTMENT')),
    path         text not null,                          -- of the collection at the REST door
    constraint event_type_twice unique (subject_kind, action)
);
revoke insert, update, delete on webhook.event_type from ${appRole};

insert into webhook.event_type (type, subject_kind, action, audience, path)
select 'ru.mos.clusters.' || name || '.v1', kind, action, audience, path
  from (values
    ('cluster.created',             'CLUSTER', 'CLUSTER_CREATED',           'PARTY', 'clusters'),
    ('cluster.renamed',             'CLUSTER', 'CLUSTER_RENAMED',           'PARTY', 'clusters'),
    ('cluster.merged',              'CLUSTER', 'CLUSTER_MERGED',            'PARTY', 'clusters'),
    ('cluster.closed',              'CLUSTER', 'CLUSTER_CLOSED',            'PARTY', 'clusters'),
    ('cluster.organisation-changed', 'CLUSTER', 'ORGANISATION_CHANGED',     'PARTY', 'clusters'),
    ('cluster.member-admitted',     'CLUSTER', 'MEMBER_ADMITTED',           'PARTY', 'clusters'),
    ('cluster.member-changed',      'CLUSTER', 'MEMBER_CHANGED',            'PARTY', 'clusters'),
    ('cluster.member-left',         'CLUSTER', 'MEMBER_LEFT',               'PARTY', 'clusters'),
    ('cluster.verdict-given',       'CLUSTER', 'VERDICT_GIVEN',             'PARTY', 'clusters'),
    ('cluster.waiver-given',        'CLUSTER', 'WAIVER_GIVEN',              'PARTY', 'clusters'),
    ('call.published',              'CALL', 'CALL_PUBLISHED',               'ALL', 'calls'),
    ('call.amended',                'CALL', 'CALL_AMENDED',                 'ALL', 'calls'),
    ('call.cancelled',              'CALL', 'CALL_CANCELLED',               'ALL', 'calls'),
    ('call.completed',              'CALL', 'CALL_COMPLETED',               'ALL', 'calls'),
    ('application.received',        'CALL_APPLICATION', 'CALL_APPLICATION_RECEIVED',   'PARTY', 'applications'),
    ('application.returned',        'CALL_APPLICATION', 'CALL_APPLICATION_RETURNED',   'PARTY', 'applications'),
    ('application.admitted',        'CALL_APPLICATION', 'CALL_APPLICATION_ADMITTED',   'PARTY', 'applications'),
    ('application.rejected',        'CALL_APPLICATION', 'CALL_APPLICATION_REJECTED',   'PARTY', 'applications'),
    ('application.assessed',        'CALL_APPLICATION', 'CALL_APPLICATION_ASSESSED',   'DEPARTMENT', 'applications'),
    ('application.awarded',         'CALL_APPLICATION', 'CALL_APPLICATION_AWARDED',    'PARTY', 'applications'),
    ('application.reserved',        'CALL_APPLICATION', 'CALL_APPLICATION_RESERVED',   'PARTY', 'applications'),
    ('application.refused',         'CALL_APPLICATION', 'CALL_APPLICATION_REFUSED',    'PARTY', 'applications'),
    ('application.reinstated',      'CALL_APPLICATION', 'CALL_APPLICATION_REINSTATED', 'PARTY', 'applications'),
    ('application.withdrawn',       'CALL_APPLICATION', 'CALL_APPLICATION_WITHDRAWN',  'PARTY', 'applications'),
    ('application.cancelled',       'CALL_APPLICATION', 'CALL_APPLICATION_CANCELLED',  'PARTY', 'applications'),
    ('sitting.planned',             'SITTING', 'SITTING_PLANNED',           'DEPARTMENT', 'sittings'),
    ('sitting.closed',              'SITTING', 'SITTING_CLOSED',            'DEPARTMENT', 'sittings'),
    ('protocol.signed',             'PROTOCOL', 'PROTOCOL_SIGNED',          'DEPARTMENT', 'protocols'),
    ('decision.carried-out',        'DECISION', 'DECISION_CARRIED_OUT',     'PARTY', 'decisions'),
    ('appeal.lodged',               'APPEAL', 'APPEAL_LODGED',              'PARTY', 'appeals'),
    ('appeal.upheld',               'APPEAL', 'APPEAL_UPHELD',              'PARTY', 'appeals'),
    ('appeal.dismissed',            'APPEAL', 'APPEAL_DISMISSED',           'PARTY', 'appeals'),
    ('agreement.signed',            'AGREEMENT', 'AGREEMENT_SIGNED',        'PARTY', 'agreements'),
    ('agreement.registered',        'AGREEMENT', 'COMMITMENT_REGISTERED',   'PARTY', 'agreements'),
    ('agreement.amended',           'AGREEMENT', 'AGREEMENT_AMENDED',       'PARTY', 'agreements'),
    ('agreement.carried-over',      'AGREEMENT', 'AGREEMENT_CARRIED_OVER',  'PARTY', 'agreements'),
    ('agreement.completed',         'AGREEMENT', 'AGREEMENT_COMPLETED',     'PARTY', 'agreements'),
    ('agreement.terminated',        'AGREEMENT', 'AGREEMENT_TERMINATED',    'PARTY', 'agreements'),
    ('agreement.cancelled',         'AGREEMENT', 'AGREEMENT_CANCELLED',     'PARTY', 'agreements'),
    ('payment.prepared',            'PAYMENT', 'PAYMENT_PREPARED',          'DEPARTMENT', 'payments'),
    ('payment.ordered',             'PAYMENT', 'PAYMENT_ORDERED',           'PARTY', 'payments'),
    ('payment.executed',            'PAYMENT', 'PAYMENT_EXECUTED',          'PARTY', 'payments'),
    ('payment.execution-undone',    'PAYMENT', 'PAYMENT_EXECUTION_UNDONE',  'PARTY', 'payments'),
    ('payment.rejected',            'PAYMENT', 'PAYMENT_REJECTED',          'PARTY', 'payments'),
    ('payment.cancelled',           'PAYMENT', 'PAYMENT_CANCELLED',         'PARTY', 'payments'),
    ('review.opened',               'REVIEW', 'REVIEW_OPENED',              'DEPARTMENT', 'reviews'),
    ('review.lifted',               'REVIEW', 'REVIEW_LIFTED',              'DEPARTMENT', 'reviews'),
    ('report.submitted',            'REPORT', 'REPORT_SUBMITTED',           'PARTY', 'reports'),
    ('report.returned',             'REPORT', 'REPORT_RETURNED',            'PARTY', 'reports'),
    ('report.accepted',             'REPORT', 'REPORT_ACCEPTED',            'PARTY', 'reports'),
    ('breach.found',                'BREACH', 'BREACH_FOUND',               'DEPARTMENT', 'breaches'),
    ('breach.confirmed',            'BREACH', 'BREACH_CONFIRMED',           'PARTY', 'breaches'),
    ('breach.dismissed',            'BREACH', 'BREACH_DISMISSED',           'DEPARTMENT', 'breaches'),
    ('recovery.issued',             'RECOVERY_ORDER', 'RECOVERY_ISSUED',      'PARTY', 'recovery-orders'),
    ('recovery.deferred',           'RECOVERY_ORDER', 'RECOVERY_DEFERRED',    'PARTY', 'recovery-orders'),
    ('recovery.received',           'RECOVERY_ORDER', 'RECOVERY_RECEIVED',    'PARTY', 'recovery-orders'),
    ('recovery.set-off',            'RECOVERY_ORDER', 'RECOVERY_SET_OFF',     'PARTY', 'recovery-orders'),
    ('recovery.withdrawn',          'RECOVERY_ORDER', 'RECOVERY_WITHDRAWN',   'PARTY', 'recovery-orders'),
    ('recovery.written-off',        'RECOVERY_ORDER', 'RECOVERY_WRITTEN_OFF', 'PARTY', 'recovery-orders'),
    ('support.entered',             'SUPPORT', 'SUPPORT_ENTERED',           'PARTY', 'support/records'),
    ('support.stopped',             'SUPPORT', 'SUPPORT_STOPPED',           'PARTY', 'support/records'),
    ('support.annulled',            'SUPPORT', 'SUPPORT_ANNULLED',          'PARTY', 'support/records'),
    ('support.violation-recognised', 'SUPPORT_VIOLATION', 'VIOLATION_RECOGNISED', 'PARTY', 'support/violations'),
    ('support.violation-corrected', 'SUPPORT_VIOLATION', 'VIOLATION_CORRECTED',   'PARTY', 'support/violations')
  ) as t (name, kind, action, audience, path);

create table webhook.subscription (
    id           uuid primary key,
    number       bigint generated always as identity constraint webhook_number_taken unique,
    name         text not null,
    url          text not null,
    inn          text collate "C" constraint subscription_inn_malformed check (inn ~ '^(\d{10}|\d{12})$'),  -- null: of the department
    state        text not null constraint subscription_state_unknown check (state in ('ACTIVE', 'PAUSED', 'CLOSED')),
    gone         boolean not null default false,         -- paused because its receiver said that it is there no more
    generation   integer not null default 1,             -- of its secret, which is made from it and never stored
    former_until timestamptz,                            -- until when the secret before is used besides
    version      bigint not null default 1,
    recorded_by  bigint not null constraint subscription_change_unknown references platform.change,
    changed_by   bigint not null constraint subscription_last_change_unknown references platform.change,
    constraint subscription_gone_and_active check (not gone or state = 'PAUSED')
);
create unique index webhook_name_taken on webhook.subscription (name) where state <> 'CLOSED';

-- One sender at a time, whichever node it runs on; of one that died the lease runs out.
create table webhook.sender (
    subscription_id uuid primary key constraint sender_subscription_unknown references webhook.subscription,
    holder          uuid,                                -- null: nobody sends just now
    until           timestamptz,                         -- by the clock of the machine, which no test shifts
    succeeded_at    timestamptz                          -- when the receiver last took an event
);

create table webhook.wanted (
    subscription_id uuid not null constraint wanted_subscription_unknown references webhook.subscription,
    type            text not null constraint event_type_unknown references webhook.event_type,
    primary key (type, subscription_id)
);
create index wanted_by_subscription on webhook.wanted (subscription_id);

create table webhook.delivery (
    id              bigint generated always as identity primary key,   -- in the order of the commits
    subscription_id uuid not null constraint delivery_subscription_unknown references webhook.subscription,
    change_id       bigint constraint delivery_change_unknown references platform.change,              -- null: only a test
    type            text not null,
    subject_kind    text not null,
    subject         text not null,
    at              timestamptz not null,
    subject_version bigint,                              -- of the thing after the change, where it counts them
    state           text not null default 'WAITING'
                    constraint delivery_state_unknown check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts        integer not null default 0,
    next_at         timestamptz not null default platform.now(),
    tried_at        timestamptz,
    status          integer,                             -- of the latest answer; null: there was none
    answer          text,                                -- its beginning, or why there was none
    constraint delivery_twice unique (subscription_id, change_id)
);
create index delivery_waiting on webhook.delivery (subscription_id, id) where state = 'WAITING';
create index delivery_of_thing on webhook.delivery (subscription_id, subject_kind, subject, id) where state = 'WAITING';
create index delivery_dead on webhook.delivery (subscription_id, id) where state = 'DEAD';
create index delivery_log on webhook.delivery (subscription_id, id desc);
create index delivery_old on webhook.delivery (tried_at) where state in ('DELIVERED', 'DEAD');

-- The organisations a thing concerns, by INN, and its version, as they are at the commit.
create function webhook.about(kind text, subject text) returns table (inns text[], version bigint)
    language plpgsql stable as
$$
declare
    one uuid;
begin
    if subject !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        return;
    end if;
    one := subject::uuid;
    case kind
    when 'CLUSTER' then return query
        select array(select o.inn from cluster.organisation o
                      where o.cluster_id = c.id and o.superseded_by is null
                        and (o.valid_until is null or platform.today() < o.valid_until)), c.version
          from cluster.cluster c where c.id = one;
    when 'CALL' then return query
        select '{}'::text[], c.version from call.call c where c.id = one;
    when 'CALL_APPLICATION' then return query
        select array[a.applicant], a.version from call.application a where a.id = one;
    when 'DECISION' then return query
        select array[a.applicant], null::bigint
          from call.decision d join call.application a on a.id = d.application_id where d.id = one;
    when 'APPEAL' then return query
        select array[a.applicant], p.version
          from call.appeal p join call.application a on a.id = p.application_id where p.id = one;
    when 'AGREEMENT' then return query
        select array[agreement.party_on(a.id, platform.today())], a.version from agreement.agreement a where a.id = one;
    when 'PAYMENT' then return query
        select array[agreement.party_on(p.agreement_id, platform.today()), p.payee], p.version
          from agreement.payment p where p.id = one;
    when 'REPORT' then return query
        select array[agreement.party_on(r.agreement_id, platform.today())], r.version
          from agreement.report r where r.id = one;
    when 'BREACH' then return query
        select array[agreement.party_on(b.agreement_id, platform.today())], b.version
          from recovery.breach b where b.id = one;
    when 'RECOVERY_ORDER' then return query
        select array[agreement.party_on(o.agreement_id, platform.today()), o.payer], o.version
          from recovery.recovery_order o where o.id = one;
    when 'SUPPORT' then return query
        select array[r.inn], null::bigint from support.record r where r.id = one order by r.row_id desc limit 1;
    when 'SUPPORT_VIOLATION' then return query
        select array[v.inn], null::bigint from support.violation v where v.id = one order by v.row_id desc limit 1;
    else return;
    end case;
end
$$;

-- Runs after the change has got its instant (the triggers of a row fire in the order of their names), under the same lock to
-- the end of the commit: so the numbers of events follow the order in which changes become visible.
create function webhook.tell() returns trigger
    language plpgsql security definer set search_path = pg_catalog, webhook as
$$
begin
    insert into webhook.delivery (subscription_id, change_id, type, subject_kind, subject, at, subject_version)
    select s.id, c.id, t.type, c.subject_kind, c.subject, c.at, a.version
      from webhook.event_type t
      join webhook.wanted w on w.type = t.type
      join webhook.subscription s on s.id = w.subscription_id
      join platform.change c on c.id = new.id
      left join lateral webhook.about(t.subject_kind, new.subject) a on true
     where t.subject_kind = new.subject_kind
       and t.action = new.action
       and s.state <> 'CLOSED'
       and (s.inn is null or t.audience = 'ALL' or (t.audience = 'PARTY' and s.inn = any (a.inns)))
     order by s.number;
    return null;
end
$$;

create constraint trigger change_told
    after insert on platform.change
    deferrable initially deferred
    for each row execute function webhook.tell();

insert into platform.secret (name, value) values ('webhook', public.gen_random_bytes(32));
