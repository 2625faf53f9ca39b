package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.support.CheckQuery;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.RecogniseViolation;
import ru.mos.clusters.support.SupportChecks;
import ru.mos.clusters.support.SupportDirectory;
import ru.mos.clusters.support.SupportFilter;
import ru.mos.clusters.support.SupportParameter;
import ru.mos.clusters.support.SupportParameters;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.support.intake.SupportImportView;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.support.rule.SupportReason;
import ru.mos.clusters.support.rule.ViolationKind;

class SupportIT extends InServer {

    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn FUND = new Inn(Recipients.FUND);
    private static final Inn PERSON = new Inn("770000000156");
    private static final LocalDate DECIDED = LocalDate.of(2024, 1, 10);
    private static final LocalDate ENDS = LocalDate.of(2024, 12, 31);
    private static final LocalDate SHOWN = LocalDate.of(2024, 2, 15);
    private static final LocalDate ON = LocalDate.of(2024, 3, 1);
    private static final String PURPOSE = "Оснащение лаборатории";
    private static final PageRequest ALL = PageRequest.first(100);

    @Inject
    SupportRecords records;

    @Inject
    SupportViolations violations;

    @Inject
    SupportChecks checks;

    @Inject
    SupportParameters parameters;

    @Inject
    SupportDirectory directory;

    @Inject
    SupportImports imports;

    @BeforeEach
    void nobody_was_given_anything() throws Exception {
        for (var login : List.of("department", "department2", "gckr", "auditor", "expert", "applicant")) {
            given(login);
        }
        own("truncate support.record, support.violation, support.import, support.import_problem, support.shown,"
                + " support.shown_violation cascade");
    }

    @AfterEach
    void usual_terms() throws Exception {
        own("delete from support.kind where recorded_by is not null");
        own("delete from support.register_kind where recorded_by is not null");
        own("delete from support.parameter where recorded_by is not null");
        own("update support.parameter set superseded_by = null");
    }

    @Test
    void what_is_entered_from_a_document_refuses_the_same_again_through_its_last_day() throws Exception {
        var entered = enter(ALFA, PURPOSE, null);
        take(Recipients.on(ENDS).company(BETA.digits(), Recipients.grant("77-1", "")));

        assertThat(entered.size()).isEqualTo(new BigDecimal("1250000.00"));
        assertThat(outcome(ALFA, PURPOSE, ENDS)).isEqualTo(SupportOutcome.NOT_MET);
        assertThat(outcome(ALFA, PURPOSE, ENDS.plusDays(1))).isEqualTo(SupportOutcome.MET);
        assertThat(outcome(ALFA, "Обучение", ENDS)).isEqualTo(SupportOutcome.MET);
        assertThat(outcome(ALFA, null, ENDS)).isEqualTo(SupportOutcome.MANUAL);
        var finding = check(ALFA, PURPOSE, ENDS, null).findings().get(0);
        assertThat(finding.source().reference()).isEqualTo(entered.id().toString());
        assertThat(finding.citation().paragraph()).isEqualTo("ст. 14, ч. 5, п. 3");
        assertThat(finding.citation().edition()).isEqualTo(LocalDate.of(2022, 6, 28));
        assertThat(one("select action from platform.change where subject = '" + entered.id() + "'"))
                .isEqualTo("SUPPORT_ENTERED");
    }

