-- Prepares a PostgreSQL server (18 or later) for Cluster Support: two roles and an empty database. Run once, by the DBA, as
-- a superuser, with psql; names and passwords come from the same environment as the server's (clusters.env):
--
--   psql -h <host> -p <port> -U postgres -d postgres -f database.sql
--
-- Optional: -v database=clusters -v locale=C.UTF-8
-- Roles that are there already are kept and get the passwords of the environment; a database of that name is refused.
-- Undo, which destroys all data: drop database clusters; drop role clusters_app; drop role clusters_owner;
\set ON_ERROR_STOP on
\if :{?database} \else \set database clusters \endif
\if :{?locale} \else \set locale C.UTF-8 \endif
\set owner clusters_owner
\set app clusters_app
\getenv owner CLUSTERS_DB_OWNER_USER
\getenv app CLUSTERS_DB_USER
\getenv owner_password CLUSTERS_DB_OWNER_PASSWORD
\getenv app_password CLUSTERS_DB_PASSWORD
\if :{?owner_password}
\else
  do 'begin raise exception ''REFUSED: CLUSTERS_DB_OWNER_PASSWORD is not set''; end';
\endif
\if :{?app_password}
\else
  do 'begin raise exception ''REFUSED: CLUSTERS_DB_PASSWORD is not set''; end';
\endif

-- Two roles: the owner makes and changes tables (migrations only), the application works in them and may do less.
select not exists (select from pg_roles where rolname = :'owner') as no_owner,
       not exists (select from pg_roles where rolname = :'app') as no_app \gset
\if :no_owner
  create role :"owner";
\endif
\if :no_app
  create role :"app";
\endif
alter role :"owner" login password :'owner_password' nosuperuser nocreatedb nocreaterole;
alter role :"app" login password :'app_password' nosuperuser nocreatedb nocreaterole;

-- The locale must know Russian letters: C and POSIX do not. The owner makes the extensions it needs by itself.
create database :"database" owner :"owner" template template0 encoding 'UTF8' locale :'locale';
revoke all on database :"database" from public;
grant connect, temporary on database :"database" to :"app";

\connect :"database"
revoke all on schema public from public;
alter schema public owner to :"owner";
grant usage on schema public to :"app";

-- The server's own tables (batch jobs) lie apart from the application's.
create schema infra authorization :"app";
alter role :"app" in database :"database" set search_path = infra, public;
