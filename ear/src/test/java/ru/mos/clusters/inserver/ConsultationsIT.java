package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.consultation.ConsultationFilter;
import ru.mos.clusters.cluster.consultation.ConsultationForm;
import ru.mos.clusters.cluster.consultation.ConsultationView;
import ru.mos.clusters.cluster.consultation.Consultations;
import ru.mos.clusters.cluster.consultation.EnterConsultation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;

class ConsultationsIT extends InServer {

    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final LocalDate DAY = LocalDate.of(2019, 3, 10);
    private static final PageRequest ALL = PageRequest.first(500);

    @Inject
    Consultations consultations;

    @Inject
    Clusters clusters;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of("gckr", "gckr2", "department", "auditor", "expert")) {
            given(login);
        }
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate cluster.consultation");
        }
    }

    @Test
    void who_advised_before_a_day_is_told_up_to_the_day_before_it() throws Exception {
        enter("gckr", null, ALFA, DAY);

        assertThat(advised("gckr", null, ALFA, DAY)).isFalse();
        assertThat(advised("gckr", null, ALFA, DAY.plusDays(1))).isTrue();
        assertThat(advised("gckr2", null, ALFA, DAY.plusDays(1))).isFalse();
        assertThat(advised("gckr", null, BETA, DAY.plusDays(1))).isFalse();
        var cluster = cluster();
        enter("gckr2", cluster, null, DAY);
        assertThat(advised("gckr2", cluster, null, DAY.plusDays(1))).isTrue();
        assertThat(advised("gckr", cluster, null, DAY.plusDays(1))).isFalse();
        assertProblem("consultation-about-one", () -> advised("gckr", cluster, ALFA, DAY));
    }

    @Test
    void a_correction_supersedes_and_the_journal_shows_what_holds_now() throws Exception {
        var entry = enter("gckr", null, ALFA, DAY);
        var entered =
                as("auditor", () -> consultations.consultation(entry.id())).enteredAt();

        var corrected = as(
                "gckr",
                () -> consultations.correct(
                        entry.id(), entry.version(), entry("gckr", null, ALFA, DAY, "Патенты", "Подана заявка")));

        assertThat(corrected.corrected()).isTrue();
        assertThat(corrected.enteredAt()).isEqualTo(entered);
        assertThat(listed(null)).extracting(ConsultationView::topic).containsExactly("Патенты");
        assertThat(one("select count(*) from cluster.consultation where id = '" + entry.id() + "'"))
                .isEqualTo("2");
        assertProblem(
                "changed-meanwhile",
                () -> as(
                        "gckr",
                        () -> consultations.correct(
                                entry.id(), entry.version(), entry("gckr", null, ALFA, DAY, "Иное", null))));
    }

    @Test
    void nobody_hides_an_advice_of_their_own() throws Exception {
        var entry = enter("gckr", null, ALFA, DAY);

        for (var change : List.of(
                entry("gckr2", null, ALFA, DAY, "x", null),
                entry("gckr", null, BETA, DAY, "x", null),
                entry("gckr", null, ALFA, DAY.minusDays(1), "x", null))) {
            assertProblem(
                    "consultation-of-oneself",
                    () -> as("gckr", () -> consultations.correct(entry.id(), entry.version(), change)));
        }
        assertThatThrownBy(() -> as("gckr", () -> {
                    consultations.remove(entry.id(), "x");
                    return true;
                }))
                .isInstanceOf(EJBAccessException.class);
        as(
                "gckr2",
                () -> consultations.correct(entry.id(), entry.version(), entry("gckr", null, BETA, DAY, "x", null)));
        assertThat(advised("gckr", null, ALFA, DAY.plusDays(1))).isFalse();
        as("department", () -> {
            consultations.remove(entry.id(), "Внесено дважды");
            return true;
        });
        assertThat(listed(null)).isEmpty();
        assertProblem("consultation-unknown", () -> as("auditor", () -> consultations.consultation(entry.id())));
    }

    @Test
    void what_cannot_be_entered_is_told_by_its_own_word() {
        assertProblem("consultation-about-one", () -> entry("gckr", null, null, DAY, "x", null));
        assertProblem("consultation-about-one", () -> entry("gckr", UUID.randomUUID(), ALFA, DAY, "x", null));
        assertProblem("field-required", () -> entry("gckr", null, ALFA, DAY, " ", null));
        assertProblem("adviser-not-of-gckr", () -> enter("department", null, ALFA, DAY));
        assertProblem("cluster-unknown", () -> enter("gckr", UUID.randomUUID(), null, DAY));
        assertProblem("consultation-in-future", () -> enter("gckr", null, ALFA, LocalDate.of(2999, 1, 1)));
        assertThatThrownBy(() -> as("department", () -> consultations.enter(entry("gckr", null, ALFA, DAY, "x", null))))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void the_journal_is_narrowed_and_leafed_through() throws Exception {
        enter("gckr", null, ALFA, DAY);
        enter("gckr", null, ALFA, DAY.plusDays(1));
        enter("gckr2", null, BETA, DAY.plusDays(2));

        assertThat(listed(ALFA)).extracting(ConsultationView::heldOn).containsExactly(DAY.plusDays(1), DAY);
        var period = new ConsultationFilter(null, null, null, ConsultationForm.VISIT, "Ё", DAY, DAY.plusDays(2));
        assertThat(as("auditor", () -> consultations.list(period, ALL)).items()).hasSize(2);
        assertThat(as("auditor", () -> consultations.count(period))).isEqualTo(2);
        var first = as("auditor", () -> consultations.list(all(), PageRequest.first(2)));
        var rest = as("auditor", () -> consultations.list(all(), new PageRequest(2, first.next())));
        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isNull();
    }

    private ConsultationView enter(String adviser, UUID cluster, Inn inn, LocalDate day) throws Exception {
        return as("gckr", () -> consultations.enter(entry(adviser, cluster, inn, day, "Учёт затрат", null)));
    }

    private static EnterConsultation entry(
            String adviser, UUID cluster, Inn inn, LocalDate day, String topic, String result) {
        return new EnterConsultation(adviser, cluster, inn, day, ConsultationForm.VISIT, topic, result);
    }

    private boolean advised(String login, UUID cluster, Inn inn, LocalDate before) throws Exception {
        return as("auditor", () -> consultations.advised(login, cluster, inn, before))
                .isPresent();
    }

    private List<ConsultationView> listed(Inn inn) throws Exception {
        return as(
                        "auditor",
                        () -> consultations.list(new ConsultationFilter(null, null, inn, null, null, null, null), ALL))
                .items();
    }

    private static ConsultationFilter all() {
        return new ConsultationFilter(null, null, null, null, null, null, null);
    }

    private UUID cluster() throws Exception {
        return as(
                        "gckr",
                        () -> clusters.create(new CreateCluster(
                                "IT",
                                "Консультации",
                                new UnitingEntity(new Inn("7707083893"), null, null),
                                LocalDate.of(2017, 1, 1),
                                null)))
                .id();
    }
}
