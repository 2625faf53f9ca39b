package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.agglomeration.AgglomerationView;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignCluster;
import ru.mos.clusters.cluster.agglomeration.AssignmentView;
import ru.mos.clusters.cluster.agglomeration.CreateAgglomeration;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;

class AgglomerationsIT extends InServer {

    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2011, 3, 1);
    private static final LocalDate JULY = LocalDate.of(2011, 7, 1);
    private static final Paper ORDER = new Paper("Приказ", "7", START);

    @Inject
    Agglomerations agglomerations;

    @Inject
    Clusters clusters;

    @BeforeEach
    void people() throws Exception {
        given("department");
        given("gckr");
        given("auditor");
    }

    @Test
    void agglomerations_get_the_next_number_however_many_are_founded_at_once() throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        var asked = new ArrayList<Future<AgglomerationView>>();
        for (int i = 0; i < 12; i++) {
            asked.add(pool.submit(this::found));
        }
        var numbers = new ArrayList<Integer>();
        for (var answer : asked) {
            numbers.add(Integer.valueOf(answer.get().code().replace("AGG-", "")));
        }
        pool.shutdown();

        numbers.sort(null);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(11) - numbers.get(0)).isEqualTo(11);
    }

    @Test
    void a_cluster_is_in_one_agglomeration_at_a_time_and_may_change_on_a_day() throws Exception {
        var one = found();
        var other = found();
        var it = cluster();
        assign(one, it, START, JULY);

        assertProblem("agglomeration-overlaps", () -> assign(other, it, JULY.minusDays(1), null));
        assign(other, it, JULY, null);

        assertThat(of(it, JULY.minusDays(1)))
                .extracting(AssignmentView::agglomeration)
                .containsExactly(one.id());
        assertThat(of(it, JULY)).extracting(AssignmentView::agglomeration).containsExactly(other.id());
        assertThat(of(it, START.minusDays(1))).isEmpty();
    }

    @Test
    void an_assignment_lies_within_the_life_of_both() throws Exception {
        var late = as("gckr", () -> agglomerations.create(new CreateAgglomeration("Поздняя", MARCH, ORDER)));
        var it = cluster();

        assertProblem("assignment-outside-agglomeration", () -> assign(late, it, MARCH.minusDays(1), null));
        var early =
                as("gckr", () -> agglomerations.create(new CreateAgglomeration("Ранняя", START.minusDays(9), ORDER)));
        assertProblem("assignment-outside-cluster", () -> assign(early, it, START.minusDays(1), null));
        assertProblem("period-empty", () -> assign(early, it, MARCH, MARCH));
        assign(late, it, MARCH, null);
    }

    @Test
    void a_cluster_is_taken_out_on_a_day_and_on_its_first_day_never_was_in() throws Exception {
        var one = found();
        var it = cluster();
        var at = cluster();
        assign(one, it, START, null);
        assign(one, at, START, null);
        var before = now();

        release(one, it, MARCH);
        release(one, at, START);

        assertThat(of(it, MARCH.minusDays(1))).hasSize(1);
        assertThat(of(it, MARCH.minusDays(1)).get(0).ended()).isEqualTo(ORDER);
        assertThat(of(it, MARCH)).isEmpty();
        assertThat(of(at, START)).isEmpty();
        assertProblem("assignment-unknown", () -> release(one, it, MARCH));
        assertThat(as("auditor", () -> agglomerations.card(one.id(), MARCH, before))
                        .members())
                .as("as it was known before")
                .hasSize(2);
        assertThat(as("auditor", () -> agglomerations.card(one.id(), MARCH, null))
                        .members())
                .isEmpty();
    }

    @Test
    void an_ended_agglomeration_keeps_its_past_and_has_no_clusters_after() throws Exception {
        var one = found();
        var it = cluster();
        assign(one, it, START, null);

        var ended = as("gckr", () -> agglomerations.close(one.id(), JULY, ORDER));

        assertThat(ended.to()).isEqualTo(JULY);
        assertThat(card(one, JULY.minusDays(1)).clusters()).isEqualTo(1);
        assertThat(card(one, JULY).clusters()).isZero();
        assertThat(card(one, JULY).status()).isEqualTo(ClusterStatus.CLOSED);
        assertProblem("agglomeration-closed", () -> as("gckr", () -> agglomerations.close(one.id(), JULY, ORDER)));
        assertProblem("assignment-outside-agglomeration", () -> assign(one, it, JULY, null));
    }

    @Test
    void a_closed_cluster_is_in_no_agglomeration_any_more() throws Exception {
        var one = found();
        var it = cluster();
        assign(one, it, START, null);

        as("gckr", () -> clusters.close(new CloseCluster(it, JULY, "Участники разошлись")));

        assertThat(card(one, JULY.minusDays(1)).clusters()).isEqualTo(1);
        assertThat(card(one, JULY).clusters()).isZero();
    }

    @Test
    void a_name_changes_for_whoever_saw_the_present_one_and_all_can_be_listed() throws Exception {
        var one = found();

        assertProblem(
                "changed-meanwhile",
                () -> as("gckr", () -> agglomerations.rename(one.id(), "Иная", one.version() - 1)));
        var renamed = as("gckr", () -> agglomerations.rename(one.id(), "Иная", one.version()));

        assertThat(renamed.name()).isEqualTo("Иная");
        assertThat(as("auditor", () -> agglomerations.list(MARCH, PageRequest.first(500)))
                        .items())
                .extracting(AgglomerationView::id)
                .contains(one.id());
        assertProblem("agglomeration-unknown", () -> as("gckr", () -> agglomerations.resolve("AGG-0")));
        assertThat(as("auditor", () -> agglomerations.resolve(one.code().toLowerCase(java.util.Locale.ROOT))))
                .isEqualTo(one.id());
    }

    private AgglomerationView found() throws Exception {
        return as("gckr", () -> agglomerations.create(new CreateAgglomeration("Восток", START, ORDER)));
    }

    private UUID cluster() throws Exception {
        var union = new UnitingEntity(new Inn("7707083893"), null, null);
        return as("gckr", () -> clusters.create(new CreateCluster("IT", "Облачный", union, START, null)))
                .id();
    }

    private void assign(AgglomerationView to, UUID cluster, LocalDate from, LocalDate until) throws Exception {
        as("gckr", () -> agglomerations.assign(new AssignCluster(to.id(), cluster, from, until, ORDER)));
    }

    private void release(AgglomerationView of, UUID cluster, LocalDate from) throws Exception {
        as("gckr", () -> agglomerations.release(of.id(), cluster, from, ORDER));
    }

    private List<AssignmentView> of(UUID cluster, LocalDate day) throws Exception {
        return as("auditor", () -> agglomerations.of(cluster, day, null));
    }

    private AgglomerationView card(AgglomerationView of, LocalDate day) throws Exception {
        return as("auditor", () -> agglomerations.card(of.id(), day, null)).agglomeration();
    }

    private Instant now() throws Exception {
        return Instant.parse(
                one("select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }
}
