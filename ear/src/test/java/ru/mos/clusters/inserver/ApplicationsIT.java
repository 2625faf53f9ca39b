package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationFilter;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.application.ApplicationPapers;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.CheckView.Ground;
import ru.mos.clusters.call.application.CheckView.Remark;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.SubmissionView;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.call.openness.CallOpenness.StateTime;
import ru.mos.clusters.call.openness.OpennessReports;
import ru.mos.clusters.call.request.AskBody;
import ru.mos.clusters.call.request.InteragencyRequests;
import ru.mos.clusters.call.request.RequestSubject;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.ReplaceOrganisation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Tasks;

/** An application from its first line to the end of the formal check, by the clock of the database. */
class ApplicationsIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final String OTHERS = "7736050003";

    @Inject
    Applying applying;

    @Inject
    Calls calls;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Applications applications;

    @Inject
    ApplicationDrafts drafts;

    @Inject
    Submissions submissions;

    @Inject
    ApplicationPapers papers;

    @Inject
    FormalChecks checks;

    @Inject
    ApplicationMoves moves;

    @Inject
    InteragencyRequests requests;

    @Inject
    Tasks tasks;

    /** Copies of a project and of its application: of which of both, how many. */
    private static final String COPIES = """
            do $$
            declare
                told record;
                columns text;
                values text;
                copy uuid;
            begin
                for told in select c.table_schema || '.' || c.table_name as name
                              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                             where t.table_type = 'BASE TABLE' and c.table_schema = 'project' and c.column_name = 'project_id' loop
                    execute 'alter table ' || told.name || ' disable trigger user';
                end loop;
                for n in 1..%3$d loop
                    copy := gen_random_uuid();
                    for told in
                        select c.table_schema as home, c.table_name as name, c.column_name as key,
                               case c.table_schema || '.' || c.table_name when 'call.application' then 9 when 'project.project' then 0
                                    when 'project.edition' then 1 else 2 end as turn
                          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and (c.table_schema = 'project' and c.column_name = 'project_id'
                               or c.table_schema || '.' || c.table_name = 'project.project' and c.column_name = 'id'
                               or c.table_schema || '.' || c.table_name = 'call.application' and c.column_name = 'project_id')
                         order by turn loop
                        select string_agg(quote_ident(column_name), ', '),
                               string_agg(case when column_name = told.key then quote_literal(copy) || '::uuid'
                                               when column_name = 'id' and data_type = 'uuid' then 'gen_random_uuid()'
                                               else quote_ident(column_name) end, ', ')
                          into columns, values
                          from information_schema.columns
                         where table_schema = told.home and table_name = told.name and is_identity = 'NO' and is_generated = 'NEVER';
                        execute format('insert into %%I.%%I (%%s) select %%s from %%I.%%I where %%I = %%L %%s', told.home, told.name, columns,
                                       values, told.home, told.name, told.key, '%1$s',
                                       case told.turn when 9 then 'and id = ''%2$s''' else '' end);
                    end loop;
                end loop;
                for told in select c.table_schema || '.' || c.table_name as name
                              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                             where t.table_type = 'BASE TABLE' and c.table_schema = 'project' and c.column_name = 'project_id' loop
                    execute 'alter table ' || told.name || ' enable trigger user';
                end loop;
            end $$""";

    @Inject
    OpennessReports openness;

    private UUID cluster;

    @BeforeEach
    void a_call_in_intake_and_a_project() throws Exception {
        for (var login : List.of(
                "department",
                "department2",
                "gckr",
                "gckr2",
                "chief",
                "infrastructure",
                "auditor",
                "commission",
                "admin",
                "applicant",
                "applicant2",
                "applicant3",
                "service")) {
            given(login);
        }
        gone();
        at("2026-03-10 12:00:00");
        own("""
            insert into platform.organisation (id, name, inn)
            values ('00000000-0000-0000-0000-00000000a001', 'Союз', '%s'), ('00000000-0000-0000-0000-00000000a002', 'Чужие', '%s')
            on conflict do nothing;
            update platform.app_user set organisation_id = (select id from platform.organisation where inn = '%1$s')
             where login in ('applicant', 'applicant2');
            update platform.app_user set organisation_id = (select id from platform.organisation where inn = '%2$s')
             where login = 'applicant3'\
            """.formatted(UNION.digits(), OTHERS));
        cluster = as(
                        "gckr",
                        () -> clusters.create(new CreateCluster(
                                "IT",
                                "Кластер",
                                new UnitingEntity(UNION, "Союз", null),
                                LocalDate.of(2020, 1, 1),
                                null)))
                .id();
        for (var member : List.of("7700000016", "7700000023")) {
            as(
                    "gckr",
                    () -> memberships.admit(new AdmitMember(
                            cluster,
                            new Participation(new Inn(member), "Участник", Set.of(ParticipantRole.MANUFACTURER), true),
                            LocalDate.of(2020, 1, 1),
                            null)));
        }
        applying.mandate("applicant", UNION, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        applying.programme("APPLICATIONS_IT");
    }

    @AfterEach
    void gone() throws Exception {
        own("delete from platform.clock_shift; truncate cluster.consultation");
        own(CallFixture.NOTHING_LEFT);
        own("""
            delete from call.plan_line where programme = 'APPLICATIONS_IT';
            delete from call.measure where programme = 'APPLICATIONS_IT';
            delete from call.programme_act where programme = 'APPLICATIONS_IT';
            delete from call.programme where code = 'APPLICATIONS_IT';
            delete from platform.mandate;
            update platform.app_user set organisation_id = null
             where login like 'applicant%' or login = 'service';
            delete from platform.task where kind like 'CALL_%' or kind = 'INTERAGENCY_ANSWER_AWAITED'\
            """);
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    /** Sets the clock to a time of Moscow. */
    private void at(String moscow) throws Exception {
        own("delete from platform.clock_shift");
        own("insert into platform.clock_shift select (timestamp '" + moscow
                + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    private CallView published() throws Exception {
        return published("PRIORITY");
    }

    private CallView published(String eligibility) throws Exception {
        return applying.publish("APPLICATIONS_IT", Applying.terms(eligibility));
    }

    private UUID project() throws Exception {
        return applying.project(UNION, ApplicationFixture.project(cluster, "Линия"));
    }

    private ApplicationView signed(UUID call) throws Exception {
        own("truncate cluster.consultation");
        var draft = applying.filled("applicant", call, project());
        return as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version())));
    }

    private ApplicationView submitted() throws Exception {
        own("truncate cluster.consultation");
        var signed = signed(published().id());
        as("applicant2", () -> submissions.certify(signed.id(), Signing.own(null)));
        return as("gckr", () -> applications.view(signed.id()));
    }

    @Test
    void two_persons_send_an_application_and_get_one_receipt_however_often_they_press() throws Exception {
        var call = published();
        var draft = applying.filled("applicant", call.id(), project());
        assertThat(draft.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(as("applicant", () -> drafts.sections(draft.id())))
                .allSatisfy(section -> assertThat(section.isComplete()).isTrue());

        var signed = as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version())));
        var again = as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version())));

        assertThat(signed.state()).isEqualTo(ApplicationState.AWAITING_CERTIFICATION);
        assertThat(again.version()).isEqualTo(signed.version());
        assertThat(as("applicant2", () -> tasks.mine(PageRequest.first(10)).items()))
                .anySatisfy(task -> {
                    assertThat(task.kind()).isEqualTo("CALL_APPLICATION_TO_CERTIFY");
                    assertThat(task.due()).isEqualTo(LocalDate.of(2026, 3, 31));
                });
        assertProblem(
                "second-person-required",
                () -> as("applicant", () -> submissions.certify(draft.id(), Signing.own(null))));
        var receipt = as("applicant2", () -> submissions.certify(draft.id(), Signing.own(signed.version())));
        var replayed = as("applicant2", () -> submissions.certify(draft.id(), Signing.own(signed.version())));

        assertThat(receipt.receipt()).startsWith("ВХ-");
        assertThat(replayed).isEqualTo(receipt);
        assertThat(one("select count(*) from call.submission")).isEqualTo("1");
        assertThat(as("applicant", () -> submissions.receipt(draft.id()))).isEqualTo(receipt);
        var seen = as("gckr", () -> applications.view(draft.id()));
        assertThat(seen.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(seen.submittedAt()).isEqualTo(receipt.receivedAt());
        assertProblem(
                "transition-not-allowed",
                () -> as(
                        "applicant",
                        () -> drafts.save(draft.id(), seen.version(), new Contact(null, null, null, null))));
    }

    @Test
    void of_two_tabs_that_certify_at_once_both_get_the_same_receipt() throws Exception {
        var signed = signed(published().id());
        var gate = new CyclicBarrier(2);
        Callable<SubmissionView> press = () -> as("applicant2", () -> {
            gate.await();
            return submissions.certify(signed.id(), Signing.own(null));
        });
        var pool = Executors.newFixedThreadPool(2);

        var receipts = new HashSet<String>();
        for (Future<SubmissionView> one : pool.invokeAll(List.of(press, press))) {
            receipts.add(one.get().receipt());
        }
        pool.shutdown();

        assertThat(receipts).hasSize(1);
        assertThat(one("select count(*) from call.submission")).isEqualTo("1");
    }

    @Test
    void the_last_second_is_taken_and_the_next_is_not_by_the_clock_of_the_database() throws Exception {
        var signed = signed(published().id());
        at("2026-04-01 00:00:00");
        assertProblem(
                "call-application-late",
                () -> as("applicant2", () -> submissions.certify(signed.id(), Signing.own(null))));
        assertThat(one("select count(*) from call.submission")).isEqualTo("0");
        assertProblem(
                "call-application-late", () -> as("applicant", () -> drafts.begin(signed.call(), signed.project())));

        at("2026-03-31 23:59:58");
        var receipt = as("applicant2", () -> submissions.certify(signed.id(), Signing.own(null)));

        assertThat(receipt.receivedAt()).isBefore(Instant.parse("2026-03-31T21:00:00Z"));
    }

    @Test
    void a_statement_that_comes_late_is_refused_by_the_database_itself() throws Exception {
        var signed = signed(published().id());
        var insert = """
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                         submitted_by, certified_by, received_at, receipt, digest, recorded_by)
            select id, 1, call_id, 1, project_id, 1, answers, 'a', 'b', timestamptz '2026-03-30', '', '', recorded_by
              from call.application where id = '%s'\
            """.formatted(signed.id());
        at("2026-04-01 00:00:00");
        assertProblem("call-application-late", () -> own(insert));
        at("2026-03-03 08:59:59");
        assertProblem("call-application-early", () -> own(insert));
    }

    @Test
    void what_is_not_complete_is_refused_with_the_whole_list() throws Exception {
        var call = published();
        var draft = as("applicant", () -> drafts.begin(call.id(), project()));

        var failure =
                catchThrowable(() -> as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version()))));

        var refused = ProblemTranslator.translate(failure).orElseThrow();
        assertThat(refused.code().slug()).isEqualTo("call-application-incomplete");
        assertThat(refused.faults()).hasSizeGreaterThan(12);
        assertProblem("call-application-twice", () -> as("applicant", () -> drafts.begin(call.id(), draft.project())));
        assertProblem("changed-meanwhile", () -> as("applicant", () -> drafts.declare(draft.id(), 99, List.of())));
    }

    @Test
    void conditions_that_are_a_gate_keep_a_cluster_from_applying_that_does_not_meet_them() throws Exception {
        var draft = applying.filled("applicant", published("GATE").id(), project());

        var failure =
                catchThrowable(() -> as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version()))));

        var refused = ProblemTranslator.translate(failure).orElseThrow();
        assertThat(refused.faults())
                .extracting(fault -> fault.code().slug())
                .containsExactly("call-application-not-eligible");
    }

    @Test
    void whoever_left_between_sending_and_admission_is_seen_when_the_project_is_checked_anew() throws Exception {
        var sent = submitted();
        var before = as("gckr", () -> checks.standing(sent.id()));
        as("gckr", () -> memberships.end(cluster, new Inn("7700000016"), LocalDate.of(2026, 3, 9), "Вышел"));

        var after = as("gckr", () -> checks.standing(sent.id()));

        assertThat(after.reasons()).isNotEqualTo(before.reasons());
    }

    @Test
    void what_may_no_longer_be_supported_on_the_day_of_the_award_is_not_awarded() throws Exception {
        var sent = submitted();
        as("gckr", () -> checks.admit(sent.id(), sent.version(), ApplicationFixture.CONCLUSION));
        as("gckr", () -> moves.move(sent.id(), ApplicationAction.ASSESS, null));
        as("gckr", () -> clusters.close(new CloseCluster(cluster, LocalDate.of(2026, 3, 9), "Слился с другим")));

        assertProblem(
                "call-application-not-eligible",
                () -> as("department", () -> moves.move(sent.id(), ApplicationAction.AWARD, null)));

        assertThat(as("department", () -> applications.view(sent.id())).state()).isEqualTo(ApplicationState.ASSESSED);
    }

    @Test
    void who_advised_the_applicant_does_not_check_its_application() throws Exception {
        var sent = submitted();
        own("insert into cluster.consultation (id, adviser, inn, held_on, form, topic, entered_by, recorded_by)"
                + " select gen_random_uuid(), 'gckr', '" + sent.applicant()
                + "', '2026-01-20', 'CONSULTATION', 'x', max(id), max(id) from platform.change");

        assertProblem(
                "call-application-checked-by-adviser",
                () -> as("gckr", () -> checks.admit(sent.id(), sent.version(), ApplicationFixture.CONCLUSION)));

        own("truncate cluster.consultation");
        assertThat(as("gckr", () -> checks.admit(sent.id(), sent.version(), ApplicationFixture.CONCLUSION))
                        .state())
                .isEqualTo(ApplicationState.ADMITTED);
    }

    @Test
    void another_organisation_and_the_end_of_the_cluster_between_sending_and_admission_are_seen_too() throws Exception {
        var sent = submitted();
        var before = as("gckr", () -> checks.standing(sent.id()));
        as(
                "gckr",
                () -> clusters.unite(new ReplaceOrganisation(
                        cluster,
                        new UnitingEntity(new Inn("7700000111"), "Иной союз", null),
                        LocalDate.of(2026, 3, 9),
                        null)));
        var replaced = as("gckr", () -> checks.standing(sent.id()));
        as("gckr", () -> clusters.close(new CloseCluster(cluster, LocalDate.of(2026, 3, 10), "Слился с другим")));

        var closed = as("gckr", () -> checks.standing(sent.id()));

        assertThat(replaced.reasons()).isNotEqualTo(before.reasons());
        assertThat(closed.reasons()).isNotEqualTo(replaced.reasons());
    }

    @Test
    void nobody_signs_without_a_mandate_of_today() throws Exception {
        var draft = applying.filled("applicant2", published().id(), project());

        assertProblem(
                "call-application-mandate-missing",
                () -> as("applicant2", () -> submissions.sign(draft.id(), Signing.own(null))));
        applying.mandate("applicant2", UNION, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10));
        assertProblem(
                "call-application-mandate-missing",
                () -> as("applicant2", () -> submissions.sign(draft.id(), Signing.own(null))));
        at("2026-03-09 23:59:59");
        assertThat(as("applicant2", () -> submissions.sign(draft.id(), Signing.own(null)))
                        .state())
                .isEqualTo(ApplicationState.AWAITING_CERTIFICATION);
    }

    @Test
    void an_executable_and_a_document_with_macros_are_refused_and_a_pdf_is_known_under_any_name() throws Exception {
        var draft = as("applicant", () -> drafts.begin(published().id(), project()));
        assertProblem(
                "document-type-refused",
                () -> attach(draft.id(), "отчёт.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5, 6}));
        assertProblem("document-type-refused", () -> attach(draft.id(), "смета.docx", withMacros()));
        assertProblem("document-empty", () -> attach(draft.id(), "пусто.pdf", new byte[0]));
        assertProblem(
                "call-application-requirement-unknown",
                () -> as(
                        "applicant",
                        () -> drafts.attach(
                                draft.id(), null, "Не из перечня", "a.pdf", new ByteArrayInputStream(Applying.PDF))));

        attach(draft.id(), "заявление.exe", Applying.PDF);

        assertThat(as("applicant", () -> drafts.answers(draft.id())).documents())
                .singleElement()
                .satisfies(file -> assertThat(file.fileName()).isEqualTo("заявление.exe.pdf"));
    }

    private ApplicationView attach(UUID id, String name, byte[] bytes) throws Exception {
        return as("applicant", () -> drafts.attach(id, null, "Заявление", name, new ByteArrayInputStream(bytes)));
    }

    private static byte[] withMacros() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (var part : List.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_returned_application_is_corrected_within_its_own_term_after_the_deadline_and_shows_its_difference()
            throws Exception {
        var sent = submitted();
        at("2026-04-02 10:00:00");
        var remarks = List.of(new Remark(ApplicationSection.APPLICANT, "Телефон не отвечает"));
        assertProblem(
                "call-application-remarks-missing",
                () -> as("gckr", () -> checks.returnForCorrection(sent.id(), sent.version(), List.of())));
        var returned = as("gckr", () -> checks.returnForCorrection(sent.id(), sent.version(), remarks));
        assertThat(returned.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.correctTo()).isEqualTo(LocalDate.of(2026, 4, 9));
        assertThat(returned.checkedBy()).isEqualTo("gckr");
        assertThat(as("applicant", () -> applications.view(sent.id())).checkedBy())
                .isNull();
        assertProblem(
                "call-application-term-runs",
                () -> as("gckr", () -> checks.reject(sent.id(), null, ground(), List.of())));

        as(
                "applicant",
                () -> drafts.save(
                        sent.id(),
                        applying.version("applicant", sent.id()),
                        new Contact("Иванова А. А.", "+7 495 111-11-11", "office@example.ru", "Москва")));
        assertThat(as("gckr", () -> drafts.answers(sent.id())).applicant().phone())
                .isEqualTo("+7 495 000-00-00");
        as("applicant", () -> submissions.sign(sent.id(), Signing.own(null)));
        at("2026-04-10 00:00:00");
        assertProblem(
                "call-application-correction-late",
                () -> as("applicant2", () -> submissions.certify(sent.id(), Signing.own(null))));
        at("2026-04-09 23:59:58");
        as("applicant2", () -> submissions.certify(sent.id(), Signing.own(null)));

        var rounds = as("applicant", () -> submissions.rounds(sent.id()));
        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(1).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.pointer()).isEqualTo("/applicant/phone"));
        assertThat(rounds.get(0).check().remarks()).isEqualTo(remarks);
        assertThat(rounds.get(0).check().checkedBy()).isNull();
        assertThat(as("gckr", () -> checks.returnsLeft(sent.id()))).isZero();
        assertProblem(
                "call-application-returns-used",
                () -> as("gckr", () -> checks.returnForCorrection(sent.id(), null, remarks)));
        assertProblem("call-application-received", () -> own("update call.submission set digest = ''"));
    }

    private static Ground ground() {
        return new Ground("PPM_1863_2019", LocalDate.of(2024, 2, 7), "п. 2.5", "Нет устава");
    }

    @Test
    void a_term_that_passed_unused_ends_the_application_on_a_ground_that_is_cited() throws Exception {
        var sent = submitted();
        as(
                "gckr",
                () -> checks.returnForCorrection(
                        sent.id(), null, List.of(new Remark(ApplicationSection.DOCUMENTS, "Нет подписи"))));
        at("2026-03-18 00:00:01");
        assertProblem(
                "call-application-ground-unknown",
                () -> as(
                        "gckr",
                        () -> checks.reject(
                                sent.id(),
                                null,
                                new Ground("PPM_818_2008", LocalDate.of(2010, 7, 27), "п. 1", "Нет"),
                                List.of())));

        var ended = as("gckr", () -> checks.reject(sent.id(), null, ground(), List.of()));

        assertThat(ended.state()).isEqualTo(ApplicationState.INADMISSIBLE);
        assertThat(as("applicant", () -> submissions.rounds(sent.id())).get(0).checks())
                .hasSize(2)
                .last()
                .satisfies(check -> assertThat(check.ground()).isEqualTo(ground()));
        var back = as("chief", () -> moves.move(sent.id(), ApplicationAction.REINSTATE, "Апелляция"));
        assertThat(back.state()).isEqualTo(ApplicationState.ADMITTED);
    }

    @Test
    void of_two_hundred_certified_in_the_last_minute_each_has_its_receipt_and_they_stand_in_order() throws Exception {
        var signed = signed(published().id());
        own(COPIES.formatted(signed.project(), signed.id(), 199));
        at("2026-03-31 23:59:00");
        var waiting = new ConcurrentLinkedQueue<UUID>();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from call.application")) {
            while (rows.next()) {
                waiting.add(rows.getObject(1, UUID.class));
            }
        }
        assertThat(waiting).hasSize(200);
        var received = new ConcurrentLinkedQueue<SubmissionView>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    for (var id = waiting.poll(); id != null; id = waiting.poll()) {
                        var next = id;
                        received.add(as("applicant2", () -> submissions.certify(next, Signing.own(null))));
                    }
                    return null;
                }));
            }
            for (var run : running) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(received).hasSize(200).extracting(SubmissionView::receipt).doesNotHaveDuplicates();
        assertThat(received.stream()
                        .sorted(Comparator.comparing(SubmissionView::receivedAt))
                        .map(SubmissionView::receipt))
                .isSorted();
    }

    @Test
    void whoever_came_first_and_was_checked_last_is_counted_as_overtaken() throws Exception {
        var first = signed(published().id());
        own(COPIES.formatted(first.project(), first.id(), 1));
        var later = UUID.fromString(one("select id from call.application where id <> '" + first.id() + "'"));
        for (var id : List.of(first.id(), later)) {
            as("applicant2", () -> submissions.certify(id, Signing.own(null)));
        }
        for (var id : List.of(later, first.id())) {
            var remarks = List.of(new Remark(ApplicationSection.PROJECT, "Уточните"));
            as("gckr", () -> checks.returnForCorrection(id, null, remarks));
        }

        var report = as("auditor", () -> openness.of(first.call()));

        assertThat(report.received()).isEqualTo(2);
        assertThat(report.order().checked()).isEqualTo(2);
        assertThat(report.order().overtaken()).isEqualTo(1);
        assertThat(report.order().most()).singleElement().satisfies(one -> {
            assertThat(one.application()).isEqualTo(first.id());
            assertThat(one.overtakers()).isEqualTo(1);
        });
        assertThat(report.states())
                .extracting(StateTime::state)
                .containsExactly(
                        ApplicationState.DRAFT,
                        ApplicationState.AWAITING_CERTIFICATION,
                        ApplicationState.SUBMITTED,
                        ApplicationState.RETURNED);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.spread().largest()).isNull();
    }

    @Test
    void what_no_source_decides_is_decided_by_who_checks_and_says_why() throws Exception {
        var sent = submitted();
        assertThat(as("gckr", () -> checks.standing(sent.id())).judged()).isTrue();

        assertProblem(
                "call-application-conclusion-missing", () -> as("gckr", () -> checks.admit(sent.id(), null, " ")));
        as("gckr", () -> checks.admit(sent.id(), null, "Устав и справки представлены"));

        assertThat(one("select conclusion from call.formal_check where application_id = '" + sent.id() + "'"))
                .isEqualTo("Устав и справки представлены");
    }

    @Test
    void of_two_officers_who_take_a_step_at_once_one_is_told_of_the_other() throws Exception {
        var sent = submitted();
        as("gckr", () -> checks.admit(sent.id(), sent.version(), ApplicationFixture.CONCLUSION));

        assertProblem(
                "changed-meanwhile",
                () -> as("department", () -> checks.admit(sent.id(), sent.version(), ApplicationFixture.CONCLUSION)));
        assertProblem(
                "transition-not-allowed",
                () -> as("department", () -> checks.admit(sent.id(), null, ApplicationFixture.CONCLUSION)));
        var admitted = as("department", () -> applications.view(sent.id()));
        assertThat(admitted.state()).isEqualTo(ApplicationState.ADMITTED);
        assertThat(admitted.checkedBy()).isEqualTo("gckr");
        assertThat(as("gckr", () -> moves.move(sent.id(), ApplicationAction.ASSESS, null))
                        .state())
                .isEqualTo(ApplicationState.ASSESSED);
        assertProblem(
                "call-application-reason-required",
                () -> as("commission", () -> moves.move(sent.id(), ApplicationAction.REFUSE, " ")));
        assertThat(as("commission", () -> moves.move(sent.id(), ApplicationAction.REFUSE, "Мало денег"))
                        .because())
                .isEqualTo("Мало денег");
    }

    @Test
    void an_unanswered_request_keeps_from_admission_until_its_term_is_over_and_an_adverse_answer_for_good()
            throws Exception {
        var sent = submitted();
        var asked = as(
                "gckr",
                () -> requests.ask(
                        new AskBody(sent.id(), RequestSubject.TAX_DEBT, "ФНС", "Есть ли долг по налогам?", 2)));
        assertThat(asked.due()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertProblem(
                "call-application-request-open",
                () -> as("gckr", () -> checks.admit(sent.id(), null, ApplicationFixture.CONCLUSION)));
        at("2026-03-13 00:00:01");
        assertThat(as("auditor", () -> requests.list(null, true, PageRequest.first(10)))
                        .items())
                .singleElement()
                .satisfies(one -> assertThat(one.overdue()).isTrue());

        int answered = as(
                "gckr",
                () -> requests.answerFrom(
                        "answers.csv",
                        "7707083893;TAX_DEBT;ADVERSE;Долг;Справка;1;2026-03-12".getBytes(StandardCharsets.UTF_8)));

        assertThat(answered).isEqualTo(1);
        assertProblem(
                "call-application-not-eligible",
                () -> as("gckr", () -> checks.admit(sent.id(), null, ApplicationFixture.CONCLUSION)));
        assertProblem("interagency-request-answered", () -> as("gckr", () -> requests.revoke(asked.id(), null)));
    }

    @Test
    void a_later_favourable_answer_to_the_same_question_lifts_an_adverse_one() throws Exception {
        var sent = submitted();
        for (var outcome : List.of("ADVERSE", "FAVOURABLE")) {
            as(
                    "gckr",
                    () -> requests.ask(
                            new AskBody(sent.id(), RequestSubject.TAX_DEBT, "ФНС", "Есть ли долг по налогам?", 2)));
            as(
                    "gckr",
                    () -> requests.answerFrom(
                            "answers.csv",
                            "7707083893;TAX_DEBT;%s;Ответ;Справка;1;2026-03-10"
                                    .formatted(outcome)
                                    .getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(as("gckr", () -> checks.admit(sent.id(), null, ApplicationFixture.CONCLUSION))
                        .state())
                .isEqualTo(ApplicationState.ADMITTED);
    }

    @Test
    void a_call_that_is_called_off_ends_its_applications_with_it() throws Exception {
        var sent = submitted();
        as("chief", () -> calls.cancel(sent.call(), "Средства изъяты"));

        var ended = as("applicant", () -> applications.view(sent.id()));
        assertThat(ended.state()).isEqualTo(ApplicationState.CANCELLED);
        assertThat(ended.because()).isEqualTo("Средства изъяты");
        assertThat(as("gckr", () -> tasks.about("CALL_APPLICATION", sent.id().toString())))
                .isEmpty();
        assertProblem(
                "call-application-closed", () -> as("applicant", () -> drafts.begin(sent.call(), sent.project())));
    }

    @Test
    void others_do_not_see_an_application_and_staff_none_that_was_not_sent() throws Exception {
        var call = published();
        var draft = applying.filled("applicant", call.id(), project());
        var all = PageRequest.first(10);
        var any = new ApplicationFilter(null, null, null);

        for (var login : List.of("applicant3", "service", "gckr", "commission", "auditor")) {
            assertProblem("call-application-unknown", () -> as(login, () -> applications.view(draft.id())));
            assertThat(as(login, () -> applications.list(any, all)).items()).isEmpty();
        }
        assertProblem(
                "call-application-project-unknown",
                () -> as("applicant3", () -> drafts.begin(call.id(), draft.project())));
        assertProblem(
                "call-application-unknown",
                () -> as("applicant3", () -> submissions.sign(draft.id(), Signing.own(null))));
        assertThat(as("applicant2", () -> applications.list(any, all)).items()).hasSize(1);
    }

    @Test
    void a_program_sends_for_the_organisation_of_its_mandate_with_two_persons_and_for_no_other() throws Exception {
        var call = published();
        var project = project();
        assertProblem("call-application-project-unknown", () -> as("service", () -> drafts.begin(call.id(), project)));
        applying.mandate("service", UNION, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        var draft = applying.filled("service", call.id(), project);
        assertProblem(
                "call-application-person-missing",
                () -> as("service", () -> submissions.sign(draft.id(), Signing.own(null))));
        as("service", () -> submissions.sign(draft.id(), new Signing(null, "Петров П. П.")));
        assertProblem(
                "second-person-required",
                () -> as("service", () -> submissions.certify(draft.id(), new Signing(null, "петров п.п."))));

        var receipt = as("service", () -> submissions.certify(draft.id(), new Signing(null, "Сидорова С. С.")));

        assertThat(receipt.submittedBy()).isEqualTo("service/Петров П. П.");
        assertThat(receipt.certifiedBy()).isEqualTo("service/Сидорова С. С.");
        assertThat(receiptOnPaper("service", draft.id()))
                .contains("Петров П. П.", "Сидорова С. С.")
                .doesNotContain("service/");
        assertThat(as("service", () -> applications.view(draft.id())).state()).isEqualTo(ApplicationState.SUBMITTED);
        at("2027-01-01 00:00:00");
        assertProblem("call-application-unknown", () -> as("service", () -> applications.view(draft.id())));
    }

    @Test
    void the_infrastructure_sees_and_touches_only_the_papers_that_the_same_person_took_in() throws Exception {
        var call = published();
        var own = applying.filled("infrastructure", call.id(), project());
        var others = applying.filled("gckr", call.id(), project());
        var all = PageRequest.first(10);
        var any = new ApplicationFilter(null, null, null);

        assertThat(as("infrastructure", () -> applications.list(any, all)).items())
                .extracting(ApplicationView::id)
                .containsExactly(own.id());
        assertThat(as("infrastructure", () -> applications.count(any))).isEqualTo(1);
        assertThat(as("infrastructure2", () -> applications.list(any, all)).items())
                .isEmpty();
        assertThat(as("gckr", () -> applications.list(any, all)).items()).hasSize(2);
        for (var touch : touches("infrastructure", others.id())) {
            assertProblem("call-application-unknown", touch);
        }
        for (var touch : touches("infrastructure2", own.id())) {
            assertProblem("call-application-unknown", touch);
        }
        assertThat(as("infrastructure", () -> submissions.withdraw(own.id(), null, "Ошибка"))
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
    }

    private List<ThrowingCallable> touches(String login, UUID id) {
        var handedIn = Instant.parse("2026-03-10T08:00:00Z");
        return List.of(
                () -> as(login, () -> applications.view(id)),
                () -> as(login, () -> drafts.answers(id)),
                () -> as(login, () -> drafts.sections(id)),
                () -> as(login, () -> drafts.declare(id, 1, List.of())),
                () -> as(login, () -> drafts.file(id, id)),
                () -> as(
                        login,
                        () -> drafts.registerPaper(
                                id, null, "1", handedIn, "скан.pdf", new ByteArrayInputStream(Applying.PDF))),
                () -> as(login, () -> papers.document(id, null, Locale.ROOT)),
                () -> as(login, () -> papers.receipt(id, null, Locale.ROOT)),
                () -> as(login, () -> submissions.rounds(id)),
                () -> as(login, () -> submissions.sign(id, Signing.own(null))),
                () -> as(login, () -> submissions.certify(id, Signing.own(null))),
                () -> as(login, () -> submissions.withdraw(id, null, "Ошибка")));
    }

    @Test
    void a_paper_that_the_infrastructure_took_in_is_certified_by_who_sees_it() throws Exception {
        var draft = applying.filled("infrastructure", published().id(), project());
        var handedIn = Instant.parse("2026-03-10T08:00:00Z");
        as(
                "infrastructure",
                () -> drafts.registerPaper(
                        draft.id(), null, "01-15/78", handedIn, "скан.pdf", new ByteArrayInputStream(Applying.PDF)));

        as("infrastructure", () -> submissions.sign(draft.id(), Signing.own(null)));

        var id = draft.id().toString();
        assertThat(as("gckr", () -> tasks.mine(PageRequest.first(50)).items()))
                .anySatisfy(task -> assertThat(task.subject()).isEqualTo(id));
        assertThat(as("infrastructure2", () -> tasks.mine(PageRequest.first(50)).items()))
                .noneSatisfy(task -> assertThat(task.subject()).isEqualTo(id));
        as("gckr", () -> submissions.certify(draft.id(), Signing.own(null)));
        assertThat(as("infrastructure", () -> applications.view(draft.id())).state())
                .isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void a_paper_counts_from_when_it_was_handed_in_and_a_second_person_confirms_that() throws Exception {
        var call = published();
        var project = project();
        at("2026-04-06 10:00:00");
        var draft = applying.filled("gckr", call.id(), project);
        assertProblem(
                "call-application-paper-unregistered",
                () -> as("gckr", () -> submissions.sign(draft.id(), Signing.own(null))));
        register(draft.id(), Instant.parse("2026-03-31T21:00:00Z"));
        assertProblem("call-application-late", () -> as("gckr", () -> submissions.sign(draft.id(), Signing.own(null))));
        var handedIn = Instant.parse("2026-03-31T20:59:59Z");
        register(draft.id(), handedIn);
        as("gckr", () -> submissions.sign(draft.id(), Signing.own(null)));
        assertProblem(
                "second-person-required", () -> as("gckr", () -> submissions.certify(draft.id(), Signing.own(null))));

        var receipt = as("gckr2", () -> submissions.certify(draft.id(), Signing.own(null)));

        assertThat(receipt.receivedAt()).isEqualTo(handedIn);
        assertProblem(
                "second-person-required",
                () -> as("gckr2", () -> checks.admit(draft.id(), null, ApplicationFixture.CONCLUSION)));
        assertProblem("forbidden-role", () -> as("applicant", () -> submissions.withdraw(draft.id(), null, "Нет")));
        assertThat(as("department", () -> checks.admit(draft.id(), null, ApplicationFixture.CONCLUSION))
                        .state())
                .isEqualTo(ApplicationState.ADMITTED);
    }

    private void register(UUID id, Instant handedIn) throws Exception {
        as(
                "gckr",
                () -> drafts.registerPaper(
                        id, null, "01-15/77", handedIn, "скан.pdf", new ByteArrayInputStream(Applying.PDF)));
    }

    @Test
    void whoever_takes_an_application_back_may_send_another() throws Exception {
        var sent = submitted();
        assertProblem(
                "call-application-reason-required",
                () -> as("applicant", () -> submissions.withdraw(sent.id(), null, " ")));
        var back = as("applicant", () -> submissions.withdraw(sent.id(), null, "Ошибка в расчёте"));

        assertThat(back.state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(as("applicant", () -> drafts.begin(sent.call(), sent.project()))
                        .state())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(new ArrayList<>(back.actions())).isEmpty();
    }

    private String receiptOnPaper(String login, UUID id) throws Exception {
        var paper = as(login, () -> papers.receipt(id, null, Locale.forLanguageTag("ru")));
        return new PdfTextExtractor(new PdfReader(paper)).getTextFromPage(1);
    }

    @Test
    void a_receipt_on_paper_names_the_persons_who_sent_it_and_not_their_log_ins() throws Exception {
        own(
                "insert into platform.app_user (login, name, password, organisation_id) select 'applicant81', 'Белкина Зоя Юрьевна',"
                        + " public.crypt('demo', public.gen_salt('bf', 4)), id from platform.organisation where inn = '"
                        + UNION.digits()
                        + "' on conflict (login) do update set organisation_id = excluded.organisation_id");
        own("truncate cluster.consultation");
        var signed = signed(published().id());

        as("applicant81", () -> submissions.certify(signed.id(), Signing.own(null)));

        assertThat(receiptOnPaper("gckr", signed.id()))
                .contains("Белкина Зоя Юрьевна")
                .doesNotContain("applicant81");
    }
}
