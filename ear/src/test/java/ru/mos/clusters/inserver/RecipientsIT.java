package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.recipient.Answers;
import ru.mos.clusters.recipient.BatchState;
import ru.mos.clusters.recipient.BatchView;
import ru.mos.clusters.recipient.Batches;
import ru.mos.clusters.recipient.HeldView;
import ru.mos.clusters.recipient.HoldReason;
import ru.mos.clusters.recipient.ItemAction;
import ru.mos.clusters.recipient.ItemOutcome;
import ru.mos.clusters.recipient.ItemView;
import ru.mos.clusters.recipient.SendingTerms;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.RecogniseViolation;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.directory.RegisterDirectory;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.support.rule.ViolationKind;

/** What goes to the tax service's register of recipients: from agreements and documents to the answer. */
class RecipientsIT extends InServer {

    private static final Inn ALFA = new Inn(Register.inn(701));
    private static final Inn PERSON = new Inn("770000000156");
    private static final Inn PROVIDER = new Inn("7700000016");
    private static final LocalDate ENTERED = LocalDate.of(2016, 8, 10);
    private static final PageRequest ALL = PageRequest.first(100);
    private static final String HEADINGS =
            "Код формы;Наименование формы;Код вида;Наименование вида;Действует с;Действует по\n";

    @Inject
    Granting grant;

    @Inject
    Agreements agreements;

    @Inject
    SupportRecords records;

    @Inject
    SupportViolations violations;

    @Inject
    SupportImports imports;

    @Inject
    Batches batches;

    @Inject
    Answers answers;

    @Inject
    SendingTerms terms;

    @Inject
    RegisterDirectory directory;

    @Inject
    Uploads uploads;

    @Inject
    Releases releases;

    @BeforeEach
    void nothing_was_sent() throws Exception {
        for (var login : List.of("department", "department2", "chief", "auditor", "gckr")) {
            given(login);
        }
        nothingLeft();
    }

    @AfterEach
    void nothingLeft() throws Exception {
        grant.awarding().nothingLeft();
        grant.awarding().own("""
                truncate support.record, support.violation, support.import, support.import_problem, support.shown,
                         support.shown_violation, recipient.batch cascade;
                update support.kind set register_form = null, register_code = null where (form, code) <> ('FINANCIAL', 'GRANT');
                delete from support.register_kind where recorded_by is not null;
                update support.form set register_code = null where code <> 'FINANCIAL';
                delete from platform.task where subject_kind in ('RECIPIENT_BATCH', 'RECIPIENT_MONTH')""");
    }

    @Test
    void an_agreement_is_support_by_share_where_the_call_says_so_and_follows_amendment_and_termination()
            throws Exception {
        grant.inForce("1000000.00");
        assertThat(supported()).isEqualTo("600000.00 2026-12-31, 400000.00 2026-12-31");
        assertThat(one("select distinct provider_inn || ' ' || decided_on || ' ' || purpose from support.record"))
                .isEqualTo("7700000016 2026-06-01 Прибор");
        var ids = one("select string_agg(cast(id as text), ',' order by inn) from support.record");

        var stopped = UUID.fromString(ids.split(",")[0]);
        as("department", () -> records.stop(stopped, LocalDate.of(2026, 6, 1), paper()));

        var amending = as("department", () -> agreements.amend(grant.id(), null, "Дешевле"));
        var before = amending.editions().get(1).terms();
        var cheaper = new AgreementTerms(
                before.article(),
                before.treasurySupport(),
                before.vatEligible(),
                List.of(
                        of(before.instalments().get(0), "540000.00"),
                        of(before.instalments().get(1), "360000.00")),
                before.budget(),
                before.targets());
        as("department", () -> agreements.edit(grant.id(), amending.version(), cheaper));
        as("chief", () -> agreements.sign(grant.id(), null));
        grant.registered("БО-2");
        assertThat(supported()).isEqualTo("540000.00 2026-12-31, 360000.00 2026-12-31");
        assertThat(one("select string_agg(cast(id as text), ',' order by inn) from support.record"
                        + " where superseded_by is null"))
                .isEqualTo(ids);
        assertThat(one("select count(stopped_on) from support.record where superseded_by is null"))
                .isEqualTo("0");

        as("chief", () -> agreements.terminate(grant.id(), null, "По соглашению сторон"));
        assertThat(
                        one(
                                "select string_agg(cast(stopped_on as text), ',') from support.record where superseded_by is null"))
                .isEqualTo("2026-06-01,2026-06-01");
    }

