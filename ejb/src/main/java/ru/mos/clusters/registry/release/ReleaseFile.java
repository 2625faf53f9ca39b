package ru.mos.clusters.registry.release;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static ru.mos.clusters.platform.intake.IntakeProblem.COUNT_DIFFERS;
import static ru.mos.clusters.platform.intake.IntakeProblem.FORMAT_VERSION_UNPROVEN;
import static ru.mos.clusters.registry.release.ReleaseProblem.KINDS_MIXED;
import static ru.mos.clusters.registry.release.ReleaseProblem.KIND_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.ROOT_UNKNOWN;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.Refusal;

/** Reads one file of a release, document by document, into blocks. */
final class ReleaseFile {

    static final Set<Charset> ENCODINGS = Set.of(StandardCharsets.UTF_8);

    private static final int DOCUMENTS_PER_BLOCK = 900;
    private static final int BYTES_PER_BLOCK = 1 << 20;
    private static final int MOST_ELEMENTS = 50_000;

    /** Takes the blocks as they come; may wait. */
    interface Taker {
        void take(Block block) throws InterruptedException;
    }

    private final String name;
    private final ReleaseKind kind;
    private final Expected expected;
    private final Taker taker;
    private final Remarks remarks = new Remarks();
    private final Form form;
    private final CopyText rows = new CopyText();
    private int blocks;
    private int accepted;
    private int rejected;
    private int position;
    private @Nullable DocumentFault fault;

    ReleaseFile(String name, ReleaseKind kind, Expected expected, Taker taker) {
        this.name = name;
        this.kind = kind;
        this.expected = expected;
        this.taker = taker;
        this.form = Form.of(kind, expected, remarks);
    }

    /** @throws Refusal if the file is not well-formed, not bounded or not of this kind */
    void read(InputStream in) throws InterruptedException {
        try (var xml = new HardenedXml(name, in, ENCODINGS)) {
            var end = new Block.End(null, null);
            boolean rootSeen = false;
            for (int event = xml.next(); event != END_DOCUMENT; event = xml.next()) {
                if (event != START_ELEMENT) {
                    continue;
                }
                if (!rootSeen) {
                    end = root(xml);
                    rootSeen = true;
                } else if (xml.name().equals("Документ")) {
                    document(xml);
                } else {
                    if (!xml.name().equals("ИдОтпр")) {
                        remarks.begin(xml.line());
                        remarks.unknownElement(xml.name());
                    }
                    skip(xml);
                }
            }
            if (end.declared() != null && end.declared() != position) {
                remarks.ofFile(COUNT_DIFFERS, "КолДок", end.declared() + "", position + "");
            }
            cut(end);
        }
    }

    private Block.End root(HardenedXml xml) {
        if (!xml.name().equals("Файл")) {
            throw new Refusal(ROOT_UNKNOWN, name, xml.name());
        }
        String type = xml.attribute("ТипИнф");
        if (type != null && ReleaseKind.of(type).isEmpty()) {
            throw new Refusal(KIND_UNKNOWN, name, type);
        }
        if (type != null && ReleaseKind.of(type).orElseThrow() != kind) {
            throw new Refusal(KINDS_MIXED, name, type);
        }
        String version = xml.attribute("ВерсФорм");
        if (version == null || !kind.isProven(version)) {
            remarks.ofFile(
                    FORMAT_VERSION_UNPROVEN, "ВерсФорм", version == null ? "—" : remarks.cut("ВерсФорм", version));
        }
        return new Block.End(version, declared(xml.attribute("КолДок")));
    }

    private @Nullable Long declared(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void document(HardenedXml xml) throws InterruptedException {
        if (accepted + rejected >= DOCUMENTS_PER_BLOCK || rows.size() >= BYTES_PER_BLOCK) {
            cut(null);
        }
        position++;
        int line = xml.line();
        remarks.begin(line);
        form.begin();
        fault = null;
        understands(xml);
        elements(xml);
        try {
            if (fault == null) {
                form.finish(rows, position, line);
            }
        } catch (DocumentFault found) {
            fault = found;
        }
        if (fault == null) {
            accepted++;
        } else {
            rejected++;
            remarks.reject(fault, form.inn());
        }
    }

    /** Everything inside the document; what stands inside an unknown element means nothing, even under a known name. */
    private void elements(HardenedXml xml) {
        int elements = 0;
        int unknown = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                depth++;
                if (++elements > MOST_ELEMENTS) {
                    throw xml.beyondLimit();
                }
                if (unknown == 0 && !understands(xml)) {
                    unknown = depth;
                }
            } else if (event == END_ELEMENT) {
                if (unknown == 0) {
                    form.end(xml.name());
                }
                unknown = unknown == depth ? 0 : unknown;
                depth--;
            } else if (event == CHARACTERS && unknown == 0) {
                form.text(xml);
            }
        }
    }

    /** Whether the element is known. The first fault counts; what follows it is read for the subject's number. */
    private boolean understands(HardenedXml xml) {
        try {
            return form.element(xml);
        } catch (DocumentFault found) {
            fault = fault == null ? found : fault;
            return true;
        }
    }

    private static void skip(HardenedXml xml) {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        }
    }

    private void cut(Block.@Nullable End end) throws InterruptedException {
        Map<String, String> activities = form instanceof SmeForm sme ? sme.takeActivities() : Map.of();
        taker.take(
                new Block(expected.file(), blocks++, rows.take(), accepted, rejected, remarks.take(), activities, end));
        accepted = 0;
        rejected = 0;
    }
}
