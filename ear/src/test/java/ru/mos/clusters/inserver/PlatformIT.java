package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.People;

class PlatformIT extends InServer {

    @Inject
    Changes changes;

    @Inject
    People people;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    DataSource application;

    @Test
    void a_change_gets_its_instant_at_commit_later_than_every_change_before() throws Exception {
        transaction.begin();
        long early = changes.record("TESTED", "TEST", "early", null, null);
        assertThat(one("select at from platform.change where id = " + early)).isNull();
        transaction.commit();
        transaction.begin();
        long late = changes.record("TESTED", "TEST", "late", null, null);
        transaction.commit();

        assertThat(one("select (select at from platform.change where id = " + early
                        + ") < (select at from platform.change where id = " + late + ")"))
                .isEqualTo("t");
    }

    @Test
    void the_application_can_add_to_the_audit_trail_but_not_change_it() throws Exception {
        for (var attempt : new String[] {
            "update platform.change set actor = 'somebody'",
            "delete from platform.change",
            "truncate platform.change",
            "drop table platform.change",
            "create table public.mine (id int)"
        }) {
            try (var connection = application.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void people_are_called_by_name_and_a_login_without_one_by_itself() throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into platform.app_user (login, name, password) values ('yolkina', 'Ёлкина Анна', 'x')
                    on conflict do nothing""");
        }

        assertThat(people.name("yolkina")).isEqualTo("Ёлкина Анна");
        assertThat(people.name("nobody.ever")).isEqualTo("nobody.ever");
    }

    @Test
    void a_tampered_change_is_named_by_the_seals() throws Exception {
        transaction.begin();
        long id = changes.record("TESTED", "TEST", "tampered", null, null);
        transaction.commit();
        assertThat(one("select id from platform.broken_seal()")).isNull();

        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update platform.change set subject = 'other' where id = " + id);
            assertThat(one("select id from platform.broken_seal()")).isEqualTo(Long.toString(id));
            statement.execute("update platform.change set subject = 'tampered' where id = " + id);
        }
    }
}
