package ru.mos.clusters.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.platform.intake.Archives.utf8;
import static ru.mos.clusters.registry.release.ReleaseXml.ALFA;
import static ru.mos.clusters.registry.release.ReleaseXml.BETA;
import static ru.mos.clusters.registry.release.ReleaseXml.PERSON;
import static ru.mos.clusters.registry.release.ReleaseXml.file;
import static ru.mos.clusters.registry.release.ReleaseXml.organisation;
import static ru.mos.clusters.registry.release.ReleaseXml.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.intake.Refusal;

class ReleaseFileTest {

    private static final LocalDate STATE_ON = LocalDate.of(2024, 2, 10);

    private final List<Block> blocks = new ArrayList<>();

    private void read(ReleaseKind kind, InputStream in) {
        try {
            new ReleaseFile("a.xml", kind, new Expected(1, 1, STATE_ON), blocks::add).read(in);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void read(String xml) {
        read(ReleaseKind.SME_REGISTER, new ByteArrayInputStream(utf8(xml)));
    }

    private String refusalOf(InputStream in) {
        try {
            read(ReleaseKind.SME_REGISTER, in);
            return "none";
        } catch (Refusal refused) {
            return refused.code().slug();
        }
    }

    private String refusalOf(String xml) {
        return refusalOf(new ByteArrayInputStream(utf8(xml)));
    }

    private List<String> rows() {
        return blocks.stream()
                .map(block -> new String(block.rows(), StandardCharsets.UTF_8))
                .flatMap(String::lines)
                .toList();
    }

    private List<String> findings() {
        return blocks.stream()
                .flatMap(block -> block.findings().stream())
                .map(finding -> finding.code().slug() + "@" + finding.field())
                .toList();
    }

    private int rejected() {
        return blocks.stream().mapToInt(Block::rejected).sum();
    }

    @Nested
    class A_sound_file {

        @Test
        void gives_one_row_a_document_with_what_the_contract_shows() {
            read(file(organisation(ALFA), person(PERSON)));

            assertThat(rows()).hasSize(2);
            assertThat(rows().get(0))
                    .startsWith(
                            "1\t1\t1\t1\td-7700000016\tобщество альфа\t7700000016\t1\t1\t2018-12-10\tf\t\\N\t\\N\t77\t2014\t62.01\t")
                    .contains("\tОБЩЕСТВО \"АЛЬФА\"\t");
            assertThat(rows().get(1)).contains("\tИВАНОВ ПЁТР\t").contains("\tИВАНОВ\tПЁТР\t\\N\t");
            assertThat(findings()).isEmpty();
        }

        @Test
        void gives_the_same_hash_wherever_the_document_stands_and_in_whatever_order_its_activities() {
            var one = organisation(ALFA)
                    .replace(
                            "</СвОКВЭД>", "<СвОКВЭДДоп КодОКВЭД=\"63.11\"/><СвОКВЭДДоп КодОКВЭД=\"62.02\"/></СвОКВЭД>");
            var other = organisation(ALFA)
                    .replace("</СвОКВЭД>", "<СвОКВЭДДоп КодОКВЭД=\"62.02\"/><СвОКВЭДДоп КодОКВЭД=\"63.11\"/></СвОКВЭД>")
                    .replace("d-" + ALFA, "another");
            read(file(one));
            read(file(person(PERSON), other));

            var hashes = rows().stream()
                    .filter(row -> row.contains(ALFA))
                    .map(row -> row.substring(row.lastIndexOf('\t')))
                    .collect(Collectors.toSet());
            assertThat(hashes).hasSize(1);
        }

        @Test
        void gives_another_hash_when_anything_the_record_says_differs() {
            read(file(organisation(ALFA)));
            read(file(organisation(ALFA).replace("КатСубМСП=\"1\"", "КатСубМСП=\"2\"")));
            read(file(organisation(ALFA).replace("62.01", "62.02")));

            assertThat(rows().stream().map(row -> row.substring(row.lastIndexOf('\t'))))
                    .doesNotHaveDuplicates();
        }

        @Test
        void is_cut_into_blocks_of_900_documents() {
            read(file(IntStream.range(0, 2000).mapToObj(i -> organisation(ALFA)).toArray(String[]::new)));

            assertThat(blocks).extracting(Block::accepted).containsExactly(900, 900, 200);
            assertThat(blocks.get(2).end()).isNotNull();
        }

        @Test
        void may_hold_616_activities_on_one_enterprise() {
            var many = IntStream.range(0, 616)
                    .mapToObj(i -> "<СвОКВЭДДоп КодОКВЭД=\"" + (10 + i / 100) + "." + i % 100 + "\"/>")
                    .collect(Collectors.joining());
            read(file(organisation(ALFA).replace("</СвОКВЭД>", many + "</СвОКВЭД>")));

            assertThat(rows()).hasSize(1);
            assertThat(findings()).isEmpty();
        }

        @Test
        void keeps_declared_and_reported_activities_apart() {
            read(file(organisation(ALFA)
                    .replace(
                            "</СвОКВЭД>",
                            "</СвОКВЭД><СвОКВЭДотч><СвОКВЭДОсн КодОКВЭД=\"26.11\"/>"
                                    + "<СвОКВЭДДоп КодОКВЭД=\"26.12\"/></СвОКВЭДотч>")));

            assertThat(rows().get(0)).contains("\t62.01\t26.11\t").contains("\t\\N\t{26.12}\t");
        }

        @Test
        void keeps_the_edition_of_activities_that_are_only_reported() {
            read(file(organisation(ALFA)
                    .replaceAll(
                            "<СвОКВЭД>.*</СвОКВЭД>",
                            "<СвОКВЭДотч><СвОКВЭДОсн КодОКВЭД=\"26.11\" ВерсОКВЭД=\"2014\"/>"
                                    + "<СвОКВЭДДоп КодОКВЭД=\"72.20\" ВерсОКВЭД=\"2001\"/></СвОКВЭДотч>")));

            assertThat(rows().get(0)).contains("\t77\t2014\t\\N\t26.11\t").contains("\t{2001:72.20}\t");
        }

        @Test
        void names_the_edition_of_what_the_declared_main_activity_does_not_share() {
            var reported = "<СвОКВЭДотч><СвОКВЭДОсн КодОКВЭД=\"72.20\" ВерсОКВЭД=\"2001\"/></СвОКВЭДотч>";
            read(file(organisation(ALFA).replace("<СвОКВЭД>", reported + "<СвОКВЭД>")));
            read(file(organisation(ALFA).replace("</СвОКВЭД>", "</СвОКВЭД>" + reported)));

            assertThat(rows()).allSatisfy(row -> assertThat(row).contains("\t2014\t62.01\t2001:72.20\t"));
            assertThat(rows().stream()
                            .map(row -> row.substring(row.lastIndexOf('\t')))
                            .distinct())
                    .hasSize(1);
        }

        @Test
        void keeps_every_address_and_activity_of_a_licence() {
            read(file(organisation(ALFA)
                    .replace(
                            "</Документ>",
                            "<СвЛиценз НомЛиценз=\"1\"><НаимЛицВД>Связь</НаимЛицВД><НаимЛицВД>Почта</НаимЛицВД>"
                                    + "<СведАдрЛицВД>Первый дом</СведАдрЛицВД><СведАдрЛицВД>Второй дом</СведАдрЛицВД>"
                                    + "<СведАдрЛицВД>"
                                    + "Ы".repeat(2000) + "</СведАдрЛицВД></СвЛиценз></Документ>")));

            assertThat(rows().get(0))
                    .contains("{\"number\":\"1\",\"activities\":[\"Связь\",\"Почта\"],"
                            + "\"addresses\":[\"Первый дом\",\"Второй дом\",\"" + "Ы".repeat(1000) + "\"]}");
            assertThat(findings()).containsExactly("text-cut@СведАдрЛицВД");
        }
    }

    @Nested
    class A_bad_document_is_rejected_alone {

        @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "ИННЮЛ=\"7700000016\" | ИННЮЛ=\"7700000017\" | inn-checksum | ИННЮЛ",
                    "ИННЮЛ=\"7700000016\" | ИННЮЛ=\"770000001\" | inn-malformed | ИННЮЛ",
                    "ИННЮЛ=\"7700000016\" | ИННЮЛ=\"770000000156\" | inn-malformed | ИННЮЛ",
                    "ИННЮЛ=\"7700000016\" | ИННЮЛ=\"7700000016\" ОГРН=\"1027700000001\" | ogrn-checksum | ОГРН",
                    "ИННЮЛ=\"7700000016\" | А=\"\" | document-attribute-missing | ИННЮЛ",
                    "ДатаВклМСП=\"10.12.2018\" | ДатаВклМСП=\"31.02.2018\" | document-date-impossible | ДатаВклМСП",
                    "ДатаВклМСП=\"10.12.2018\" | ДатаВклМСП=\"2018-12-10\" | document-date-impossible | ДатаВклМСП",
                    "ДатаВклМСП=\"10.12.2018\" | ДатаВклМСП=\"11.02.2024\" | document-date-later | ДатаВклМСП",
                    "ДатаВклМСП=\"10.12.2018\" | Б=\"\" | document-attribute-missing | ДатаВклМСП",
                    "ДатаСост=\"10.02.2024\" | ДатаСост=\"10.03.2024\" | document-date-other | ДатаСост",
                    "КатСубМСП=\"1\" | КатСубМСП=\"4\" | document-code-unknown | КатСубМСП",
                    "КатСубМСП=\"1\" | КатСубМСП=\"01\" | document-code-unknown | КатСубМСП",
                    "ВидСубМСП=\"1\" | ВидСубМСП=\"9\" | document-code-unknown | ВидСубМСП",
                    "ВидСубМСП=\"1\" | ВидСубМСП=\"2\" | document-subject-missing | ИПВклМСП",
                    "КатСубМСП=\"1\" | КатСубМСП=\"1\" ССЧР=\"-5\" | document-number-impossible | ССЧР",
                    "КатСубМСП=\"1\" | КатСубМСП=\"1\" ССЧР=\"пять\" | document-number-impossible | ССЧР",
                })
        void and_the_message_names_the_field(String right, String wrong, String code, String field) {
            read(file(organisation(ALFA).replace(right, wrong), organisation(BETA)));

            assertThat(rows()).hasSize(1);
            assertThat(rejected()).isEqualTo(1);
            assertThat(findings()).contains(code + "@" + field);
        }

        @Test
        void a_document_without_subject_too() {
            read(file(organisation(ALFA).replaceAll("<ОргВклМСП[^>]*/>", ""), organisation(BETA)));

            assertThat(findings()).contains("document-subject-missing@ОргВклМСП");
            assertThat(rows()).hasSize(1);
        }

        @Test
        void its_number_is_read_even_where_it_stands_behind_the_fault() {
            read(file(organisation(ALFA).replace("КатСубМСП=\"1\"", "КатСубМСП=\"9\"")));

            assertThat(blocks.get(0).findings()).extracting(Finding::inn).containsExactly(ALFA);
        }

        @Test
        void an_entrepreneur_without_a_name_too() {
            read(file(person(PERSON).replaceAll("<ФИОИП[^>]*/>", "")));

            assertThat(findings()).containsExactly("document-attribute-missing@Фамилия");
        }

        @Test
        void its_number_is_kept_when_it_can_be_read() {
            read(file(organisation(ALFA).replace("</Документ>", "<СвОКВЭДотч><СвОКВЭДОсн/></СвОКВЭДотч></Документ>")));

            assertThat(blocks.get(0).findings()).extracting(Finding::inn).containsExactly(ALFA);
        }
    }