    @Test
    void a_stopped_support_refuses_no_more_and_what_was_known_before_can_be_asked() throws Exception {
        var entered = enter(ALFA, PURPOSE, null);
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));
        var before = instant();

        var stopped = as("gckr", () -> records.stop(entered.id(), ON, paper()));

        assertThat(stopped.stoppedOn()).isEqualTo(ON);
        assertThat(stopped.version()).isNotEqualTo(entered.version());
        assertThat(outcome(ALFA, PURPOSE, ON.minusDays(1))).isEqualTo(SupportOutcome.NOT_MET);
        assertThat(outcome(ALFA, PURPOSE, ON)).isEqualTo(SupportOutcome.MET);
        assertThat(check(ALFA, PURPOSE, ON, before).outcome()).isEqualTo(SupportOutcome.NOT_MET);
        assertProblem("support-stopped-already", () -> as("gckr", () -> records.stop(entered.id(), ON, paper())));
    }

    @Test
    void an_annulled_support_counts_no_more_except_as_known_before() throws Exception {
        var entered = enter(ALFA, PURPOSE, null);
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));
        var before = instant();

        as("department", () -> {
            records.annul(entered.id(), "Внесено по ошибке");
            return null;
        });

        assertThat(outcome(ALFA, PURPOSE, ON)).isEqualTo(SupportOutcome.MET);
        assertThat(check(ALFA, PURPOSE, ON, before).outcome()).isEqualTo(SupportOutcome.NOT_MET);
        assertThat(as("auditor", () -> records.list(SupportFilter.of(ALFA), ALL))
                        .items())
                .isEmpty();
        assertThat(as("auditor", () -> records.list(new SupportFilter(ALFA, null, null, null, null, null, before), ALL))
                        .items())
                .extracting(SupportRecordView::id)
                .containsExactly(entered.id());
        assertThat(as("auditor", () -> records.view(entered.id())).annulled()).isTrue();
        assertProblem("support-annulled-already", () -> as("gckr", () -> records.stop(entered.id(), ON, paper())));
    }

    @Test
    void what_cannot_be_is_refused_by_its_own_word() throws Exception {
        var entered = enter(ALFA, PURPOSE, "77-000009");
        var tomorrow = LocalDate.parse(one("select platform.today()")).plusDays(1);

        assertProblem("support-overlaps", () -> enter(ALFA, "«оснащение» лаборатории", null));
        assertProblem("support-number-taken", () -> enter(BETA, PURPOSE, "77-000009"));
        assertProblem(
                "support-ends-early",
                () -> command(ALFA, "FINANCIAL", "GRANT", "ROUBLE", DECIDED, DECIDED.minusDays(1), "1"));
        assertProblem(
                "support-size-impossible", () -> command(ALFA, "FINANCIAL", "GRANT", "ROUBLE", DECIDED, ENDS, "0"));
        assertProblem(
                "support-size-impossible", () -> command(ALFA, "FINANCIAL", "GRANT", "ROUBLE", DECIDED, ENDS, "1.001"));
        assertProblem(
                "support-kind-unknown",
                () -> as(
                        "gckr",
                        () -> records.enter(command(ALFA, "FINANCIAL", "STAND", "ROUBLE", DECIDED, ENDS, "1"))));
        assertProblem(
                "support-unit-not-of-form",
                () -> as("gckr", () -> records.enter(command(BETA, "FINANCIAL", "GRANT", "HOUR", DECIDED, ENDS, "1"))));
        assertProblem(
                "support-date-in-future",
                () -> as(
                        "gckr",
                        () -> records.enter(
                                command(BETA, "FINANCIAL", "GRANT", "ROUBLE", tomorrow, tomorrow.plusDays(1), "1"))));
        assertProblem(
                "support-stop-outside-term",
                () -> as("gckr", () -> records.stop(entered.id(), ENDS.plusDays(1), paper())));
        assertProblem("support-record-unknown", () -> as("gckr", () -> records.view(UUID.randomUUID())));
        assertProblem(
                "support-kind-unknown",
                () -> as("gckr", () -> checks.check(new CheckQuery(ALFA, "FINANCIAL", "NONE", null, ON, null))));
        assertProblem(
                "violation-of-another-recipient", () -> recognise(BETA, entered.id(), ViolationKind.OTHER, ON, null));
        assertProblem(
                "violation-before-support",
                () -> recognise(ALFA, entered.id(), ViolationKind.OTHER, DECIDED.minusDays(1), null));
        assertProblem("violation-kind-unknown", () -> recognise(ALFA, null, ViolationKind.UNTOLD, ON, null));
        assertProblem("correction-term-early", () -> recognise(ALFA, null, ViolationKind.OTHER, ON, ON.minusDays(1)));
        var violation = recognise(ALFA, entered.id(), ViolationKind.OTHER, ON, null);
        assertProblem("violation-exists", () -> recognise(ALFA, entered.id(), ViolationKind.OTHER, ON, null));
        assertProblem(
                "corrected-early",
                () -> as("gckr", () -> violations.correct(violation.id(), ON.minusDays(1), paper())));
    }

    @Test
    void the_database_itself_refuses_what_no_service_would_write() throws Exception {
        enter(ALFA, PURPOSE, null);

        assertThatThrownBy(() -> own("update support.record set ends_on = decided_on - 1"))
                .hasMessageContaining("support_ends_early");
        assertThatThrownBy(() -> own("update support.record set stopped_on = ends_on + 1, stop_title = 'x'"))
                .hasMessageContaining("support_stop_outside_term");
        assertThatThrownBy(() -> own("update support.record set unit = 'HOUR'"))
                .hasMessageContaining("support_unit_not_of_form");
        assertThatThrownBy(() -> own("insert into support.violation (id, inn, kind, recognised_on, description,"
                        + " document_title, document_date, entered_by, recorded_by) select gen_random_uuid(), inn,"
                        + " 'UNTOLD', decided_on, 'x', 'x', decided_on, entered_by, recorded_by from support.record"))
                .hasMessageContaining("violation_kind_unknown");
    }

    @Test
    void a_violation_bans_until_it_is_corrected_in_time_unless_it_is_serious() throws Exception {
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));
        var other = recognise(ALFA, null, ViolationKind.OTHER, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 20));
        var misuse = recognise(BETA, null, ViolationKind.MISUSE, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 20));
        assertThat(reasons(ALFA, ON)).contains(SupportReason.BANNED);

        for (var violation : List.of(other, misuse)) {
            var corrected = as("gckr", () -> violations.correct(violation.id(), LocalDate.of(2024, 2, 20), paper()));
            assertThat(corrected.correctedInTime()).isTrue();
        }

        assertThat(reasons(ALFA, ON)).contains(SupportReason.CORRECTED_IN_TIME);
        assertThat(reasons(BETA, ON)).contains(SupportReason.BANNED);
        as("department", () -> {
            violations.annul(misuse.id(), "Отменено судом");
            return null;
        });
        assertThat(reasons(BETA, ON)).contains(SupportReason.NO_VIOLATION);
    }

    @Test
    void the_terms_are_data_with_their_dates() throws Exception {
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));
        recognise(ALFA, null, ViolationKind.OTHER, LocalDate.of(2022, 12, 25), null);
        assertThat(reasons(ALFA, ON)).contains(SupportReason.BAN_OVER);

        as(
                "department",
                () -> parameters.set(new SupportParameter(
                        SupportParameter.Code.BAN_JUDGED_BY, "RECOGNITION", LocalDate.of(2008, 1, 1), "Иное чтение")));

        assertThat(reasons(ALFA, ON)).contains(SupportReason.BANNED);
        assertProblem(
                "support-parameter-impossible",
                () -> as(
                        "department",
                        () -> parameters.set(
                                new SupportParameter(SupportParameter.Code.BAN_OTHER_MONTHS, "121", ON, "x"))));
    }

    @Test
    void a_complete_set_decides_for_45_days_and_absence_is_an_answer() throws Exception {
        assertThat(reasons(ALFA, SHOWN)).contains(SupportReason.REGISTER_ABSENT);
        var view = take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));

        assertThat(view.stateOn()).isEqualTo(SHOWN);
        assertThat(view.records()).isEqualTo(1);
        assertThat(view.supports()).isEqualTo(1);
        assertThat(view.formatVersions()).containsExactly("4.04");
        assertThat(outcome(ALFA, PURPOSE, SHOWN.minusDays(1))).isEqualTo(SupportOutcome.UNKNOWN);
        assertThat(outcome(ALFA, PURPOSE, SHOWN)).isEqualTo(SupportOutcome.MET);
        assertThat(outcome(ALFA, PURPOSE, SHOWN.plusDays(44))).isEqualTo(SupportOutcome.MET);
        assertThat(outcome(ALFA, PURPOSE, SHOWN.plusDays(45))).isEqualTo(SupportOutcome.UNKNOWN);
        assertThat(reasons(ALFA, SHOWN.plusDays(45))).contains(SupportReason.REGISTER_STALE);
        assertThat(outcome(BETA, PURPOSE, ON)).isEqualTo(SupportOutcome.MANUAL);
    }

    @Test
    void an_extract_proves_those_in_it_and_nothing_about_others() throws Exception {
        submit(
                Recipients.on(SHOWN)
                        .company(BETA.digits(), Recipients.grant("77-1", ""))
                        .bytes(),
                Coverage.EXTRACT,
                false);

        assertThat(outcome(BETA, PURPOSE, ON)).isEqualTo(SupportOutcome.MANUAL);
        assertThat(outcome(ALFA, PURPOSE, ON)).isEqualTo(SupportOutcome.UNKNOWN);
    }

    @Test
    void a_later_set_in_which_the_recipient_is_absent_ends_what_the_earlier_showed_in_any_order() throws Exception {
        take(Recipients.on(SHOWN.plusMonths(1)).company(ALFA.digits(), Recipients.grant("77-2", "")));
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));

        assertThat(outcome(BETA, PURPOSE, SHOWN.plusDays(10))).isEqualTo(SupportOutcome.MANUAL);
        assertThat(outcome(BETA, PURPOSE, SHOWN.plusMonths(1))).isEqualTo(SupportOutcome.MET);
        assertThat(outcome(ALFA, PURPOSE, SHOWN.plusDays(10))).isEqualTo(SupportOutcome.MET);
    }

    @Test
    void a_support_that_both_registers_tell_of_under_one_number_is_one() throws Exception {
        var entered = enter(BETA, PURPOSE, null);
        take(Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", "")));
        assertThat(as("gckr", () -> checks.given(BETA, ON, null))).hasSize(2);

        as("gckr", () -> records.number(entered.id(), "77-1"));

        assertThat(as("gckr", () -> checks.given(BETA, ON, null))).hasSize(1);
        assertThat(outcome(BETA, "Обучение", ON)).isEqualTo(SupportOutcome.MET); // our record says the purpose
    }

    @Test
    void one_number_with_two_recipients_is_a_support_of_each() throws Exception {
        var view = take(Recipients.on(SHOWN)
                .company(ALFA.digits(), Recipients.grant("77-1", ""))
                .company(BETA.digits(), Recipients.grant("77-1", "")));

        assertThat(codes(view)).isEmpty();
        assertThat(outcome(ALFA, PURPOSE, ON)).isEqualTo(SupportOutcome.MANUAL);
        assertThat(outcome(BETA, PURPOSE, ON)).isEqualTo(SupportOutcome.MANUAL);
    }

    @Test
    void violations_of_the_set_ban_and_an_undated_one_leaves_it_open_until_somebody_enters_it() throws Exception {
        take(Recipients.on(SHOWN)
                .company(
                        ALFA.digits(),
                        Recipients.given(
                                "77-1",
                                "0200",
                                "0201",
                                DECIDED,
                                ENDS,
                                "<Нарушения ВидНаруш=\"1\" ДатаНаруш=\"01.02.2024\"/>"))
                .company(
                        BETA.digits(),
                        Recipients.given("77-2", "0200", "0201", DECIDED, ENDS, "")
                                .replace("ИнфНаруш=\"2\"", "ИнфНаруш=\"1\"")));

        assertThat(outcome(ALFA, PURPOSE, ON)).isEqualTo(SupportOutcome.NOT_MET);
        assertThat(reasons(BETA, ON)).contains(SupportReason.VIOLATION_UNDATED);
        var entered = as(
                "gckr",
                () -> records.enter(new EnterSupport(
                        BETA,
                        null,
                        FUND,
                        null,
                        "PROPERTY",
                        "PREMISES",
                        "Цех",
                        DECIDED,
                        ENDS,
                        BigDecimal.ONE,
                        "SQUARE_METRE",
                        "77-2",
                        paper())));
        recognise(BETA, entered.id(), ViolationKind.OTHER, LocalDate.of(2024, 2, 1), null);
        assertThat(reasons(BETA, ON)).contains(SupportReason.BANNED).doesNotContain(SupportReason.VIOLATION_UNDATED);
    }

    @Test
    void a_code_that_the_directory_does_not_hold_is_remarked_and_known_once_it_is_added() throws Exception {
        var view = take(Recipients.on(SHOWN)
                .company(BETA.digits(), Recipients.given("77-1", "0100", "0105", DECIDED, ENDS, "")));
        assertThat(codes(view)).containsExactly("support-code-unknown");

        assertProblem("support-kind-register-code-unknown", () -> as("department", () -> directory.add(loan())));
        own("insert into support.register_kind (form_code, code, form_name, name, valid_from, recorded_by)"
                + " select '0100', '0105', 'Финансовая поддержка', 'Заём', '2008-01-01', max(id) from platform.change");
        as("department", () -> directory.add(loan()));

        assertThat(as("gckr", () -> checks.check(new CheckQuery(BETA, "FINANCIAL", "LOAN", PURPOSE, ON, null)))
                        .outcome())
                .isEqualTo(SupportOutcome.MANUAL);
    }

    @Test
    void what_is_strange_is_remarked_and_what_could_not_be_read_is_not_absent() throws Exception {
        var set = Recipients.on(SHOWN)
                .company(ALFA.digits()) // nothing was given to it, says the file, and yet it is there
                .company(BETA.digits(), Recipients.grant("77-1", "").replace("31.12.2024", "до конца года"))
                .company("7701234567", Recipients.grant("77-3", ""))
                .person(PERSON.digits(), Recipients.grant("77-4", ""), Recipients.grant("77-4", ""))
                .xml()
                .replace("КолДок=\"4\"", "КолДок=\"9\"")
                .replace("4.04", "4.07");

        var view = submit(set.getBytes(UTF_8), Coverage.COMPLETE, false);

        assertThat(view.state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(view.records()).isEqualTo(4);
        assertThat(view.rejected()).isEqualTo(2);
        assertThat(codes(view))
                .containsExactlyInAnyOrder(
                        "format-version-unproven",
                        "count-differs",
                        "support-missing",
                        "support-date-unreadable",
                        "support-subject-number-wrong",
                        "support-number-twice");
        assertThat(reasons(ALFA, ON)).contains(SupportReason.REGISTER_UNREAD);
        assertThat(reasons(BETA, ON)).contains(SupportReason.TERM_UNKNOWN);
        assertThat(one(
                        "select string_agg(concat_ws('|', name, size, provider_name), ',') from support.shown where inn = '"
                                + PERSON + "'"))
                .isEqualTo("ФОНД «ОПОРА»");
    }

    @Test
    void what_is_no_such_set_changes_nothing() throws Exception {
        var good = Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", ""));
        var xml = good.xml();

        assertRefused("xml-malformed", xml.substring(0, xml.length() - 40));
        assertRefused("xml-dtd", xml.replace("<Файл", "<!DOCTYPE Файл [<!ENTITY x \"y\">]><Файл"));
        assertRefused("support-root-unknown", xml.replace("Файл", "Реестр"));
        assertRefused("support-file-kind-unknown", xml.replace("РЕЕСТРМСП-ПП", "РЕЕСТРМСП"));
        assertRefused("support-upload-unreadable", "ИНН;ОГРН");
        assertRefused("support-import-empty", Recipients.on(SHOWN).xml());
        assertRefused("support-import-undated", xml.replace("ДатаСост=\"15.02.2024\"", "ДатаСост=\"вчера\""));
        assertRefused("support-import-date-later", xml.replace("ДатаСост=\"15.02.2024\"", "ДатаСост=\"15.02.2999\""));
        assertThat(one("select count(*) from support.shown")).isEqualTo("0");
        assertThat(reasons(ALFA, ON)).contains(SupportReason.REGISTER_ABSENT);
    }

    @Test
    void a_complete_set_much_smaller_than_the_one_before_needs_a_persons_word() throws Exception {
        take(Recipients.on(SHOWN)
                .company(ALFA.digits(), Recipients.grant("77-1", ""))
                .company(BETA.digits(), Recipients.grant("77-2", "")));
        var small = Recipients.on(SHOWN.plusMonths(1))
                .company(BETA.digits(), Recipients.grant("77-2", ""))
                .bytes();

        var refused = submit(small, Coverage.COMPLETE, false);

        assertThat(refused.refusalCode()).isEqualTo("support-import-too-small");
        assertThat(submit(small, Coverage.EXTRACT, false).state()).isEqualTo(ReleaseState.COMPLETED);
        assertThat(submit(small, Coverage.COMPLETE, true).state()).isEqualTo(ReleaseState.COMPLETED);
    }

    @Test
    void the_same_bytes_again_say_nothing_more_and_a_withdrawn_set_holds_no_longer_except_as_known_before()
            throws Exception {
        var set = Recipients.on(SHOWN).company(BETA.digits(), Recipients.grant("77-1", ""));
        var first = take(set);
        var again = take(set);
        assertThat(again.supports()).isEqualTo(1);
        assertThat(one("select count(*) from support.shown")).isEqualTo("1");
        var before = instant();

        as("department", () -> imports.withdraw(first.id(), "Не тот файл"));
        assertProblem("second-person-required", () -> as("department", () -> imports.withdraw(first.id(), null)));
        as("department2", () -> imports.withdraw(first.id(), null));

        assertThat(as("auditor", () -> imports.view(again.id())).state()).isEqualTo(ReleaseState.WITHDRAWN);
        assertThat(reasons(BETA, ON)).contains(SupportReason.REGISTER_ABSENT);
        assertThat(check(BETA, PURPOSE, ON, before).outcome()).isEqualTo(SupportOutcome.MANUAL);
    }

    @Test
    void only_those_who_may_enter_and_read_do() {
        assertThatThrownBy(() -> enterAs("auditor")).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() ->
                        as("expert", () -> checks.check(new CheckQuery(ALFA, "FINANCIAL", "GRANT", null, ON, null))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("applicant", () -> records.count(SupportFilter.of(ALFA))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as(
                        "gckr",
                        () -> imports.submit(
                                "a.xml", Coverage.COMPLETE, false, new ByteArrayInputStream(new byte[] {1}), 10)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as(
                        "gckr",
                        () -> parameters.set(new SupportParameter(SupportParameter.Code.RELEASE_DAYS, "45", ON, "x"))))
                .isInstanceOf(EJBAccessException.class);
    }

    private void assertRefused(String code, String text) throws Exception {
        var view = submit(text.getBytes(UTF_8), Coverage.COMPLETE, false);

        assertThat(view.state()).as(code).isEqualTo(ReleaseState.REFUSED);
        assertThat(view.refusalCode()).isEqualTo(code);
    }

    private SupportImportView take(Recipients set) throws Exception {
        var view = submit(set.bytes(), Coverage.COMPLETE, true);
        assertThat(view.state()).as(view.toString()).isEqualTo(ReleaseState.COMPLETED);
        return view;
    }

    private SupportImportView submit(byte[] bytes, Coverage coverage, boolean confirm) throws Exception {
        long id = as(
                "department",
                () -> imports.submit("recipients.xml", coverage, confirm, new ByteArrayInputStream(bytes), 1L << 20)
                        .id());
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            var view = as("department", () -> imports.view(id));
            if (view.state() != ReleaseState.QUEUED && view.state() != ReleaseState.RUNNING) {
                return view;
            }
            Thread.sleep(30);
        }
        throw new AssertionError("import " + id + " did not end");
    }

    private List<String> codes(SupportImportView view) throws Exception {
        return as("auditor", () -> imports.problems(view.id(), ALL)).items().stream()
                .map(remark -> remark.code())
                .toList();
    }

    private static Paper paper() {
        return new Paper("Решение", "7", DECIDED);
    }

    private static EnterSupport command(
            Inn inn, String form, String kind, String unit, LocalDate decided, LocalDate ends, String size) {
        return new EnterSupport(
                inn, null, FUND, null, form, kind, PURPOSE, decided, ends, new BigDecimal(size), unit, null, paper());
    }

    private SupportRecordView enter(Inn inn, String purpose, String number) throws Exception {
        return as(
                "gckr",
                () -> records.enter(new EnterSupport(
                        inn,
                        null,
                        FUND,
                        "Фонд «Опора»",
                        "FINANCIAL",
                        "GRANT",
                        purpose,
                        DECIDED,
                        ENDS,
                        new BigDecimal("1250000"),
                        "ROUBLE",
                        number,
                        paper())));
    }

    private SupportRecordView enterAs(String login) throws Exception {
        return as(login, () -> records.enter(command(ALFA, "FINANCIAL", "GRANT", "ROUBLE", DECIDED, ENDS, "1")));
    }

    private ViolationView recognise(Inn inn, UUID record, ViolationKind kind, LocalDate on, LocalDate due)
            throws Exception {
        return as(
                "gckr",
                () -> violations.recognise(
                        new RecogniseViolation(inn, record, kind, on, due, "Средства израсходованы на иное", paper())));
    }

    private SupportVerdict check(Inn inn, String purpose, LocalDate on, Instant knownOn) throws Exception {
        return as("auditor", () -> checks.check(new CheckQuery(inn, "FINANCIAL", "GRANT", purpose, on, knownOn)));
    }

    private SupportOutcome outcome(Inn inn, String purpose, LocalDate on) throws Exception {
        return check(inn, purpose, on, null).outcome();
    }

    private List<SupportReason> reasons(Inn inn, LocalDate on) throws Exception {
        return check(inn, PURPOSE, on, null).findings().stream()
                .map(SupportFinding::reason)
                .toList();
    }

    private Instant instant() throws Exception {
        return Instant.parse(
                one("select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private static SupportDirectory.Kind loan() {
        return new SupportDirectory.Kind(
                "FINANCIAL", "LOAN", "Заём", "Loan", "0105", "Справочник видов поддержки", DECIDED, null);
    }
}
