package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.inkind.AskInKind;
import ru.mos.clusters.inkind.DeliverInKind;
import ru.mos.clusters.inkind.DeliveredSupport;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindFilter;
import ru.mos.clusters.inkind.InKindMarks;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.inkind.InKindOffers;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.inkind.InKindState;
import ru.mos.clusters.inkind.ScheduleInKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.support.rule.SupportOutcome;

class InKindIT extends InServer {

    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Paper PAPER = new Paper("Акт оказания услуг", "7", TODAY);
    private static final PageRequest ALL = PageRequest.first(100);

    @Inject
    InKindRequests requests;

    @Inject
    InKindDeliveries deliveries;

    @Inject
    InKindOffers offers;

    @Inject
    InKindObjects objects;

    @Inject
    DeliveredSupport delivered;

    @Inject
    InfrastructureOrganisations organisations;

    @Inject
    SupportRecords records;

    @Inject
    SupportImports imports;

    private UUID park;
    private UUID other;

    @BeforeEach
    void two_organisations_and_two_recipients() throws Exception {
        for (var login : List.of(
                "department",
                "gckr",
                "chief",
                "auditor",
                "infrastructure7",
                "infrastructure8",
                "applicant",
                "applicant2")) {
            given(login);
        }
        gone();
        own(
                "insert into platform.clock_shift select (timestamp '2026-06-15 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
        park = InKindFixture.organisation(owner, "Технопарк", "infrastructure7");
        other = InKindFixture.organisation(owner, "Другой парк", "infrastructure8");
        InKindFixture.mandate(owner, "applicant", ALFA);
        InKindFixture.mandate(owner, "applicant2", BETA);
        taken();
    }

    @AfterEach
    void gone() throws Exception {
        own(InKindFixture.NOTHING_LEFT);
    }

    /** The tax service shows on the day that neither was given anything. */
    private void taken() throws Exception {
        var file = Recipients.on(TODAY)
                .company("7700000055", Recipients.grant("77-55", ""))
                .bytes();
        var id = as(
                        "department",
                        () -> imports.submit(
                                "recipients.xml", Coverage.COMPLETE, true, new ByteArrayInputStream(file), file.length))
                .id();
        for (int i = 0; i < 300 && state(id) != ReleaseState.COMPLETED; i++) {
            Thread.sleep(100);
        }
        assertThat(state(id)).isEqualTo(ReleaseState.COMPLETED);
    }

    private ReleaseState state(long id) throws Exception {
        return as("department", () -> imports.view(id)).state();
    }

    @Test
    void a_confirmed_support_is_on_record_and_an_equal_one_is_refused_while_its_term_runs() throws Exception {
        var asked = ask("applicant", consulting(ALFA, "10"));
        assertThat(task(asked)).isEqualTo("IN_KIND_TO_DECIDE infrastructure7");
        var approved = as("infrastructure7", () -> requests.approve(asked.id(), asked.version(), null));
        assertThat(task(asked)).isEqualTo("IN_KIND_TO_GIVE infrastructure7");
        assertProblem("in-kind-equal-runs", () -> {
            var equal = ask("applicant", consulting(ALFA, "10"));
            as("infrastructure7", () -> requests.approve(equal.id(), null, null));
        });
        var delivered = as("infrastructure7", () -> deliveries.deliver(approved.id(), null, delivery("10", PAPER)));
        assertThat(task(asked)).isEqualTo("IN_KIND_TO_CONFIRM applicant");

        var confirmed = as(
                "applicant",
                () -> deliveries.confirm(delivered.id(), delivered.version(), new InKindMarks(5, 4, "Помогли")));

        assertThat(confirmed.state()).isEqualTo(InKindState.CONFIRMED);
        assertThat(task(asked)).isNull();
        var record = as("auditor", () -> records.view(confirmed.confirmation().record()));
        assertThat(record.inn()).isEqualTo(ALFA);
        assertThat(record.form()).isEqualTo("CONSULTING");
        assertThat(record.size()).isEqualTo(new BigDecimal("10.00"));
        assertThat(record.unit()).isEqualTo("HOUR");
        assertThat(record.providerName()).isEqualTo("Технопарк");
        assertThat(record.decidedOn()).isEqualTo(TODAY);
        assertThat(record.endsOn()).isEqualTo(TODAY);
        assertThat(record.document()).isEqualTo(PAPER);
        assertThat(record.enteredBy()).isEqualTo("applicant");
        assertProblem(
                "in-kind-confirmed-already",
                () -> as("applicant", () -> deliveries.confirm(asked.id(), null, new InKindMarks(1, 1, null))));
        var again = ask("applicant", consulting(ALFA, "10"));
        assertProblem("in-kind-repeated", () -> as("infrastructure7", () -> requests.approve(again.id(), null, null)));
        assertProblem(
                "in-kind-repeated",
                () -> as("infrastructure7", () -> requests.release(again.id(), null, "Можно", PAPER)));
        var refused = as("infrastructure7", () -> requests.refuse(again.id(), null, "Такая поддержка уже оказана"));
        assertThat(refused.state()).isEqualTo(InKindState.REFUSED);
        var elsewhere = ask(
                "applicant", command(ALFA, "CONSULTING", "CONSULTING", "CONSULTATION", "HOUR", "1", null, "Экспорт"));
        assertThat(as("infrastructure7", () -> requests.approve(elsewhere.id(), null, null))
                        .state())
                .isEqualTo(InKindState.APPROVED);
    }

    @Test
    void each_of_the_six_forms_is_delivered_in_its_own_unit_and_counted_with_waiting_time_and_marks() throws Exception {
        for (var one : List.of(
                "PREMISES PROPERTY PREMISES SQUARE_METRE",
                "CONSULTING INFORMATION INFORMATION PIECE",
                "CONSULTING CONSULTING CONSULTATION HOUR",
                "MARKETING MARKETING STAND PIECE",
                "TRAINING TRAINING COURSE HOUR",
                "CONSULTING OTHER OTHER PERCENT")) {
            var words = one.split(" ");
            var persons = words[1].equals("TRAINING") ? Integer.valueOf(12) : null;
            var asked =
                    ask("applicant", command(ALFA, words[0], words[1], words[2], words[3], "10", persons, "Развитие"));
            if (words[3].equals("PIECE") || words[3].equals("PERCENT")) {
                assertThat(asked.capacity()).isNull();
                assertProblem(
                        "in-kind-capacity-missing",
                        () -> as(
                                words[1].equals("OTHER") ? "chief" : "infrastructure7",
                                () -> requests.approve(asked.id(), null, null)));
            } else {
                assertThat(asked.capacity()).isEqualByComparingTo(persons == null ? "10" : "12");
            }
            as(
                    words[1].equals("OTHER") ? "chief" : "infrastructure7",
                    () -> requests.approve(asked.id(), null, asked.capacity() == null ? BigDecimal.TEN : null));
            if (words[1].equals("PROPERTY")) {
                as(
                        "infrastructure7",
                        () -> deliveries.schedule(
                                asked.id(), null, days(TODAY, LAST, null, new Paper("Договор аренды", "15", TODAY))));
            }
            as(
                    "infrastructure7",
                    () -> deliveries.deliver(
                            asked.id(),
                            null,
                            new DeliverInKind(
                                    BigDecimal.TEN,
                                    persons,
                                    TODAY,
                                    words[1].equals("PROPERTY") ? LAST : TODAY,
                                    new BigDecimal("100.01"),
                                    PAPER)));
            as("applicant", () -> deliveries.confirm(asked.id(), null, new InKindMarks(5, 4, null)));
        }

        assertThat(one("select string_agg(r.form || ' ' || u.register_code, ',' order by r.form) from support.record r"
                        + " join support.unit u on u.code = r.unit where r.superseded_by is null"))
                .isEqualTo(
                        one(
                                "select string_agg(f || ' ' || u.register_code, ',' order by f) from (values"
                                        + " ('PROPERTY', 'SQUARE_METRE'), ('INFORMATION', 'PIECE'), ('CONSULTING', 'HOUR'), ('MARKETING', 'PIECE'),"
                                        + " ('TRAINING', 'HOUR'), ('OTHER', 'PERCENT')) as w (f, unit) join support.unit u on u.code = w.unit"));
        var row = as("auditor", () -> delivered.bySector(2026)).stream()
                .filter(one -> one.place().equals("IT") && one.service().code().equals("CONSULTING"))
                .findAny()
                .orElseThrow();
        assertThat(row.times()).isEqualTo(3);
        assertThat(row.delivered()).isEqualByComparingTo("30");
        assertThat(row.value()).isEqualByComparingTo("300.03");
        assertThat(row.waited()).isEqualByComparingTo("0");
        assertThat(row.quality()).isEqualByComparingTo("5");
        assertThat(row.timeliness()).isEqualByComparingTo("4");
        assertThat(as("auditor", () -> delivered.byCluster(null))).isEmpty();
        assertProblem("need-year-out-of-range", () -> as("auditor", () -> delivered.byCluster(1900)));
        assertProblem(
                "in-kind-persons-missing",
                () -> command(ALFA, "TRAINING", "TRAINING", "COURSE", "HOUR", "8", null, "Курс"));
    }

    @Test
    void where_the_purpose_is_not_known_a_person_decides_by_a_document_and_only_what_was_found() throws Exception {
        own("update support.shown set inn = '" + ALFA.digits()
                + "', form_code = null, kind_code = null, ends_on = '2026-12-31'");
        var asked = ask("applicant", consulting(ALFA, "10"));

        assertThat(as("infrastructure7", () -> requests.check(asked.id())).outcome())
                .isEqualTo(SupportOutcome.MANUAL);
        assertProblem("in-kind-doubtful", () -> as("infrastructure7", () -> requests.approve(asked.id(), null, null)));
        as("infrastructure7", () -> requests.release(asked.id(), null, "Иная цель", PAPER));
        own("update support.shown set register_number = '77-56'");
        assertProblem("in-kind-doubtful", () -> as("infrastructure7", () -> requests.approve(asked.id(), null, null)));
        own("update support.shown set register_number = '77-55'");
        var approved = as("infrastructure7", () -> requests.approve(asked.id(), null, null));

        assertThat(approved.release().by()).isEqualTo("infrastructure7");
        assertThat(approved.state()).isEqualTo(InKindState.APPROVED);
        var clear = ask("applicant2", consulting(BETA, "1"));
        assertProblem(
                "in-kind-no-doubt",
                () -> as("infrastructure7", () -> requests.release(clear.id(), null, "Так", PAPER)));
    }

    @Test
    void exactly_the_capacity_of_a_year_can_be_reserved_and_not_a_hundredth_more() throws Exception {
        var whole = ask("applicant", consulting(ALFA, "99.99"));
        as("infrastructure7", () -> requests.approve(whole.id(), null, null));
        var over = ask("applicant2", consulting(BETA, "0.02"));
        assertProblem("capacity-exceeded", () -> as("infrastructure7", () -> requests.approve(over.id(), null, null)));
        var exact = ask(
                "applicant2", command(BETA, "CONSULTING", "CONSULTING", "CONSULTATION", "HOUR", "0.01", null, "Иное"));
        as("infrastructure7", () -> requests.approve(exact.id(), null, null));
        var offer = offer("CONSULTING");
        assertThat(offer.free()).isEqualByComparingTo("0");

        as("applicant", () -> requests.cancel(whole.id(), null, "Не нужно"));

        assertThat(offer("CONSULTING").free()).isEqualByComparingTo("99.99");
        as("infrastructure7", () -> requests.approve(over.id(), null, null));
        assertThatThrownBy(() ->
                        own("insert into inkind.reservation (request_id, offer_id, year, amount) select request_id,"
                                + " offer_id, 2027, 100.01 from inkind.reservation limit 1"))
                .hasMessageContaining("beyond capacity");
    }

    @Test
    void eight_at_once_never_get_past_the_capacity() throws Exception {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            all.add(ask(
                            "gckr",
                            command(
                                    i % 2 == 0 ? ALFA : BETA,
                                    "CONSULTING",
                                    "CONSULTING",
                                    "CONSULTATION",
                                    "HOUR",
                                    "20",
                                    null,
                                    "Цель " + i))
                    .id());
        }
        var start = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<Future<String>>();
            for (var id : all) {
                results.add(pool.submit(() -> {
                    start.await();
                    return attempt(() -> as("gckr", () -> requests.approve(id, null, null)));
                }));
            }
            var said = new ArrayList<String>();
            for (var result : results) {
                said.add(result.get());
            }
            assertThat(said).filteredOn("done"::equals).hasSize(5);
            assertThat(said).filteredOn("capacity-exceeded"::equals).hasSize(3);
        } finally {
            pool.shutdownNow();
        }
        assertThat(one("select sum(amount) from inkind.reservation where freed_by is null"))
                .isEqualTo("100.00");
    }

    private static String attempt(Callable<?> work) {
        try {
            work.call();
            return "done";
        } catch (Exception refused) {
            return ProblemTranslator.translate(refused)
                    .map(problem -> problem.code().slug())
                    .orElse(refused.toString());
        }
    }

    @Test
    void premises_are_kept_by_an_agreement_and_never_for_two_on_one_day() throws Exception {
        var room = as(
                "infrastructure7",
                () -> objects.enter(new InKindObjects.NewObject(
                        park, InKindObjects.ObjectKind.PREMISES, "Комната 12", "2 этаж", new BigDecimal("30"))));
        assertProblem(
                "in-kind-object-organisation-unknown",
                () -> as(
                        "infrastructure7",
                        () -> objects.enter(new InKindObjects.NewObject(
                                other, InKindObjects.ObjectKind.EQUIPMENT, "Станок", null, null))));
        var first = approved(premises(ALFA));
        var second = approved(premises(BETA));
        var lease = new Paper("Договор аренды", "15", TODAY);
        assertThat(first.actions()).doesNotContain(InKindAction.DELIVER);
        assertProblem(
                "in-kind-property-without-agreement",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.schedule(first.id(), null, days(TODAY, LAST, room.id(), null))));
        assertProblem(
                "in-kind-property-without-agreement",
                () -> as("infrastructure7", () -> deliveries.deliver(first.id(), null, delivery("30", PAPER))));
        assertProblem(
                "schedule-outside-reservation",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.schedule(first.id(), null, days(TODAY, LAST.plusDays(1), room.id(), lease))));

        as(
                "infrastructure7",
                () -> deliveries.schedule(first.id(), null, days(TODAY, TODAY.plusDays(9), room.id(), lease)));

        assertProblem(
                "booking-overlaps",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.schedule(second.id(), null, days(TODAY.plusDays(9), LAST, room.id(), lease))));
        as(
                "infrastructure7",
                () -> deliveries.schedule(second.id(), null, days(TODAY.plusDays(10), LAST, room.id(), lease)));
        assertThat(as("auditor", () -> objects.calendar(room.id(), null)))
                .extracting(InKindObjects.BookingView::request)
                .containsExactly(first.id(), second.id());
        as("gckr", () -> requests.cancel(second.id(), null, "Передумали"));
        assertThat(as("auditor", () -> objects.calendar(room.id(), null))).hasSize(1);
        // 30 square metres from 15 June through 31 December are 200 of 365 days
        assertThat(one("select amount from inkind.reservation where request_id = '" + first.id() + "'"))
                .isEqualTo("16.44");
    }

    @Test
    void a_delivery_has_its_value_by_a_document_and_is_no_more_than_was_approved() throws Exception {
        var request = approved(consulting(ALFA, "10"));

        assertProblem("value-without-document", () -> delivery("10", null));
        assertProblem(
                "delivery-value-impossible",
                () -> new DeliverInKind(BigDecimal.ONE, null, TODAY, TODAY, BigDecimal.ZERO, PAPER));
        assertProblem(
                "delivered-beyond-reserved",
                () -> as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("10.01", PAPER))));
        assertProblem(
                "delivery-in-future",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.deliver(
                                request.id(),
                                null,
                                new DeliverInKind(
                                        BigDecimal.ONE,
                                        null,
                                        TODAY.plusDays(1),
                                        TODAY.plusDays(1),
                                        BigDecimal.ONE,
                                        PAPER))));
        assertProblem(
                "delivery-before-approval",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.deliver(
                                request.id(),
                                null,
                                new DeliverInKind(
                                        BigDecimal.ONE, null, TODAY.minusDays(1), TODAY, BigDecimal.ONE, PAPER))));
        assertProblem(
                "delivery-outside-reservation",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.deliver(
                                request.id(),
                                null,
                                new DeliverInKind(
                                        BigDecimal.ONE, null, TODAY, LAST.plusDays(1), BigDecimal.ONE, PAPER))));
        assertProblem(
                "delivery-in-future",
                () -> as(
                        "infrastructure7",
                        () -> deliveries.deliver(
                                request.id(),
                                null,
                                new DeliverInKind(
                                        BigDecimal.ONE, null, TODAY, TODAY.plusDays(1), BigDecimal.ONE, PAPER))));
        as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("10", PAPER)));
        as("applicant", () -> deliveries.dispute(request.id(), null, "Было 8 часов"));
        assertThat(task(request)).isEqualTo("IN_KIND_TO_SETTLE infrastructure7");
        var anew = as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("8", PAPER)));
        assertThat(anew.delivery().quantity()).isEqualByComparingTo("8");
        assertThat(one("select count(*) from inkind.delivery where request_id = '" + request.id() + "'"))
                .isEqualTo("2");
        assertThatThrownBy(() -> own("update inkind.delivery set document_title = null"))
                .hasMessageContaining("value_without_document");
    }

    @Test
    void only_whoever_acts_for_the_recipient_confirms_and_officers_see_their_own_organisation() throws Exception {
        var request = approved(consulting(ALFA, "10"));
        as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("10", PAPER)));

        assertProblem(
                "in-kind-unknown",
                () -> as("applicant2", () -> deliveries.confirm(request.id(), null, new InKindMarks(5, 5, null))));
        assertThatThrownBy(() -> as("gckr", () -> deliveries.confirm(request.id(), null, new InKindMarks(5, 5, null))))
                .isInstanceOf(EJBAccessException.class);
        assertProblem("mark-out-of-range", () -> new InKindMarks(0, 5, null));
        assertProblem("mark-out-of-range", () -> new InKindMarks(5, 6, null));
        assertProblem("in-kind-unknown", () -> as("infrastructure8", () -> requests.view(request.id())));
        assertProblem("in-kind-unknown", () -> as("applicant2", () -> requests.view(request.id())));
        assertProblem("in-kind-not-represented", () -> ask("applicant2", consulting(ALFA, "1")));
        assertProblem("in-kind-not-represented", () -> ask("infrastructure8", entered(consulting(ALFA, "1"), PAPER)));
        assertProblem("in-kind-asked-without-document", () -> ask("gckr", entered(consulting(ALFA, "1"), null)));
        assertThat(as("infrastructure7", () -> requests.count(InKindFilter.ALL)))
                .isEqualTo(1);
        assertThat(as("infrastructure8", () -> requests.count(InKindFilter.ALL)))
                .isZero();
        assertThat(as(
                                "auditor",
                                () -> requests.list(
                                        new InKindFilter(
                                                Set.of(InKindState.DELIVERED),
                                                park,
                                                "CONSULTING",
                                                ALFA,
                                                TODAY,
                                                TODAY,
                                                true),
                                        ALL))
                        .items())
                .extracting(InKindRequestView::id)
                .containsExactly(request.id());
        assertThatThrownBy(() -> as("auditor", () -> requests.approve(request.id(), null, null)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void what_is_other_is_decided_by_a_chief_and_its_kind_is_in_the_directory() throws Exception {
        assertProblem(
                "support-kind-unknown",
                () -> ask("applicant", command(ALFA, "CONSULTING", "OTHER", "GIFT", "PIECE", "1", null, "Иное")));
        assertProblem(
                "support-unit-not-of-form",
                () -> ask(
                        "applicant",
                        command(ALFA, "CONSULTING", "CONSULTING", "CONSULTATION", "SQUARE_METRE", "1", null, "Иное")));
        assertProblem(
                "in-kind-service-not-of-form",
                () -> ask("applicant", command(ALFA, "CONSULTING", "TRAINING", "COURSE", "HOUR", "1", 5, "Иное")));
        assertProblem(
                "in-kind-is-no-money",
                () -> ask("applicant", command(ALFA, "CONSULTING", "FINANCIAL", "GRANT", "ROUBLE", "1", null, "Иное")));
        var asked = ask("applicant", command(ALFA, "CONSULTING", "OTHER", "OTHER", "HOUR", "1", null, "Иное"));
        assertThat(task(asked)).isEqualTo("IN_KIND_TO_DECIDE chief");
        assertProblem("forbidden-role", () -> as("infrastructure7", () -> requests.approve(asked.id(), null, null)));
        assertThat(as("chief", () -> requests.approve(asked.id(), null, null)).state())
                .isEqualTo(InKindState.APPROVED);
    }

    @Test
    void whoever_works_elsewhere_or_gave_it_neither_decides_nor_confirms() throws Exception {
        InKindFixture.mandate(owner, "infrastructure8", ALFA);
        own(
                "insert into platform.user_role (login, role) values ('infrastructure8', 'applicant'), ('infrastructure7', 'applicant')");
        try {
            InKindFixture.mandate(owner, "infrastructure7", ALFA);
            var asked = ask("infrastructure8", consulting(ALFA, "10"));
            assertThat(asked.actions()).containsExactly(InKindAction.WITHDRAW);
            assertProblem(
                    "forbidden-role", () -> as("infrastructure8", () -> requests.approve(asked.id(), null, null)));
            assertProblem(
                    "forbidden-role", () -> as("infrastructure8", () -> requests.refuse(asked.id(), null, "Нет")));
            as("infrastructure7", () -> requests.approve(asked.id(), null, null));
            assertProblem(
                    "forbidden-role",
                    () -> as("infrastructure8", () -> deliveries.deliver(asked.id(), null, delivery("10", PAPER))));
            var given = as("infrastructure7", () -> deliveries.deliver(asked.id(), null, delivery("10", PAPER)));
            assertThat(given.actions()).doesNotContain(InKindAction.CONFIRM);
            assertProblem(
                    "in-kind-same-person",
                    () -> as(
                            "infrastructure7",
                            () -> deliveries.confirm(asked.id(), null, new InKindMarks(5, 5, null))));
            assertProblem(
                    "forbidden-role", () -> as("infrastructure8", () -> requests.cancel(asked.id(), null, "Нет")));
            assertThat(as("infrastructure8", () -> deliveries.confirm(asked.id(), null, new InKindMarks(5, 5, null)))
                            .state())
                    .isEqualTo(InKindState.CONFIRMED);
        } finally {
            own(
                    "delete from platform.user_role where login in ('infrastructure7', 'infrastructure8') and role = 'applicant'");
        }
    }

    @Test
    void what_was_told_wrong_is_told_anew_or_called_off_without_the_recipient() throws Exception {
        var request = approved(consulting(ALFA, "10"));
        as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("10", PAPER)));
        as("infrastructure7", () -> deliveries.deliver(request.id(), null, delivery("4", PAPER)));
        as("applicant", () -> deliveries.confirm(request.id(), null, new InKindMarks(5, 5, null)));
        assertThat(offer("CONSULTING").free()).isEqualByComparingTo("96");
        var unanswered = approved(consulting(BETA, "10"));
        as("infrastructure7", () -> deliveries.deliver(unanswered.id(), null, delivery("10", PAPER)));
        as("infrastructure7", () -> requests.cancel(unanswered.id(), null, "Получатель закрыт"));
        assertThat(offer("CONSULTING").free()).isEqualByComparingTo("96");
    }

    @Test
    void an_area_is_never_given_twice_on_one_day_and_an_offer_lasts_for_what_was_approved() throws Exception {
        var first = ask("applicant", area(ALFA, TODAY, TODAY.plusDays(9)));
        var second = ask("applicant2", area(BETA, TODAY.plusDays(9), TODAY.plusDays(19)));
        var third = ask("applicant2", area(BETA, TODAY.plusDays(10), TODAY.plusDays(19)));
        as("infrastructure7", () -> requests.approve(first.id(), null, null));
        assertProblem(
                "capacity-exceeded", () -> as("infrastructure7", () -> requests.approve(second.id(), null, null)));
        as("infrastructure7", () -> requests.approve(third.id(), null, null));

        var offer = first.offer();
        assertProblem("offer-reserved", () -> withdrawn(offer, TODAY.plusDays(19)));
        withdrawn(offer, TODAY.plusDays(20));
        assertProblem("in-kind-offer-unknown", () -> ask("applicant", area(ALFA, TODAY, TODAY.plusDays(20))));
    }

    private UUID withdrawn(UUID offer, LocalDate from) throws Exception {
        return as("gckr", () -> {
            organisations.withdrawOffer(park, offer, from);
            return offer;
        });
    }

    private AskInKind area(Inn inn, LocalDate from, LocalDate through) throws Exception {
        return new AskInKind(
                inn,
                null,
                null,
                "IT",
                offer("PREMISES").id(),
                "PROPERTY",
                "PREMISES",
                "SQUARE_METRE",
                new BigDecimal("100"),
                null,
                "Цех",
                from,
                through,
                null);
    }

    private InKindRequestView approved(AskInKind command) throws Exception {
        var asked = ask(command.inn().equals(ALFA) ? "applicant" : "applicant2", command);
        return as("infrastructure7", () -> requests.approve(asked.id(), asked.version(), null));
    }

    private InKindRequestView ask(String login, AskInKind command) throws Exception {
        return as(
                login,
                () -> requests.ask(
                        login.equals("gckr")
                                        && command.document() == null
                                        && command.purpose().startsWith("Цель")
                                ? entered(command, PAPER)
                                : command));
    }

    private AskInKind consulting(Inn inn, String hours) throws Exception {
        return command(inn, "CONSULTING", "CONSULTING", "CONSULTATION", "HOUR", hours, null, "Выход на рынок");
    }

    private AskInKind premises(Inn inn) throws Exception {
        return command(inn, "PREMISES", "PROPERTY", "PREMISES", "SQUARE_METRE", "30", null, "Цех");
    }

    private AskInKind command(
            Inn inn,
            String service,
            String form,
            String kind,
            String unit,
            String quantity,
            Integer persons,
            String purpose)
            throws Exception {
        return new AskInKind(
                inn,
                null,
                null,
                "IT",
                offer(service).id(),
                form,
                kind,
                unit,
                new BigDecimal(quantity),
                persons,
                purpose,
                TODAY,
                LAST,
                null);
    }

    private static AskInKind entered(AskInKind one, Paper by) {
        return new AskInKind(
                one.inn(),
                one.name(),
                one.cluster(),
                one.sector(),
                one.offer(),
                one.form(),
                one.kind(),
                one.unit(),
                one.quantity(),
                one.persons(),
                one.purpose(),
                one.startsOn(),
                one.endsOn(),
                by);
    }

    private InKindOffers.Offered offer(String service) throws Exception {
        return as("auditor", () -> offers.offers(TODAY)).stream()
                .filter(one -> one.organisation().equals(park) && one.service().equals(service))
                .findAny()
                .orElseThrow();
    }

    private static ScheduleInKind days(LocalDate from, LocalDate through, UUID object, Paper agreement) {
        return new ScheduleInKind(from, through, object, agreement);
    }

    private static DeliverInKind delivery(String quantity, Paper document) throws Problem {
        return new DeliverInKind(new BigDecimal(quantity), null, TODAY, TODAY, new BigDecimal("15000.50"), document);
    }

    private String task(InKindRequestView request) throws Exception {
        return one(
                "select string_agg(kind || ' ' || coalesce(login, role), ',') from platform.task where closed_by is null and subject = '"
                        + request.id() + "'");
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
