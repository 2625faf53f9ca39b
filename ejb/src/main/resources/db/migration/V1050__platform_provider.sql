-- Why: people may come in by a log-in provider (OpenID Connect), who has their password and tells their roles. Each has a
-- row in app_user like everybody else, so that tasks, the record of changes and second persons work.

-- Whom the provider means by a subject. The login stays when the provider renames the person.
create table platform.provided_person (
    login   text        primary key references platform.app_user,
    issuer  text        not null,
    subject text        not null,
    told_at timestamptz not null,                         -- when the provider issued what it last said of the person
    logs_in boolean     not null default false            -- logged in once: tokens do not tell the roles any more
);
create unique index provided_person_subject on platform.provided_person (issuer, subject);

-- The server's own doors let in by a secret only: a provided person's is made by the application after the provider's word,
-- once, for moments, one at a time for each login. Worth nothing after a crash, hence in no backup.
create unlogged table platform.entry_ticket (
    login  text        primary key references platform.app_user,
    secret text        not null,                          -- bcrypt
    until  timestamptz not null
);

-- What the secret of a log-in is compared with; none for an unknown, closed or locked login.
create function platform.secret_of(who text) returns text
    language sql volatile
    return (select coalesce((select t.secret from platform.entry_ticket t
                              where t.login = u.login and platform.now() < t.until),
                            u.password)
              from platform.app_user u
             where u.login = who and u.active and (u.locked_until is null or u.locked_until < platform.now()));
