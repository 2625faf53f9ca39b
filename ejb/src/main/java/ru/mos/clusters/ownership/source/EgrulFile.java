package ru.mos.clusters.ownership.source;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_KIND_UNKNOWN;
import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_ROOT_UNKNOWN;
import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_SUBJECT_MISSING;
import static ru.mos.clusters.platform.intake.IntakeProblem.COUNT_DIFFERS;
import static ru.mos.clusters.platform.intake.IntakeProblem.FORMAT_VERSION_UNPROVEN;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.Refusal;

/** Reads one file of extracts of EGRUL or EGRIP, extract by extract, in the formats 4.07 and 4.08 and what preceded them. */
public final class EgrulFile {

    /** The encodings in which the tax service writes such files. */
    public static final Set<Charset> ENCODINGS = Set.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"));

    private static final Set<String> PROVEN = Set.of("4.07", "4.08");

    private final String name;
    private final LocalDate today;
    private final ExtractTaker taker;
    private int documents;

    /** @param today no extract can be later */
    public EgrulFile(String name, LocalDate today, ExtractTaker taker) {
        this.name = name;
        this.today = today;
        this.taker = taker;
    }

    /**
     * A strange extract is rejected alone; those before a refusal have been handed over by then.
     *
     * @throws Refusal if the file is not well-formed, not bounded, in another encoding than it says, or no such file at all
     */
    public void read(InputStream in) {
        try (var xml = new HardenedXml(name, in, ENCODINGS)) {
            while (xml.next() != START_ELEMENT) {
                // comments and processing instructions before the root
            }
            var walk = new XmlWalk(xml);
            var reading = new Reading(walk, today);
            String declared = root(xml.name(), walk);
            walk.children(element -> child(reading, element));
            finish(declared);
        } catch (ExtractFault outside) {
            throw new AssertionError("a fault outside of any extract", outside);
        }
    }

    private @Nullable String root(String root, XmlWalk walk) {
        if (!Set.of("Файл", "EGRUL", "EGRIP").contains(root)) {
            throw new Refusal(EXTRACT_ROOT_UNKNOWN, name, root);
        }
        String type = walk.attribute("ТипИнф");
        if (type != null && !type.startsWith("ЕГРЮЛ") && !type.startsWith("ЕГРИП")) {
            throw new Refusal(EXTRACT_KIND_UNKNOWN, name, type);
        }
        String version = walk.attribute("ВерсФорм");
        if (version == null || !PROVEN.contains(version)) {
            remark(FORMAT_VERSION_UNPROVEN, "ВерсФорм", version == null ? "—" : version);
        }
        return walk.attribute("КолДок");
    }

    private void child(Reading reading, String element) {
        switch (element) {
            case "Документ" -> {
                reading.begin(reading.walk.attribute("ИдДок"));
                document(reading);
            }
            case "СвЮЛ", "СвИП" -> {
                reading.begin(null);
                documents++;
                subject(reading, element);
            }
            case "ИдОтпр" -> {}
            default -> {
                reading.begin(null);
                reading.ignored(element);
                reading.remarks().forEach(taker::remark);
            }
        }
    }

    private void document(Reading reading) {
        documents++;
        var found = new boolean[1];
        try {
            reading.walk.children(element -> {
                if (!found[0] && (element.equals("СвЮЛ") || element.equals("СвИП"))) {
                    found[0] = true;
                    subject(reading, element);
                } else {
                    reading.ignored(element);
                }
            });
        } catch (ExtractFault impossible) {
            throw new AssertionError(impossible);
        }
        if (!found[0]) {
            reading.remarks().forEach(taker::remark);
            taker.reject(reading.rejected(new ExtractFault(EXTRACT_SUBJECT_MISSING, "Документ")));
        }
    }

    private void subject(Reading reading, String element) {
        Extract extract;
        try {
            extract = element.equals("СвЮЛ") ? LegalEntity.read(reading) : Entrepreneur.read(reading);
        } catch (ExtractFault fault) {
            reading.remarks().forEach(taker::remark);
            taker.reject(reading.rejected(fault));
            return;
        }
        taker.take(extract);
    }

    private void finish(@Nullable String declared) {
        if (declared != null && declared.matches("\\d{1,9}") && Integer.parseInt(declared) != documents) {
            remark(COUNT_DIFFERS, "КолДок", Integer.toString(Integer.parseInt(declared)), Integer.toString(documents));
        }
    }

    private void remark(ProblemCode code, String field, String... args) {
        taker.remark(new SourceRemark(code, null, 1, field, List.of(args), false, null));
    }
}
