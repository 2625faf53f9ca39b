package ru.mos.clusters.inserver;

import javax.sql.DataSource;

/** Two complete releases of the register, a headcount and an income file, written as an import would leave them. */
final class EntityFixture {

    /** Subjects that the registry knows. */
    static final int COUNT = 5;

    /** How many statements the application has run so far. */
    static final String STATEMENTS = "select coalesce(sum(calls), 0) from pg_stat_statements s"
            + " join pg_roles r on r.oid = s.userid where r.rolname = 'clusters_app' and s.toplevel";

    /** So often, and so far apart, statements are counted, that on a loaded machine too some tries fall between the timers' own. */
    static final int TRIES = 20;

    static final int PAUSE_MILLIS = 50;

    private EntityFixture() {}

    static void fill(DataSource owner) throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from platform.task where subject_kind in ('FACT', 'RELEASE')");
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release
                             restart identity cascade""");
            statement.execute("""
                    insert into platform.change (actor, action, subject_kind, subject)
                    values ('test', 'RELEASE_COMPLETED', 'RELEASE', 'fixture-1')""");
            statement.execute("""
                    insert into platform.change (actor, action, subject_kind, subject)
                    values ('test', 'RELEASE_COMPLETED', 'RELEASE', 'fixture-2')""");
            statement.execute("""
                    drop table if exists c;
                    create temporary table c as
                    select (select max(id) from platform.change where subject = 'fixture-1') as one,
                           (select max(id) from platform.change where subject = 'fixture-2') as two;
                    insert into registry.release (kind, file_name, sha256, size, path, coverage, confirm, state, state_on,
                                                  uploaded_by, uploaded_at, recorded_by)
                    select v.kind, v.file_name, v.file_name, 1, 'none', 'COMPLETE', false, 'COMPLETED', v.state_on, 'test',
                           now(), v.change
                      from c, lateral (values (1, 'SME_REGISTER', 'january.zip', date '2024-01-10', c.one),
                                              (2, 'SME_REGISTER', 'february.zip', date '2024-02-10', c.two),
                                              (3, 'HEADCOUNT', 'headcount.zip', date '2023-12-25', c.two),
                                              (4, 'INCOME', 'income.zip', date '2023-12-25', c.two))
                                   v (place, kind, file_name, state_on, change)
                     order by v.place;
                    insert into registry.activity values ('2014', '62.01', 'Разработка программ'),
                                                         ('2014', '26.51', 'Производство приборов');
                    insert into registry.sme_run (inn, kind, extract, first_ord, gone_ord, hash, category, since,
                                                  newly_created, social, headcount, region, main_version, main_code, ogrn,
                                                  name, short_name, activities, products, licences, release_id, file_seq,
                                                  document, recorded_by)
                    select v.inn, v.kind, false, j.ord, case when v.left_in_february then f.ord end,
                           cast(md5(v.inn) as uuid), v.category, v.since, false, false, v.headcount, v.region, '2014',
                           v.main, v.ogrn, v.name, null, v.activities, cast(v.products as jsonb), cast(v.licences as jsonb),
                           1, 1, 'doc-' || v.inn, c.one
                      from c, (select ord from registry.release where id = 1) j,
                           (select ord from registry.release where id = 2) f,
                           (values
                    ('7700000016', 1, false, 1, date '2018-08-10', 9, '77', '62.01', '1027700000019',
                     'ООО "Ёлка Строитель"', array['62.02', '2001:72'],
                     '[{"code":"26.51","name":"Прибор","innovative":"1"}]', '[{"number":"77-1","date":"2020-01-01"}]'),
                    ('7700000023', 1, true, 1, date '2019-08-10', null, '77', '47.11', null,
                     'ООО "Прибор 100% _точно\\"', null, null, null),
                    ('7700000030', 1, false, 2, date '2020-08-10', null, '50', '62', null,
                     'ООО "Стройка 2000"', null, null, null),
                    ('7700000048', 1, false, 1, date '2024-01-10', null, '77', '26.51', null,
                     'Акционерное общество "Прибор-Сервис"', null, null, null),
                    ('770000000156', 2, false, 1, date '2018-08-10', null, '77', '47.11', null,
                     'ИВАНОВ ПЁТР СЕРГЕЕВИЧ', null, null, null))
                           v (inn, kind, left_in_february, category, since, headcount, region, main, ogrn, name, activities,
                              products, licences);
                    insert into registry.entity (inn, kind, ogrn, name, search_name, region, main_version, main_code,
                                                 category, ord)
                    select inn, kind, ogrn, name, registry.search_form(name), region, main_version, main_code, category,
                           first_ord
                      from registry.sme_run;
                    insert into registry.headcount
                    select '7700000016', 2022, 7, '2023-12-01', 'h-1', 'ООО "Ёлка Строитель"', 3, 1, c.two from c;
                    insert into registry.income
                    select '7700000016', 2022, 100.00, 90.50, '2023-12-01', 'i-1', 'ООО "Ёлка Строитель"', 4, 1, c.two
                      from c""");
        }
    }
}
