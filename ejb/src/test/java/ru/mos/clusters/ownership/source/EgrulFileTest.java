package ru.mos.clusters.ownership.source;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.ownership.source.Extracts.read;
import static ru.mos.clusters.ownership.source.Extracts.refusalOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.ownership.graph.PartyKind;

class EgrulFileTest {

    private static final String ANNA = "770000100062";
    private static final String BORIS = "770000100136";
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    private static String file(String... documents) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ИдФайл=\"X\" ВерсФорм=\"4.08\" ТипИнф=\"ЕГРЮЛ_ОТКР_СВЕД\""
                + " КолДок=\"" + documents.length + "\">" + String.join("", documents) + "</Файл>";
    }

    private static String entity(String content) {
        return entity("7700001002", content);
    }

    private static String entity(String inn, String content) {
        return "<Документ ИдДок=\"d-" + inn + "\"><СвЮЛ ДатаВып=\"2024-03-01\" ИНН=\"" + inn + "\" КодОПФ=\"12300\">"
                + "<СвНаимЮЛ НаимЮЛПолн=\"ОБЩЕСТВО АЛЬФА\"/><СвУстКап СумКап=\"10000\"/>" + content
                + "</СвЮЛ></Документ>";
    }

    private static String founders(String... founders) {
        return "<СвУчредит>" + String.join("", founders) + "</СвУчредит>";
    }

    private static String person(String inn, String share) {
        return person(inn, share, "");
    }

    private static String person(String inn, String share, String more) {
        return "<УчрФЛ><СвФЛ Фамилия=\"СЛИВИНА\" Имя=\"АННА\"" + (inn.isEmpty() ? "" : " ИННФЛ=\"" + inn + "\"")
                + "/><ДоляУстКап НоминСтоим=\"2500\"><РазмерДоли>" + share
                + "</РазмерДоли><ГРНДата ГРН=\"1\" ДатаЗаписи=\"2020-01-02\"/></ДоляУстКап>" + more + "</УчрФЛ>";
    }

    private static String percent(String number) {
        return "<Процент>" + number + "</Процент>";
    }

    private static String half(String more) {
        return person(BORIS, percent("50"), more);
    }

    @Nested
    class A_share {

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "<Процент>33.333333333333333</Процент>, 33333333333333333/100000000000000000",
            "<Процент> 50 </Процент>, 1/2",
            "<Процент>0</Процент>, 0/1",
            "<Процент>100.000</Процент>, 1/1",
            "<ДробДесят>0.125</ДробДесят>, 1/8",
            "<ДробДесят>1</ДробДесят>, 1/1",
            "<ДробПрост Числит='1' Знаменат='3'/>, 1/3",
        })
        void is_read_exactly_in_each_form(String form, String share) {
            var extracts = read(file(entity(founders(person(ANNA, form)))));

            assertThat(extracts.taken.get(0).relations().get(0).share()).hasToString(share);
        }

        @Test
        void without_a_size_is_the_nominal_value_by_the_capital() {
            var founder = person(ANNA, "").replace("<РазмерДоли></РазмерДоли>", "");

            assertThat(read(file(entity(founders(founder)))).relations())
                    .containsExactly("SHAREHOLDING PERSON " + ANNA + " 1/4 1/4 2020-01-02");
        }

        @Test
        void without_size_and_capital_stays_unknown_and_is_remarked() {
            var founder = person(ANNA, "").replace("<РазмерДоли></РазмерДоли>", "");
            var extracts = read(file(entity(founders(founder)).replace("<СвУстКап СумКап=\"10000\"/>", "")));

            assertThat(extracts.relations()).containsExactly("SHAREHOLDING PERSON " + ANNA + " - - 2020-01-02");
            assertThat(extracts.remarks()).containsExactly("shares-missing [1, 1]");
            assertThat(extracts.taken.get(0).isComplete()).isFalse();
        }

        @Test
        void begins_with_the_first_record_of_the_founder_where_it_has_none_of_its_own() {
            var founder = person(ANNA, percent("50"), "<ГРНДатаПерв ГРН=\"2\" ДатаЗаписи=\"2015-05-05\"/>")
                    .replace("<ГРНДата ГРН=\"1\" ДатаЗаписи=\"2020-01-02\"/>", "");

            assertThat(read(file(entity(founders(founder)))).relations())
                    .containsExactly("SHAREHOLDING PERSON " + ANNA + " 1/2 1/2 2015-05-05");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "<Процент>половина</Процент>",
            "<Процент>-1</Процент>",
            "<Процент>1e9</Процент>",
            "<ДробПрост Числит='1' Знаменат='0'/>",
            "<ДробДесят/>",
        })
        void that_is_no_number_rejects_the_extract_alone(String form) {
            var extracts = read(file(
                    entity(founders(person(ANNA, form))), entity("7700001010", founders(person(ANNA, percent("1"))))));

            assertThat(extracts.rejections()).hasSize(1).first().asString().startsWith("extract-number-impossible");
            assertThat(extracts.taken).hasSize(1);
        }
    }

    @Nested
    class The_sum_of_shares {

        @Test
        void of_exactly_all_is_taken_and_complete() {
            var extracts = read(file(entity(founders(person(ANNA, percent("50")), half("")))));

            assertThat(extracts.taken.get(0).isComplete()).isTrue();
            assertThat(extracts.remarks()).isEmpty();
        }

        @Test
        void over_the_whole_rejects_the_extract_with_document_and_line() {
            var extracts = read(file("\n" + entity(founders(person(ANNA, percent("50.000000000000001")), half("")))));

            assertThat(extracts.taken).isEmpty();
            assertThat(extracts.rejected.get(0).code().slug()).isEqualTo("shares-exceed");
            assertThat(extracts.rejected.get(0).document()).isEqualTo("d-7700001002");
            assertThat(extracts.rejected.get(0).line()).isEqualTo(2);
            assertThat(extracts.rejected.get(0).subject()).isEqualTo("7700001002");
        }

        @Test
        void of_150_per_cent_says_so() {
            assertThat(read(file(entity(founders(person(ANNA, percent("100")), half("")))))
                            .rejections())
                    .containsExactly("shares-exceed [150 %]");
        }

        @Test
        void counts_the_companys_own_share() {
            var own = "<СвДоляООО><РазмерДоли>" + percent("60") + "</РазмерДоли></СвДоляООО>";

            assertThat(read(file(entity(founders(half("")) + own))).rejections())
                    .containsExactly("shares-exceed [110 %]");
        }

        @Test
        void of_nothing_is_taken_with_a_remark_and_never_complete() {
            var extracts = read(file(entity(founders(person(ANNA, percent("0")), person(BORIS, percent("0"))))));

            assertThat(extracts.remarks()).containsExactly("shares-zero [2]");
            assertThat(extracts.taken.get(0).isComplete()).isFalse();
        }
    }

    @Nested
    class Votes {

        private static String stated(String text) {
            return "<СвОбъемПрав ОбъемПрав=\"" + text + "\"/>";
        }

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "75 %, 3/4",
            "'12,5 процента голосов', 1/8",
            "2/3 голосов, 2/3",
            "75, ",
            "101 %, ",
            "1/0, ",
            "от 10 % до 20 %, ",
            "все права по решению совета, ",
        })
        void stated_in_words_count_only_if_they_name_one_share(String text, String votes) {
            var extracts = read(file(entity(founders(half(stated(text))))));

            assertThat(extracts.taken.get(0).relations().get(0).votes())
                    .isEqualTo(votes == null ? null : Amounts.spoken(votes));
            assertThat(extracts.remarks().stream().anyMatch(remark -> remark.startsWith("votes-unreadable")))
                    .isEqualTo(votes == null);
        }

        @Test
        void of_the_rest_are_unknown_where_those_stated_do_not_make_up_for_each_other() {
            var extracts = read(file(entity(founders(person(ANNA, percent("50")), half(stated("80 %"))))));

            assertThat(extracts.relations())
                    .containsExactly(
                            "SHAREHOLDING PERSON " + ANNA + " 1/2 - 2020-01-02",
                            "SHAREHOLDING PERSON " + BORIS + " 1/2 4/5 2020-01-02");
            assertThat(extracts.remarks()).containsExactly("votes-uncertain [130 %]");
        }

        @Test
        void of_a_share_in_trust_are_the_trustees() {
            var trustee = "<СвДовУпрЮЛ><НаимИННДовУпр ИНН=\"7700001066\" НаимЮЛПолн=\"УК\"/></СвДовУпрЮЛ>";

            assertThat(read(file(entity(founders(half(trustee))))).relations())
                    .containsExactly(
                            "SHAREHOLDING PERSON " + BORIS + " 1/2 0/1 2020-01-02",
                            "SHAREHOLDING LEGAL_ENTITY 7700001066 0/1 1/2 2020-01-02");
        }

        @Test
        void do_not_reach_back_beyond_the_record_that_tells_of_them() {
            var record = "<ГРНДатаПерв ГРН=\"2\" ДатаЗаписи=\"2024-01-01\"/>";
            var stated = "<СвОбъемПрав ОбъемПрав=\"1/2\">" + record.replace("Перв", "") + "</СвОбъемПрав>";
            var trustee =
                    "<СвДовУпрЮЛ>" + record + "<НаимИННДовУпр ИНН=\"7700001066\" НаимЮЛПолн=\"УК\"/></СвДовУпрЮЛ>";

            assertThat(read(file(entity(founders(half(stated))))).relations())
                    .containsExactly("SHAREHOLDING PERSON " + BORIS + " 1/2 1/2 2024-01-01");
            assertThat(read(file(entity(founders(half(trustee))))).relations())
                    .containsExactly(
                            "SHAREHOLDING PERSON " + BORIS + " 1/2 0/1 2024-01-01",
                            "SHAREHOLDING LEGAL_ENTITY 7700001066 0/1 1/2 2024-01-01");
        }

        @Test
        void of_a_pledge_under_management_are_the_managers_and_the_notary_is_nobody() {
            var manager = "<СвУправЗал><СвНотУдДогЗал Номер=\"1\"><СвНотариус Фамилия=\"Н\" ИННФЛ=\"" + ANNA
                    + "\"/></СвНотУдДогЗал><СвУпрЗалЮЛ><НаимИННЮЛ ИНН=\"7700001066\" НаимЮЛПолн=\"УК\"/></СвУпрЗалЮЛ></СвУправЗал>";

            assertThat(read(file(entity(founders(half(manager))))).relations())
                    .containsExactly(
                            "SHAREHOLDING PERSON " + BORIS + " 1/2 0/1 2020-01-02",
                            "SHAREHOLDING LEGAL_ENTITY 7700001066 0/1 1/2 2020-01-02");
        }

        @Test
        void of_a_share_that_several_manage_are_known_of_nobody() {
            var trustee = "<СвДовУпрЮЛ><НаимИННДовУпр ИНН=\"7700001066\" НаимЮЛПолн=\"УК\"/></СвДовУпрЮЛ>";

            assertThat(read(file(entity(founders(half(trustee + trustee.replace("7700001066", "7700001073"))))))
                            .taken
                            .get(0)
                            .relations())
                    .extracting(Relation::votes)
                    .extracting(String::valueOf)
                    .containsExactly("0/1", "null", "null");
        }

        @Test
        void of_a_fund_whose_manager_is_not_shown_are_unknown() {
            var fund = "<УчрПИФ><СвНаимПИФ НаимПИФ=\"ПИФ\"/><ДоляУстКап НоминСтоим=\"5000\"/></УчрПИФ>";

            assertThat(read(file(entity(founders(fund)))).relations())
                    .containsExactly("SHAREHOLDING FUND fund:пиф 1/2 - -");
        }

        @Test
        void are_out_of_the_shares_that_others_than_the_company_hold() {
            var own = "<СвДоляООО НоминСтоим=\"2000\"/>";

            assertThat(read(file(entity(founders(half("")) + own))).relations())
                    .containsExactly("SHAREHOLDING PERSON " + BORIS + " 1/2 5/8 2020-01-02");
        }
    }

    @Nested
    class A_strange_extract {

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "2020-02-30, extract-date-impossible",
            "вчера, extract-date-impossible",
            "02.01.2020, extract-date-impossible",
            "2024-03-02, extract-date-later",
        })
        void with_a_date_that_cannot_be_is_rejected(String date, String code) {
            var extracts = read(file(
                    entity(founders(half("")).replace("2020-01-02", date)), entity("7700001010", founders(half("")))));

            assertThat(extracts.rejections()).singleElement().asString().startsWith(code);
            assertThat(extracts.taken).hasSize(1);
        }

        @Test
        void made_tomorrow_is_rejected_and_made_today_is_not() {
            String today = Extracts.TODAY.toString();
            String tomorrow = Extracts.TODAY.plusDays(1).toString();

            assertThat(read(file(entity("").replace("2024-03-01", today))).taken)
                    .hasSize(1);
            assertThat(read(file(entity("").replace("2024-03-01", tomorrow))).rejections())
                    .containsExactly("extract-date-later [" + tomorrow + ", " + today + "]");
        }

        @Test
        void without_a_date_of_its_own_is_rejected() {
            assertThat(read(file(entity("").replace("ДатаВып=\"2024-03-01\" ", "")))
                            .rejections())
                    .containsExactly("extract-attribute-missing [ДатаВып]");
        }

        @Test
        void of_a_subject_with_a_wrong_number_is_rejected() {
            assertThat(read(file(entity("7700001003", ""))).rejections())
                    .containsExactly("extract-number-wrong [7700001003]");
        }

        @Test
        void of_an_unknown_kind_of_record_is_rejected_alone() {
            var extracts = read(file("<Документ ИдДок=\"d\"><СвЗавод/></Документ>", entity("")));

            assertThat(extracts.rejections()).containsExactly("extract-subject-missing []");
            assertThat(extracts.remarks()).containsExactly("element-unknown [СвЗавод]");
            assertThat(extracts.taken).hasSize(1);
        }

        @Test
        void with_unknown_tags_is_read_and_each_is_named_once_a_file() {
            var odd = "<Новое><УчрФЛ/></Новое><Новое/>";
            var extracts = read(file(entity(odd + founders(half(odd))), entity("7700001010", odd)));

            assertThat(extracts.taken).hasSize(2);
            assertThat(extracts.relations()).hasSize(1);
            assertThat(extracts.remarks()).containsExactly("element-unknown [Новое]");
        }

        @Test
        void with_an_unknown_kind_of_founder_never_counts_as_complete() {
            var extracts = read(file(entity(founders(half(""), person(ANNA, percent("50")), "<УчрРобот/>"))));

            assertThat(extracts.remarks()).containsExactly("founder-kind-unknown [УчрРобот]");
            assertThat(extracts.taken.get(0).ownersWithheld()).isTrue();
            assertThat(extracts.taken.get(0).isComplete()).isFalse();
        }

        @Test
        void with_a_founder_without_any_number_is_taken_with_a_remark() {
            assertThat(read(file(entity(founders(person("", percent("50")))))).remarks())
                    .containsExactly("founder-unidentified [СЛИВИНА АННА]");
        }

        @Test
        void with_a_founder_of_a_wrong_number_is_taken_without_the_number() {
            var extracts = read(file(entity(founders(person("770000100063", percent("50"))))));

            assertThat(extracts.relations()).containsExactly("SHAREHOLDING PERSON ? 1/2 1/2 2020-01-02");
            assertThat(extracts.remarks())
                    .containsExactly(
                            "party-number-wrong [770000100063, СЛИВИНА АННА]", "founder-unidentified [СЛИВИНА АННА]");
        }

        @Test
        void of_a_company_that_owns_itself_is_taken_with_a_remark() {
            var self = "<УчрЮЛРос><НаимИННЮЛ ИНН=\"7700001002\" НаимЮЛПолн=\"ОБЩЕСТВО АЛЬФА\"/>"
                    + "<ДоляУстКап НоминСтоим=\"2500\"/></УчрЮЛРос>";

            assertThat(read(file(entity(founders(self)))).remarks()).containsExactly("owns-itself [ОБЩЕСТВО АЛЬФА]");
        }

        @Test
        void with_two_executives_and_no_joint_powers_is_taken_with_a_remark() {
            var head = "<СведДолжнФЛ><СвФЛ Фамилия=\"А\" ИННФЛ=\"%s\"/><СвДолжн ВидДолжн=\"02\"/></СведДолжнФЛ>";
            var two = head.formatted(ANNA) + head.formatted(BORIS);

            assertThat(read(file(entity(two))).remarks()).containsExactly("executives-several [2]");
            assertThat(read(file(entity(two))).relations()).hasSize(2);
            assertThat(read(file(entity("<СвПолном ВидПолном=\"1\"/>" + two))).remarks())
                    .isEmpty();
        }

        @Test
        void with_more_elements_than_anybody_needs_refuses_the_file() {
            var founder = "<УчрФЛ/>".repeat(50_001);

            assertThat(refusalOf(file(entity(founders(founder))).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("xml-limit");
        }
    }

    @Nested
    class The_file {

        @Test
        void may_be_in_windows_1251() {
            var xml = file(entity(founders(half("")))).replace("UTF-8", "windows-1251");

            assertThat(read(new java.io.ByteArrayInputStream(xml.getBytes(WINDOWS)))
                            .relations())
                    .hasSize(1);
        }

        @Test
        void that_claims_one_encoding_and_uses_another_is_refused() {
            var utf8 = file(entity(""));
            var windows = utf8.replace("UTF-8", "windows-1251");

            assertThat(refusalOf(windows.getBytes(StandardCharsets.UTF_8))).isEqualTo("xml-encoding-differs");
            assertThat(refusalOf(utf8.getBytes(WINDOWS))).isEqualTo("xml-not-utf8");
        }

        @Test
        void cut_off_anywhere_is_refused() {
            byte[] whole = file(entity(founders(half("")))).getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length += 11) {
                assertThat(refusalOf(Arrays.copyOf(whole, length)))
                        .as("cut to " + length)
                        .isNotEqualTo("none");
            }
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource({
            "<Файл ТипИнф='РЕЕСТРМСП' ВерсФорм='4.08'/>, extract-kind-unknown",
            "<Список/>, extract-root-unknown",
            "<!DOCTYPE Файл><Файл/>, xml-dtd",
            "<Файл><Документ></Файл>, xml-malformed",
        })
        void that_is_nothing_of_the_kind_is_refused(String xml, String code) {
            assertThat(refusalOf(xml.getBytes(StandardCharsets.UTF_8))).isEqualTo(code);
        }

        @Test
        void with_another_number_of_documents_than_declared_is_read_and_remarked() {
            assertThat(read(file(entity("")).replace("КолДок=\"1\"", "КолДок=\"   2\""))
                            .remarks())
                    .containsExactly("count-differs [2, 1]");
        }

        @Test
        void of_an_older_format_is_read_and_remarked() {
            var old = "<EGRUL ВерсФорм=\"4.06\">" + entity(founders(half(""))).replaceAll("</?Документ[^>]*>", "")
                    + "</EGRUL>";

            assertThat(read(old).relations()).hasSize(1);
            assertThat(read(old).remarks()).containsExactly("format-version-unproven [4.06]");
        }

        @Test
        void may_show_entrepreneurs_whom_nobody_owns() {
            var person =
                    "<Файл ТипИнф=\"ЕГРИП_ОТКР_СВЕД\" ВерсФорм=\"4.07\"><Документ ИдДок=\"d\"><СвИП ДатаВып=\"2024-03-01\""
                            + " ОГРНИП=\"304770000000019\" ИННФЛ=\"" + ANNA
                            + "\" КодВидИП=\"1\"><СвФЛ><ФИОРус Фамилия=\"СЛИВИНА\""
                            + " Имя=\"АННА\"/></СвФЛ><СвПрекращ><СвСтатус ДатаПрекращ=\"2023-12-01\"/></СвПрекращ></СвИП></Документ></Файл>";

            var extract = read(person).taken.get(0);

            assertThat(extract.subject())
                    .isEqualTo(
                            new PartyRef(PartyKind.PERSON, ANNA, "304770000000019", null, "СЛИВИНА АННА", null, null));
            assertThat(extract.relations()).isEmpty();
            assertThat(extract.ceasedOn()).isEqualTo(LocalDate.of(2023, 12, 1));
        }
    }

    @Nested
    class A_joint_stock_company {

        @ParameterizedTest(name = "form {0}")
        @CsvSource({"12200", "12247", "12267", "47", "67"})
        void is_known_by_its_form_and_its_founders_are_no_shareholders(String form) {
            var extracts = read(file(entity(founders(half(""))).replace("12300", form)));

            assertThat(extracts.taken.get(0).jointStock()).isTrue();
            assertThat(extracts.relations()).isEmpty();
            assertThat(extracts.remarks()).containsExactly("founders-of-joint-stock [1]");
        }

        @Test
        void is_known_by_its_registrar_wherever_that_stands() {
            var extracts = read(file(entity("<СвДержРеестрАО/>" + founders(half("")))));

            assertThat(extracts.taken.get(0).jointStock()).isTrue();
        }

        @Test
        void is_known_by_its_name_where_no_form_is_given() {
            var xml = file(entity("")
                    .replace(" КодОПФ=\"12300\"", "")
                    .replace("ОБЩЕСТВО АЛЬФА", "Публичное акционерное общество А"));

            assertThat(read(xml).taken.get(0).jointStock()).isTrue();
        }
    }

    @Test
    void owners_withheld_are_relations_without_a_name_and_the_extract_is_not_complete() {
        var extracts = read(file(entity(founders("<УчрФЛ><ОгрДосСв ОгрДосСв=\"1\"/></УчрФЛ>", half("")))));

        assertThat(extracts.relations())
                .containsExactly(
                        "SHAREHOLDING PERSON ? - - - withheld", "SHAREHOLDING PERSON " + BORIS + " 1/2 1/2 2020-01-02");
        assertThat(extracts.taken.get(0).ownersWithheld()).isTrue();
        assertThat(extracts.taken.get(0).isComplete()).isFalse();
    }
}
