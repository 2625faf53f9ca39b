package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.cluster.ParticipantRole.OTHER;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.profile.DeclareSite;
import ru.mos.clusters.cluster.profile.MemberHint;
import ru.mos.clusters.cluster.profile.PlaceSource;
import ru.mos.clusters.cluster.profile.SectorHints;
import ru.mos.clusters.cluster.profile.SiteView;
import ru.mos.clusters.cluster.profile.Territory;
import ru.mos.clusters.cluster.profile.TerritoryView;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

class ClusterProfileIT extends InServer {

    private static final Inn PROGRAMMERS = new Inn("7700000016"); // 62.01 by the fixture
    private static final Inn BETA = new Inn("7700000023");
    /** Of whom no other test has extracts. */
    private static final Inn NEAR = new Inn(Register.inn(9901));

    private static final Inn FAR = new Inn(Register.inn(9902));
    private static final LocalDate START = LocalDate.of(2024, 2, 1);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
    private static final Paper LEASE = new Paper("Договор аренды", "3", START);

    @Inject
    SectorHints hints;

    @Inject
    Territory territory;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @BeforeEach
    void registry() throws Exception {
        EntityFixture.fill(owner);
        given("gckr");
        given("auditor");
        given("expert");
        one("with gone as (update cluster.site set superseded_by = recorded_by where superseded_by is null returning 1)"
                + " select count(*) from gone");
    }

    @Test
    void a_member_whose_code_is_neither_core_nor_related_to_the_declared_sector_is_warned_of() throws Exception {
        var right = cluster("IT");
        admit(right, PROGRAMMERS, true);
        var wrong = cluster("BIOPHARMA");
        admit(wrong, PROGRAMMERS, true);
        admit(wrong, BETA, false);

        var same = as("auditor", () -> hints.of(right, START));
        var other = as("auditor", () -> hints.of(wrong, START));

        assertThat(same.suggested()).isEqualTo("IT");
        assertThat(same.outside()).isZero();
        assertThat(other.suggested()).isEqualTo("IT");
        assertThat(other.declared()).isEqualTo("BIOPHARMA");
        assertThat(other.outside()).isEqualTo(1);
        assertThat(other.members()).as("partners are not looked at").hasSize(1);
        assertThat(as("auditor", () -> hints.suggest(PROGRAMMERS, START)).suggests())
                .extracting("sector")
                .containsExactly("IT");
        assertThat(as("auditor", () -> hints.suggest(new Inn("7700000030"), START))
                        .fit())
                .isEqualTo(MemberHint.Fit.NOT_ASKED);
    }

    @Test
    void a_declared_place_of_work_counts_while_it_is_declared_and_before_the_legal_address() throws Exception {
        var it = cluster("IT");
        admit(it, NEAR, true);
        admit(it, FAR, true);
        assertThat(of(it, START).unknown()).hasSize(2);
        assertThat(of(it, START).municipality()).isNull();

        var site = declare(NEAR, "БАСМАННЫЙ", START, null);
        declare(FAR, "ТВЕРСКОЙ", JULY, null);

        assertThat(of(it, START).municipality()).isEqualTo(new TerritoryView.Concentration("БАСМАННЫЙ", 1, 2));
        assertThat(of(it, START).unknown()).extracting("inn").containsExactly(FAR);
        assertThat(of(it, JULY).district()).isEqualTo(new TerritoryView.Concentration("ЦАО", 2, 2));
        assertThat(of(it, JULY).places()).extracting("source").containsOnly(PlaceSource.ACTUAL_SITE);
        as("gckr", () -> {
            territory.end(NEAR, site.id(), JULY);
            return null;
        });
        assertThat(of(it, JULY.minusDays(1)).unknown()).extracting("inn").containsExactly(FAR);
        assertThat(of(it, JULY).unknown()).extracting("inn").containsExactly(NEAR);
        assertProblem(
                "site-unknown",
                () -> as("gckr", () -> {
                    territory.end(NEAR, site.id(), JULY);
                    return null;
                }));
    }

    @Test
    void a_place_of_work_is_one_at_a_time_and_in_a_municipal_area_of_the_directory() throws Exception {
        declare(FAR, null, START, JULY);

        assertProblem("site-overlaps", () -> declare(FAR, null, JULY.minusDays(1), null));
        assertProblem("municipality-unknown", () -> declare(FAR, "АТЛАНТИДА", JULY, null));
        assertProblem("period-empty", () -> declare(FAR, null, JULY, JULY));
        declare(FAR, "АРБАТ", JULY, null);
        assertThat(as("auditor", () -> territory.sites(FAR))).hasSize(2);
        assertThat(as("auditor", territory::municipalities)).hasSizeGreaterThan(140);
    }

    @Test
    void the_legal_address_of_the_latest_extract_up_to_the_day_counts_by_its_municipal_area() throws Exception {
        var it = cluster("IT");
        admit(it, NEAR, true);
        extract(NEAR, "2024-01-10", "МУНИЦИПАЛЬНЫЙ ОКРУГ БАСМАННЫЙ");
        extract(NEAR, "2024-06-10", "МУНИЦИПАЛЬНЫЙ ОКРУГ ТЁПЛЫЙ СТАН");

        assertThat(of(it, START).municipality().name()).isEqualTo("БАСМАННЫЙ");
        assertThat(of(it, LocalDate.of(2024, 6, 9)).district().name()).isEqualTo("ЦАО");
        assertThat(of(it, LocalDate.of(2024, 6, 10)).district().name()).isEqualTo("ЮЗАО");
        one("with gone as (update ownership.extract set superseded_by = recorded_by where file = 'profile' returning 1)"
                + " select count(*) from gone");
    }

    private void extract(Inn inn, String on, String municipality) throws Exception {
        one("""
                with owner as (
                    insert into ownership.party (key, kind, inn, name) values ('inn:%1$s', 'LEGAL_ENTITY', '%1$s', 'x')
                    on conflict (key) do update set name = excluded.name returning id
                ), made as (
                    insert into ownership.extract (import_id, party_id, shown_on, content, file, name, joint_stock,
                                                   owners_withheld, address, municipality, recorded_by)
                    select 0, id, '%2$s', gen_random_uuid(), 'profile', 'x', false, false, 'адрес', '%3$s',
                           (select max(c.id) from platform.change c)
                      from owner returning 1
                )
                select count(*) from made""".formatted(inn.digits(), on, municipality));
    }

    private TerritoryView of(UUID cluster, LocalDate day) throws Exception {
        return as("auditor", () -> territory.of(cluster, day));
    }

    private SiteView declare(Inn inn, String municipality, LocalDate from, LocalDate to) throws Exception {
        return as("gckr", () -> territory.declare(new DeclareSite(inn, "Улица, 1", municipality, LEASE, from, to)));
    }

    private UUID cluster(String sector) throws Exception {
        var union = new UnitingEntity(new Inn("7707083893"), null, null);
        return as("gckr", () -> clusters.create(new CreateCluster(sector, "Территория", union, START, null)))
                .id();
    }

    private void admit(UUID cluster, Inn inn, boolean member) throws Exception {
        as(
                "gckr",
                () -> memberships.admit(
                        new AdmitMember(cluster, new Participation(inn, null, Set.of(OTHER), member), START, null)));
    }
}
