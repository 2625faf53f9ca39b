package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class DefectTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 10);

    @TempDir
    private Path directory;

    @Nested
    class Archives {

        @Test
        void without_their_end_are_no_archives() throws IOException {
            for (Defect defect : List.of(Defect.TRUNCATED_ARCHIVE, Defect.NOT_AN_ARCHIVE, Defect.NOTHING)) {
                Path file = written(defect);

                assertThatThrownBy(() -> new ZipFile(file.toFile()).close()).isInstanceOf(ZipException.class);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "PATH_UPWARDS,../../../../tmp/clusters.xml",
            "PATH_ABSOLUTE,/tmp/clusters.xml",
            "PATH_BACKSLASH,..\\..\\clusters.xml",
            "NESTED_ARCHIVE,data-10092026.zip",
            "ONLY_FOREIGN_ENTRY,readme.txt"
        })
        void hold_the_tricky_name(Defect defect, String name) throws IOException {
            assertThat(Reread.files(Files.readAllBytes(written(defect)))).containsOnlyKeys(name);
        }

        @Test
        void can_hold_nothing_or_too_much() throws IOException {
            assertThat(Reread.files(Files.readAllBytes(written(Defect.EMPTY_ARCHIVE))))
                    .isEmpty();
            try (var many = new ZipFile(written(Defect.TOO_MANY_ENTRIES).toFile())) {
                assertThat(many.size()).isEqualTo(60_000);
            }
        }

        @Test
        void lie_about_size_checksum_and_encryption() {
            for (Defect defect : List.of(Defect.FALSE_SIZE, Defect.FALSE_CHECKSUM, Defect.ENCRYPTED_ENTRY)) {
                assertThatThrownBy(() -> Reread.files(Files.readAllBytes(written(defect))))
                        .isInstanceOf(ZipException.class);
            }
        }

        @Test
        void hold_a_link_that_unpacking_tools_would_follow() throws Exception {
            Path archive = written(Defect.SYMBOLIC_LINK);
            byte[] bytes = Files.readAllBytes(archive);
            int directoryEntry = new String(bytes, Charset.forName("ISO-8859-1")).indexOf("PK\1\2");

            assertThat(Reread.files(bytes)).containsValue("/etc/passwd");
            assertThat((bytes[directoryEntry + 41] & 0xFF) >> 4).isEqualTo(0xA);
        }

        @Test
        void cannot_be_had_as_XML_or_within_a_release() {
            Path xml = directory.resolve("a.xml");
            var release = SmeRelease.first(1, 10, AUGUST, FormatVersion.V4_06);

            assertThatThrownBy(() -> Defect.NESTED_ARCHIVE.writeTo(xml)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> release.with(Defect.NESTED_ARCHIVE, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Big_contents {

        @ParameterizedTest
        @CsvSource({
            "RATIO_BOMB,1073741824,1100000",
            "HUGE_ATTRIBUTE,314572800,400000",
            "MANY_ATTRIBUTES,20000000,6000000",
            "DEEP_NESTING,35000000,100000"
        })
        void are_packed_small(Defect defect, long unpacked, long packed) throws IOException {
            Path archive = written(defect);

            assertThat(Files.size(archive)).isLessThan(packed);
            try (var zip = new ZipFile(archive.toFile())) {
                assertThat(zip.entries().nextElement().getSize()).isGreaterThan(unpacked);
            }
        }
    }

    @Nested
    class Files_of_XML {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "EMPTY_FILE",
                    "NOT_WELL_FORMED",
                    "TRUNCATED_FILE",
                    "ATTRIBUTE_TWICE",
                    "NUL_REFERENCE",
                    "CONTROL_REFERENCE",
                    "CONTROL_CHARACTER",
                    "WINDOWS_1251_AS_UTF_8",
                    "BILLION_LAUGHS"
                })
        void that_no_parser_accepts(Defect defect) throws IOException {
            byte[] xml = xml(defect);

            assertThatThrownBy(() -> parse(xml)).isInstanceOfAny(SAXException.class, IOException.class);
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "WINDOWS_1251",
                    "UTF_16_DECLARED",
                    "BYTE_ORDER_MARK",
                    "WRONG_ROOT",
                    "COUNT_DIFFERS",
                    "NO_DOCUMENTS",
                    "UNKNOWN_VERSION",
                    "UNKNOWN_INFORMATION",
                    "DOCTYPE",
                    "EXTERNAL_ENTITY"
                })
        void that_are_well_formed_all_the_same(Defect defect) throws Exception {
            byte[] xml = xml(defect);

            parse(xml);

            assertThat(xml).isNotEqualTo(xml(defect.sample()));
        }

        @ParameterizedTest
        @CsvSource({
            "DOCTYPE,<!DOCTYPE Файл [",
            "EXTERNAL_ENTITY,SYSTEM \"file:///etc/passwd\"",
            "EXTERNAL_DOCTYPE,SYSTEM \"http://127.0.0.1",
            "BILLION_LAUGHS,<!ENTITY a9",
            "WRONG_ROOT,<Реестр ",
            "COUNT_DIFFERS,КолДок=\"7777\"",
            "NO_DOCUMENTS,КолДок=\"0\"",
            "UNKNOWN_VERSION,ВерсФорм=\"9.99\"",
            "NUL_REFERENCE,&#0;",
            "CONTROL_REFERENCE,&#1;"
        })
        void that_show_what_is_wrong(Defect defect, String sign) throws IOException {
            assertThat(new String(xml(defect), UTF_8)).contains(sign);
        }

        @Test
        void in_a_release_damage_the_second_file_and_leave_the_others_alone() throws IOException {
            var sound = SmeRelease.first(1, 2000, AUGUST, FormatVersion.V4_06);

            Map<String, String> damaged = Reread.files(Reread.bytes(sound.with(Defect.TRUNCATED_FILE, 1)));

            assertThat(damaged.values())
                    .extracting(file -> file.endsWith("</Файл>"))
                    .containsExactly(true, false, true);
        }
    }

    @Nested
    class Documents {

        static Stream<Defect> ofDocuments() {
            return Stream.of(Defect.values()).filter(Defect::isOfDocument);
        }

        @ParameterizedTest
        @MethodSource("ofDocuments")
        void are_well_formed_and_alone_in_being_wrong(Defect defect) throws Exception {
            Release sound = defect.sample();
            Release damaged = sound.with(defect, 1);

            parse(xml(damaged));
            List<String> documents = Reread.documents(damaged);
            List<String> others = Reread.documents(sound);
            assertThat(documents.stream().filter(document -> !others.contains(document)))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "UNKNOWN_KIND,ВидСубМСП=\"9\"",
            "UNKNOWN_CATEGORY,КатСубМСП=\"4\"",
            "IMPOSSIBLE_DATE,ДатаВклМСП=\"31.02.2026\"",
            "FUTURE_ENTRY_DATE,ДатаВклМСП=\"10.01.2099\"",
            "OTHER_STATE_DATE,ДатаСост=\"10.12.2016\"",
            "NEGATIVE_STAFF,ССЧР=\"-5\"",
            "NEGATIVE_HEADCOUNT,КолРаб=\"-5\"",
            "INCOME_TOO_FINE,СумДоход=\"1000.005\"",
            "UNKNOWN_ELEMENT,<СвНовое "
        })
        void show_what_is_wrong(Defect defect, String sign) throws IOException {
            assertThat(Reread.documents(defect.sample().with(defect, 1)).toString())
                    .containsOnlyOnce(sign);
            assertThat(Reread.documents(defect.sample()).toString()).doesNotContain(sign);
        }

        @ParameterizedTest
        @CsvSource({
            "MISSING_INN_OF_ENTITY,ИННЮЛ",
            "MISSING_INN_OF_PERSON,ИННФЛ",
            "MISSING_NAME,НаимОрг",
            "MISSING_KIND,ВидСубМСП",
            "MISSING_CATEGORY,КатСубМСП",
            "MISSING_ENTRY_DATE,ДатаВклМСП",
            "MISSING_STATE_DATE,ДатаСост",
            "MISSING_REGION,КодРегион"
        })
        void lack_what_is_missing(Defect defect, String attribute) throws IOException {
            String sound = Reread.documents(defect.sample()).toString();
            String damaged = Reread.documents(defect.sample().with(defect, 1)).toString();

            assertThat(Reread.values(attribute, damaged))
                    .hasSize(Reread.values(attribute, sound).size() - 1);
        }

        @Test
        void come_twice_and_are_counted_twice() throws IOException {
            var release = Defect.SAME_SUBJECT_TWICE.sample().with(Defect.SAME_SUBJECT_TWICE, 1);
            String file =
                    Reread.files(Reread.bytes(release)).values().iterator().next();

            assertThat(Reread.values("КолДок", file)).containsExactly("21");
            assertThat(Reread.values("ИдДок", file)).hasSize(21).doesNotHaveDuplicates();
            assertThat(Reread.documents(release).stream().map(Reread::inn).distinct())
                    .hasSize(20);
        }

        @Test
        void can_be_very_long() throws IOException {
            String many = Reread.documents(Defect.ACTIVITIES_616.sample().with(Defect.ACTIVITIES_616, 1)).stream()
                    .filter(document ->
                            document.split("<СвОКВЭД>")[1].split("</СвОКВЭД>")[0].split("<СвОКВЭДДоп ").length == 617)
                    .findFirst()
                    .orElseThrow();
            String named = Reread.documents(Defect.LONG_NAME.sample().with(Defect.LONG_NAME, 1))
                    .toString();

            assertThat(Reread.values("КодОКВЭД", many.split("</СвОКВЭД>")[0])).doesNotHaveDuplicates();
            assertThat(Reread.values("НаимОрг", named)).anyMatch(name -> name.length() == 10_000);
        }

        @Test
        void stand_in_a_sound_release_in_the_number_asked_for_and_are_listed() throws IOException {
            Path target = directory.resolve("release.zip");
            SmeRelease.first(1, 2000, AUGUST, FormatVersion.V4_06)
                    .with(Defect.INN_CHECKSUM, 3)
                    .with(Defect.MISSING_CATEGORY, 2)
                    .writeTo(target);
            Map<String, String> files = Reread.files(Files.readAllBytes(target));

            List<String[]> listed = Files.readAllLines(directory.resolve("release.zip.defects.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();

            assertThat(listed)
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(files.get(line[1])).contains("ИдДок=\"" + line[2] + '"'));
            assertThat(listed)
                    .filteredOn(line -> line[0].equals("INN_CHECKSUM"))
                    .hasSize(3);
            assertThat(Reread.values("КатСубМСП", files.values().toString())).hasSize(1998);
        }

        @Test
        void do_not_fit_into_too_small_a_release() {
            var single = SmeRelease.first(1, 1, AUGUST, FormatVersion.V4_06).with(Defect.MISSING_KIND, 2);

            assertThatThrownBy(() -> Reread.bytes(single)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path written(Defect defect) throws IOException {
        Path target = directory.resolve(defect + ".zip");
        defect.writeTo(target);
        return target;
    }

    private static byte[] xml(Defect defect) throws IOException {
        return xml(defect.sample().with(defect, 1));
    }

    private static byte[] xml(Release release) throws IOException {
        var bytes = new ByteArrayOutputStream();
        release.writeXml(bytes);
        return bytes.toByteArray();
    }

    private static void parse(byte[] xml) throws Exception {
        SAXParserFactory.newInstance().newSAXParser().parse(new ByteArrayInputStream(xml), new DefaultHandler());
    }
}
