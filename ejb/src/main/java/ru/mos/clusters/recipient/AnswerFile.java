package ru.mos.clusters.recipient;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.Refusal;

/**
 * Reads an answer of the tax service: any element that bears ИдДок answers one document, by КодРезОбр and ИдПоддерж.
 *
 * <p>Source: order of the tax service, table 4.3 of its formats (domain facts 4.1).
 */
final class AnswerFile {

    private static final Set<Charset> ENCODINGS = Set.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"));
    private static final int MOST_DOCUMENTS = 1_000_000;

    private final Map<UUID, AnsweredDocument> documents = new LinkedHashMap<>();

    private AnswerFile() {}

    /**
     * All documents of a file, in its order.
     *
     * @throws Problem {@code answer-empty}, {@code answer-attribute-missing}, {@code answer-code-unknown},
     *     {@code answer-number-malformed}, {@code answer-document-twice}, and what is wrong with XML: {@code xml-dtd} and others
     */
    static List<AnsweredDocument> read(String name, InputStream in) {
        try (var xml = new HardenedXml(name, in, ENCODINGS)) {
            var file = new AnswerFile();
            for (int event = xml.next(); event != END_DOCUMENT; event = xml.next()) {
                if (event == START_ELEMENT && xml.attribute("ИдДок") != null) {
                    file.document(xml);
                }
            }
            if (file.documents.isEmpty()) {
                throw new Problem(RecipientProblem.ANSWER_EMPTY);
            }
            return List.copyOf(file.documents.values());
        } catch (Refusal refused) {
            throw new Problem(refused.code(), refused.arguments().toArray());
        }
    }

    private void document(HardenedXml xml) {
        int line = xml.line();
        var answered = new AnsweredDocument(line, id(xml, line), outcome(xml, line), number(xml, line));
        if (answered.outcome() == ItemOutcome.ACCEPTED && answered.number() == null) {
            throw new Problem(RecipientProblem.ANSWER_ATTRIBUTE_MISSING, line, "ИдПоддерж");
        }
        if (documents.size() == MOST_DOCUMENTS) {
            throw xml.beyondLimit();
        }
        var earlier = documents.putIfAbsent(answered.document(), answered);
        if (earlier != null) {
            throw new Problem(RecipientProblem.ANSWER_DOCUMENT_TWICE, line, answered.document(), earlier.line());
        }
    }

    private static UUID id(HardenedXml xml, int line) {
        var written = String.valueOf(value(xml, "ИдДок"));
        if (!written.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Problem(RecipientProblem.ANSWER_DOCUMENT_UNKNOWN, line, shortened(written));
        }
        return UUID.fromString(written);
    }

    private static ItemOutcome outcome(HardenedXml xml, int line) {
        var code = value(xml, "КодРезОбр");
        if (code == null) {
            throw new Problem(RecipientProblem.ANSWER_ATTRIBUTE_MISSING, line, "КодРезОбр");
        }
        return Arrays.stream(ItemOutcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(RecipientProblem.ANSWER_CODE_UNKNOWN, line, shortened(code)));
    }

    private static @Nullable String number(HardenedXml xml, int line) {
        var number = value(xml, "ИдПоддерж");
        if (number != null && !number.matches("\\S{1,36}")) {
            throw new Problem(RecipientProblem.ANSWER_NUMBER_MALFORMED, line, shortened(number));
        }
        return number;
    }

    private static @Nullable String value(HardenedXml xml, String attribute) {
        var value = xml.attribute(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
