package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.SubmitApplication;
import ru.mos.clusters.cluster.merger.MergerState;
import ru.mos.clusters.cluster.merger.MergerView;
import ru.mos.clusters.cluster.merger.Mergers;
import ru.mos.clusters.cluster.merger.ProposeMerger;
import ru.mos.clusters.eligibility.MergedClusters;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;

class MergersIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn GAMMA = new Inn(Register.inn(5));
    private static final LocalDate START = LocalDate.of(2017, 1, 1);
    private static final LocalDate JOINED = LocalDate.of(2018, 5, 1);
    private static final LocalDate DAY = LocalDate.of(2019, 3, 1);
    private static final PageRequest ALL = PageRequest.first(500);

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Mergers mergers;

    @Inject
    MergedClusters merged;

    @Inject
    Joining joining;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of("department", "department2", "gckr", "gckr2", "auditor")) {
            given(login);
        }
    }

    @Test
    void clusters_become_a_new_one_and_on_the_day_before_show_as_they_were() throws Exception {
        var one = cluster("COMMUNICATIONS");
        var two = cluster("COMMUNICATIONS");
        admit(one, ALFA, ParticipantRole.SME_LEADER, true);
        admit(one, BETA, ParticipantRole.MANUFACTURER, true);
        admit(two, BETA, ParticipantRole.CONSULTING, false);
        admit(two, GAMMA, ParticipantRole.OTHER, false);

        var proposed = as("gckr", () -> mergers.propose(anew(Set.of(one.id(), two.id()), DAY)));
        assertThat(proposed.state()).isEqualTo(MergerState.PROPOSED);
        assertThat(codes(DAY)).contains(one.code(), two.code());
        var merger = as("department", () -> mergers.confirm(proposed.id()));

        var successor = merger.successor();
        assertThat(codes(DAY.minusDays(1))).contains(one.code(), two.code()).doesNotContain(successor.code());
        assertThat(codes(DAY)).contains(successor.code()).doesNotContain(one.code(), two.code());
        assertThat(members(one.id(), DAY.minusDays(1)))
                .extracting(MemberView::inn)
                .containsExactly(ALFA, BETA);
        assertThat(members(one.id(), DAY)).isEmpty();
        var now = members(successor.id(), DAY);
        assertThat(now).extracting(MemberView::inn).containsExactlyInAnyOrder(ALFA, BETA, GAMMA);
        assertThat(of(now, BETA).roles())
                .containsExactlyInAnyOrder(ParticipantRole.MANUFACTURER, ParticipantRole.CONSULTING);
        assertThat(of(now, BETA).memberOfOrganisation()).isTrue();
        assertThat(of(now, GAMMA).memberOfOrganisation()).isFalse();
        assertThat(members(successor.id(), DAY.minusDays(1))).isEmpty();
    }

    @Test
    void a_code_that_was_once_given_is_never_given_again() throws Exception {
        var one = cluster("COMMUNICATIONS");
        var two = cluster("COMMUNICATIONS");
        var merger = merge(anew(Set.of(one.id(), two.id()), DAY));

        var next = cluster("COMMUNICATIONS");

        assertThat(number(next.code()))
                .isGreaterThan(number(merger.successor().code()))
                .isGreaterThan(number(two.code()));
    }

    @Test
    void a_cluster_joins_another_whose_participants_get_what_they_lacked_and_no_second_place() throws Exception {
        var stays = cluster("INSTRUMENTS");
        var ends = cluster("INSTRUMENTS");
        admit(stays, ALFA, ParticipantRole.SME_LEADER, true);
        admit(stays, BETA, ParticipantRole.MANUFACTURER, false);
        admit(ends, ALFA, ParticipantRole.SME_LEADER, true);
        admit(ends, BETA, ParticipantRole.CONSULTING, true);
        admit(ends, GAMMA, ParticipantRole.OTHER, true);

        var merger = merge(into(stays.id(), Set.of(ends.id()), DAY));

        assertThat(merger.successor().code()).isEqualTo(stays.code());
        var now = members(stays.id(), DAY);
        assertThat(now).extracting(MemberView::inn).containsExactlyInAnyOrder(ALFA, BETA, GAMMA);
        assertThat(of(now, ALFA).from()).isEqualTo(JOINED);
        assertThat(of(now, BETA).from()).isEqualTo(DAY);
        assertThat(of(now, BETA).roles())
                .containsExactlyInAnyOrder(ParticipantRole.MANUFACTURER, ParticipantRole.CONSULTING);
        assertThat(of(members(stays.id(), DAY.minusDays(1)), BETA).roles())
                .containsExactly(ParticipantRole.MANUFACTURER);
        assertThat(of(members(stays.id(), DAY.minusDays(1)), BETA).memberOfOrganisation())
                .isFalse();
        assertThat(one("select count(*) from cluster.membership where cluster_id = '" + stays.id() + "' and inn = '"
                        + ALFA.digits() + "'"))
                .as("whoever lacked nothing is left alone")
                .isEqualTo("1");
    }

    @Test
    void a_cluster_tells_what_it_became_and_what_it_came_from() throws Exception {
        var one = cluster("IT");
        var two = cluster("IT");
        var three = cluster("IT");
        var first = merge(anew(Set.of(one.id(), two.id()), DAY));
        merge(into(three.id(), Set.of(first.successor().id()), DAY.plusDays(1)));

        var middle = as("auditor", () -> mergers.lineage(first.successor().id()));

        assertThat(middle.became().code()).isEqualTo(three.code());
        assertThat(middle.became().day()).isEqualTo(DAY.plusDays(1));
        assertThat(middle.cameFrom()).extracting("code").containsExactly(one.code(), two.code());
        assertThat(as("auditor", () -> mergers.lineage(one.id())).became().code())
                .isEqualTo(first.successor().code());
        assertThat(as("auditor", () -> mergers.lineage(three.id())).became()).isNull();
    }

    @Test
    void nobody_confirms_what_they_proposed_and_only_the_department_confirms() throws Exception {
        var one = cluster("IT");
        var two = cluster("IT");
        var proposed = as("department", () -> mergers.propose(anew(Set.of(one.id(), two.id()), DAY)));

        assertProblem("second-person-required", () -> as("department", () -> mergers.confirm(proposed.id())));
        assertThatThrownBy(() -> as("gckr", () -> mergers.confirm(proposed.id())))
                .isInstanceOf(EJBAccessException.class);
        assertProblem("forbidden-role", () -> as("gckr", () -> mergers.refuse(proposed.id(), "x")));
        assertThat(as("department2", () -> mergers.refuse(proposed.id(), "Нет согласия"))
                        .state())
                .isEqualTo(MergerState.REFUSED);
        assertProblem("merger-decided", () -> as("department2", () -> mergers.confirm(proposed.id())));
        assertThat(codes(DAY)).contains(one.code(), two.code());
    }

    @Test
    void what_stands_in_the_way_is_told_by_its_own_word() throws Exception {
        var one = cluster("IT");
        var two = cluster("IT");
        var other = cluster("MEDTECH");
        admit(one, ALFA, ParticipantRole.OTHER, true);

        assertProblem(
                "merger-across-sectors",
                () -> as("gckr", () -> mergers.propose(anew(Set.of(one.id(), other.id()), DAY))));
        assertProblem("merger-too-few", () -> anew(Set.of(one.id()), DAY));
        assertProblem("merger-with-itself", () -> into(one.id(), Set.of(one.id()), DAY));
        assertProblem(
                "merger-successor-ambiguous",
                () -> new ProposeMerger(Set.of(one.id(), two.id()), null, null, null, null, DAY, paper()));
        assertProblem(
                "merger-cluster-not-open",
                () -> as("gckr", () -> mergers.propose(into(one.id(), Set.of(two.id()), START))));
        assertProblem(
                "merger-day-too-early",
                () -> as("gckr", () -> mergers.propose(into(one.id(), Set.of(two.id()), JOINED.minusDays(1)))));
        assertProblem(
                "cluster-unknown",
                () -> as("gckr", () -> mergers.propose(into(UUID.randomUUID(), Set.of(two.id()), DAY))));
        assertProblem("merger-unknown", () -> as("gckr", () -> mergers.merger(UUID.randomUUID())));
        assertProblem(
                "merger-organisation-is-member",
                () -> as(
                        "gckr",
                        () -> mergers.propose(new ProposeMerger(
                                Set.of(one.id(), two.id()),
                                null,
                                "Общий",
                                new UnitingEntity(ALFA, null, null),
                                null,
                                DAY,
                                paper()))));
        as(
                "gckr",
                () -> joining.submit(new SubmitApplication(
                        two.id(), participation(BETA, ParticipantRole.OTHER, true), DAY.minusDays(9), paper())));
        assertProblem(
                "merger-applications-open",
                () -> as("gckr", () -> mergers.propose(into(one.id(), Set.of(two.id()), DAY))));

        var waits = as("gckr", () -> mergers.propose(into(two.id(), Set.of(one.id()), JOINED)));
        assertProblem(
                "merger-pending-already",
                () -> as("gckr2", () -> mergers.propose(into(two.id(), Set.of(one.id()), DAY))));
        as(
                "gckr",
                () -> memberships.admit(
                        new AdmitMember(one.id(), participation(BETA, ParticipantRole.OTHER, true), DAY, null)));
        assertProblem("merger-day-too-early", () -> as("department", () -> mergers.confirm(waits.id())));
        assertThat(as("gckr", () -> mergers.refuse(waits.id(), "Поздно")).state())
                .isEqualTo(MergerState.REFUSED);
    }

    @Test
    void the_effect_counts_whoever_is_in_both_clusters_once() throws Exception {
        var one = cluster("BIOPHARMA");
        var two = cluster("BIOPHARMA");
        admit(one, ALFA, ParticipantRole.OTHER, true);
        admit(one, BETA, ParticipantRole.OTHER, true);
        admit(two, BETA, ParticipantRole.OTHER, true);
        admit(two, GAMMA, ParticipantRole.OTHER, true);

        var joined =
                as("auditor", () -> merged.suppose(Set.of(two.id()), one.id(), null, DAY, Locale.forLanguageTag("ru")));
        var anew = as(
                "auditor",
                () -> merged.suppose(
                        Set.of(one.id(), two.id()),
                        null,
                        new MergedClusters.Opened("Общий", new UnitingEntity(UNION, null, null)),
                        DAY,
                        Locale.forLanguageTag("ru")));

        assertThat(joined.before()).extracting("code").containsExactly(one.code(), two.code());
        assertThat(joined.verdict().findings().get(1).measured().of()).isEqualTo(3);
        assertThat(anew.verdict().findings().get(1).measured().of()).isEqualTo(3);
        assertThat(codes(DAY)).as("nothing is kept").contains(one.code(), two.code());
    }

    private ClusterView cluster(String sector) throws Exception {
        return as(
                "gckr",
                () -> clusters.create(
                        new CreateCluster(sector, "Укрупнение", new UnitingEntity(UNION, null, null), START, null)));
    }

    private void admit(ClusterView cluster, Inn inn, ParticipantRole role, boolean member) throws Exception {
        as(
                "gckr",
                () -> memberships.admit(new AdmitMember(cluster.id(), participation(inn, role, member), JOINED, null)));
    }

    private MergerView merge(ProposeMerger command) throws Exception {
        var proposed = as("gckr", () -> mergers.propose(command));
        return as("department", () -> mergers.confirm(proposed.id()));
    }

    private static ProposeMerger anew(Set<UUID> ending, LocalDate day) {
        return new ProposeMerger(ending, null, "Общий", new UnitingEntity(UNION, null, null), null, day, paper());
    }

    private static ProposeMerger into(UUID successor, Set<UUID> ending, LocalDate day) {
        return new ProposeMerger(ending, successor, null, null, null, day, paper());
    }

    private List<String> codes(LocalDate on) throws Exception {
        var filter = new ClusterFilter(null, "", ClusterStatus.ACTIVE, null, on);
        return as("auditor", () -> clusters.list(filter, ClusterOrder.CODE, ALL)).items().stream()
                .map(ClusterView::code)
                .toList();
    }

    private List<MemberView> members(UUID cluster, LocalDate on) throws Exception {
        return as("gckr", () -> memberships.on(cluster, on, null, ALL)).items();
    }

    private static MemberView of(List<MemberView> members, Inn inn) {
        return members.stream()
                .filter(member -> member.inn().equals(inn))
                .findAny()
                .orElseThrow();
    }

    private static int number(String code) {
        return Integer.parseInt(code.replaceAll(".*-", ""));
    }

    private static Participation participation(Inn inn, ParticipantRole role, boolean member) {
        return new Participation(inn, null, Set.of(role), member);
    }

    private static Paper paper() {
        return new Paper("Решение собраний", "2", LocalDate.of(2019, 1, 15));
    }
}
