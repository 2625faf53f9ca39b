package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.DatePeriod;

class ConclusionPdfTest {

    private static final Instant PRINTED = Instant.parse("2026-11-23T06:12:00Z");

    static Stream<Arguments> clusters() {
        return Stream.of(
                Arguments.of(Eligibility.ELIGIBLE, cluster().smes(6).others(1).concluded()),
                Arguments.of(
                        Eligibility.NOT_ELIGIBLE,
                        cluster().smes(3).others(4).concluded().concluded("NO_VETO", false)),
                Arguments.of(Eligibility.UNKNOWN, cluster().smes(4).unknown(3).asPartners(1)),
                Arguments.of(
                        Eligibility.MANUAL,
                        cluster()
                                .organisation("Промышленный софт")
                                .smes(40)
                                .concluded()
                                .document("CHARTER", DatePeriod.since(ClusterBuilder.TODAY))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clusters")
    void every_outcome_prints_in_both_languages_with_its_digest_and_the_mark_of_a_draft(
            Eligibility outcome, ClusterBuilder cluster) throws IOException {
        for (var language : new String[] {"ru", "en"}) {
            var wording = Wording.in(Locale.forLanguageTag(language));
            var verdict = new VerdictWriter(wording).write(ConceptBook.judge(cluster));

            var pdf = new PdfReader(print(wording, verdict, outcome + "-" + language));

            assertThat(verdict.outcome()).isEqualTo(outcome);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(new PdfTextExtractor(pdf).getTextFromPage(page))
                        .contains(language.equals("ru") ? "ПРОЕКТ" : "DRAFT", verdict.digest());
            }
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
                    .contains(wording.of(outcome).toUpperCase(wording.locale()), "IT-1");
        }
    }

    @Test
    void a_waiver_is_printed_plainly() throws IOException {
        var wording = Wording.in(Locale.forLanguageTag("ru"));
        var verdict = new VerdictWriter(wording)
                .write(ConceptBook.judge(cluster().smes(2).concluded().waived(RuleCode.E3)));

        var pdf = new PdfReader(print(wording, verdict, "waived"));

        var text = new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("СООТВЕТСТВУЕТ УСЛОВИЯМ")
                .contains(
                        "условие 3 не выполнено; допущено отступление по: Постановление № 1863-ПП в редакции от 07.02.2024, пункт 4.2")
                .contains("не выполнено; допущено отступление");
    }

    @Test
    void every_font_is_embedded() throws IOException {
        var wording = Wording.in(Locale.forLanguageTag("ru"));
        var verdict =
                new VerdictWriter(wording).write(ConceptBook.judge(cluster().smes(3)));

        var pdf = new PdfReader(print(wording, verdict, "fonts"));

        var fonts = pdf.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        assertThat(fonts.getKeys()).isNotEmpty();
        for (var key : fonts.getKeys()) {
            var descendant = (PdfDictionary)
                    fonts.getAsDict(key).getAsArray(PdfName.DESCENDANTFONTS).getDirectObject(0);
            assertThat(descendant.getAsDict(PdfName.FONTDESCRIPTOR).get(PdfName.FONTFILE2))
                    .isNotNull();
        }
    }

    /** Kept in the build's folder too, to be looked at. */
    private static byte[] print(Wording wording, VerdictView verdict, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        new ConclusionPdf(wording, verdict, "Концепция", login -> "Иванова М. П.").write(PRINTED, out);
        Files.createDirectories(Path.of("target", "conclusions"));
        Files.write(Path.of("target", "conclusions", name + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }
}
