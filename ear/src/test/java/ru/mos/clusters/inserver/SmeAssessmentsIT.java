package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.assessment.SmeAssessment;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.assessment.SmeAssessments;
import ru.mos.clusters.assessment.criteria.Finding;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Outcome;
import ru.mos.clusters.assessment.criteria.SmeSize;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.SmeDisagreements;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** The criteria of the law on facts as they are stored, and the limits as they are recorded. */
class SmeAssessmentsIT extends InServer {

    private static final Inn SUBJECT = new Inn(Register.inn(800));
    private static final Inn HOLDER = new Inn(Register.inn(801));
    private static final LocalDate SHOWN = LocalDate.of(2018, 11, 20);

    @Inject
    SmeAssessments assessments;

    @Inject
    SmeDisagreements disagreements;

    @Inject
    ManualFacts facts;

    @Inject
    OwnershipImports imports;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    Clusters clusters;

    @Inject
    Memberships memberships;

    @Inject
    Verdicts verdicts;

    @BeforeEach
    void nothing_known() throws Exception {
        for (var login : List.of("department", "department2", "accountant")) {
            given(login);
        }
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                             registry.release_file, registry.problem, registry.activity, registry.release cascade""");
            statement.execute("""
                    truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity,
                             ownership.extract, ownership.shown, ownership.stake cascade""");
            statement.execute("delete from assessment.assessed");
        }
    }

    @ParameterizedTest(name = "on {0} {1} = {2} is {3}")
    @CsvSource({
        "2010-06-01,HEADCOUNT_ALL,15,MICRO",
        "2010-06-01,HEADCOUNT_ALL,16,SMALL",
        "2016-06-22,HEADCOUNT,250,MEDIUM",
        "2016-06-23,HEADCOUNT,251,ABOVE_MEDIUM",
        "2012-12-31,REVENUE,60000000.00,MICRO",
        "2013-01-01,REVENUE,60000000.01,SMALL",
        "2015-07-24,REVENUE,1000000000.01,ABOVE_MEDIUM",
        "2015-07-25,REVENUE,1000000000.01,MEDIUM",
        "2016-07-31,REVENUE,120000000.01,SMALL",
        "2016-08-01,INCOME,120000000.01,SMALL",
        "2026-11-01,INCOME,2000000000.00,MEDIUM",
        "2026-11-01,INCOME,2000000000.01,ABOVE_MEDIUM"
    })
    void the_limits_on_record_hold_to_their_last_day(String day, FactKind kind, String value, SmeSize size)
            throws Exception {
        var on = LocalDate.parse(day);
        year(kind, on.getYear() - 1, value);

        var criterion = kind == FactKind.INCOME || kind == FactKind.REVENUE ? Criterion.TURNOVER : Criterion.HEADCOUNT;
        var found = finding(assess(on), criterion).size();
        assertThat(found.least()).isEqualTo(size);
        assertThat(found.most()).isEqualTo(size);
    }

    @ParameterizedTest(name = "on {0} a non-SME holder of {1} is {2}")
    @CsvSource({
        "2015-06-29,25/100,MET",
        "2015-06-29,250000000001/1000000000000,NOT_MET",
        "2015-06-30,49/100,MET",
        "2015-06-30,490000000001/1000000000000,NOT_MET",
        "2018-11-21,49/100,MET",
        "2018-11-21,490000000001/1000000000000,NOT_MET",
        "2018-12-01,49/100,MET",
        "2018-12-01,490000000001/1000000000000,NOT_MET"
    })
    void the_ownership_condition_is_counted_exactly_by_the_graph(String day, String share, Outcome outcome)
            throws Exception {
        var on = LocalDate.parse(day);
        Register.take(uploads, releases, LocalDate.of(2018, 12, 1), Coverage.COMPLETE, Register.inns(900, 1));
        var parts = share.split("/");
        var rest = (Long.parseLong(parts[1]) - Long.parseLong(parts[0])) + "/" + parts[1];
        extracts(
                Egrul.of(SUBJECT.digits(), on).holder(HOLDER.digits(), share).holder(Egrul.person(1), rest),
                // a unitary enterprise is never an SME
                Egrul.of(HOLDER.digits(), on).form("65242").named("ГУП " + HOLDER));

        assertThat(finding(assess(on), Criterion.OWNERSHIP).outcome()).isEqualTo(outcome);
    }

    @Test
    void figures_owners_and_form_together_make_an_sme_before_the_register_decides() throws Exception {
        extracts(Egrul.of(SUBJECT.digits(), SHOWN).holder(Egrul.person(1), "1/1"));
        for (int year = 2013; year <= 2014; year++) {
            year(FactKind.HEADCOUNT_ALL, year, "20");
            year(FactKind.REVENUE, year, "5000000.00");
        }
        for (int year = 2015; year <= 2017; year++) {
            year(FactKind.HEADCOUNT, year, "20");
            year(FactKind.INCOME, year, "5000000.00");
        }

        var before = assess(LocalDate.of(2018, 11, 30));
        assertThat(before.decidedBy()).isEqualTo(SmeAssessment.Decider.CRITERIA);
        assertThat(before.status()).isEqualTo(SmeStatus.IN);
        assertThat(before.category()).isEqualTo(SmeCategory.SMALL);

        var since = assess(LocalDate.of(2018, 12, 1));
        assertThat(since.decidedBy()).isEqualTo(SmeAssessment.Decider.REGISTER);
        assertThat(since.status()).as("no release says anything").isEqualTo(SmeStatus.UNKNOWN);
        assertThat(since.criteria().status()).as("the diagnosis stays").isEqualTo(SmeStatus.IN);
        assertThat(since.disagreement().kind()).isEqualTo(Disagreement.Kind.NOT_COMPARABLE);
    }

    @Test
    void who_left_the_register_on_10_07_was_an_sme_on_09_07() throws Exception {
        var other = Register.inns(900, 1);
        Register.take(uploads, releases, LocalDate.of(2026, 6, 10), Coverage.COMPLETE, Register.inns(800, 1));
        Register.take(uploads, releases, LocalDate.of(2026, 7, 10), Coverage.COMPLETE, other);

        assertThat(assess(LocalDate.of(2026, 7, 9)).status()).isEqualTo(SmeStatus.IN);
        assertThat(assess(LocalDate.of(2026, 7, 10)).status()).isEqualTo(SmeStatus.OUT);
    }

    @Test
    void an_association_is_never_an_sme_and_an_unknown_enterprise_is_unknown() throws Exception {
        fact(FactKind.LEGAL_FORM, "ASSOCIATION", LocalDate.of(2010, 1, 1), null);

        for (var day : List.of("2010-06-01", "2017-06-01", "2026-06-01")) {
            var assessed = assess(LocalDate.parse(day)).criteria();
            assertThat(assessed.status()).isEqualTo(SmeStatus.OUT);
            assertThat(assessed.ground()).isEqualTo(Criterion.LEGAL_FORM);
        }
        var nobody = as("department", () -> assessments.assess(HOLDER, SHOWN, null));
        assertThat(nobody.status()).isEqualTo(SmeStatus.UNKNOWN);
        assertThat(nobody.criteria().missing()).isNotEmpty();
    }

    @Test
    void what_was_known_then_is_answered_again() throws Exception {
        fact(FactKind.LEGAL_FORM, "ASSOCIATION", LocalDate.of(2010, 1, 1), null);
        var then = assess(SHOWN);
        year(FactKind.HEADCOUNT, 2017, "20");

        assertThat(as("department", () -> assessments.assess(SUBJECT, SHOWN, then.knownOn())))
                .isEqualTo(then);
        assertThat(assess(SHOWN)).isNotEqualTo(then);
    }

    @Test
    void whoever_may_not_see_owners_may_not_see_the_assessment() {
        assertThatThrownBy(() -> as("accountant", () -> assessments.assess(SUBJECT, SHOWN, null)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void disagreements_about_members_are_listed_with_their_cause_and_clusters() throws Exception {
        var today = LocalDate.parse(one("select platform.today()"));
        Register.take(uploads, releases, today.minusDays(5), Coverage.COMPLETE, Register.inns(800, 1));
        fact(FactKind.LEGAL_FORM, "UNITARY_ENTERPRISE", LocalDate.of(2010, 1, 1), null);
        var cluster = cluster(LocalDate.of(2012, 1, 1));

        as("department", () -> {
            disagreements.assess();
            return null;
        });

        var listed = as("department", () -> disagreements.list(null, PageRequest.first(500))).items().stream()
                .filter(row -> row.inn().equals(SUBJECT))
                .toList();
        assertThat(listed).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Disagreement.Kind.STATUS);
            assertThat(row.causes()).containsExactly(Disagreement.Cause.LEGAL_FORM);
            assertThat(row.register().status()).isEqualTo("IN");
            assertThat(row.criteria().status()).isEqualTo("OUT");
            assertThat(row.clusters()).isNotEmpty(); // and of tests before
        });
        assertThat(as("department", () -> disagreements.count(Disagreement.Kind.STATUS)))
                .isPositive();
        assertThat(cluster).isNotNull();
    }

    @Test
    void the_second_condition_asks_the_law_only_where_the_rules_say_so() throws Exception {
        var day = LocalDate.of(2017, 3, 1);
        Register.take(uploads, releases, day, Coverage.COMPLETE, Register.inns(800, 1));
        fact(FactKind.LEGAL_FORM, "UNITARY_ENTERPRISE", LocalDate.of(2010, 1, 1), null);
        var cluster = cluster(LocalDate.of(2012, 1, 1));

        var silent = verdict(cluster, day);
        assertThat(silent).isEqualTo(ru.mos.clusters.eligibility.rule.Outcome.MET);
        try {
            execute("insert into eligibility.parameter (rule_set, version, code, value)"
                    + " values ('CONCEPT_2010', 2, 'SME_BY_LAW', 'WHERE_KNOWN')");
            assertThat(verdict(cluster, day)).isEqualTo(ru.mos.clusters.eligibility.rule.Outcome.NOT_MET);
        } finally {
            execute("alter table eligibility.parameter disable trigger published");
            execute("delete from eligibility.parameter where code = 'SME_BY_LAW'");
            execute("alter table eligibility.parameter enable trigger published");
        }
        assertThat(verdict(cluster, day)).isEqualTo(silent);
    }

    private ru.mos.clusters.eligibility.rule.Outcome verdict(UUID cluster, LocalDate day) throws Exception {
        var query = new VerdictQuery(cluster, day, null, "CONCEPT_2010:2");
        return as("department", () -> verdicts.verdict(query, Locale.forLanguageTag("ru"))).findings().stream()
                .filter(finding -> finding.rule() == RuleCode.E2)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private UUID cluster(LocalDate from) throws Exception {
        return as("department", () -> {
            var created = clusters.create(new CreateCluster(
                    "IT",
                    "Проверка критериев",
                    new UnitingEntity(new Inn("7707083893"), "Ассоциация", null),
                    from,
                    null));
            memberships.admit(new AdmitMember(
                    created.id(),
                    new Participation(SUBJECT, "Проба", Set.of(ParticipantRole.OTHER), true),
                    from,
                    null));
            return created.id();
        });
    }

    private void year(FactKind kind, int year, String value) throws Exception {
        fact(kind, value, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private void fact(FactKind kind, String value, LocalDate from, LocalDate to) throws Exception {
        var entered = as(
                "department",
                () -> facts.enter(new EnterFact(
                        SUBJECT,
                        kind,
                        value,
                        from,
                        to,
                        new EnterFact.Paper("Справка", "1", LocalDate.of(2018, 1, 1)),
                        null,
                        "Проба")));
        as("department2", () -> facts.confirm(SUBJECT, entered.id()));
    }

    private void extracts(Egrul... extracts) throws Exception {
        var view = as(
                "department",
                () -> imports.submit("egrul.xml", new ByteArrayInputStream(Egrul.file(extracts)), 1L << 24));
        for (int tries = 0; tries < 300; tries++) {
            var state = one("select state from ownership.import where id = " + view.id());
            if (state.equals("COMPLETED")) {
                return;
            }
            assertThat(state).isIn("QUEUED", "RUNNING");
            Thread.sleep(200);
        }
        throw new AssertionError("not imported");
    }

    private void execute(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private SmeAssessment assess(LocalDate day) throws Exception {
        return as("department", () -> assessments.assess(SUBJECT, day, null));
    }

    private static Finding finding(SmeAssessment assessment, Criterion criterion) {
        return assessment.criteria().findings().stream()
                .filter(finding -> finding.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }
}
