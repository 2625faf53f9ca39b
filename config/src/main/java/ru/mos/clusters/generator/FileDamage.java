package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;

/** Ways to spoil a whole XML file. */
final class FileDamage {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String LICENCE =
            "<СвЛиценз НомЛиценз=\"1\" ДатаЛиценз=\"01.02.2020\" ДатаНачЛиценз=\"01.02.2020\"><НаимЛицВД>%s</НаимЛицВД></СвЛиценз>";

    private FileDamage() {}

    static Damage.OfFile edited(UnaryOperator<String> edit) {
        return (file, out) -> out.write(edit.apply(file).getBytes(UTF_8));
    }

    static Damage.OfFile replacing(String pattern, String replacement) {
        return edited(file -> file.replaceFirst(pattern, replacement));
    }

    /** A document type, and a licence whose name uses what it defines. */
    static Damage.OfFile withDoctype(String doctype, String content) {
        return edited(file -> file.replaceFirst("<Файл", doctype + "<Файл")
                .replaceFirst("</Документ>", LICENCE.formatted(content) + "</Документ>"));
    }

    /** Ten entities, each ten times the one before. */
    static Damage.OfFile billionLaughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE Файл [<!ENTITY a0 \"ха\">");
        for (int i = 1; i < 10; i++) {
            doctype.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        return withDoctype(doctype + "]>", "&a9;");
    }

    /** Says one encoding and is in another, or keeps its word. */
    static Damage.OfFile encoded(String declared, Charset actual) {
        return (file, out) ->
                out.write(file.replaceFirst("\"UTF-8\"", '"' + declared + '"').getBytes(actual));
    }

    static Damage.OfFile inWindows1251(String declared) {
        return encoded(declared, WINDOWS_1251);
    }

    static Damage.OfFile withoutDocuments() {
        return edited(
                file -> file.replaceFirst("<Документ.*</Документ>", "").replaceFirst("КолДок=\"\\d+", "КолДок=\"0"));
    }

    static Damage.OfFile empty() {
        return (file, out) -> {};
    }

    static Damage.OfFile cutInHalf() {
        return edited(file -> file.substring(0, file.length() / 2));
    }

    /** One end tag in the middle of the file is gone. */
    static Damage.OfFile unclosed() {
        return edited(file -> {
            int at = file.indexOf("</Документ>", file.length() / 2);
            return file.substring(0, at) + file.substring(at + "</Документ>".length());
        });
    }

    /** {@code times} pieces before the first place that begins with {@code before}. */
    static Damage.OfFile stuffed(String before, long times, Piece... pieces) {
        return (file, out) -> {
            int at = file.indexOf(before);
            out.write(file.substring(0, at).getBytes(UTF_8));
            for (Piece piece : pieces) {
                repeat(times, piece, out);
            }
            out.write(file.substring(at).getBytes(UTF_8));
        };
    }

    /** What to repeat, by its number. */
    interface Piece {
        String at(long number);
    }

    private static void repeat(long times, Piece piece, OutputStream out) throws IOException {
        StringBuilder chunk = new StringBuilder();
        for (long number = 0; number < times; number++) {
            chunk.append(piece.at(number));
            if (chunk.length() > 1 << 16) {
                out.write(chunk.toString().getBytes(UTF_8));
                chunk.setLength(0);
            }
        }
        out.write(chunk.toString().getBytes(UTF_8));
    }
}
