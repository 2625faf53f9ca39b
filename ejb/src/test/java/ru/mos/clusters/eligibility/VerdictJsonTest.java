package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.DatePeriod;

class VerdictJsonTest {

    private static final List<ClusterBuilder> CLUSTERS = List.of(
            cluster()
                    .smes(6)
                    .others(3)
                    .concluded()
                    .document("CHARTER", DatePeriod.since(ClusterBuilder.TODAY.minusDays(9))),
            cluster()
                    .smes(2)
                    .plainSmes(2)
                    .smesOfRegion(1, "50")
                    .unknown(9)
                    .others(2)
                    .asPartners(1),
            cluster()
                    .smes(2)
                    .concluded()
                    .waived(RuleCode.E3)
                    .waived(RuleCode.E5, "NO_VETO")
                    .concluded("NO_VETO", false),
            cluster().withoutOrganisation(),
            cluster().organisation("Фонд «Развитие»").smes(1).concluded("GOALS", false),
            cluster().organisation("Неведомая организация").plainSmes(3).concluded("LEGAL_FORM", true));

    @Test
    void a_verdict_read_back_says_the_same_in_both_languages_with_the_same_digest() {
        for (var cluster : CLUSTERS) {
            var verdict = ConceptBook.judge(cluster);

            var again = VerdictJson.read(VerdictJson.write(verdict));

            for (var locale : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
                var writer = new VerdictWriter(Wording.in(locale));
                assertThat(writer.write(again)).isEqualTo(writer.write(verdict));
            }
        }
    }

    @Test
    void a_verdict_kept_before_there_were_waivers_is_read_and_has_its_digest() {
        for (var cluster : CLUSTERS) {
            var verdict = ConceptBook.judge(cluster);
            if (verdict.findings().stream().anyMatch(finding -> finding.waiver() != null)) {
                continue;
            }
            var kept = VerdictJson.write(verdict).replace(",\"waiver\":null", "");

            var again = VerdictJson.read(kept);

            assertThat(kept).doesNotContain("waiver");
            var writer = new VerdictWriter(Wording.in(Locale.ENGLISH));
            assertThat(writer.write(again)).isEqualTo(writer.write(verdict));
        }
    }
}
