package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.cluster.ParticipantRole.INNOVATIVE_SME;
import static ru.mos.clusters.cluster.ParticipantRole.MANUFACTURER;
import static ru.mos.clusters.cluster.ParticipantRole.SME_LEADER;
import static ru.mos.clusters.cluster.ParticipantRole.UNIVERSITY;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AddSector;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.ChangeMember;
import ru.mos.clusters.cluster.CloseCluster;
import ru.mos.clusters.cluster.ClusterCard;
import ru.mos.clusters.cluster.ClusterFilter;
import ru.mos.clusters.cluster.ClusterOrder;
import ru.mos.clusters.cluster.ClusterStatus;
import ru.mos.clusters.cluster.ClusterView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.HandOver;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.RenameCluster;
import ru.mos.clusters.cluster.ReplaceOrganisation;
import ru.mos.clusters.cluster.Roster;
import ru.mos.clusters.cluster.Rosters;
import ru.mos.clusters.cluster.SectorActivity;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.cluster.Sectors;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.LegalForm;

class ClustersIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn PERSON = new Inn("770000000156");
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2011, 3, 1);
    private static final LocalDate JULY = LocalDate.of(2011, 7, 1);

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Rosters rosters;

    @Inject
    Sectors sectors;

    @BeforeEach
    void people() throws Exception {
        given("department");
        given("gckr");
        given("gckr2");
    }

    @Test
    void a_cluster_is_opened_under_the_next_number_of_its_sector() throws Exception {
        var first = create("INSTRUMENTS");
        var second = create("INSTRUMENTS");

        assertThat(first.code()).matches("INSTRUMENTS-\\d+");
        assertThat(number(second)).isEqualTo(number(first) + 1);
        assertThat(first.organisation().inn()).isEqualTo(UNION);
        assertThat(first.status()).isEqualTo(ClusterStatus.ACTIVE);
    }

    @Test
    void a_number_is_never_given_twice_however_many_ask_at_once() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var asked = new ArrayList<Future<ClusterView>>();
        for (int i = 0; i < 24; i++) {
            asked.add(pool.submit(() -> create("COMMUNICATIONS")));
        }
        var numbers = new ArrayList<Integer>();
        for (var answer : asked) {
            numbers.add(number(answer.get()));
        }
        pool.shutdown();

        assertThat(numbers).doesNotHaveDuplicates().hasSize(24);
    }

    @Test
    void a_refused_cluster_takes_no_number_and_a_cluster_united_by_a_person_is_refused() throws Exception {
        int before = number(create("BIOPHARMA"));

        assertProblem("organisation-not-legal-entity", () -> new UnitingEntity(PERSON, null, null));
        assertProblem(
                "curator-unknown",
                () -> as(
                        "gckr",
                        () -> clusters.create(
                                new CreateCluster("BIOPHARMA", "Без куратора", union(), START, "nobody"))));
        assertProblem(
                "curator-not-of-gckr",
                () -> as(
                        "gckr",
                        () -> clusters.create(
                                new CreateCluster("BIOPHARMA", "Не тот куратор", union(), START, "department"))));

        assertThat(number(create("BIOPHARMA"))).isEqualTo(before + 1);
    }

    @Test
    void a_sector_must_be_known_and_in_force() {
        assertProblem(
                "sector-unknown",
                () -> as("gckr", () -> clusters.create(new CreateCluster("MINING", "Рудник", union(), START, null))));
        assertProblem(
                "sector-not-in-force",
                () -> as(
                        "gckr",
                        () -> clusters.create(
                                new CreateCluster("IT", "Рано", union(), LocalDate.of(2009, 12, 31), null))));
    }

    @Test
    void an_enterprise_cannot_take_part_twice_at_a_time() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, JULY, SME_LEADER);

        assertProblem("membership-overlaps", () -> admit(it, ALFA, JULY.minusDays(1), null, MANUFACTURER));
    }

    @Test
    void a_membership_may_begin_on_the_day_on_which_another_ends() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, JULY, SME_LEADER);
        admit(it, ALFA, JULY, null, MANUFACTURER);

        assertThat(inns(it, JULY.minusDays(1))).containsExactly(ALFA);
        assertThat(members(it, JULY).get(0).roles()).containsExactly(MANUFACTURER);
    }

    @Test
    void an_enterprise_may_take_part_in_several_clusters_at_once() throws Exception {
        var one = create("IT");
        var other = create("IT");
        admit(one, ALFA, START, null, SME_LEADER);
        admit(other, ALFA, START, null, SME_LEADER);

        assertThat(inns(other, MARCH)).containsExactly(ALFA);
    }

    @Test
    void the_organisation_is_never_a_member() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        assertProblem("organisation-is-not-a-member", () -> admit(it, UNION, START, null, OTHER()));
        assertProblem(
                "organisation-is-not-a-member",
                () -> as(
                        "gckr",
                        () -> clusters.unite(
                                new ReplaceOrganisation(it.id(), new UnitingEntity(ALFA, null, null), MARCH, null))));
    }

    @Test
    void one_entity_with_three_roles_is_one_member() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER, INNOVATIVE_SME, MANUFACTURER);

        var card = card(it, MARCH);

        assertThat(card.cluster().memberCount()).isEqualTo(1);
        assertThat(card.members().get(0).roles()).containsExactlyInAnyOrder(SME_LEADER, INNOVATIVE_SME, MANUFACTURER);
    }

    @Test
    void a_partner_outside_the_organisation_is_no_member_of_it() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);
        as(
                "gckr",
                () -> memberships.admit(new AdmitMember(
                        it.id(),
                        new Participation(BETA, "Университет «Бета»", Set.of(UNIVERSITY), false),
                        START,
                        null)));

        var card = card(it, MARCH);

        assertThat(card.cluster().memberCount()).isEqualTo(1);
        assertThat(card.cluster().partnerCount()).isEqualTo(1);
        assertThat(card.members()).extracting(MemberView::name).contains("Университет «Бета»");
    }

    @Test
    void a_membership_ends_on_a_date_and_can_begin_again() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        as("gckr", () -> memberships.end(it.id(), ALFA, MARCH, null));
        admit(it, ALFA, JULY, null, MANUFACTURER);

        assertThat(inns(it, MARCH.minusDays(1))).containsExactly(ALFA);
        assertThat(inns(it, MARCH)).isEmpty();
        assertThat(inns(it, JULY)).containsExactly(ALFA);
        assertProblem("membership-unknown", () -> as("gckr", () -> memberships.end(it.id(), ALFA, MARCH, null)));
    }

    @Test
    void a_membership_ended_on_its_first_day_never_was() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        as("gckr", () -> memberships.end(it.id(), ALFA, START, null));

        assertThat(inns(it, START)).isEmpty();
    }

    @Test
    void an_end_counts_for_all_roles_that_would_have_followed_without_a_gap_but_not_for_a_later_return()
            throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, MARCH, SME_LEADER);
        admit(it, ALFA, MARCH, JULY, MANUFACTURER);
        admit(it, ALFA, JULY.plusDays(1), null, INNOVATIVE_SME);

        as("gckr", () -> memberships.end(it.id(), ALFA, START.plusDays(1), null));

        assertThat(inns(it, START)).containsExactly(ALFA);
        assertThat(inns(it, MARCH)).isEmpty();
        assertThat(inns(it, JULY.plusDays(1))).containsExactly(ALFA);
    }

    @Test
    void roles_change_from_a_day_on_and_the_days_before_stay() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        as(
                "gckr",
                () -> memberships.change(new ChangeMember(
                        it.id(), new Participation(ALFA, null, Set.of(MANUFACTURER), true), MARCH, null)));

        assertThat(members(it, MARCH.minusDays(1)).get(0).roles()).containsExactly(SME_LEADER);
        assertThat(members(it, MARCH).get(0).roles()).containsExactly(MANUFACTURER);
    }

    @Test
    void a_membership_lies_within_the_life_of_the_cluster() throws Exception {
        var it = create("IT");

        assertProblem("membership-outside-cluster", () -> admit(it, ALFA, START.minusDays(1), null, SME_LEADER));
        admit(it, ALFA, START, null, SME_LEADER);
    }

    @Test
    void a_date_is_read_as_it_was_known_then() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);
        var before = now();
        as("gckr", () -> memberships.end(it.id(), ALFA, START, null));
        admit(it, BETA, START, null, SME_LEADER);

        assertThat(inns(it, MARCH)).containsExactly(BETA);
        assertThat(as("auditor", () -> clusters.card(it.id(), MARCH, before)).members())
                .extracting(MemberView::inn)
                .containsExactly(ALFA);
    }

    @Test
    void a_closed_cluster_has_no_members_after_its_end_and_takes_no_change() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        as("gckr", () -> clusters.close(new CloseCluster(it.id(), JULY, "Участники разошлись")));

        assertThat(inns(it, JULY.minusDays(1))).containsExactly(ALFA);
        assertThat(card(it, JULY).cluster().status()).isEqualTo(ClusterStatus.CLOSED);
        assertThat(card(it, JULY).cluster().organisation()).isNull();
        assertThat(inns(it, JULY)).isEmpty();
        assertProblem("membership-outside-cluster", () -> admit(it, BETA, JULY, null, SME_LEADER));
        assertProblem(
                "cluster-closed",
                () -> as("gckr", () -> clusters.handOver(new HandOver(it.id(), "gckr", MARCH, null))));
    }

    @Test
    void a_curator_hands_over_on_a_date() throws Exception {
        var it = as("gckr", () -> clusters.create(new CreateCluster("IT", "С куратором", union(), START, "gckr")));

        as("gckr", () -> clusters.handOver(new HandOver(it.id(), "gckr2", MARCH, it.version())));

        assertThat(card(it, MARCH.minusDays(1)).cluster().curator().login()).isEqualTo("gckr");
        assertThat(card(it, MARCH).cluster().curator().login()).isEqualTo("gckr2");
    }

    @Test
    void the_organisation_changes_on_a_date_and_is_corrected_on_its_first_day() throws Exception {
        var it = create("IT");
        var fund = new UnitingEntity(BETA, "Фонд развития", LegalForm.FOUNDATION);

        as("gckr", () -> clusters.unite(new ReplaceOrganisation(it.id(), fund, MARCH, null)));
        as(
                "gckr",
                () -> clusters.unite(new ReplaceOrganisation(
                        it.id(), new UnitingEntity(BETA, "Союз развития", LegalForm.UNION), MARCH, null)));

        assertThat(card(it, MARCH.minusDays(1)).cluster().organisation().inn()).isEqualTo(UNION);
        assertThat(card(it, MARCH).cluster().organisation().legalForm()).isEqualTo(LegalForm.UNION);
    }

    @Test
    void who_saw_an_older_version_is_told_and_nothing_is_lost() throws Exception {
        var it = create("IT");
        var renamed = as("gckr", () -> clusters.rename(new RenameCluster(it.id(), "Новое имя", it.version())));

        assertProblem(
                "changed-meanwhile",
                () -> as("department", () -> clusters.rename(new RenameCluster(it.id(), "Другое имя", it.version()))));

        assertThat(card(it, MARCH).cluster().name()).isEqualTo("Новое имя");
        assertThat(renamed.version()).isGreaterThan(it.version());
    }

    @Test
    void clusters_are_found_by_part_of_name_code_and_number_of_the_organisation_page_by_page() throws Exception {
        var word = "ёлка" + UUID.randomUUID();
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            made.add(as(
                            "gckr",
                            () -> clusters.create(
                                    new CreateCluster("MEDTECH", "«" + word.toUpperCase() + "»", union(), START, null)))
                    .id());
        }
        var filter = new ClusterFilter("MEDTECH", word.replace('ё', 'е'), ClusterStatus.ACTIVE, null, MARCH);
        var found = new ArrayList<UUID>();
        for (var order : ClusterOrder.values()) {
            var page = PageRequest.first(2);
            found.clear();
            for (; page != null; ) {
                var asked = page;
                var slice = as("auditor", () -> clusters.list(filter, order, asked));
                slice.items().forEach(cluster -> found.add(cluster.id()));
                page = slice.next() == null ? null : new PageRequest(2, slice.next());
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(made);
        }
        assertThat(as("auditor", () -> clusters.counted(filter, ClusterOrder.CODE, PageRequest.first(2)))
                        .count())
                .isEqualTo(5);
        assertThat(as(
                                "auditor",
                                () -> clusters.list(
                                        new ClusterFilter(null, "7707083893", null, null, MARCH),
                                        ClusterOrder.CODE,
                                        PageRequest.first(500)))
                        .items())
                .extracting(ClusterView::id)
                .containsAll(made);
    }

    @Test
    void who_may_only_read_is_refused_every_change_and_an_applicant_everything() throws Exception {
        var it = create("IT");
        for (var reader :
                List.of("chief", "accountant", "infrastructure", "expert", "commission", "auditor", "service")) {
            assertThat(as(reader, () -> clusters.card(it.id(), MARCH, null))).isNotNull();
            assertRefused(reader, () -> clusters.rename(new RenameCluster(it.id(), "Нельзя", null)));
            assertRefused(reader, () -> memberships.end(it.id(), ALFA, MARCH, null));
        }
        for (var stranger : List.of("applicant", "admin")) {
            assertRefused(stranger, () -> clusters.card(it.id(), MARCH, null));
        }
    }

    @Test
    void the_history_of_a_cluster_tells_who_did_what() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);

        var history = as("auditor", () -> clusters.history(it.id(), PageRequest.first(10)));

        assertThat(history.items())
                .extracting(change -> change.action() + " " + change.by())
                .filteredOn(told -> !told.endsWith(" system")) // the verdict that follows comes in its own time
                .containsExactly("MEMBER_ADMITTED gckr", "CLUSTER_CREATED gckr");
    }

    @Test
    void a_roster_shows_a_day_as_it_was_known_and_the_latest_change_known_then() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, MARCH, SME_LEADER);
        admit(it, ALFA, MARCH, null, MANUFACTURER);
        var before = now();
        as("gckr", () -> memberships.end(it.id(), ALFA, JULY, null));

        var then = roster(it, JULY, before);
        var today = roster(it, JULY, null);

        assertThat(then.participants()).singleElement().satisfies(alfa -> {
            assertThat(alfa.since()).isEqualTo(START);
            assertThat(alfa.roles()).containsExactly(MANUFACTURER);
        });
        assertThat(then.lastChange()).isBefore(before);
        assertThat(today.participants()).isEmpty();
        assertThat(today.lastChange()).isAfter(before);
        assertThat(today.organisation().legalForm()).isEqualTo(LegalForm.ASSOCIATION);
        assertThat(roster(it, JULY, today.lastChange())).isEqualTo(today);
        assertThat(rosters.concerning(List.of(ALFA))).contains(it.id());
        assertThat(rosters.existing(MARCH)).contains(it.id());
    }

    @Test
    void rosters_of_clusters_unknown_at_the_instant_are_left_out() throws Exception {
        var before = now();
        var it = create("IT");

        assertThat(rosters.rosters(List.of(it.id()), MARCH, before)).isEmpty();
        assertThat(rosters.rosters(List.of(), MARCH, null)).isEmpty();
    }

    @Test
    void the_five_sectors_of_the_concept_are_there_and_the_department_adds_others() throws Exception {
        assertThat(as("auditor", () -> sectors.list(PageRequest.first(5))).items())
                .extracting(SectorView::code)
                .containsExactly("IT", "MEDTECH", "BIOPHARMA", "COMMUNICATIONS", "INSTRUMENTS");
        var code = "SPACE_" + System.nanoTime();
        var space = new AddSector(
                code,
                "Космос",
                "Space",
                null,
                START,
                List.of(new SectorActivity(
                        SectorActivity.Classifier.OKVED2, "30.30", SectorActivity.Tier.CORE, START, null)));

        as("department", () -> sectors.add(space));

        assertProblem("sector-exists", () -> as("department", () -> sectors.add(space)));
        assertRefused("gckr", () -> sectors.add(space));
        assertThat(create(code).code()).isEqualTo(code.replace("_", "") + "-1");
    }

    private Roster roster(ClusterView cluster, LocalDate asOf, Instant knownOn) {
        return rosters.rosters(List.of(cluster.id()), asOf, knownOn).get(0);
    }

    @Test
    void the_database_itself_refuses_what_the_services_refuse() throws Exception {
        var it = create("IT");
        admit(it, ALFA, START, null, SME_LEADER);
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            for (var rule : List.of(
                    "membership_overlaps", "membership_without_role", "period_empty", "organisation_is_not_a_member")) {
                var sql = """
                        insert into cluster.membership (id, cluster_id, inn, roles, member_of_organisation, valid_from,
                                                        valid_until, recorded_by)
                        select gen_random_uuid(), cluster_id, '%s', array[%s]::text[], true, date '2011-02-01', %s, recorded_by
                          from cluster.membership where cluster_id = '%s'""".formatted(
                        rule.equals("membership_overlaps") ? ALFA : rule.startsWith("organisation") ? UNION : BETA,
                        rule.equals("membership_without_role") ? "" : "'OTHER'",
                        rule.equals("period_empty") ? "date '2011-02-01'" : "null",
                        it.id());
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute(sql)))
                        .hasMessageContaining(rule.startsWith("organisation") ? "not its member" : rule);
            }
        }
    }

    private static ParticipantRole OTHER() {
        return ParticipantRole.OTHER;
    }

    private static UnitingEntity union() {
        return new UnitingEntity(UNION, "Ассоциация «Кластер»", LegalForm.ASSOCIATION);
    }

    private ClusterView create(String sector) throws Exception {
        return as("gckr", () -> clusters.create(new CreateCluster(sector, "Кластер", union(), START, null)));
    }

    private long admit(ClusterView cluster, Inn inn, LocalDate from, LocalDate to, ParticipantRole... roles)
            throws Exception {
        return as(
                "gckr",
                () -> memberships.admit(
                        new AdmitMember(cluster.id(), new Participation(inn, null, Set.of(roles), true), from, to)));
    }

    private ClusterCard card(ClusterView cluster, LocalDate asOf) throws Exception {
        return as("auditor", () -> clusters.card(cluster.id(), asOf, null));
    }

    private List<MemberView> members(ClusterView cluster, LocalDate asOf) throws Exception {
        return card(cluster, asOf).members();
    }

    private List<Inn> inns(ClusterView cluster, LocalDate asOf) throws Exception {
        return members(cluster, asOf).stream().map(MemberView::inn).toList();
    }

    private Instant now() throws Exception {
        return Instant.parse(
                one("select to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static int number(ClusterView cluster) {
        return Integer.parseInt(cluster.code().substring(cluster.code().lastIndexOf('-') + 1));
    }

    private static void assertRefused(String login, java.util.concurrent.Callable<?> call) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> as(login, call))
                .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }
}
