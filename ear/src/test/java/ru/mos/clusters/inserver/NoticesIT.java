package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ledger.EnterNotice;
import ru.mos.clusters.ledger.NoticeAction;
import ru.mos.clusters.ledger.NoticeKind;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.NoticeView;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.ProblemTranslator;

/** Notices of the finance body: two persons, movements, and what is used already. */
class NoticesIT extends InServer {

    private static final String KBK = "80704121234567890811";
    private static final String OTHER = "80704120000000000812";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Paper PAPER = new Paper("Уведомление", "15-У", LocalDate.of(2026, 6, 10));

    @Inject
    Notices notices;

    @BeforeEach
    void people_at_a_set_clock() throws Exception {
        for (var login : List.of("accountant", "accountant2", "chief", "chief2", "department", "auditor")) {
            given(login);
        }
        gone();
        execute("insert into platform.clock_shift"
                + " select (timestamp '2026-06-15 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    @AfterEach
    void gone() throws Exception {
        execute("delete from platform.clock_shift");
        execute(LedgerFixture.NOTHING_LEFT);
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static EnterNotice.Line line(String kbk, String amount) {
        return new EnterNotice.Line(2026, kbk, new BigDecimal(amount));
    }

    private NoticeView entered(NoticeKind kind, EnterNotice.Line... lines) throws Exception {
        return as("accountant", () -> notices.enter(new EnterNotice(kind, DAY, PAPER, List.of(lines))));
    }

    private NoticeView posted(NoticeKind kind, EnterNotice.Line... lines) throws Exception {
        var notice = entered(kind, lines);
        return as("chief", () -> notices.post(notice.id(), notice.version()));
    }

    private String balances() throws Exception {
        return one("select string_agg(stage || ' ' || right(kbk, 3) || ' ' || balance, ', ' order by stage, kbk desc)"
                + " from ledger.account where stage in ('APPROPRIATION', 'LIMIT')");
    }

    @Test
    void a_notice_counts_when_a_second_person_has_posted_it() throws Exception {
        var notice = entered(NoticeKind.APPROPRIATION, line(KBK, "1000.00"));
        assertThat(notice.state()).isEqualTo(NoticeState.DRAFT);
        assertThat(notice.actions()).containsExactly(NoticeAction.DISCARD);
        assertThat(one("select count(*) from ledger.entry")).isEqualTo("0");
        assertThat(
                        one(
                                "select role || ' ' || except_login from platform.task where kind = 'NOTICE_TO_POST' and closed_by is null"))
                .isEqualTo("chief accountant");

        assertProblem("second-person-required", () -> as("accountant", () -> notices.post(notice.id(), null)));
        assertProblem("changed-meanwhile", () -> as("chief", () -> notices.post(notice.id(), notice.version() + 1)));
        var done = as("chief", () -> notices.post(notice.id(), notice.version()));

        assertThat(done.state()).isEqualTo(NoticeState.POSTED);
        assertThat(done.entries()).hasSize(1);
        assertThat(balances()).isEqualTo("APPROPRIATION 811 1000.00");
        assertThat(one("select count(*) from platform.task where kind = 'NOTICE_TO_POST' and closed_by is null"))
                .isEqualTo("0");
        assertProblem("transition-not-allowed", () -> as("chief", () -> notices.post(notice.id(), null)));
        assertProblem("transition-not-allowed", () -> as("chief", () -> notices.discard(notice.id(), null, "x")));
    }

    @Test
    void limits_reach_their_appropriation_to_the_last_kopeck() throws Exception {
        posted(NoticeKind.APPROPRIATION, line(KBK, "1000.00"));
        var beyond = entered(NoticeKind.LIMIT, line(KBK, "1000.01"));

        assertProblem("appropriation-exceeded", () -> as("chief", () -> notices.post(beyond.id(), null)));
        posted(NoticeKind.LIMIT, line(KBK, "1000.00"));

        assertThat(balances()).isEqualTo("APPROPRIATION 811 0.00, LIMIT 811 1000.00");
    }

    @Test
    void a_movement_takes_from_one_code_what_it_gives_to_another_and_nothing_that_is_used() throws Exception {
        posted(NoticeKind.APPROPRIATION, line(KBK, "1000.00"), line(OTHER, "500.00"));
        posted(NoticeKind.LIMIT, line(KBK, "900.00"));
        execute(LedgerFixture.reserved("x", 2026, KBK, "400.00"));

        posted(NoticeKind.APPROPRIATION, line(OTHER, "100.00"), line(KBK, "-100.00"));
        var taken = entered(NoticeKind.LIMIT, line(KBK, "-500.01"));
        assertProblem("limit-exceeded", () -> as("chief", () -> notices.post(taken.id(), null)));
        posted(NoticeKind.LIMIT, line(KBK, "-500.00"));

        assertThat(balances()).isEqualTo("APPROPRIATION 811 500.00, APPROPRIATION 812 600.00, LIMIT 811 0.00");
    }

    @Test
    void what_was_posted_wrongly_is_reversed_by_a_chief_unless_it_is_used() throws Exception {
        posted(NoticeKind.APPROPRIATION, line(KBK, "1000.00"));
        var limits = posted(NoticeKind.LIMIT, line(KBK, "700.00"));
        execute(LedgerFixture.reserved("x", 2026, KBK, "0.01"));
        assertProblem("limit-exceeded", () -> as("chief2", () -> notices.reverse(limits.id(), null, "Не тот КБК")));
        execute(
                "select ledger.reverse((select id from ledger.entry where key = 'award/x'), platform.today(), 'x', 'undo', 'x')");

        var reversed = as("chief2", () -> notices.reverse(limits.id(), null, "Не тот КБК"));

        assertThat(reversed.state()).isEqualTo(NoticeState.REVERSED);
        assertThat(reversed.entries()).hasSize(2);
        assertThat(reversed.reason()).isEqualTo("Не тот КБК");
        assertThat(balances()).isEqualTo("APPROPRIATION 811 1000.00, LIMIT 811 0.00");
        assertProblem("transition-not-allowed", () -> as("chief", () -> notices.reverse(limits.id(), null, "x")));
    }

    @Test
    void a_notice_that_cannot_be_is_refused_where_it_is_wrong() throws Exception {
        assertProblem("notice-lines-missing", () -> entered(NoticeKind.LIMIT));
        assertProblem("notice-line-twice", () -> entered(NoticeKind.LIMIT, line(KBK, "1.00"), line(KBK, "2.00")));
        assertProblem("account-kbk-not-of-year", () -> entered(NoticeKind.LIMIT, line("8070412123456789081", "1.00")));
        assertProblem(
                "account-kbk-not-of-year",
                () -> entered(NoticeKind.LIMIT, new EnterNotice.Line(2015, KBK, BigDecimal.ONE)));
        for (var amount : List.of("0", "0.001", "10000000000000")) {
            assertProblem("posting-sum-impossible", () -> entered(NoticeKind.LIMIT, line(KBK, amount)));
        }
        assertProblem(
                "entry-in-future",
                () -> as(
                        "accountant",
                        () -> notices.enter(new EnterNotice(
                                NoticeKind.LIMIT, DAY.plusDays(1), PAPER, List.of(line(KBK, "1.00"))))));
        assertThat(one("select count(*) from ledger.notice")).isEqualTo("0");
    }

    @Test
    void of_several_faults_all_are_told_at_once_each_at_its_field() throws Exception {
        var refused = catchThrowable(() -> as(
                "accountant",
                () -> notices.enter(new EnterNotice(
                        NoticeKind.LIMIT,
                        DAY.plusDays(1),
                        PAPER,
                        List.of(line(KBK, "0.001"), line("807", "0"), line(KBK, "1.00"))))));

        assertThat(ProblemTranslator.translate(refused)).hasValueSatisfying(problem -> {
            assertThat(problem.code().slug()).isEqualTo("notice-refused");
            assertThat(problem.faults())
                    .extracting(fault -> fault.field() + " " + fault.code().slug())
                    .containsExactly(
                            "/effectiveOn entry-in-future",
                            "/lines/0/amount posting-sum-impossible",
                            "/lines/1/kbk account-kbk-not-of-year",
                            "/lines/1/amount posting-sum-impossible",
                            "/lines/2/kbk notice-line-twice");
        });
    }

    @Test
    void who_keeps_the_books_enters_and_posts_and_only_a_chief_reverses() throws Exception {
        var notice = entered(NoticeKind.APPROPRIATION, line(KBK, "1000.00"));
        for (var login : List.of("department", "auditor")) {
            assertThatThrownBy(() -> as(login, () -> notices.post(notice.id(), null)))
                    .isInstanceOf(EJBAccessException.class);
            assertThat(as(login, () -> notices.view(notice.id())).actions()).isEmpty();
        }
        as("accountant2", () -> notices.post(notice.id(), null));
        assertThatThrownBy(() -> as("accountant2", () -> notices.reverse(notice.id(), null, "x")))
                .isInstanceOf(EJBAccessException.class);
        assertProblem("notice-unknown", () -> as("chief", () -> notices.view(UUID.randomUUID())));
    }

    @Test
    void the_database_keeps_a_notice_as_it_was_and_posts_it_whole() throws Exception {
        var notice = posted(NoticeKind.APPROPRIATION, line(KBK, "1000.00"));
        for (var statement : List.of(
                "update ledger.notice set document_title = 'x'",
                "delete from ledger.notice",
                "update ledger.notice_line set amount = 1",
                "delete from ledger.notice_line")) {
            assertProblem("books-stay", () -> execute(statement));
        }
        var draft = entered(NoticeKind.APPROPRIATION, line(KBK, "5.00"));
        assertThatThrownBy(() -> execute("update ledger.notice set state = 'POSTED', posted_by = 'chief' where id = '"
                        + draft.id() + "'"))
                .hasMessageContaining("posted otherwise");
        assertProblem(
                "second-person-required",
                () -> execute("update ledger.notice set state = 'POSTED', posted_by = 'accountant' where id = '"
                        + draft.id() + "'"));
        assertThat(notice.total()).isEqualByComparingTo("1000.00");
    }
}
