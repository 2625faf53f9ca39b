package ru.mos.clusters.support.intake;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.IntakeProblem;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.support.SupportProblem;

/** Reads one file of the register of recipients, document by document, in format 4.04 and what is like it. */
final class RecipientsFile {

    private static final Set<Charset> ENCODINGS = Set.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"));
    private static final Set<String> PROVEN = Set.of("4.04");
    private static final String KIND = "РЕЕСТРМСП-ПП";

    private final String name;
    private final RecipientTaker taker;
    private final Oddities oddities = new Oddities();
    private @Nullable String version;

    RecipientsFile(String name, RecipientTaker taker) {
        this.name = name;
        this.taker = taker;
    }

    /** ВерсФорм; null where the file says none. */
    @Nullable
    String version() {
        return version;
    }

    /**
     * A strange document is rejected alone; those before a refusal have been handed over by then.
     *
     * @throws Refusal if the file is not well-formed, not bounded, in another encoding than it says, or no such file at all
     */
    void read(InputStream in) {
        try (var xml = new HardenedXml(name, in, ENCODINGS)) {
            while (xml.next() != START_ELEMENT) {
                // comments and processing instructions before the root
            }
            var declared = root(xml);
            int documents = documents(xml);
            if (declared != null && declared.matches("\\d{1,9}") && Integer.parseInt(declared) != documents) {
                remark(
                        IntakeProblem.COUNT_DIFFERS,
                        "КолДок",
                        Integer.toString(Integer.parseInt(declared)),
                        Integer.toString(documents));
            }
        }
    }

    private @Nullable String root(HardenedXml xml) {
        if (!xml.name().equals("Файл")) {
            throw new Refusal(SupportProblem.SUPPORT_ROOT_UNKNOWN, name, xml.name());
        }
        var type = xml.attribute("ТипИнф");
        if (!KIND.equals(type)) {
            throw new Refusal(SupportProblem.SUPPORT_FILE_KIND_UNKNOWN, name, type == null ? "—" : type);
        }
        version = xml.attribute("ВерсФорм");
        if (version == null || !PROVEN.contains(version)) {
            remark(IntakeProblem.FORMAT_VERSION_UNPROVEN, "ВерсФорм", version == null ? "—" : version);
        }
        return xml.attribute("КолДок");
    }

    private int documents(HardenedXml xml) {
        int documents = 0;
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event != START_ELEMENT) {
                continue;
            }
            if (xml.name().equals("Документ")) {
                documents++;
                new RecipientReading(xml, oddities, taker).read();
            } else {
                if (!xml.name().equals("ИдОтпр") && oddities.isNew(xml.name())) {
                    remark(IntakeProblem.ELEMENT_UNKNOWN, xml.name(), xml.name());
                }
                skip(xml);
            }
        }
        return documents;
    }

    /** Passes over the element with all it holds. */
    static void skip(HardenedXml xml) {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        }
    }

    private void remark(ProblemCode code, String field, String... args) {
        taker.tell(new FileRemark(code, null, 1, field, List.of(args), false, null));
    }
}
