package ru.mos.clusters.registry.release;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static ru.mos.clusters.registry.release.ReleaseProblem.KIND_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_EMPTY;
import static ru.mos.clusters.registry.release.ReleaseProblem.RELEASE_UNDATED;
import static ru.mos.clusters.registry.release.ReleaseProblem.ROOT_UNKNOWN;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;

/** What an upload is, told from its first files: its kind, and the date that most of its first documents name. */
record Inspection(ReleaseKind kind, LocalDate stateOn) {

    private static final int ENOUGH = 1000;

    /** @throws Refusal if it is no release, or has no document with a date */
    static Inspection of(Upload upload) throws IOException {
        var found = new Look();
        for (var part : upload.parts()) {
            try (InputStream in = upload.stream(part.name());
                    var xml = new HardenedXml(part.name(), in, ReleaseFile.ENCODINGS)) {
                found.into(part.name(), xml);
            }
            if (found.documents >= ENOUGH || !found.dates.isEmpty()) {
                break;
            }
        }
        return found.result();
    }

    private static final class Look {

        private final Map<LocalDate, Integer> dates = new LinkedHashMap<>();
        private int documents;
        private @org.jspecify.annotations.Nullable ReleaseKind kind;
        private String first = "";

        void into(String name, HardenedXml xml) {
            boolean rootSeen = false;
            for (int event = xml.next(); event != END_DOCUMENT && documents < ENOUGH; event = xml.next()) {
                if (event == START_ELEMENT && !rootSeen) {
                    rootSeen = true;
                    root(name, xml);
                } else if (event == START_ELEMENT) {
                    element(xml);
                }
            }
        }

        private void root(String name, HardenedXml xml) {
            if (!xml.name().equals("Файл")) {
                throw new Refusal(ROOT_UNKNOWN, name, xml.name());
            }
            first = first.isEmpty() ? name : first;
            String type = xml.attribute("ТипИнф");
            if (type != null && kind == null) {
                kind = ReleaseKind.of(type).orElseThrow(() -> new Refusal(KIND_UNKNOWN, name, type));
            }
        }

        private void element(HardenedXml xml) {
            switch (xml.name()) {
                case "Документ" -> {
                    documents++;
                    try {
                        dates.merge(Values.date("ДатаСост", xml.attribute("ДатаСост")), 1, Integer::sum);
                    } catch (DocumentFault undated) {
                        // reported when the document is read
                    }
                }
                case "ОргВклМСП", "ИПВклМСП" -> kind = kind == null ? ReleaseKind.SME_REGISTER : kind;
                case "СведССЧР" -> kind = kind == null ? ReleaseKind.HEADCOUNT : kind;
                case "СведДохРасх" -> kind = kind == null ? ReleaseKind.INCOME : kind;
                default -> {}
            }
        }

        Inspection result() {
            if (documents == 0) {
                throw new Refusal(RELEASE_EMPTY);
            }
            if (kind == null) {
                throw new Refusal(KIND_UNKNOWN, first, "—");
            }
            LocalDate stateOn = null;
            for (var date : dates.entrySet()) {
                if (stateOn == null || date.getValue() > dates.getOrDefault(stateOn, 0)) {
                    stateOn = date.getKey();
                }
            }
            if (stateOn == null) {
                throw new Refusal(RELEASE_UNDATED, first);
            }
            return new Inspection(kind, stateOn);
        }
    }
}