    @Nested
    class Something_unusual_is_reported_and_read {

        @Test
        void a_declared_count_that_differs() {
            read(file(organisation(ALFA)).replace("КолДок=\"1\"", "КолДок=\"7\""));

            assertThat(rows()).hasSize(1);
            assertThat(findings()).containsExactly("count-differs@КолДок");
        }

        @Test
        void an_unknown_version_element_and_attribute_once_a_file() {
            read(file(organisation(ALFA), organisation(BETA))
                    .replace("4.01", "4.07")
                    .replace("<СведМН", "<СвНовое Знак=\"1\"/><СведМН")
                    .replace("ПризНовМСП", "ПризСтарМСП=\"1\" ПризНовМСП"));

            assertThat(rows()).hasSize(2);
            assertThat(findings())
                    .containsExactly(
                            "format-version-unproven@ВерсФорм",
                            "attribute-unknown@Документ/@ПризСтарМСП",
                            "element-unknown@СвНовое");
        }

        @Test
        void what_stands_inside_an_unknown_element_means_nothing() {
            read(file(organisation(ALFA)
                    .replace(
                            "</Документ>",
                            "<СвНовое><СвОКВЭДОсн КодОКВЭД=\"99.99\"/><Ещё/><ОргВклМСП ИННЮЛ=\"1\"/></СвНовое>"
                                    + "<СвПрод КодПрод=\"26.11\"/></Документ>")));

            assertThat(rows().get(0)).contains("\t62.01\t").contains("26.11").doesNotContain("99.99");
            assertThat(findings()).containsExactly("element-unknown@СвНовое");
        }

