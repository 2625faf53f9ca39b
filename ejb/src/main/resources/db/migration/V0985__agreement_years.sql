-- Why: limits end with their year, so what is paid in a later year is committed under the limits of that year (Budget Code, article
-- 219). Editions of before were committed under one year; only those written from now on tell the years of their instalments apart.
alter table agreement.edition add by_year boolean not null default false;
grant update (by_year) on agreement.edition to ${appRole};
