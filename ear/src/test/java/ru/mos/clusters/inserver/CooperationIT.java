package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.cluster.ParticipantRole.OTHER;
import static ru.mos.clusters.cluster.ParticipantRole.UNIVERSITY;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.cluster.cooperation.AgreementView;
import ru.mos.clusters.cluster.cooperation.ConcludeAgreement;
import ru.mos.clusters.cluster.cooperation.CooperationAgreements;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Inn;

class CooperationIT extends InServer {

    private static final Inn UNION = new Inn("7707083893");
    private static final Inn ALFA = new Inn("7700000016");
    private static final Inn BETA = new Inn("7700000023");
    private static final Inn STRANGER = new Inn("7700000030");
    private static final LocalDate START = LocalDate.of(2019, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2019, 7, 1);

    @Inject
    CooperationAgreements agreements;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Verdicts verdicts;

    private UUID it;

    @BeforeEach
    void clusterWithAPartner() throws Exception {
        given("gckr");
        given("auditor");
        var union = new UnitingEntity(UNION, "Ассоциация", null);
        it = as("gckr", () -> clusters.create(new CreateCluster("IT", "С вузом", union, START, null)))
                .id();
        admit(ALFA, "Альфа", OTHER, true);
        admit(BETA, "Университет «Бета»", UNIVERSITY, false);
    }

    @Test
    void a_partner_university_and_an_agreement_with_it_leave_n_unchanged() throws Exception {
        var e2 = e2();
        conclude("1", START, null, UNION, BETA);

        assertThat(e2()).isEqualTo(e2).isEqualTo(1);
    }

    private long e2() throws Exception {
        var verdict = as("auditor", () -> verdicts.verdict(new VerdictQuery(it, JULY, null, null), Locale.ENGLISH));
        var finding = verdict.findings().stream()
                .filter(one -> one.rule() == RuleCode.E2)
                .findAny()
                .orElseThrow();
        return finding.counted().size()
                + finding.notCounted().stream()
                        .filter(entry -> !entry.state().equals(Finding.State.PARTNER))
                        .count();
    }

    @Test
    void an_agreement_shows_its_parties_by_name_and_role() throws Exception {
        var agreement = conclude("1", START, null, UNION, BETA, ALFA);

        assertThat(agreement.parties())
                .extracting(AgreementView.PartyView::name)
                .containsExactly("Ассоциация", "Университет «Бета»", "Альфа");
        assertThat(agreement.parties().get(0).organisation()).isTrue();
        assertThat(agreement.parties().get(1).roles()).containsExactly(UNIVERSITY);
        assertThat(agreement.parties().get(1).memberOfOrganisation()).isFalse();
    }

    @Test
    void parties_are_two_of_the_cluster_and_one_a_partner() {
        assertProblem("agreement-parties-too-few", () -> conclude("1", START, null, BETA, BETA));
        assertProblem("agreement-party-not-of-cluster", () -> conclude("1", START, null, BETA, STRANGER));
        assertProblem("agreement-party-not-of-cluster", () -> conclude("1", START.minusDays(1), null, UNION, BETA));
        assertProblem("agreement-without-partner", () -> conclude("1", START, null, UNION, ALFA));
        assertProblem("period-empty", () -> conclude("1", START, START, UNION, BETA));
    }

    @Test
    void an_agreement_is_in_force_from_its_first_day_up_to_the_day_that_ends_it() throws Exception {
        var agreement = conclude("1", START, JULY.plusDays(9), UNION, BETA);

        as("gckr", () -> {
            agreements.end(it, agreement.id(), JULY, "Расторгнуто сторонами");
            return null;
        });

        assertThat(inForce(START.minusDays(1))).isEmpty();
        assertThat(inForce(START)).hasSize(1);
        assertThat(inForce(JULY.minusDays(1))).hasSize(1);
        assertThat(inForce(JULY)).isEmpty();
        assertThat(as("auditor", () -> agreements.agreement(it, agreement.id())).endedBecause())
                .isEqualTo("Расторгнуто сторонами");
        assertProblem(
                "agreement-unknown",
                () -> as("gckr", () -> {
                    agreements.end(it, agreement.id(), JULY, "Ещё раз");
                    return null;
                }));
    }

    @Test
    void an_agreement_ended_on_its_first_day_never_was() throws Exception {
        var agreement = conclude("1", START, null, UNION, BETA);

        as("gckr", () -> {
            agreements.end(it, agreement.id(), START, "Внесено по ошибке");
            return null;
        });

        assertThat(as("auditor", () -> agreements.list(it, null))).isEmpty();
    }

    @Test
    void a_file_can_be_attached_later_and_only_one_of_an_allowed_type() throws Exception {
        var agreement = conclude("1", START, null, UNION, BETA);
        assertProblem("agreement-without-file", () -> as("auditor", () -> agreements.file(it, agreement.id())));

        assertProblem("document-type-refused", () -> attach(agreement, "нет"));
        var filed = attach(agreement, "%PDF-1.4\n%%EOF\n");

        assertThat(filed.file()).isNotNull();
        assertThat(as("auditor", () -> agreements.file(it, agreement.id())).mediaType())
                .isEqualTo("application/pdf");
        assertThat(as("auditor", () -> agreements.list(it, null))).hasSize(1);
    }

    private AgreementView attach(AgreementView agreement, String content) throws Exception {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        return as("gckr", () -> agreements.attach(it, agreement.id(), bytes, "soglashenie.pdf"));
    }

    private AgreementView conclude(String number, LocalDate from, LocalDate to, Inn... parties) throws Exception {
        var command = new ConcludeAgreement(it, number, from, "Совместные НИР", List.of(parties), from, to);
        return as("gckr", () -> agreements.conclude(command, null, ""));
    }

    private List<AgreementView> inForce(LocalDate day) throws Exception {
        return as("auditor", () -> agreements.list(it, day));
    }

    private void admit(Inn inn, String name, ParticipantRole role, boolean member) throws Exception {
        as(
                "gckr",
                () -> memberships.admit(
                        new AdmitMember(it, new Participation(inn, name, Set.of(role), member), START, null)));
    }
}