    @Test
    void an_association_is_recorded_and_never_sent() throws Exception {
        grant.drawnUp("1000000.00");
        grant.awarding().own("update agreement.agreement set route = 'APPLICANT_ONLY'");
        as("chief", () -> agreements.sign(grant.id(), null));
        grant.registered("БО-1");
        assertThat(supported()).isEqualTo("1000000.00 2026-12-31");

        var batch = as("department", () -> batches.prepare());

        assertThat(batch.documents()).isZero();
        assertThat(held(batch)).extracting(HeldView::reason).containsExactly(HoldReason.ASSOCIATION);
        assertThat(batch.state()).isEqualTo(BatchState.HELD_ONLY);
        assertProblem("transition-not-allowed", () -> as("chief", () -> batches.release(batch.id(), null)));
        assertProblem("batch-without-records", () -> as("department", () -> batches.prepare()));
    }

    @Test
    void what_changed_since_is_prepared_anew_and_tasks_come_back_with_the_file_put_away() throws Exception {
        registered();
        enter(PERSON, "FINANCIAL", "GRANT", LocalDate.of(2016, 8, 12), "ROUBLE");
        var first = as("department", () -> batches.prepare());
        assertThat(first.state()).isEqualTo(BatchState.HELD_ONLY);
        assertThat(open("RECIPIENTS_HELD")).isEqualTo(first.id().toString());

        var sent = enter(ALFA, "FINANCIAL", "GRANT", ENTERED, "ROUBLE");
        var second = as("department", () -> batches.prepare());
        as("department", () -> records.stop(sent.id(), LocalDate.of(2016, 10, 1), paper()));
        assertProblem("batch-outdated", () -> as("chief", () -> batches.release(second.id(), null)));
        as("department", () -> batches.cancel(second.id(), null, "Изменилось"));
        assertThat(open("RECIPIENTS_HELD")).isEqualTo(first.id().toString());
        assertThat(open("RECIPIENTS_TO_SEND")).isEqualTo("2016-08");

        var third = as("department", () -> batches.prepare());
        as("chief", () -> batches.release(third.id(), null));
        assertThat(open("RECIPIENTS_HELD")).isEqualTo(third.id().toString());
        assertThat(open("RECIPIENTS_TO_SEND")).isNull();
        answer(third, "a.xml", row(items(third).get(0).documentId(), "02", ""));
        assertThat(open("RECIPIENTS_REFUSED")).isEqualTo(third.id().toString());
        as("department", () -> {
            records.annul(sent.id(), "Ошибка");
            terms.refresh();
            return null;
        });
        assertThat(open("RECIPIENTS_REFUSED")).isNull();
    }

    private String open(String kind) throws Exception {
        return one(
                "select string_agg(subject, ',') from platform.task where closed_by is null and kind = '" + kind + "'");
    }

    @Test
    void what_was_in_force_before_is_gathered_before_sending() throws Exception {
        grant.inForce("1000000.00");
        grant.awarding().own("truncate support.record cascade");

        var batch = as("department", () -> batches.prepare());

        assertThat(supported()).isEqualTo("600000.00 2026-12-31, 400000.00 2026-12-31");
        assertThat(batch.documents()).isEqualTo(2);
        assertThat(items(batch))
                .extracting(one -> one.size().toString())
                .containsExactlyInAnyOrder("600000.00", "400000.00");
    }

