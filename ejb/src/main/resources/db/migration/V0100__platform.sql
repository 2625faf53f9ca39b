-- Why: what every capability stands on: the record of changes (which is the audit trail), users and roles, stored
-- documents, tasks, answered commands, and the one source of "now".

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists pgcrypto;

create schema platform;
grant usage on schema platform to ${appRole};
alter default privileges in schema platform grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema platform grant usage on sequences to ${appRole};

-- Only the schema's owner may shift the clock, which nobody but a test does.
create table platform.clock_shift (
  by_interval interval not null
);
revoke insert, update, delete on platform.clock_shift from ${appRole};

create function platform.now() returns timestamptz
  language sql volatile
  return clock_timestamp() + coalesce((select sum(by_interval) from platform.clock_shift), interval '0');

create function platform.today() returns date
  language sql volatile
  return (platform.now() at time zone 'Europe/Moscow')::date;

-- One row for each change of anything: who, when, from where, what, before and after. Facts point here to say when they
-- were recorded and when superseded.
create table platform.change (
  id           bigint generated always as identity primary key,
  at           timestamptz,               -- set at commit, see platform.stamp_change()
  actor        text  not null,
  address      text,
  action       text  not null,
  subject_kind text  not null,
  subject      text  not null,
  before       jsonb,
  after        jsonb,
  seal         bytea                      -- chains each change to the one before it
);
create unique index change_at_unique on platform.change (at);
create index change_subject on platform.change (subject_kind, subject, id);
create index change_actor on platform.change (actor, id);
revoke update, delete on platform.change from ${appRole};

create function platform.change_text(c platform.change) returns text
  language sql immutable
  return concat_ws('|', c.id, extract(epoch from c.at), c.actor, c.address, c.action, c.subject_kind, c.subject,
                   c.before, c.after);

-- The instant is set last, under one lock held to the end of the commit, so that no change can appear later in the past
-- of a verdict already given: a long import is dated by its end, not by its start.
create function platform.stamp_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, platform as
$$
declare
  last_at   timestamptz;
  last_seal bytea;
  stamped   platform.change;
begin
  perform pg_advisory_xact_lock(20101123);
  select at, seal into last_at, last_seal from platform.change where at is not null order by at desc limit 1;
  update platform.change
     set at = greatest(platform.now(), last_at + interval '1 microsecond')
   where id = new.id
  returning * into stamped;
  update platform.change
     set seal = public.digest(coalesce(last_seal, '') || convert_to(platform.change_text(stamped), 'UTF8'), 'sha256')
   where id = new.id;
  return null;
end
$$;

create constraint trigger change_stamped
  after insert on platform.change
  deferrable initially deferred
  for each row execute function platform.stamp_change();

-- The first change whose seal does not follow from its content and the seal before it; no row: nothing was tampered with.
create function platform.broken_seal() returns table (id bigint, at timestamptz)
  language sql stable
begin atomic
  select s.id, s.at
    from (select c.id, c.at, c.seal,
                 public.digest(coalesce(lag(c.seal) over (order by c.at), '')
                               || convert_to(platform.change_text(c), 'UTF8'), 'sha256') as due
            from platform.change c
           where c.at is not null) s
   where s.seal is distinct from s.due
   order by s.at
   limit 1;
end;

create table platform.organisation (
  id      uuid primary key,
  name    text   not null,
  inn     text,
  version bigint not null default 0,
  constraint organisation_exists unique (name)
);

create table platform.app_user (
  login           text    primary key,
  name            text    not null,
  organisation_id uuid    references platform.organisation,
  password        text    not null,                                -- bcrypt
  active          boolean not null default true,
  failed_count    int     not null default 0,
  locked_until    timestamptz,
  auth_version    bigint  not null default 1,
  version         bigint  not null default 0,
  constraint login_malformed check (login ~ '^[a-z][a-z0-9._-]{1,39}$')
);

create table platform.user_role (
  login text not null references platform.app_user,
  role  text not null,
  primary key (login, role),
  constraint role_unknown check (role in ('department', 'accountant', 'chief', 'gckr', 'infrastructure', 'expert',
                                          'commission', 'applicant', 'auditor', 'admin', 'service'))
);

-- A changed password, role, lock or leave ends what was let in by the version before.
create function platform.bump_auth_version() returns trigger language plpgsql as
$$
begin
  if (new.password, new.active, new.locked_until) is distinct from (old.password, old.active, old.locked_until) then
    new.auth_version := old.auth_version + 1;
  end if;
  return new;
end
$$;
create trigger auth_version_bumped before update on platform.app_user
  for each row execute function platform.bump_auth_version();

create function platform.bump_auth_version_of_role() returns trigger language plpgsql as
$$
begin
  update platform.app_user set auth_version = auth_version + 1 where login = coalesce(new.login, old.login);
  return null;
end
$$;
create trigger auth_version_bumped after insert or update or delete on platform.user_role
  for each row execute function platform.bump_auth_version_of_role();

-- Files: the bytes lie on disk under their digest, here is what they are.
create table platform.document (
  id          uuid   primary key,
  sha256      text   not null,
  size        bigint not null,
  media_type  text   not null,
  file_name   text   not null,
  recorded_by bigint not null references platform.change,
  constraint document_empty check (size > 0)
);
create index document_sha256 on platform.document (sha256);

-- What somebody has to do: for a role or for one person.
create table platform.task (
  id           uuid  primary key,
  kind         text  not null,
  role         text,
  login        text  references platform.app_user,
  subject_kind text  not null,
  subject      text  not null,
  facts        jsonb not null,                                     -- what its text speaks of
  due          date,
  opened_by    bigint not null references platform.change,
  closed_by    bigint references platform.change,
  constraint task_for_somebody check (role is not null or login is not null)
);
create index task_open on platform.task (role, login) where closed_by is null;
create index task_subject on platform.task (subject_kind, subject);

-- Commands answered under an Idempotency-Key, so that a repetition gets the same answer and nothing happens twice.
create table platform.answered_command (
  login       text        not null,
  key         text        not null,
  request     text        not null,                                -- method, path and digest of the body
  status      int,
  headers     jsonb,
  body        text,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (login, key)
);
create index answered_command_age on platform.answered_command (answered_at);

-- Keys by which this installation recognises what it issued itself (page cursors).
create table platform.secret (
  name  text primary key,
  value bytea not null
);
insert into platform.secret (name, value) values ('cursor', public.gen_random_bytes(32));
revoke insert, update, delete on platform.secret from ${appRole};
