package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Ways to spoil an archive. */
final class ArchiveDamage {
    private static final LocalDate DATE = LocalDate.of(2026, 9, 13);

    private ArchiveDamage() {}

    /** Ends in the middle, before its directory. */
    static Damage.OfArchive truncated() {
        return (file, out) -> {
            byte[] whole = archive(file);
            out.write(whole, 0, whole.length / 2);
        };
    }

    static Damage.OfArchive replacedBy(String text) {
        return (file, out) -> out.write(text.getBytes(UTF_8));
    }

    static Damage.OfArchive withoutEntries() {
        return (file, out) -> out.write(archive());
    }

    /** Its only entry is the sound file, changed. */
    static Damage.OfArchive ofChanged(UnaryOperator<Packed> change) {
        return (file, out) -> out.write(archive(change.apply(file)));
    }

    static Damage.OfArchive ofEntry(String name, String content) {
        return (file, out) -> out.write(archive(entry(name, content)));
    }

    static Damage.OfArchive withEntry(String name, String content) {
        return (file, out) -> out.write(archive(file, entry(name, content)));
    }

    static Damage.OfArchive ofSymbolicLink(String target) {
        return (file, out) -> out.write(archive(entry(file.name, target).asSymbolicLink()));
    }

    static Damage.OfArchive nested() {
        return (file, out) -> {
            byte[] inner = archive(file);
            out.write(archive(Packed.of("data-10092026.zip", nested -> nested.write(inner))));
        };
    }

    static Damage.OfArchive twice() {
        return (file, out) -> out.write(archive(file, file));
    }

    /** Files without documents, named one after another. */
    static Damage.OfArchive ofEntries(int count) {
        return (file, out) -> {
            Packed tiny =
                    entry("tiny", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ВерсФорм=\"4.06\" КолДок=\"0\"/>");
            Archive archive = new Archive(out, DATE);
            for (int i = 0; i < count; i++) {
                archive.add(tiny.named("VO_RRMSPSV_%05d.xml".formatted(i)));
            }
            archive.finish();
        };
    }

    private static Packed entry(String name, String content) throws IOException {
        return Packed.of(name, out -> out.write(content.getBytes(UTF_8)));
    }

    private static byte[] archive(Packed... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writeArchive(bytes, entries);
        return bytes.toByteArray();
    }

    private static void writeArchive(OutputStream out, Packed... entries) throws IOException {
        Archive archive = new Archive(out, DATE);
        for (Packed entry : Arrays.asList(entries)) {
            archive.add(entry);
        }
        archive.finish();
    }
}