    @Test
    void who_is_in_the_register_on_the_day_is_sent_and_everybody_else_is_held_back_with_the_reason() throws Exception {
        registered();
        var sent = enter(ALFA, "FINANCIAL", "GRANT", ENTERED, "ROUBLE");
        enter(ALFA, "FINANCIAL", "GRANT", ENTERED.minusDays(1), "ROUBLE");
        enter(ALFA, "FINANCIAL", "GRANT", LocalDate.of(2020, 1, 1), "ROUBLE");
        enter(ALFA, "CONSULTING", "CONSULTATION", ENTERED, "HOUR");
        enter(PERSON, "FINANCIAL", "GRANT", LocalDate.of(2016, 8, 12), "ROUBLE");

        as("department", () -> {
            terms.refresh();
            return null;
        });
        assertThat(one("select due from platform.task where kind = 'RECIPIENTS_TO_SEND' and subject = '2016-08'"
                        + " and closed_by is null"))
                .isEqualTo("2016-09-05");

        var batch = as("department", () -> batches.prepare());

        assertThat(items(batch)).extracting(ItemView::recordId).containsExactly(sent.id());
        assertThat(held(batch))
                .extracting(one -> one.decidedOn() + " " + one.reason())
                .containsExactlyInAnyOrder(
                        "2016-08-09 NOT_SME",
                        "2020-01-01 STATUS_UNKNOWN",
                        "2016-08-10 CODE_MISSING",
                        "2016-08-12 SELF_EMPLOYED_UNPROVEN");
        assertProblem("batch-prepared-twice", () -> as("department2", () -> batches.prepare()));
        assertProblem("batch-not-released", () -> as("department", () -> batches.file(batch.id())));
        var released = as("chief", () -> batches.release(batch.id(), batch.version()));
        assertThat(released.state()).isEqualTo(BatchState.RELEASED);
        assertThat(one("select count(*) from platform.task where kind = 'RECIPIENTS_TO_SEND' and closed_by is null"))
                .isEqualTo("0");
        assertThat(one("select count(*) from platform.task where kind = 'RECIPIENTS_HELD' and closed_by is null"))
                .isEqualTo("1");

        shows(released, "<СвЮЛ ИННЮЛ=\"" + ALFA + "\"", "КатСуб=\"2\"", "ДатаПрин=\"10.08.2016\"");
        var read = taken(Files.readAllBytes(as("department", () -> batches.file(batch.id()))));
        assertThat(read).isEqualTo("%s %s 0100 0103 2016-08-10 2016-12-31 1250.50 1".formatted(ALFA, PROVIDER));
    }

    @Test
    void the_directory_is_loaded_whole_and_its_codes_alone_are_used_in_all_units() throws Exception {
        registered();
        assertThat(load(HEADINGS + "0900;Иная;901;Услуга;01.01.2010;\n")).isEqualTo("2 Код вида");
        assertProblem(
                "support-kind-register-code-unknown",
                () -> as("department", () -> directory.assign("OTHER", "OTHER", "0900", "0901")));
        assertThat(
                        load(
                                HEADINGS
                                        + "0900;Иная;0901;Услуга;01.01.2010;\n0400;Консультационная поддержка;0401;Консультация;01.01.2010;\n"))
                .isEmpty();
        as("department", () -> directory.assign("OTHER", "OTHER", "0900", "0901"));
        assertProblem(
                "directory-form-other",
                () -> as("department", () -> directory.assign("FINANCIAL", "GRANT", "0900", "0901")));
        var units = List.of("ROUBLE", "SQUARE_METRE", "HOUR", "PERCENT", "PIECE");
        for (var unit : units) {
            enter(ALFA, "OTHER", "OTHER", ENTERED, unit);
        }
        enter(ALFA, "CONSULTING", "CONSULTATION", ENTERED, "HOUR");

        var batch = as("department", () -> batches.prepare());
        as("chief", () -> batches.release(batch.id(), null));

        assertThat(batch.documents()).isEqualTo(6);
        shows(batch, "ЕдПод=\"1\"", "ЕдПод=\"2\"", "ЕдПод=\"3\"", "ЕдПод=\"4\"", "ЕдПод=\"5\"");
        shows(batch, "КодФорм=\"0400\"", "КодВид=\"0401\"");
        assertThatThrownBy(() -> grant.awarding().own("update recipient.item set kind_code = '0999'"))
                .hasMessageContaining("item_code_unknown");
    }

