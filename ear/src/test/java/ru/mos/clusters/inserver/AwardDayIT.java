package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.registry.release.Withdrawals;

/** What changes between the formal check and the award, in a call whose conditions of clusters are a gate. */
class AwardDayIT extends InServer {

    private static final String PROGRAMME = "AWARD_DAY_IT";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Inject
    Applying applying;

    @Inject
    Applications applications;

    @Inject
    Submissions submissions;

    @Inject
    FormalChecks checks;

    @Inject
    ApplicationMoves moves;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Conclusions conclusions;

    @Inject
    Verdicts verdicts;

    @Inject
    RuleDrafts rules;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    Withdrawals withdrawals;

    private UUID cluster;
    private long release;

    @BeforeEach
    void an_eligible_cluster() throws Exception {
        for (var login : List.of("department", "department2", "gckr", "chief", "auditor", "applicant", "applicant2")) {
            given(login);
        }
        gone();
        own("""
                insert into platform.clock_shift
                select (timestamp '2026-03-10 12:00' at time zone 'Europe/Moscow') - clock_timestamp();
                insert into platform.organisation (id, name, inn)
                values ('00000000-0000-0000-0000-00000000a001', 'Союз', '%1$s') on conflict do nothing;
                update platform.app_user set organisation_id = (select id from platform.organisation where inn = '%1$s')
                 where login in ('applicant', 'applicant2')""".formatted(EligibleCluster.ORGANISATION));
        applying.mandate("applicant", EligibleCluster.ORGANISATION, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        applying.programme(PROGRAMME);
        release = Register.take(uploads, releases, TODAY.minusDays(5), Coverage.COMPLETE, Register.inns(100, 5));
        cluster = EligibleCluster.of(clusters, memberships, conclusions, 100, 3);
    }

    @AfterEach
    void gone() throws Exception {
        own("delete from platform.clock_shift; truncate cluster.consultation");
        own(CallFixture.NOTHING_LEFT);
        own(RuleFixture.AS_THEY_WERE);
        own("""
                delete from call.plan_line where programme = 'AWARD_DAY_IT';
                delete from call.measure where programme = 'AWARD_DAY_IT';
                delete from call.programme_act where programme = 'AWARD_DAY_IT';
                delete from call.programme where code = 'AWARD_DAY_IT';
                delete from platform.mandate;
                update platform.app_user set organisation_id = null where login in ('applicant', 'applicant2');
                delete from platform.task where kind like 'CALL_%';
                truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                         registry.release_file, registry.problem, registry.activity, registry.release cascade""");
    }

    private void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    /** An application that passed the formal check and was assessed. */
    private ApplicationView assessed() throws Exception {
        var call = applying.publish(PROGRAMME, Applying.terms("GATE"));
        var inns = Register.inns(100, 2);
        var project = applying.project(
                EligibleCluster.ORGANISATION, ApplicationFixture.project(cluster, "Прибор", inns.get(0), inns.get(1)));
        var draft = applying.filled("applicant", call.id(), project);
        var signed = as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version())));
        as("applicant2", () -> submissions.certify(signed.id(), Signing.own(null)));
        as("gckr", () -> checks.admit(draft.id(), null, ApplicationFixture.CONCLUSION));
        return as("gckr", () -> moves.move(draft.id(), ApplicationAction.ASSESS, null));
    }

    private ApplicationState awarded(ApplicationView application) throws Exception {
        return as("department", () -> moves.move(application.id(), ApplicationAction.AWARD, null))
                .state();
    }

    @Test
    void a_cluster_is_judged_by_the_rules_that_the_call_names_also_when_others_have_superseded_them() throws Exception {
        var application = assessed();
        var before = as("gckr", () -> checks.standing(application.id()));
        assertThat(before.barred() || before.open()).as(before.toString()).isFalse();

        var draft = as("department", () -> rules.create("CONCEPT_2010", 2));
        as(
                "department",
                () -> rules.edit(
                        draft.id(),
                        draft.version(),
                        RuleFixture.threshold(RuleFixture.dated(draft.content(), TODAY), "4")));
        RuleFixture.publish(rules, RuleFixture.withExamples(rules, draft));

        var today = as(
                "auditor", () -> verdicts.verdict(new VerdictQuery(cluster, null, null, null), ProblemTexts.RUSSIAN));
        assertThat(today.ruleSet().version()).isEqualTo(3);
        assertThat(today.outcome()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(as("gckr", () -> checks.standing(application.id()))).isEqualTo(before);
        assertThat(awarded(application)).isEqualTo(ApplicationState.AWARDED);
    }

    @Test
    void a_release_withdrawn_after_the_formal_check_leaves_open_whether_the_award_may_be_made() throws Exception {
        var application = assessed();

        as("department", () -> withdrawals.request(release, "wrong file"));
        as("department2", () -> withdrawals.confirm(release));

        assertProblem("call-application-standing-open", () -> awarded(application));
        assertThat(as("department", () -> applications.view(application.id())).state())
                .isEqualTo(ApplicationState.ASSESSED);
        Register.take(uploads, releases, TODAY.minusDays(4), Coverage.COMPLETE, Register.inns(100, 5));
        assertThat(awarded(application)).isEqualTo(ApplicationState.AWARDED);
    }
}
