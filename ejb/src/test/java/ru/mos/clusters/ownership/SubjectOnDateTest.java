package ru.mos.clusters.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.graph.EdgeKind.EXECUTIVE;
import static ru.mos.clusters.ownership.graph.EdgeKind.SHAREHOLDING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ownership.SubjectOnDate.Answer;
import ru.mos.clusters.ownership.SubjectOnDate.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

class SubjectOnDateTest {

    private static final long COMPANY = 1;
    private static final long ANNA = 2;
    private static final long BORIS = 3;
    private static final long DIRECTOR = 4;
    private static final int DAYS = 30;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 15);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private long extracts;

    @Nested
    class OneExtract {

        private final KnownExtract march =
                extract(MARCH, share(ANNA, 60, MARCH.minusYears(3)), share(BORIS, 40, MARCH), executive(DIRECTOR));

        @Test
        void a_fact_begins_at_its_own_record_date_not_at_the_extract() {
            var before = on(MARCH.minusDays(1), march);
            var same = on(MARCH, march);

            assertThat(held(before, ANNA)).isEqualTo(percent(60));
            assertThat(held(before, BORIS)).isNull();
            assertThat(held(same, BORIS)).isEqualTo(percent(40));
            assertThat(same.missing()).isEmpty();
        }

        @Test
        void before_it_what_may_have_ended_is_not_known() {
            assertThat(on(MARCH.minusDays(1), march).missing()).contains(Missing.BETWEEN_EXTRACTS);
        }

        @Test
        void it_is_trusted_to_the_last_of_its_days_and_certifies_nothing_after_it() {
            var last = on(MARCH.plusDays(DAYS), march);
            var after = on(MARCH.plusDays(DAYS + 1), march);

            assertThat(last.missing()).isEmpty();
            assertThat(after.missing()).containsExactly(Missing.EXTRACT_TOO_OLD);
            assertThat(held(after, ANNA)).isNull();
        }

        @Test
        void an_owner_who_is_not_shown_leaves_the_owners_unknown() {
            var partly = on(MARCH, extract(MARCH, share(ANNA, 90, MARCH), executive(DIRECTOR)));

            assertThat(partly.missing()).containsExactly(Missing.OWNERS);
            assertThat(held(partly, ANNA)).isEqualTo(percent(90));
        }

        @Test
        void a_joint_stock_company_shows_no_shareholders() {
            var stock = new KnownExtract(
                    9, COMPANY, MARCH, true, null, null, Fraction.ZERO, false, List.of(executive(DIRECTOR)));

            assertThat(on(MARCH, stock).missing()).containsExactly(Missing.SHAREHOLDERS_OF_AO);
        }

        @Test
        void the_companys_own_share_needs_no_owner() {
            var own = new KnownExtract(
                    9,
                    COMPANY,
                    MARCH,
                    false,
                    null,
                    null,
                    percent(40),
                    false,
                    List.of(
                            new KnownRelation(SHAREHOLDING, ANNA, percent(60), percent(100), MARCH, 1),
                            executive(DIRECTOR)));

            assertThat(on(MARCH, own).missing()).isEmpty();
        }
    }

    @Nested
    class BetweenTwoExtracts {

        @Test
        void what_both_show_held_throughout() {
            var between = on(
                    MAY,
                    extract(MARCH, share(ANNA, 100, MARCH), executive(DIRECTOR)),
                    extract(JUNE, share(ANNA, 100, MARCH), executive(DIRECTOR)));

            assertThat(held(between, ANNA)).isEqualTo(percent(100));
            assertThat(between.missing()).isEmpty();
        }

        @Test
        void what_the_newer_does_not_show_ended_somewhere_between() {
            var before = extract(MARCH, share(ANNA, 60, MARCH), share(BORIS, 40, MARCH), executive(DIRECTOR));
            var after = extract(JUNE, share(ANNA, 60, MARCH), executive(DIRECTOR));

            assertThat(held(on(MARCH, before, after), BORIS)).isEqualTo(percent(40));
            assertThat(held(on(MAY, before, after), BORIS)).isNull();
            assertThat(on(MAY, before, after).missing()).containsExactly(Missing.BETWEEN_EXTRACTS);
            assertThat(on(JUNE, before, after).missing()).containsExactly(Missing.OWNERS);
        }

        @Test
        void a_sale_is_known_from_the_day_of_its_record() {
            var before = extract(MARCH, share(ANNA, 100, MARCH), executive(DIRECTOR));
            var after = extract(JUNE, share(ANNA, 79, MAY), share(BORIS, 21, MAY), executive(DIRECTOR));

            var dayBefore = on(MAY.minusDays(1), before, after);
            var day = on(MAY, before, after);

            assertThat(held(dayBefore, ANNA)).isEqualTo(percent(100));
            assertThat(held(dayBefore, BORIS)).isNull();
            assertThat(held(day, ANNA)).isEqualTo(percent(79));
            assertThat(held(day, BORIS)).isEqualTo(percent(21));
            assertThat(day.missing()).isEmpty();
        }

        @Test
        void whoever_took_the_whole_leaves_no_room_for_who_had_it_before() {
            var before = extract(MARCH, share(ANNA, 100, MARCH), executive(DIRECTOR));
            var after = extract(JUNE, share(BORIS, 100, MAY), executive(DIRECTOR));

            var day = on(MAY, before, after);

            assertThat(held(day, BORIS)).isEqualTo(percent(100));
            assertThat(day.edges()).extracting(Edge::owner).doesNotContain(ANNA);
            assertThat(day.missing()).isEmpty();
        }
    }

    @Nested
    class StrangeExtracts {

        @Test
        void two_of_one_day_that_differ_contradict_each_other_in_any_order() {
            var one = extract(MARCH, share(ANNA, 60, MARCH), share(BORIS, 40, MARCH), executive(DIRECTOR));
            var other = extract(MARCH, share(ANNA, 60, MARCH), executive(DIRECTOR));

            for (var answer : List.of(on(MARCH, one, other), on(MARCH, other, one))) {
                assertThat(held(answer, ANNA)).isEqualTo(percent(60));
                assertThat(held(answer, BORIS)).isNull();
                assertThat(answer.edges()).extracting(Edge::owner).contains(BORIS);
                assertThat(answer.missing()).contains(Missing.SOURCES_DISAGREE);
            }
        }

        @Test
        void who_is_named_twice_holds_both_also_between_extracts() {
            KnownRelation[] twice = {
                share(ANNA, 30, MARCH), share(ANNA, 20, MARCH), share(BORIS, 50, MARCH), executive(DIRECTOR)
            };
            var between = on(MAY, extract(MARCH, twice), extract(JUNE, twice));

            assertThat(held(between, ANNA)).isEqualTo(percent(50));
            assertThat(between.missing()).isEmpty();
        }

        @Test
        void a_company_that_holds_all_of_itself_has_owners_whom_nobody_shows() {
            assertThat(on(MARCH, extract(MARCH, share(COMPANY, 100, MARCH), executive(DIRECTOR)))
                            .missing())
                    .containsExactly(Missing.OWNERS);
            assertThat(on(MARCH, extract(MARCH, share(COMPANY, 50, MARCH), share(ANNA, 50, MARCH), executive(DIRECTOR)))
                            .missing())
                    .isEmpty();
        }

        @Test
        void a_share_without_known_votes_is_no_sure_holding() {
            var untold = new KnownRelation(SHAREHOLDING, ANNA, percent(100), null, MARCH, 0);
            var answer = on(MARCH, extract(MARCH, untold, executive(DIRECTOR)));

            assertThat(held(answer, ANNA)).isNull();
            assertThat(answer.missing()).containsExactly(Missing.OWNERS);
        }

        @Test
        void who_of_several_successors_or_of_none_has_its_stakes_nobody_tells() {
            var ended = new KnownExtract(9, COMPANY, JUNE, false, MAY, null, Fraction.ZERO, false, List.of());

            assertThat(on(MAY, ended).missing()).containsExactly(Missing.OWNERS);
        }
    }

    @Nested
    class Statements {

        @Test
        void shares_entered_by_hand_stand_where_no_extract_shows_owners() {
            var stock = new KnownExtract(
                    9, COMPANY, MARCH, true, null, null, Fraction.ZERO, false, List.of(executive(DIRECTOR)));

            var answer = on(MARCH, List.of(stock), stake(ANNA, 75, MARCH), stake(BORIS, 25, MARCH));

            assertThat(held(answer, ANNA)).isEqualTo(percent(75));
            assertThat(answer.missing()).isEmpty();
        }

        @Test
        void a_statement_that_contradicts_an_extract_is_told_and_never_makes_more_than_the_whole() {
            var march = extract(MARCH, share(ANNA, 100, MARCH), executive(DIRECTOR));

            var answer = on(MARCH, List.of(march), stake(BORIS, 1, MARCH));

            assertThat(answer.missing()).containsExactly(Missing.SOURCES_DISAGREE);
            assertThat(held(answer, ANNA)).isEqualTo(percent(100));
            assertThat(held(answer, BORIS)).isNull();
        }

        @Test
        void the_same_fact_from_two_sources_counts_once() {
            var march = extract(MARCH, share(ANNA, 100, MARCH), executive(DIRECTOR));

            var answer = on(MARCH, List.of(march), stake(ANNA, 100, MARCH));

            assertThat(answer.missing()).isEmpty();
            assertThat(answer.edges().stream().filter(edge -> edge.owner() == ANNA))
                    .hasSize(1);
        }

        @Test
        void they_hold_from_their_first_day_to_the_day_before_their_last() {
            var brief = new KnownStake(SHAREHOLDING, ANNA, COMPANY, percent(10), null, MARCH, MAY, true, -1);

            assertThat(held(on(MARCH.minusDays(1), List.of(), brief), ANNA)).isNull();
            assertThat(held(on(MARCH, List.of(), brief), ANNA)).isEqualTo(percent(10));
            assertThat(held(on(MAY.minusDays(1), List.of(), brief), ANNA)).isEqualTo(percent(10));
            assertThat(held(on(MAY, List.of(), brief), ANNA)).isNull();
        }
    }

    @Test
    void of_whom_no_source_tells_anything_is_missing() {
        assertThat(on(MARCH).missing()).containsExactlyInAnyOrder(Missing.NO_EXTRACT, Missing.EXECUTIVE);
    }

    @Test
    void a_successor_stands_where_a_company_is_no_more() {
        var ended = new KnownExtract(
                9, COMPANY, JUNE, false, MAY, BORIS, Fraction.ZERO, false, List.of(share(ANNA, 100, MARCH)));

        assertThat(on(MAY, ended).edges())
                .singleElement()
                .satisfies(edge -> assertThat(edge.owner()).isEqualTo(BORIS));
        assertThat(held(on(MAY.minusDays(1), ended), ANNA)).isEqualTo(percent(100));
    }

    private static Answer on(LocalDate day, KnownExtract... extracts) {
        return SubjectOnDate.of(PartyKind.LEGAL_ENTITY, List.of(extracts), List.of(), day, DAYS);
    }

    private static Answer on(LocalDate day, List<KnownExtract> extracts, KnownStake... stakes) {
        return SubjectOnDate.of(PartyKind.LEGAL_ENTITY, extracts, List.of(stakes), day, DAYS);
    }

    private static @Nullable Fraction held(Answer answer, long owner) {
        return answer.edges().stream()
                .filter(edge -> edge.sure() && edge.owner() == owner && edge.kind() == SHAREHOLDING)
                .map(Edge::share)
                .reduce(Fraction::plus)
                .orElse(null);
    }

    private KnownExtract extract(LocalDate on, KnownRelation... relations) {
        var placed = new ArrayList<KnownRelation>();
        extracts++;
        for (var relation : relations) {
            placed.add(new KnownRelation(
                    relation.kind(),
                    relation.owner(),
                    relation.share(),
                    relation.votes(),
                    relation.from(),
                    KnownExtract.source(extracts, placed.size())));
        }
        return new KnownExtract(extracts, COMPANY, on, false, null, null, Fraction.ZERO, false, List.copyOf(placed));
    }

    private static KnownRelation share(long owner, int percent, LocalDate from) {
        return new KnownRelation(SHAREHOLDING, owner, percent(percent), percent(percent), from, 0);
    }

    private static KnownRelation executive(long person) {
        return new KnownRelation(EXECUTIVE, person, null, null, MARCH.minusYears(5), 0);
    }

    private static KnownStake stake(long owner, int percent, LocalDate from) {
        return new KnownStake(EdgeKind.SHAREHOLDING, owner, COMPANY, percent(percent), null, from, null, true, -owner);
    }

    private static Fraction percent(int percent) {
        return Fraction.of(percent, 100);
    }
}