        @Test
        void a_name_of_10_000_characters_is_cut() {
            read(file(organisation(ALFA).replace("ОБЩЕСТВО &quot;АЛЬФА&quot;", "Ё".repeat(10_000))));

            assertThat(rows().get(0)).contains("\t" + "Ё".repeat(1000) + "\t");
            assertThat(findings()).containsExactly("text-cut@НаимОрг");
        }
    }

    @Nested
    class An_intolerable_file_is_refused {

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "<Файл ТипИнф=\"РЕЕСТРМСП\"><Документ></Файл> | xml-malformed",
                    "<Файл ТипИнф=\"РЕЕСТРМСП\"> | xml-malformed",
                    "<Файл ТипИнф=\"РЕЕСТРМСП\" ТипИнф=\"РЕЕСТРМСП\"/> | xml-malformed",
                    "<Файл ТипИнф=\"&#0;\"/> | xml-malformed",
                    "<Файл ТипИнф=\"&nbsp;\"/> | xml-malformed",
                    "<Реестр/> | root-unknown",
                    "<Файл ТипИнф=\"РЕЕСТРДИСКВАЛ\"/> | kind-unknown",
                    "<Файл ТипИнф=\"ОТКРДАННЫЕ3\"/> | kinds-mixed",
                    "<!DOCTYPE Файл [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Файл/> | xml-dtd",
                    "<?xml version=\"1.0\" encoding=\"windows-1251\"?><Файл/> | xml-encoding",
                })
        void whatever_is_wrong_with_it(String xml, String code) {
            assertThat(refusalOf(xml)).isEqualTo(code);
        }

        @Test
        void an_empty_one() {
            assertThat(refusalOf("")).isEqualTo("xml-malformed");
        }

        @Test
        void one_that_says_utf_8_and_is_not() {
            var bytes = file(organisation(ALFA)).getBytes(Charset.forName("windows-1251"));

            assertThat(refusalOf(new ByteArrayInputStream(bytes))).isEqualTo("xml-not-utf8");
        }

        @Test
        void an_entity_bomb_is_never_resolved() {
            assertThat(refusalOf("<!DOCTYPE a [<!ENTITY a \"ха\"><!ENTITY b \"&a;&a;&a;&a;\">]><Файл ТипИнф=\"&b;\"/>"))
                    .isEqualTo("xml-dtd");
        }

        @Test
        void one_attribute_of_300_megabytes() {
            assertThat(refusalOf(new Endless("<Файл ТипИнф=\"", "A", 300 << 20, "\"/>")))
                    .isEqualTo("xml-limit");
        }

        @Test
        void two_million_attributes_on_one_element() {
            var in = new Endless("<Файл ", at -> "a" + at + "=\"\" ", 2_000_000, "/>");

            assertThat(refusalOf(in)).isEqualTo("xml-limit");
        }

        @Test
        void five_million_nested_elements() {
            assertThat(refusalOf(new Endless("<Файл ТипИнф=\"РЕЕСТРМСП\">", "<a>", 5_000_000, "")))
                    .isEqualTo("xml-limit");
        }

        @Test
        void five_million_elements_in_one_document() {
            var in = new Endless("<Файл ТипИнф=\"РЕЕСТРМСП\"><Документ>", "<СвПрод/>", 5_000_000, "</Документ></Файл>");

            assertThat(refusalOf(in)).isEqualTo("xml-limit");
        }

        @Test
        void but_300_megabytes_of_text_are_passed_over() {
            var in = new Endless("<Файл ТипИнф=\"РЕЕСТРМСП\">", "A", 300 << 20, "</Файл>");

            assertThat(refusalOf(in)).isEqualTo("none");
        }

        @Test
        void and_a_failing_disk_is_no_fault_of_the_file() {
            var broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("disk");
                }
            };

            assertThatThrownBy(() -> read(ReleaseKind.SME_REGISTER, broken))
                    .isInstanceOf(java.io.UncheckedIOException.class);
        }
    }

    @Nested
    class Figures {

        private String figure(String year, String body) {
            return "<Файл ВерсФорм=\"4.01\" ТипИнф=\"" + year + "\" КолДок=\"1\"><Документ ИдДок=\"1\""
                    + " ДатаДок=\"31.03.2024\" ДатаСост=\"10.02.2024\"><СведНП НаимОрг=\"А\" ИННЮЛ=\"7700000016\"/>"
                    + body
                    + "</Документ></Файл>";
        }

        private void read(ReleaseKind kind, String xml) {
            ReleaseFileTest.this.read(kind, new ByteArrayInputStream(utf8(xml)));
        }

        @Test
        void of_headcount() {
            read(ReleaseKind.HEADCOUNT, figure("ОТКРДАННЫЕ3", "<СведССЧР КолРаб=\"12\"/>"));

            assertThat(rows()).containsExactly("1\t1\t1\t1\t1\t7700000016\tА\t2024-03-31\t12\t\\N\t\\N");
        }

        @Test
        void of_income_to_the_kopeck() {
            read(ReleaseKind.INCOME, figure("ОТКРДАННЫЕ5", "<СведДохРасх СумДоход=\"8831000.5\" СумРасход=\"-1\"/>"));

            assertThat(rows()).containsExactly("1\t1\t1\t1\t1\t7700000016\tА\t2024-03-31\t\\N\t8831000.50\t-1.00");
        }

        @ParameterizedTest
        @CsvSource({"8831000.001,СумДоход", "1e5,СумДоход", "99999999999999999,СумДоход"})
        void never_rounded(String amount, String field) {
            read(
                    ReleaseKind.INCOME,
                    figure("ОТКРДАННЫЕ5", "<СведДохРасх СумДоход=\"" + amount + "\" СумРасход=\"1\"/>"));

            assertThat(findings()).containsExactly("document-number-impossible@" + field);
        }
    }

    /** A long stream that is never whole in memory. */
    private static final class Endless extends InputStream {

        private final java.util.function.IntFunction<String> piece;
        private final int times;
        private final String end;
        private byte[] buffer;
        private int at;
        private int done;

        Endless(String begin, String piece, int times, String end) {
            this(begin, i -> piece, times, end);
        }

        Endless(String begin, java.util.function.IntFunction<String> piece, int times, String end) {
            this.buffer = utf8(begin);
            this.piece = piece;
            this.times = times;
            this.end = end;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == buffer.length) {
                if (done > times) {
                    return -1;
                }
                var next = new StringBuilder();
                for (int i = 0; i < 10_000 && done < times; i++) {
                    next.append(piece.apply(done++));
                }
                if (done == times) {
                    next.append(end);
                    done++;
                }
                buffer = utf8(next.toString());
                at = 0;
            }
            int count = Math.min(length, buffer.length - at);
            System.arraycopy(buffer, at, to, from, count);
            at += count;
            return count;
        }
    }
}
