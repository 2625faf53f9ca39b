package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Reminders;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/** Letters about terms of tasks: who gets one, when, and what becomes of one that is not taken. */
class RemindersIT extends InServer {

    private static final String ME = "infrastructure7";

    @EJB
    private Reminders reminders;

    @EJB
    private Tasks tasks;

    private SmtpServer mail;
    private LocalDate today;

    @BeforeEach
    void open() throws Exception {
        mail = new SmtpServer();
        System.setProperty("clusters.smtp.host", "127.0.0.1");
        System.setProperty("clusters.smtp.port", Integer.toString(mail.port()));
        today = LocalDate.now(ZoneId.of("Europe/Moscow"));
        given(ME);
        owner("delete from platform.letter");
        owner(
                "update platform.task set closed_by = opened_by where closed_by is null and (role = 'infrastructure' or login = '"
                        + ME + "')");
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("clusters.smtp.host");
        System.clearProperty("clusters.smtp.port");
        mail.close();
    }

    private void owner(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private void task(int days) throws Exception {
        as(
                ME,
                () -> tasks.open(
                        "OUTCOME_CHANGED",
                        Doer.person(ME),
                        "CLUSTER",
                        UUID.randomUUID().toString(),
                        Map.of(),
                        today.plusDays(days)));
    }

    private void address(String address) throws Exception {
        as(ME, () -> {
            reminders.changeOwnAddress(address);
            return null;
        });
    }

    @Test
    void a_person_is_told_of_what_is_due_within_three_days_today_and_before_and_of_nothing_later() throws Exception {
        address("person@department.example");
        for (int days : new int[] {-1, 0, 1, 3, 4}) {
            task(days);
        }

        reminders.queue();

        assertThat(one("select overdue || ' ' || due || ' ' || soon from platform.letter where login = '" + ME + "'"))
                .isEqualTo("1 1 2");
    }

    @Test
    void a_day_brings_one_letter_however_often_the_morning_comes() throws Exception {
        address("person@department.example");
        task(0);

        reminders.queue();
        reminders.queue();
        reminders.send();
        reminders.send();

        assertThat(mail.letters()).hasSize(1);
        assertThat(mail.letters().get(0)).contains("To: person@department.example", "Auto-Submitted: auto-generated");
        assertThat(one("select sent_at is not null from platform.letter where login = '" + ME + "'"))
                .isEqualTo("t");
    }

    @Test
    void whoever_gave_no_address_or_has_nothing_due_gets_no_letter() throws Exception {
        address("person@department.example");
        task(4);
        reminders.queue();
        address(" ");
        task(0);
        reminders.queue();

        assertThat(one("select count(*) from platform.letter where login = '" + ME + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_letter_that_is_not_taken_is_tried_again_later_and_nothing_else_fails_by_it() throws Exception {
        address("person@department.example");
        task(0);
        mail.refuse(true);
        reminders.queue();
        reminders.send();
        assertThat(one("select attempts || ' ' || (next_at > platform.now()) || ' ' || (failure is not null)"
                        + " from platform.letter where login = '" + ME + "'"))
                .isEqualTo("1 true true");

        mail.refuse(false);
        owner("update platform.letter set next_at = platform.now()");
        reminders.send();

        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void an_address_that_is_none_is_refused() {
        for (var wrong : new String[] {"person", "a@b", "a b@c.de", "a@c.de,b@c.de", "a@c.de\nBcc: x@y.zz"}) {
            assertProblem("email-malformed", () -> address(wrong));
        }
    }
}
