package ru.mos.clusters.eligibility.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.eligibility.draft.GateContext.Comment;
import ru.mos.clusters.eligibility.draft.GateContext.Edition;
import ru.mos.clusters.eligibility.draft.GateContext.Published;
import ru.mos.clusters.eligibility.draft.RuleContent.Basis;
import ru.mos.clusters.eligibility.draft.RuleContent.Cited;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Citation.Status;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;

class PublicationGateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate EDITION = LocalDate.of(2026, 6, 1);

    private GateContext context = new GateContext(
            TODAY,
            "CONCEPT_2010",
            2,
            List.of(new Published(1, null), new Published(2, LocalDate.of(2020, 1, 1))),
            List.of(
                    new Edition("LAW", EDITION, Status.IN_FORCE),
                    new Edition("OLD", EDITION, Status.REPEALED),
                    new Edition("CONCEPT", null, Status.DRAFT)),
            Set.of("IT", "MEDTECH"),
            TODAY,
            List.of(),
            PublicationGateTest::law);

    private static Profile law(AffiliationProfile profile, LocalDate day) {
        return switch (profile) {
            case AFF_948 -> Profile.AFF_948;
            case GROUP_135 -> Profile.GROUP_135;
            case INTERDEP_105 -> Profile.INTERDEP_105;
        };
    }

    private static Value always(ParameterCode code, String value) {
        return new Value(code, null, null, null, value, "Закон, ст. 1");
    }

    private static Value forIt(ParameterCode code, @Nullable LocalDate from, @Nullable LocalDate until, String value) {
        return new Value(code, "IT", from, until, value, "Закон, ст. 2");
    }

    private static List<Cited> citations() {
        return Arrays.stream(RuleCode.values())
                .map(rule -> new Cited(rule, "LAW", EDITION, "ст. " + (rule.ordinal() + 1)))
                .toList();
    }

    /** A version without a fault; what a test changes is told again by {@link #complete}. */
    private RuleContent sound() {
        var parameters = Arrays.stream(ParameterCode.values())
                .map(code -> always(code, ParameterBounds.of(code).usual()))
                .toList();
        return complete(new RuleContent(
                "Правила",
                "Rules",
                FROM,
                false,
                new Basis("Приказ", "7", TODAY),
                citations(),
                parameters,
                List.of(),
                List.of()));
    }

    /** With an example on each side of each boundary. */
    private RuleContent complete(RuleContent content) {
        var missing = new BoundaryExamples(
                        content, ContentBook.of("CONCEPT_2010", 3, content), FROM, PublicationGateTest::law)
                .missing();
        return content.examples(
                Stream.concat(content.examples().stream(), missing.stream().map(BoundaryExamples.Side::proposal))
                        .toList());
    }

    private List<Problem> faults(RuleContent content) {
        return PublicationGate.faults(content, context);
    }

    private void only(RuleContent content, DraftProblem code, String pointer) {
        assertThat(faults(content)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.field()).isEqualTo(pointer);
        });
    }

    private static RuleContent with(RuleContent content, UnaryOperator<List<Value>> change) {
        return content.parameters(change.apply(new ArrayList<>(content.parameters())));
    }

    private static RuleContent replaced(RuleContent content, Value... values) {
        return with(content, all -> {
            all.removeIf(value -> value.code() == values[0].code() && value.sector() == null);
            all.addAll(List.of(values));
            return all;
        });
    }

    private static RuleContent adding(RuleContent content, Value... values) {
        return with(content, all -> {
            all.addAll(List.of(values));
            return all;
        });
    }

    private static RuleContent cited(RuleContent content, List<Cited> citations, boolean pilot) {
        return new RuleContent(
                content.nameRu(),
                content.nameEn(),
                content.from(),
                pilot,
                content.basis(),
                citations,
                content.parameters(),
                content.examples(),
                content.clauses());
    }

    private static RuleContent clauses(RuleContent content, Clause... clauses) {
        return new RuleContent(
                content.nameRu(),
                content.nameEn(),
                content.from(),
                content.pilot(),
                content.basis(),
                content.citations(),
                content.parameters(),
                content.examples(),
                List.of(clauses));
    }

    private static List<Cited> first(Cited cited) {
        var all = new ArrayList<>(citations());
        all.set(0, cited);
        return all;
    }

    @Test
    void a_whole_version_has_no_fault() {
        assertThat(faults(sound())).isEmpty();
    }

    @Test
    void everything_is_told_at_once() {
        var empty = new RuleContent(null, null, null, false, null, List.of(), List.of(), List.of(), List.of());

        assertThat(faults(empty))
                .extracting(Problem::code)
                .contains(
                        DraftProblem.RULE_NAME_MISSING,
                        DraftProblem.RULE_BASIS_MISSING,
                        DraftProblem.RULE_FROM_MISSING,
                        DraftProblem.RULE_UNCITED,
                        DraftProblem.RULE_PARAMETER_MISSING,
                        DraftProblem.RULE_EXAMPLE_ON_MISSING,
                        DraftProblem.RULE_EXAMPLE_BEYOND_MISSING);
    }

    @Test
    void a_version_begins_today_at_the_earliest() {
        assertThat(faults(sound().from(TODAY))).isEmpty();
        only(sound().from(TODAY.minusDays(1)), DraftProblem.RULE_FROM_IN_PAST, "/from");
    }

    @ParameterizedTest(name = "{0} days after the latest: refused {1}")
    @CsvSource({"-1,true", "0,true", "1,false"})
    void a_version_begins_after_the_first_day_of_every_earlier_one(int days, boolean refused) {
        var latest = LocalDate.of(2027, 3, 1);
        context = new GateContext(
                TODAY,
                "CONCEPT_2010",
                2,
                List.of(new Published(1, null), new Published(2, latest)),
                context.editions(),
                context.sectors(),
                TODAY,
                List.of(),
                context.laws());

        assertThat(faults(sound().from(latest.plusDays(days))))
                .extracting(Problem::code)
                .containsExactlyElementsOf(refused ? List.of(DraftProblem.RULE_VERSION_OVERLAPS) : List.of());
    }

    @Test
    void a_draft_made_from_a_version_that_is_not_the_latest_contradicts_the_one_between() {
        context = new GateContext(
                TODAY,
                "CONCEPT_2010",
                1,
                context.published(),
                context.editions(),
                context.sectors(),
                TODAY,
                List.of(),
                context.laws());

        only(sound(), DraftProblem.RULE_BASED_ON_OUTDATED, "/");
    }

    @ParameterizedTest
    @EnumSource(RuleCode.class)
    void every_condition_is_cited(RuleCode rule) {
        var others = citations().stream().filter(cited -> cited.rule() != rule).toList();

        only(cited(sound(), others, false), DraftProblem.RULE_UNCITED, "/citations");
    }

    @Test
    void a_condition_rests_on_an_edition_that_is_on_record_and_in_force() {
        only(
                cited(sound(), first(new Cited(RuleCode.E1, "NONE", EDITION, "1")), false),
                DraftProblem.RULE_CITATION_UNKNOWN,
                "/citations/0/edition");
        only(
                cited(sound(), first(new Cited(RuleCode.E1, "LAW", EDITION.plusDays(1), "1")), false),
                DraftProblem.RULE_CITATION_UNKNOWN,
                "/citations/0/edition");
        only(
                cited(sound(), first(new Cited(RuleCode.E1, "OLD", EDITION, "1")), false),
                DraftProblem.RULE_CITATION_REPEALED,
                "/citations/0/edition");
        only(
                cited(sound(), first(new Cited(RuleCode.E1, "LAW", EDITION, " ")), false),
                DraftProblem.RULE_PARAGRAPH_MISSING,
                "/citations/0/paragraph");
    }

    @Test
    void a_draft_act_alone_will_do_for_a_pilot_only() {
        var resting = first(new Cited(RuleCode.E1, "CONCEPT", null, "условие 1"));

        only(cited(sound(), resting, false), DraftProblem.RULE_CITATION_DRAFT, "/citations/0/act");
        assertThat(faults(cited(sound(), resting, true))).isEmpty();
    }

    @Test
    void one_condition_has_one_citation() {
        var twice = new ArrayList<>(citations());
        twice.add(new Cited(RuleCode.E2, "LAW", EDITION, "ст. 9"));

        only(cited(sound(), twice, false), DraftProblem.RULE_CITED_TWICE, "/citations/5");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SME_SHARE|2/3|true",
                "SME_SHARE|1/1000|true",
                "SME_SHARE|999/1000|true",
                "SME_SHARE|0/3|false",
                "SME_SHARE|3/3|false",
                "SME_SHARE|4/3|false",
                "SME_SHARE|0.67|false",
                "SME_SHARE|1/0|false",
                "SME_DENOMINATOR|BOTH|true",
                "SME_DENOMINATOR|ALL|false",
                "SME_REGIONS|77|true",
                "SME_REGIONS|77,50|true",
                "SME_REGIONS|''|true",
                "SME_REGIONS|00|false",
                "SME_REGIONS|777|false",
                "SME_REGISTER|CITY_REGISTER|true",
                "SME_REGISTER|NONE|false",
                "QUALIFIED_LEAST|3|true",
                "QUALIFIED_LEAST|8|true",
                "QUALIFIED_LEAST|2|false",
                "QUALIFIED_LEAST|9|false",
                "QUALIFIED_LEAST|3.5|false",
                "QUALIFYING|INNOVATIVE_PRODUCING_EXPORTER|true",
                "QUALIFYING|ANY|false",
                "PRODUCTION_CLASSES|2014:10-33|true",
                "PRODUCTION_CLASSES|2014:33-10|false",
                "PRODUCTION_CLASSES|2015:10-33|false",
                "PRODUCTION_CLASSES|''|false",
                "FORMS_WITHOUT_MEMBERSHIP|FOUNDATION|true",
                "FORMS_WITHOUT_MEMBERSHIP|''|true",
                "FORMS_WITHOUT_MEMBERSHIP|CLUB|false",
                "ADMISSION_DOCUMENTS|CHARTER,PROTOCOL|true",
                "ADMISSION_DOCUMENTS|LETTER|false",
                "AFFILIATION|GROUP_135|true",
                "AFFILIATION|AFF_949|false"
            })
    void every_parameter_takes_what_its_bounds_say(ParameterCode code, String value, boolean taken) {
        var set = complete(replaced(sound(), always(code, value)));

        var impossible = faults(set).stream()
                .filter(fault -> fault.code() == DraftProblem.RULE_PARAMETER_IMPOSSIBLE)
                .toList();

        assertThat(impossible).hasSize(taken ? 0 : 1);
    }

    @Test
    void a_parameter_that_is_asked_for_is_never_missing() {
        var without = with(sound(), all -> {
            all.removeIf(value -> value.code() == ParameterCode.QUALIFYING);
            return all;
        });

        only(without, DraftProblem.RULE_PARAMETER_MISSING, "/parameters");
    }

    @ParameterizedTest(name = "{0} days between: gap {1}, overlap {2}")
    @CsvSource({"-1,false,true", "0,false,false", "1,true,false"})
    void a_parameter_leaves_no_day_out_and_says_no_day_twice(int days, boolean gap, boolean overlap) {
        var change = FROM.plusMonths(3);
        var set = complete(replaced(
                sound(),
                new Value(ParameterCode.QUALIFIED_LEAST, null, null, change, "3", "Закон"),
                new Value(ParameterCode.QUALIFIED_LEAST, null, change.plusDays(days), null, "4", "Закон")));

        var codes = faults(set).stream().map(Problem::code).toList();

        assertThat(codes.contains(DraftProblem.RULE_PARAMETER_GAP)).isEqualTo(gap);
        assertThat(codes.contains(DraftProblem.RULE_PARAMETER_OVERLAPS)).isEqualTo(overlap);
    }

    @Test
    void a_parameter_holds_from_the_first_day_and_without_end() {
        var late = complete(replaced(
                sound(), new Value(ParameterCode.QUALIFIED_LEAST, null, FROM.plusDays(1), null, "3", "Закон")));
        var ending = complete(replaced(
                sound(), new Value(ParameterCode.QUALIFIED_LEAST, null, null, FROM.plusDays(1), "3", "Закон")));
        var onTheDay =
                complete(replaced(sound(), new Value(ParameterCode.QUALIFIED_LEAST, null, FROM, null, "3", "Закон")));

        only(late, DraftProblem.RULE_PARAMETER_GAP, "/parameters");
        only(ending, DraftProblem.RULE_PARAMETER_GAP, "/parameters");
        assertThat(faults(onTheDay)).isEmpty();
    }

    @Test
    void a_sectors_own_value_neither_overlaps_nor_needs_to_cover_but_its_boundary_needs_examples() {
        var own = adding(sound(), forIt(ParameterCode.QUALIFIED_LEAST, FROM, FROM.plusYears(1), "5"));

        assertThat(faults(own))
                .extracting(Problem::code)
                .containsOnly(DraftProblem.RULE_EXAMPLE_ON_MISSING, DraftProblem.RULE_EXAMPLE_BEYOND_MISSING);
        assertThat(faults(complete(own))).isEmpty();
        assertThat(faults(complete(adding(own, forIt(ParameterCode.QUALIFIED_LEAST, FROM, null, "4")))))
                .extracting(Problem::code)
                .containsOnly(DraftProblem.RULE_PARAMETER_OVERLAPS);
    }

    @Test
    void a_value_has_a_basis_a_known_sector_and_a_period_that_can_be() {
        int next = sound().parameters().size();
        only(
                complete(adding(sound(), new Value(ParameterCode.SME_REGIONS, "IT", null, null, "77", " "))),
                DraftProblem.RULE_PARAMETER_BASIS_MISSING,
                "/parameters/" + next + "/basis");
        assertThat(faults(complete(
                        adding(sound(), new Value(ParameterCode.SME_REGIONS, "SPACE", null, null, "77", "Закон")))))
                .extracting(Problem::code)
                .contains(DraftProblem.RULE_PARAMETER_SECTOR_UNKNOWN);
        only(
                adding(sound(), forIt(ParameterCode.SME_REGIONS, FROM, FROM, "77")),
                DraftProblem.RULE_PARAMETER_PERIOD_EMPTY,
                "/parameters/" + next + "/until");
    }

    @ParameterizedTest
    @EnumSource(RuleCode.class)
    void every_condition_has_an_example_on_its_boundary_and_just_beyond(RuleCode rule) {
        var sound = sound();
        var without = sound.examples(sound.examples().stream()
                .filter(example -> example.rule() != rule)
                .toList());

        assertThat(faults(without))
                .extracting(Problem::code)
                .containsExactly(DraftProblem.RULE_EXAMPLE_ON_MISSING, DraftProblem.RULE_EXAMPLE_BEYOND_MISSING);
    }

    @Test
    void an_example_away_from_the_boundary_stands_for_none() {
        var sound = sound();
        var far = sound.examples(Stream.concat(
                        sound.examples().stream().filter(example -> example.rule() != RuleCode.E2),
                        Stream.of(
                                new Example(RuleCode.E2, null, null, Given.of(9), Outcome.MET),
                                new Example(RuleCode.E2, null, null, Given.of(9).smes(1), Outcome.NOT_MET)))
                .toList());

        assertThat(faults(far))
                .extracting(Problem::code)
                .containsExactly(DraftProblem.RULE_EXAMPLE_ON_MISSING, DraftProblem.RULE_EXAMPLE_BEYOND_MISSING);
    }

    @ParameterizedTest(name = "{0} of {1} SMEs, {2} unknown: {3}")
    @CsvSource({"6,9,0,MET", "5,9,0,NOT_MET", "5,9,1,UNKNOWN", "8,12,0,MET", "7,12,0,NOT_MET", "0,0,0,NOT_MET"})
    void examples_are_answered_by_the_real_rules(int smes, int members, int unknown, Outcome outcome) {
        var given = new Given(members, smes, unknown, 0, 0, null, null, List.of());
        for (var expected : Outcome.values()) {
            var example = new Example(RuleCode.E2, null, null, given, expected);

            assertThat(faults(sound().examples(Stream.concat(sound().examples().stream(), Stream.of(example))
                            .toList())))
                    .extracting(Problem::code)
                    .containsExactlyElementsOf(
                            expected == outcome ? List.of() : List.of(DraftProblem.RULE_EXAMPLE_FAILS));
        }
    }

    @ParameterizedTest(name = "{0}: {1}/{2} is {3}")
    @CsvSource({
        "AFF_948,20,100,MET",
        "AFF_948,2001,10000,NOT_MET",
        "GROUP_135,50,100,MET",
        "GROUP_135,51,100,NOT_MET",
        "INTERDEP_105,25,100,MET",
        "INTERDEP_105,26,100,NOT_MET"
    })
    void votes_link_above_the_threshold_of_the_law_that_is_asked_by(String law, long votes, long of, Outcome outcome) {
        var content = complete(replaced(sound().examples(List.of()), always(ParameterCode.AFFILIATION, law)));
        var example = new Example(RuleCode.E4, null, null, Given.of(3).votes(Fraction.of(votes, of)), outcome);

        assertThat(faults(content.examples(Stream.concat(content.examples().stream(), Stream.of(example))
                        .toList())))
                .isEmpty();
    }

    @Test
    void partners_count_where_the_denominator_says_so() {
        var given = new Given(3, 2, 0, 0, 1, null, null, List.of());
        var among = new Example(RuleCode.E2, null, null, given, Outcome.MET);
        var ofMembers = sound().examples(Stream.concat(sound().examples().stream(), Stream.of(among))
                .toList());
        assertThat(faults(ofMembers)).isEmpty();

        for (var reading : List.of("PARTICIPANTS", "BOTH")) {
            var ofAll = complete(replaced(ofMembers, always(ParameterCode.SME_DENOMINATOR, reading)));
            assertThat(faults(ofAll)).extracting(Problem::code).contains(DraftProblem.RULE_EXAMPLE_FAILS);
        }
    }

    @Test
    void an_example_that_cannot_be_is_refused() {
        var sound = sound();
        for (var given : List.of(
                new Given(3, 4, 0, 0, 0, null, null, List.of()),
                new Given(3, 2, 2, 0, 0, null, null, List.of()),
                new Given(3, 2, 0, 3, 0, null, null, List.of()),
                new Given(-1, 0, 0, 0, 0, null, null, List.of()),
                new Given(201, 0, 0, 0, 0, null, null, List.of()),
                new Given(3, 3, 0, 0, 0, null, Fraction.of(3, 2), List.of()))) {
            var example = new Example(RuleCode.E2, null, null, given, Outcome.MET);

            only(
                    sound.examples(Stream.concat(sound.examples().stream(), Stream.of(example))
                            .toList()),
                    DraftProblem.RULE_EXAMPLE_IMPOSSIBLE,
                    "/examples/" + sound.examples().size());
        }
    }

    @Test
    void a_clause_speaks_of_an_earlier_version_and_of_decisions_before_this_one() {
        var basis = "Приказ, п. 3";
        assertThat(faults(clauses(sound(), new Clause(2, FROM, FROM, basis)))).isEmpty();

        only(clauses(sound(), new Clause(2, FROM, null, basis)), DraftProblem.RULE_CLAUSE_INCOMPLETE, "/clauses/0");
        only(
                clauses(sound(), new Clause(3, FROM, FROM, basis)),
                DraftProblem.RULE_CLAUSE_VERSION_UNKNOWN,
                "/clauses/0/ofVersion");
        only(
                clauses(sound(), new Clause(2, FROM, FROM, basis), new Clause(2, FROM, FROM, basis)),
                DraftProblem.RULE_CLAUSE_TWICE,
                "/clauses/1/ofVersion");
        only(
                clauses(sound(), new Clause(2, FROM.plusDays(1), FROM.plusDays(2), basis)),
                DraftProblem.RULE_CLAUSE_LATE,
                "/clauses/0/decidedBefore");
        only(
                clauses(sound(), new Clause(2, FROM.minusDays(9), FROM.minusDays(1), basis)),
                DraftProblem.RULE_CLAUSE_EMPTY,
                "/clauses/0/validTo");
    }

    private GateContext commented(@Nullable LocalDate until, Comment... comments) {
        return new GateContext(
                TODAY,
                "CONCEPT_2010",
                2,
                context.published(),
                context.editions(),
                context.sectors(),
                until,
                List.of(comments),
                context.laws());
    }

    @Test
    void comments_were_called_for_their_term_is_over_and_each_has_an_answer() {
        var asked = new UUID(0, 7);

        assertThat(PublicationGate.faults(sound(), commented(TODAY, new Comment(asked, true))))
                .isEmpty();
        assertThat(PublicationGate.faults(sound(), commented(null)))
                .extracting(Problem::code)
                .containsExactly(DraftProblem.RULE_COMMENTS_NOT_CALLED);
        assertThat(PublicationGate.faults(sound(), commented(TODAY.plusDays(1))))
                .extracting(Problem::code)
                .containsExactly(DraftProblem.RULE_COMMENTS_RUN);
        assertThat(PublicationGate.faults(sound(), commented(TODAY, new Comment(asked, false))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/comments/" + asked));
    }
}
