package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.agglomeration.Agglomerations;
import ru.mos.clusters.cluster.agglomeration.AssignCluster;
import ru.mos.clusters.cluster.agglomeration.CreateAgglomeration;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.project.ApplicantCondition;
import ru.mos.clusters.project.ConsentView;
import ru.mos.clusters.project.EvidenceSource;
import ru.mos.clusters.project.ProjectChecks;
import ru.mos.clusters.project.ProjectConsents;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectEvidence;
import ru.mos.clusters.project.ProjectFilter;
import ru.mos.clusters.project.ProjectKind;
import ru.mos.clusters.project.ProjectRule;
import ru.mos.clusters.project.ProjectVerdict;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.project.RecordEvidence;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.RecogniseViolation;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.rule.ViolationKind;

class ProjectsIT extends InServer {

    private static final LocalDate START = LocalDate.of(2019, 1, 1);
    private static final Paper PAPER = new Paper("Приказ", "7", START);
    private static final Inn LEAD = new Inn("7700000111");
    private static final Inn SECOND = new Inn("7700000129");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn GAMMA = new Inn("7700000048");
    private static final String OWN = "00000000-0000-0000-0000-0000000000b1";

    @Inject
    Projects projects;

    @Inject
    ProjectConsents consents;

    @Inject
    ProjectEvidence evidence;

    @Inject
    ProjectChecks checks;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Agglomerations agglomerations;

    @Inject
    Stakes stakes;

    @Inject
    SupportRecords records;

    @Inject
    SupportViolations violations;

    @BeforeEach
    void people() throws Exception {
        for (var login : List.of("department", "gckr", "auditor", "expert", "applicant", "applicant2")) {
            given(login);
        }
        own("truncate support.record, support.violation, support.import, support.import_problem, support.shown,"
                + " support.shown_violation cascade");
        own(
                "truncate ownership.party, ownership.identity, ownership.extract, ownership.shown, ownership.stake cascade");
    }

    @AfterEach
    void nobody_belongs_to_anything() throws Exception {
        own(CallFixture.NOTHING_LEFT);
        own("update platform.app_user set organisation_id = null where login like 'applicant%'");
        own("delete from platform.organisation where name like 'Организация applicant%'");
    }

    @Test
    void a_project_is_frozen_once_for_what_it_says_and_no_edition_ever_changes() throws Exception {
        var cluster = cluster(LEAD, ALFA, BETA);
        var project = drafted(cluster);
        assertProblem("project-refused", () -> as("gckr", () -> projects.freeze(project.id())));
        allConsent(project.id());

        assertThat(as("gckr", () -> projects.faults(project.id()))).isEmpty();
        assertThat(as("gckr", () -> projects.freeze(project.id()))).isEqualTo(1);
        assertThat(as("gckr", () -> projects.freeze(project.id()))).isEqualTo(1);
        var changed = content(cluster, node -> node.put("summary", "Иначе"));
        assertProblem("changed-meanwhile", () -> as("gckr", () -> projects.edit(project.id(), 0, changed)));
        as("gckr", () -> projects.edit(project.id(), version(project), changed));
        assertThat(as("gckr", () -> projects.freeze(project.id()))).isEqualTo(2);

        assertThat(as("auditor", () -> projects.edition(project.id(), 1)).content())
                .isEqualTo(project.content());
        assertThat(as("auditor", () -> projects.edition(project.id(), 2)).content())
                .isEqualTo(changed);
        assertThat(as("auditor", () -> projects.participants(project.id(), 1)))
                .extracting(one -> one.inn() + " " + one.receives())
                .containsExactly("7700000016 300.00", "7700000023 0.00");
        for (var table : List.of("edition", "participant", "cluster", "funding")) {
            assertThatThrownBy(() -> own("delete from project." + table)).hasMessageContaining("frozen");
        }
        assertThatThrownBy(() -> own("insert into project.participant (project_id, edition, inn, roles) values ('"
                        + project.id() + "', 2, '7700000048', '{OTHER}')"))
                .hasMessageContaining("frozen");
    }