    @Test
    void an_answer_is_taken_once_gives_the_number_and_what_was_refused_is_sent_again() throws Exception {
        registered();
        var accepted = enter(ALFA, "FINANCIAL", "GRANT", ENTERED, "ROUBLE");
        var refused = enter(new Inn(Register.inn(702)), "FINANCIAL", "GRANT", ENTERED, "ROUBLE");
        var first = as("department", () -> batches.prepare());
        assertProblem("transition-not-allowed", () -> answer(first, "x", "<a/>"));
        as("chief", () -> batches.release(first.id(), null));
        var documents = items(first).stream().collect(Collectors.toMap(ItemView::recordId, ItemView::documentId));

        assertProblem("xml-dtd", () -> answer(first, "a", "<!DOCTYPE a [<!ENTITY x 'y'>]><Файл/>"));
        assertProblem("answer-document-unknown", () -> answer(first, "a", row(UUID.randomUUID(), "02", "")));
        var content = row(documents.get(accepted.id()), "01", "ИдПоддерж=\"77-000001\"")
                + row(documents.get(refused.id()), "02", "");
        var answered = answer(first, "answer.xml", content);

        assertThat(answered.state()).isEqualTo(BatchState.ANSWERED);
        assertThat(as("gckr", () -> records.view(accepted.id())).registerNumber())
                .isEqualTo("77-000001");
        assertThat(one("select count(*) from recipient.item i join support.record r on r.row_id = i.row_id"
                        + " where r.superseded_by is null"))
                .isEqualTo("2");
        assertThat(answer(first, "answer.xml", content)).isEqualTo(answered);
        assertThat(
                        one(
                                "select facts ->> 'refused' from platform.task where kind = 'RECIPIENTS_REFUSED' and closed_by is null"))
                .isEqualTo("1");

        as(
                "department",
                () -> violations.recognise(new RecogniseViolation(
                        ALFA,
                        accepted.id(),
                        ViolationKind.OTHER,
                        LocalDate.of(2016, 9, 1),
                        LocalDate.of(2016, 10, 1),
                        "Не представлен отчёт",
                        paper())));
        var second = as("department", () -> batches.prepare());
        assertThat(items(second))
                .extracting(one -> one.recordId() + " " + one.action())
                .containsExactlyInAnyOrder(
                        accepted.id() + " " + ItemAction.VIOLATION, refused.id() + " " + ItemAction.CREATE);
        as("chief", () -> batches.release(second.id(), null));
        assertThat(one("select count(*) from platform.task where kind = 'RECIPIENTS_REFUSED' and closed_by is null"))
                .isEqualTo("0");
        shows(
                second,
                "НомерПод=\"77-000001\"",
                "ИнфНаруш=\"1\"",
                "ВидНаруш=\"2\" ДатаНаруш=\"01.09.2016\" СрокУстр=\"01.10.2016\"");
        assertProblem("answer-of-another-batch", () -> answer(second, "b", content));
        assertThat(items(first)).extracting(ItemView::outcome).contains(ItemOutcome.ACCEPTED, ItemOutcome.REFUSED);

        as("department", () -> records.stop(accepted.id(), LocalDate.of(2016, 10, 1), paper()));
        var third = as("department", () -> batches.prepare());
        assertThat(items(third)).extracting(ItemView::action).containsExactly(ItemAction.STOP);
        assertThat(as("auditor", () -> records.view(accepted.id())).expired()).isTrue();
        as("department", () -> batches.cancel(third.id(), null, "Позже"));
    }

