package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.ORGANISATION;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.participant;
import static ru.mos.clusters.eligibility.rule.ConceptBook.always;
import static ru.mos.clusters.eligibility.rule.Finding.State.OUT;
import static ru.mos.clusters.eligibility.rule.Finding.State.PARTNER;
import static ru.mos.clusters.eligibility.rule.Outcome.MET;
import static ru.mos.clusters.eligibility.rule.Outcome.NOT_MET;
import static ru.mos.clusters.eligibility.rule.Outcome.UNKNOWN;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_DENOMINATOR;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_REGIONS;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_SHARE;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.platform.Fraction;

class SmeShareTest {

    @ParameterizedTest(name = "of {0} members {1} must be SMEs")
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "7,5", "8,6", "9,6", "10,7", "11,8", "12,8"})
    void two_thirds_is_met_by_the_least_whole_number_and_by_nothing_less(int members, int least) {
        var enough = check(cluster().smes(least).others(members - least));
        var oneTooFew = check(cluster().smes(least - 1).others(members - least + 1));

        assertThat(enough.outcome()).isEqualTo(MET);
        assertThat(oneTooFew.outcome()).isEqualTo(NOT_MET);
        assertThat(enough.measured()).isEqualTo(new Count(least, members));
        assertThat(enough.required()).isEqualTo(new Count(least, members));
        assertThat(enough.share()).isEqualTo(Fraction.of(2, 3));
    }

    @ParameterizedTest(name = "of {0} members {1} must be SMEs")
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "7,5", "8,6", "9,6", "10,7", "11,8", "12,8"})
    void one_too_few_leaves_it_open_where_the_others_are_unknown(int members, int least) {
        var finding = check(cluster().smes(least - 1).unknown(members - least + 1));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
        assertThat(finding.notCounted())
                .allSatisfy(entry -> assertThat(entry.why().reason()).isEqualTo(Reason.SME_NOTHING_DECIDES));
    }

    @Test
    void every_mixture_of_up_to_twelve_members_agrees_with_whole_numbers() {
        for (int all = 0; all <= 12; all++) {
            for (int in = 0; in <= all; in++) {
                for (int unknown = 0; unknown <= all - in; unknown++) {
                    var finding = check(cluster().smes(in).unknown(unknown).others(all - in - unknown));

                    var expected = all > 0 && 3 * in >= 2 * all
                            ? MET
                            : all > 0 && 3 * (in + unknown) >= 2 * all ? UNKNOWN : NOT_MET;
                    assertThat(finding.outcome())
                            .as("%d in, %d unknown of %d", in, unknown, all)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void without_members_it_is_not_met() {
        var finding = check(cluster());

        assertThat(finding.outcome()).isEqualTo(NOT_MET);
        assertThat(finding.measured()).isEqualTo(new Count(0, 0));
        assertThat(finding.required()).isEqualTo(new Count(1, 0));
    }

    @Test
    void one_entity_with_three_roles_counts_once() {
        var sme = cluster().in("77");
        var finding = check(cluster()
                .member(participant(1, sme, "SME_LEADER"))
                .member(participant(1, sme, "INNOVATIVE_SME"))
                .member(participant(1, sme, "MANUFACTURER")));

        assertThat(finding.measured()).isEqualTo(new Count(1, 1));
        assertThat(ConceptBook.check(
                                RuleCode.E1,
                                cluster()
                                        .member(participant(1, sme, "SME_LEADER"))
                                        .member(participant(1, sme, "INNOVATIVE_SME")))
                        .counted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .filteredOn(fact -> fact.code() == Finding.Fact.Code.ROLES)
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.value()).isEqualTo("INNOVATIVE_SME,SME_LEADER")));
    }

    @Test
    void a_partner_leaves_the_number_of_members_as_it_is() {
        var alone = check(cluster().smes(4).others(2));
        var withPartner = check(cluster().smes(4).others(2).others(1).asPartners(1));

        assertThat(withPartner.measured()).isEqualTo(alone.measured());
        assertThat(withPartner.outcome()).isEqualTo(alone.outcome());
        assertThat(withPartner.notCounted())
                .filteredOn(entry -> entry.state() == PARTNER)
                .hasSize(1);
    }

    @Test
    void a_record_as_member_prevails_over_one_as_partner_of_the_same_enterprise() {
        var sme = cluster().in("77");
        var finding = check(cluster()
                .member(participant(1, sme, "BANK_FINANCE"))
                .asPartners(1)
                .member(participant(1, sme, "SME_LEADER")));

        assertThat(finding.measured()).isEqualTo(new Count(1, 1));
        assertThat(finding.notCounted()).isEmpty();
    }

    @Test
    void the_organisation_itself_never_counts() {
        var organisation = participant(0, cluster().in("77"), "OTHER");
        assertThat(organisation.subject().inn()).isEqualTo(ORGANISATION);

        var finding = check(cluster().smes(3).member(organisation));

        assertThat(finding.measured()).isEqualTo(new Count(3, 3));
        assertThat(finding.notCounted()).isEmpty();
    }

    @Test
    void counted_and_not_counted_list_every_participant_once_by_inn() {
        var finding = check(
                cluster().unknown(2).smes(3).others(2).smes(1).asPartners(1).shuffled(11));

        var listed = Stream.of(finding.counted(), finding.notCounted())
                .flatMap(java.util.List::stream)
                .map(entry -> entry.subject().inn())
                .toList();
        assertThat(listed).doesNotHaveDuplicates().hasSize(8);
        assertThat(finding.counted()).isSortedAccordingTo(java.util.Comparator.comparing(e -> inn(e)));
        assertThat(finding.notCounted()).isSortedAccordingTo(java.util.Comparator.comparing(e -> inn(e)));
    }

    private static String inn(Entry entry) {
        return entry.subject().inn().digits();
    }

    @Test
    void an_sme_of_another_region_is_out_and_the_reason_says_so() {
        var finding = check(cluster().smes(2).smesOfRegion(1, "50"));

        assertThat(finding.measured()).isEqualTo(new Count(2, 3));
        assertThat(finding.notCounted()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(OUT);
            assertThat(entry.why()).isEqualTo(Message.of(Reason.SME_OTHER_REGION, "50", java.util.List.of("77")));
        });
        assertThat(check(cluster().smesOfRegion(1, "50"), always(SME_REGIONS, "50, 77"))
                        .outcome())
                .isEqualTo(MET);
    }

    @Test
    void an_sme_whose_region_nobody_knows_is_unknown() {
        var finding = check(cluster().smesOfRegion(1, null));

        assertThat(finding.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void until_the_last_of_july_2016_the_city_register_counts_and_from_august_on_the_tax_services() {
        var lastDay = LocalDate.of(2016, 7, 31);

        assertThat(check(cluster().on(lastDay).by(Register.CITY_REGISTER).smes(1))
                        .outcome())
                .isEqualTo(MET);
        assertThat(check(cluster().on(lastDay).by(Register.TAX_SERVICE_REGISTER).smes(1))
                        .outcome())
                .isEqualTo(UNKNOWN);
        assertThat(check(cluster()
                                .on(lastDay.plusDays(1))
                                .by(Register.CITY_REGISTER)
                                .smes(1))
                        .outcome())
                .isEqualTo(UNKNOWN);
        assertThat(check(cluster()
                                .on(lastDay.plusDays(1))
                                .by(Register.TAX_SERVICE_REGISTER)
                                .smes(1))
                        .outcome())
                .isEqualTo(MET);
    }

    @Test
    void an_entry_in_the_city_register_needs_no_region() {
        var finding = check(cluster()
                .on(LocalDate.of(2012, 1, 1))
                .by(Register.CITY_REGISTER)
                .smesOfRegion(1, null));

        assertThat(finding.outcome()).isEqualTo(MET);
    }

    @Test
    void counting_partners_is_warned_of_exactly_where_it_gives_the_opposite() {
        assertThat(check(cluster().smes(2).others(1).others(3).asPartners(3)).warnings())
                .extracting(Message::reason)
                .containsExactly(Reason.ALL_PARTICIPANTS_DIFFER);
        assertThat(check(cluster().others(3).smes(1).smes(9).asPartners(9)).warnings())
                .extracting(Message::reason)
                .containsExactly(Reason.ALL_PARTICIPANTS_DIFFER);
        assertThat(check(cluster().smes(3).smes(1).asPartners(1)).warnings()).isEmpty();
        assertThat(check(cluster().smes(2).others(1).unknown(3).asPartners(3)).warnings())
                .as("unknown is no opposite")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void as_many_smes_as_advised_are_just_enough(int members) {
        for (int in = 0; in <= members; in++) {
            var refused = check(cluster().smes(in).others(members - in));
            if (refused.outcome() != NOT_MET) {
                continue;
            }

            var advised =
                    (Message.Quantity) refused.remedies().get(0).arguments().get(0);

            int more = (int) advised.number();
            assertThat(check(cluster().smes(in + more).others(members - in)).outcome())
                    .isEqualTo(MET);
            assertThat(check(cluster().smes(in + more - 1).others(members - in)).outcome())
                    .isEqualTo(NOT_MET);
        }
    }

    @Test
    void who_is_unknown_says_what_is_missing() {
        var disagreeing = SmeStanding.unknown(Missing.GAP, Register.TAX_SERVICE_REGISTER, ClusterBuilder.RELEASE);

        var finding = check(cluster().member(participant(1, disagreeing)));

        assertThat(finding.notCounted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.why().reason()).isEqualTo(Reason.SME_GAP));
    }

    @Test
    void a_share_of_nothing_or_of_all_is_no_share() {
        var sme = new SmeCheck(Register.TAX_SERVICE_REGISTER, Set.of("77"));
        var citation = check(cluster()).citation();

        assertThatThrownBy(() -> new SmeShare(Fraction.of(0, 1), Denominator.MEMBERS, sme, citation))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmeShare(Fraction.of(1, 1), Denominator.MEMBERS, sme, citation))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(check(cluster().smes(1).others(1), always(SME_SHARE, "1/2")).outcome())
                .isEqualTo(MET);
    }

    private static Finding check(ClusterBuilder cluster, RuleBook.Parameter... further) {
        return ConceptBook.check(RuleCode.E2, cluster, further);
    }

    @ParameterizedTest(name = "of {1}: {2}")
    @CsvSource({"2,MEMBERS,MET", "2,PARTICIPANTS,NOT_MET", "2,BOTH,NOT_MET", "3,PARTICIPANTS,MET", "3,BOTH,MET"})
    void partners_count_where_the_denominator_says_so(int smes, String denominator, Outcome outcome) {
        var cluster = cluster().smes(smes).others(4 - smes).asPartners(1);

        assertThat(ConceptBook.check(RuleCode.E2, cluster, always(SME_DENOMINATOR, denominator))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void both_readings_are_told_where_both_must_hold() {
        var cluster = cluster().smes(2).others(2).asPartners(1);

        var finding = ConceptBook.check(RuleCode.E2, cluster, always(SME_DENOMINATOR, "BOTH"));

        assertThat(finding.explanation()).extracting(Message::reason).contains(Reason.SHARE, Reason.SHARE_OF_ALL);
        assertThat(finding.measured()).isEqualTo(new Count(2, 3));
    }
}