    @Test
    void the_database_takes_no_edition_whose_sums_differ_by_a_kopeck_or_that_one_alone_takes_part_in()
            throws Exception {
        var project = drafted(cluster(LEAD, ALFA, BETA));
        var change = one("select max(id) from platform.change");
        var edition =
                "insert into project.edition (project_id, number, content, digest, recorded_by) values ('%1$s', 1,"
                        + " '{}', 'x', %2$s); insert into project.cluster select '%1$s', 1, cast(draft #>>"
                        + " '{clusters,0,cluster}' as uuid), true from project.project where id = '%1$s';"
                        + " insert into project.participant (project_id, edition, inn, roles, receives) values"
                        + " ('%1$s', 1, '7700000016', '{}', %3$s)%4$s;"
                        + " insert into project.funding values ('%1$s', 1, 1, 'CITY_BUDGET', 300.00);"
                        + " update project.project set edition = 1 where id = '%1$s'";
        var second = ", ('%s', 1, '7700000023', '{}', 0)".formatted(project.id());

        assertThatThrownBy(() -> own(edition.formatted(project.id(), change, "299.99", second)))
                .hasMessageContaining("distributed");
        assertThatThrownBy(() -> own(edition.formatted(project.id(), change, "300.00", "")))
                .hasMessageContaining("two participants");
        own(edition.formatted(project.id(), change, "300.00", second));
        assertThat(one("select edition from project.project where id = '" + project.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void clusters_of_different_agglomerations_have_no_project_together() throws Exception {
        var one = cluster(LEAD, ALFA, BETA);
        var other = cluster(SECOND, GAMMA);
        var place = agglomeration(one);
        agglomeration(other);
        var project = as("gckr", () -> projects.create(ProjectKind.INTER_CLUSTER, LEAD, withSecond(one, other)));
        allConsent(project.id());

        assertThat(faults(project.id())).containsExactly("project-agglomerations-differ");
        assertProblem("project-refused", () -> as("gckr", () -> projects.freeze(project.id())));

        own("update cluster.agglomeration_cluster set agglomeration_id = '" + place + "' where cluster_id = '" + other
                + "'");
        assertThat(as("gckr", () -> projects.freeze(project.id()))).isEqualTo(1);
    }

    @Test
    void an_applicant_writes_what_its_organisation_leads_and_sees_what_it_takes_part_in() throws Exception {
        var one = cluster(LEAD, ALFA, BETA);
        assertProblem(
                "project-of-another",
                () -> as("applicant", () -> projects.create(ProjectKind.CLUSTER, LEAD, content(one, node -> {}))));
        belongs("applicant", LEAD);
        var project = as("applicant", () -> projects.create(ProjectKind.CLUSTER, LEAD, content(one, node -> {})));

        assertThat(project.mayEdit()).isTrue();
        assertProblem("project-unknown", () -> as("applicant2", () -> projects.view(project.id())));
        assertThat(as("applicant2", () -> projects.list(ProjectFilter.ALL, PageRequest.first(10)))
                        .items())
                .isEmpty();
        belongs("applicant2", BETA);
        assertThat(as("applicant2", () -> projects.view(project.id())).mayEdit())
                .isFalse();
        assertProblem(
                "project-of-another",
                () -> as("applicant2", () -> projects.edit(project.id(), version(project), project.content())));
        assertProblem("project-of-another", () -> as("applicant2", () -> projects.freeze(project.id())));
        assertThatThrownBy(() -> as("expert", () -> projects.view(project.id())))
                .isInstanceOf(EJBAccessException.class);

        var asked = as("applicant2", () -> consents.list(project.id()));
        assertThat(asked).extracting(ConsentView::mayConsent).containsExactly(false, true);
        var mine = asked.get(1);
        assertProblem(
                "project-of-another",
                () -> as(
                        "applicant2",
                        () -> consents.consent(
                                project.id(), ALFA, null, asked.get(0).part(), null)));
        assertProblem(
                "consent-part-changed",
                () -> as("applicant2", () -> consents.consent(project.id(), BETA, null, "0", null)));
        assertThat(as("applicant2", () -> consents.consent(project.id(), BETA, null, mine.part(), null))
                        .state())
                .isEqualTo(ConsentView.State.GIVEN);
        assertProblem(
                "consent-twice",
                () -> as("applicant2", () -> consents.consent(project.id(), BETA, null, mine.part(), null)));
        as(
                "applicant",
                () -> projects.edit(
                        project.id(),
                        version(project),
                        content(one, node -> ((ObjectNode) node.at("/participants/1")).put("tasks", "Сырьё"))));
        assertThat(as("applicant2", () -> consents.list(project.id())).get(1).state())
                .isEqualTo(ConsentView.State.LAPSED);
        assertProblem(
                "consent-document-required",
                () -> as("gckr", () -> consents.consent(project.id(), BETA, null, mine.part(), null)));
    }

    @Test
    void the_check_tells_each_cluster_the_union_the_applicant_and_whoever_receives() throws Exception {
        var one = cluster(LEAD, ALFA, BETA);
        var other = cluster(SECOND, GAMMA);
        var project = as("gckr", () -> projects.create(ProjectKind.INTER_CLUSTER, LEAD, withSecond(one, other)));
        var today = LocalDate.parse(one("select platform.today()"));

        var before = check(project.id(), today);
        assertThat(before.findings())
                .extracting(ProjectVerdict.Finding::rule)
                .containsExactly(
                        ProjectRule.CLUSTER_ELIGIBLE,
                        ProjectRule.CLUSTER_ELIGIBLE,
                        ProjectRule.PARTICIPANTS_UNAFFILIATED,
                        ProjectRule.APPLICANT_CONDITIONS,
                        ProjectRule.SUPPORT_ALLOWED,
                        ProjectRule.SUPPORT_ALLOWED);
        assertThat(before.findings().get(2).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(before.findings().get(3).outcome()).isEqualTo(Outcome.MANUAL);
        assertThat(before.findings().get(4).subject()).isEqualTo(LEAD.digits());
        assertThat(before.findings().get(5).subject()).isEqualTo(ALFA.digits());
        assertThat(before.findings()).allSatisfy(finding -> {
            assertThat(finding.explanation()).isNotBlank();
            assertThat(finding.citation().paragraph()).isNotBlank();
        });

        as(
                "department",
                () -> stakes.enter(new EnterStake(
                        PartyName.of(ALFA),
                        PartyName.of(GAMMA),
                        EdgeKind.SHAREHOLDING,
                        Fraction.of(3, 10),
                        null,
                        START,
                        null,
                        PAPER)));
        var linked = check(project.id(), today).findings().get(2);
        assertThat(linked.outcome())
                .as("two clusters, one holds 30 %% of another's participant")
                .isEqualTo(Outcome.NOT_MET);
        assertThat(linked.parts()).anySatisfy(part -> assertThat(part.facts()).isNotEmpty());

        for (var condition : ApplicantCondition.values()) {
            as(
                    "gckr",
                    () -> evidence.record(new RecordEvidence(
                            project.id(), condition, true, "Нет", EvidenceSource.PAPER, PAPER, START, null)));
        }
        assertThat(check(project.id(), today).findings().get(3).outcome()).isEqualTo(Outcome.MET);
        as(
                "gckr",
                () -> evidence.record(new RecordEvidence(
                        project.id(),
                        ApplicantCondition.TAX_DEBT,
                        false,
                        "Долг 31 тысяча",
                        EvidenceSource.INTERAGENCY,
                        PAPER,
                        START,
                        today)));
        assertThat(check(project.id(), today).findings().get(3).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(check(project.id(), today.plusDays(1)).findings().get(3).outcome())
                .isEqualTo(Outcome.MET);
        assertThat(check(project.id(), today).digest())
                .isEqualTo(check(project.id(), today).digest());
    }

    /** Domain 4.3: three years, one year or none, as recognised before or from 26.12.2022; only of who receives. */
    @Test
    void bans_are_seen_through_the_check_and_only_for_who_receives() throws Exception {
        var cluster = cluster(LEAD, ALFA, BETA);
        var project = drafted(cluster).id();
        var before = LocalDate.of(2022, 12, 25);
        var from = LocalDate.of(2022, 12, 26);
        violation(BETA, ViolationKind.MISUSE, from, null);
        assertThat(support(project, from.plusYears(1)))
                .as("who receives nothing is not asked")
                .isNotEqualTo(Outcome.NOT_MET);

        violation(ALFA, ViolationKind.OTHER, before, null);
        assertThat(support(project, from.minusDays(1))).isEqualTo(Outcome.NOT_MET);
        assertThat(support(project, before.plusYears(1).minusDays(1))).isEqualTo(Outcome.NOT_MET);
        assertThat(support(project, before.plusYears(1)))
                .as("the new periods hold")
                .isNotEqualTo(Outcome.NOT_MET);

        own("truncate support.record, support.violation cascade");
        violation(ALFA, ViolationKind.OTHER, from, null);
        assertThat(support(project, from.plusYears(1).minusDays(1))).isEqualTo(Outcome.NOT_MET);
        assertThat(support(project, from.plusYears(1))).isNotEqualTo(Outcome.NOT_MET);

        own("truncate support.record, support.violation cascade");
        violation(ALFA, ViolationKind.OTHER, from, from.plusDays(10));
        assertThat(support(project, from.plusDays(20)))
                .as("corrected within the term")
                .isNotEqualTo(Outcome.NOT_MET);

        own("truncate support.record, support.violation cascade");
        violation(ALFA, ViolationKind.MISUSE, from, from.plusDays(10));
        assertThat(support(project, from.plusYears(3).minusDays(1)))
                .as("misuse, though corrected")
                .isEqualTo(Outcome.NOT_MET);
        assertThat(support(project, from.plusYears(3))).isNotEqualTo(Outcome.NOT_MET);

        own("truncate support.record, support.violation cascade");
        given(BETA, from.plusYears(9));
        assertThat(support(project, from.plusYears(1)))
                .as("a member's own support takes nothing away")
                .isNotIn(Outcome.NOT_MET, Outcome.MANUAL);
        given(ALFA, from.plusYears(9));
        assertThat(support(project, from.plusYears(1)))
                .as("of who receives it is looked at")
                .isEqualTo(Outcome.MANUAL);
    }

    /** What comes of the findings on support, the worst. */
    private Outcome support(UUID project, LocalDate on) throws Exception {
        return check(project, on).findings().stream()
                .filter(finding -> finding.rule() == ProjectRule.SUPPORT_ALLOWED)
                .flatMap(finding -> finding.parts().stream())
                .filter(part -> !part.code().startsWith("REGISTER_"))
                .map(ProjectVerdict.Part::outcome)
                .min(java.util.Comparator.naturalOrder())
                .orElse(Outcome.MET);
    }

    private UUID given(Inn inn, LocalDate ends) throws Exception {
        return as(
                        "gckr",
                        () -> records.enter(new EnterSupport(
                                inn,
                                null,
                                SECOND,
                                "Фонд",
                                "FINANCIAL",
                                "GRANT",
                                "Оборудование",
                                LocalDate.of(2022, 1, 10),
                                ends,
                                new BigDecimal("100"),
                                "ROUBLE",
                                null,
                                PAPER)))
                .id();
    }

    private void violation(Inn inn, ViolationKind kind, LocalDate on, LocalDate corrected) throws Exception {
        var record = given(inn, LocalDate.of(2022, 6, 30));
        var due = corrected == null ? null : corrected.plusDays(1);
        var id = as(
                        "gckr",
                        () -> violations.recognise(
                                new RecogniseViolation(inn, record, kind, on, due, "Нарушение", PAPER)))
                .id();
        if (corrected != null) {
            as("gckr", () -> violations.correct(id, corrected, PAPER));
        }
    }

    private ProjectVerdict check(UUID project, LocalDate on) throws Exception {
        return as("auditor", () -> checks.check(project, 0, on, null, null, Locale.forLanguageTag("ru")));
    }

    private List<String> faults(UUID project) throws Exception {
        return as("gckr", () -> projects.faults(project)).stream()
                .map(fault -> fault.code().slug())
                .toList();
    }

    private long version(ProjectView project) throws Exception {
        return as("gckr", () -> projects.view(project.id())).version();
    }

    private ProjectView drafted(UUID cluster) throws Exception {
        return as("gckr", () -> projects.create(ProjectKind.CLUSTER, LEAD, content(cluster, node -> {})));
    }

    private static ProjectContent content(UUID cluster, Consumer<ObjectNode> change) {
        return ProjectFixture.content(cluster, ALFA, BETA, change);
    }

    /** The same with a participant of a second cluster, which receives nothing. */
    private static ProjectContent withSecond(UUID one, UUID other) {
        return content(one, node -> {
            ((ArrayNode) node.get("clusters")).addObject().put("cluster", other.toString());
            var participant = ((ArrayNode) node.get("participants")).addObject();
            participant
                    .put("inn", GAMMA.digits())
                    .put("cluster", other.toString())
                    .put("tasks", "Испытания");
            participant.putArray("roles").add("OTHER");
        });
    }

    private void allConsent(UUID project) throws Exception {
        for (var asked : as("gckr", () -> consents.list(project))) {
            as("gckr", () -> consents.consent(project, asked.inn(), asked.cluster(), asked.part(), PAPER));
        }
    }

    private UUID cluster(Inn organisation, Inn... members) throws Exception {
        var id = as(
                        "gckr",
                        () -> clusters.create(new CreateCluster(
                                "IT", "Проектный", new UnitingEntity(organisation, null, null), START, null)))
                .id();
        for (var member : members) {
            as(
                    "gckr",
                    () -> memberships.admit(new AdmitMember(
                            id, new Participation(member, null, Set.of(ParticipantRole.OTHER), true), START, null)));
        }
        return id;
    }

    private UUID agglomeration(UUID cluster) throws Exception {
        var id = as("gckr", () -> agglomerations.create(new CreateAgglomeration("Запад", START, PAPER)))
                .id();
        as("gckr", () -> agglomerations.assign(new AssignCluster(id, cluster, START, null, PAPER)));
        return id;
    }

    private void belongs(String login, Inn inn) throws Exception {
        var id = login.equals("applicant") ? OWN : OWN.replace("b1", "b2");
        own("insert into platform.organisation (id, name, inn) values ('" + id + "', 'Организация " + login + "', '"
                + inn + "') on conflict (id) do update set inn = excluded.inn");
        own("update platform.app_user set organisation_id = '" + id + "' where login = '" + login + "'");
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