    /** On the tenth of August 2016 a complete release shows Alfa, the day before another one others alone. */
    private void registered() throws Exception {
        Register.take(uploads, releases, ENTERED.minusDays(1), Coverage.COMPLETE, Register.inns(710, 2));
        Register.take(uploads, releases, ENTERED, Coverage.COMPLETE, Register.inns(701, 2));
    }

    private SupportRecordView enter(Inn inn, String form, String kind, LocalDate decided, String unit)
            throws Exception {
        return as(
                "department",
                () -> records.enter(new EnterSupport(
                        inn,
                        null,
                        PROVIDER,
                        "Департамент",
                        form,
                        kind,
                        "Цель " + decided + " " + unit,
                        decided,
                        LocalDate.of(decided.getYear(), 12, 31),
                        new BigDecimal("1250.50"),
                        unit,
                        null,
                        paper())));
    }

    private static Paper paper() {
        return new Paper("Решение", "1", ENTERED);
    }

    private static Instalment of(Instalment before, String amount) {
        return new Instalment(before.stage(), before.dueOn(), new BigDecimal(amount), before.own());
    }

    private String supported() throws Exception {
        return one("select string_agg(size || ' ' || ends_on, ', ' order by size desc) from support.record"
                + " where superseded_by is null");
    }

    private List<ItemView> items(BatchView batch) throws Exception {
        return as("auditor", () -> batches.items(batch.id(), ALL)).items();
    }

    private List<HeldView> held(BatchView batch) throws Exception {
        return as("auditor", () -> batches.held(batch.id(), ALL)).items();
    }

    private void shows(BatchView batch, String... parts) throws Exception {
        assertThat(Files.readString(as("auditor", () -> batches.file(batch.id()))))
                .contains(parts);
    }

    /** The first fault, or nothing. */
    private String load(String csv) throws Exception {
        var report = as("department", () -> directory.load(new ByteArrayInputStream(csv.getBytes(UTF_8)), "codes.csv"));
        return report.rejected().stream()
                .map(place -> place.row() + " " + place.column())
                .collect(Collectors.joining(", "));
    }

    private BatchView answer(BatchView batch, String name, String rows) throws Exception {
        var xml = rows.startsWith("<!") ? rows : "<Файл>" + rows + "</Файл>";
        return as("department", () -> answers.take(batch.id(), new ByteArrayInputStream(xml.getBytes(UTF_8)), name));
    }

    private static String row(UUID document, String code, String more) {
        return "<Документ ИдДок=\"%s\" КодРезОбр=\"%s\" %s НаимПолуч=\"ООО\"/>".formatted(document, code, more);
    }

    /** What our own reader of the tax service's publications sees in the file. */
    private String taken(byte[] file) throws Exception {
        long id = as(
                "department",
                () -> imports.submit("own.xml", Coverage.EXTRACT, false, new ByteArrayInputStream(file), 1L << 20)
                        .id());
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        var state = ReleaseState.QUEUED;
        while ((state == ReleaseState.QUEUED || state == ReleaseState.RUNNING) && System.nanoTime() < until) {
            Thread.sleep(50);
            state = as("department", () -> imports.view(id).state());
        }
        assertThat(state).isEqualTo(ReleaseState.COMPLETED);
        assertThat(as("auditor", () -> imports.problems(id, ALL)).items()).isEmpty();
        return one(
                "select concat_ws(' ', inn, provider_inn, form_code, kind_code, decided_on, ends_on, size, unit_code)"
                        + " from support.shown where import_id = " + id);
    }
}
