package ru.mos.clusters.inserver;

import java.sql.Connection;
import java.util.UUID;
import javax.sql.DataSource;
import ru.mos.clusters.platform.Inn;

/** Organisations that offer services, and people who act for recipients, put straight into the database. */
public final class InKindFixture {

    /** What takes all of it away again. */
    public static final String NOTHING_LEFT = """
            truncate inkind.confirmation, inkind.delivery, inkind.booking, inkind.object, inkind.reservation, inkind.request;
            truncate support.record, support.violation, support.import, support.import_problem, support.shown,
                     support.shown_violation cascade;
            delete from platform.task where subject_kind = 'IN_KIND';
            delete from platform.mandate where document_title = 'Доверенность для поддержки';
            delete from infrastructure.officer where organisation_id in (select id from infrastructure.organisation where code like 'KIND-%');
            delete from infrastructure.offer where organisation_id in (select id from infrastructure.organisation where code like 'KIND-%');
            delete from infrastructure.accreditation where organisation_id in (select id from infrastructure.organisation where code like 'KIND-%');
            delete from infrastructure.particulars where organisation_id in (select id from infrastructure.organisation where code like 'KIND-%');
            delete from infrastructure.organisation where code like 'KIND-%';
            delete from platform.clock_shift""";

    private InKindFixture() {}

    /** An accredited organisation that offers 100 each of consulting, premises, training and marketing, with an officer. */
    public static UUID organisation(DataSource owner, String name, String officer) throws Exception {
        try (var connection = owner.getConnection()) {
            return organisation(connection, name, officer);
        }
    }

    /** The same on a connection of the schema's owner. */
    public static UUID organisation(Connection connection, String name, String officer) throws Exception {
        var id = UUID.randomUUID();
        try (var work = connection.createStatement()) {
            work.execute("""
                    do $do$
                    declare
                        change bigint;
                        next integer := coalesce((select max(number) from infrastructure.organisation), 0) + 1;
                    begin
                        insert into platform.change (actor, action, subject_kind, subject)
                        values ('system', 'INFRASTRUCTURE_REGISTERED', 'INFRASTRUCTURE', '%1$s') returning id into change;
                        insert into infrastructure.organisation (id, number, code, inn, version, recorded_by)
                        values ('%1$s', next, 'KIND-' || next, '7736050003', 1, change);
                        insert into infrastructure.particulars (id, organisation_id, kind, name, valid_from, recorded_by)
                        values (gen_random_uuid(), '%1$s', 'TECHNOPARK', '%2$s', '2012-01-01', change);
                        insert into infrastructure.accreditation (id, organisation_id, state, valid_from, valid_until, proposed_by, decided_by,
                               recorded_by)
                        values (gen_random_uuid(), '%1$s', 'GIVEN', '2012-01-01', '2030-01-01', 'department', 'department2', change);
                        insert into infrastructure.offer (id, organisation_id, service, capacity, valid_from, recorded_by)
                        select gen_random_uuid(), '%1$s', s, 100, '2012-01-01', change from unnest(array['CONSULTING', 'PREMISES', 'TRAINING', 'MARKETING']) s;
                        insert into infrastructure.officer (organisation_id, login, valid_from, recorded_by)
                        values ('%1$s', '%3$s', '2012-01-01', change);
                    end $do$""".formatted(id, name, officer));
        }
        return id;
    }

    /** Lets a person act for a recipient. */
    public static void mandate(DataSource owner, String login, Inn inn) throws Exception {
        try (var connection = owner.getConnection()) {
            mandate(connection, login, inn);
        }
    }

    /** The same on a connection of the schema's owner. */
    public static void mandate(Connection connection, String login, Inn inn) throws Exception {
        try (var work = connection.createStatement()) {
            work.execute("""
                    insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date, recorded_by)
                    select gen_random_uuid(), '%s', '%s', '2012-01-01', '2030-01-01', 'Доверенность для поддержки', '2012-01-01', max(id)
                      from platform.change""".formatted(login, inn.digits()));
        }
    }
}
