package ru.mos.clusters.support.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.support.rule.ViolationKind;

class RecipientsFileTest {

    private static final String GIVEN = """
            <СвПредПод НомерПод="77-000001" ИННЮЛ="7700000030" НаимОрг="ФОНД «ОПОРА»" ДатаСвед="15.02.2024" ВидПП="1" \
            КатСуб="1" ДатаПрин="10.01.2024" СрокПод="31.12.2024" ИнфНаруш="2"><ФормПод КодФорм="0100" \
            НаимФорм="Финансовая поддержка"/><ВидПод КодВид="0103" НаимВид="Предоставление субсидий и грантов"/>\
            <РазмПод РазмПод="1250000.00" ЕдПод="1"/></СвПредПод>""";
    private static final String COMPANY = "<СвЮЛ ИННЮЛ=\"7700000016\" ОГРН=\"1027700000019\" НаимОрг=\"ООО «АЛЬФА»\"/>";
    private static final String PERSON =
            "<СвФЛ ИННФЛ=\"770000000156\"><ФИО Фамилия=\"Выдуманов\" Имя=\"Пример\"/></СвФЛ>";

    private final List<RecipientDocument> documents = new ArrayList<>();
    private final List<FileRemark> remarks = new ArrayList<>();

    private static String file(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ИдФайл=\"VO_SVMSP_1\" ВерсФорм=\"4.04\""
                + " ТипИнф=\"РЕЕСТРМСП-ПП\" КолДок=\"1\">" + inside + "</Файл>";
    }

    private static String document(String inside) {
        return "<Документ ИдДок=\"d-1\" ДатаСост=\"15.02.2024\">" + inside + "</Документ>";
    }

    private RecipientsFile read(String text) {
        var file = new RecipientsFile("a.xml", new RecipientTaker() {
            @Override
            public void take(RecipientDocument document) {
                documents.add(document);
            }

            @Override
            public void tell(FileRemark remark) {
                remarks.add(remark);
            }
        });
        file.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
        return file;
    }

    private RecipientDocument.Given given(String from, String to) {
        read(file(document(COMPANY + GIVEN.replace(from, to))));
        return documents.get(0).supports().get(0);
    }

    private List<String> codes() {
        return remarks.stream().map(remark -> remark.code().slug()).toList();
    }

    @Test
    void a_legal_entity_is_read_with_what_it_was_given() {
        var version = read(file(document(COMPANY + GIVEN))).version();

        assertThat(version).isEqualTo("4.04");
        assertThat(remarks).isEmpty();
        assertThat(documents).hasSize(1);
        var document = documents.get(0);
        assertThat(document.inn()).isEqualTo("7700000016");
        assertThat(document.name()).isEqualTo("ООО «АЛЬФА»");
        assertThat(document.stateOn()).isEqualTo(LocalDate.of(2024, 2, 15));
        assertThat(document.supports())
                .containsExactly(new RecipientDocument.Given(
                        "77-000001",
                        "1",
                        "7700000030",
                        "ФОНД «ОПОРА»",
                        "0100",
                        "Финансовая поддержка",
                        "0103",
                        "Предоставление субсидий и грантов",
                        LocalDate.of(2024, 1, 10),
                        LocalDate.of(2024, 12, 31),
                        null,
                        new BigDecimal("1250000.00"),
                        "1",
                        List.of()));
    }

    @Test
    void of_a_private_person_neither_name_nor_size_is_kept() {
        read(file(document(PERSON + GIVEN.replace("ВидПП=\"1\"", "ВидПП=\"3\""))));

        assertThat(documents.get(0).inn()).isEqualTo("770000000156");
        assertThat(documents.get(0).name()).isNull();
        assertThat(documents.get(0).supports().get(0).size()).isNull();
        assertThat(documents.toString()).doesNotContain("Выдуманов", "1250000");
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "ДатаПрин=\"10.01.2024\", ДатаПрин=\"скоро\", support-date-unreadable",
        "ДатаПрин=\"10.01.2024\", ДатаПрин=\"31.02.2024\", support-date-unreadable",
        "СрокПод=\"31.12.2024\", СрокПод=\"\", support-attribute-missing",
        "КодФорм=\"0100\", КодФорм=\"1\", support-code-unknown",
        "КодВид=\"0103\", КодВид=\"ГРАНТ\", support-code-unknown",
        "ЕдПод=\"1\", ЕдПод=\"9\", support-code-unknown",
        "ВидПП=\"1\", ВидПП=\"7\", support-code-unknown",
        "РазмПод=\"1250000.00\", РазмПод=\"много\", support-size-unreadable",
        "ИННЮЛ=\"7700000030\", ИННЮЛ=\"7700000031\", support-subject-number-wrong"
    })
    void what_is_strange_in_a_support_is_remarked_and_the_support_taken(String from, String to, String code) {
        given(from, to);

        assertThat(documents).hasSize(1);
        assertThat(codes()).contains(code);
        assertThat(remarks).noneMatch(FileRemark::rejected);
    }

    @Test
    void a_day_that_cannot_be_read_is_left_open() {
        assertThat(given("ДатаПрин=\"10.01.2024\"", "ДатаПрин=\"скоро\"").decidedOn())
                .isNull();
    }

    @Test
    void violations_stand_in_three_ways() {
        assertThat(given("ИнфНаруш=\"2\"", "ИнфНаруш=\"1\"").violations())
                .containsExactly(new RecipientDocument.Violation(ViolationKind.UNTOLD, null, null, null));
        documents.clear();
        assertThat(given("</СвПредПод>", """
                                <Нарушения ВидНаруш="2" ДатаНаруш="01.03.2024" СрокУстр="01.04.2024" \
                                ДатаУстр="20.03.2024"/></СвПредПод>""").violations())
                .containsExactly(new RecipientDocument.Violation(
                        ViolationKind.OTHER,
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2024, 4, 1),
                        LocalDate.of(2024, 3, 20)));
        documents.clear();
        assertThat(given("</СвПредПод>", "<ИнфНаруш ИнфНецел=\"1\" ИнфНаруш=\"2\"/></СвПредПод>")
                        .violations())
                .containsExactly(new RecipientDocument.Violation(ViolationKind.MISUSE_OR_FALSE_DATA, null, null, null));
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', support-subject-missing, ",
        "<СвЮЛ ИННЮЛ=\"7700000016\"/><СвФЛ ИННФЛ=\"770000000156\"/>, support-subject-ambiguous, ",
        "<СвЮЛ ИННЮЛ=\"7701234567\"/>, support-subject-number-wrong, "
    })
    void a_document_whose_recipient_is_not_clear_is_rejected_alone(String subject, String code, String inn) {
        read(file(document(subject + GIVEN) + document(COMPANY + GIVEN)));

        assertThat(documents).hasSize(1);
        assertThat(remarks.get(0).rejected()).isTrue();
        assertThat(remarks.get(0).code().slug()).isEqualTo(code);
        assertThat(remarks.get(0).inn()).isEqualTo(inn);
    }

    @Test
    void a_recipient_without_any_support_is_not_absent_only_unread() {
        read(file(document(COMPANY)));

        assertThat(documents).isEmpty();
        assertThat(remarks.get(0).rejected()).isTrue();
        assertThat(remarks.get(0).inn()).isEqualTo("7700000016");
    }

    @Test
    void a_header_that_counts_wrong_another_version_and_strange_elements_are_remarked() {
        read(file(document(COMPANY + GIVEN) + document(PERSON + GIVEN) + "<Новое/>")
                .replace("4.04", "4.05")
                .replace("<СвПредПод ", "<Иное><Глубже/></Иное><СвПредПод "));

        assertThat(documents).hasSize(2);
        assertThat(codes())
                .containsExactly("format-version-unproven", "element-unknown", "element-unknown", "count-differs");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "<Файл, <!DOCTYPE Файл [<!ENTITY x \"y\">]><Файл, xml-dtd",
        "Файл, Реестр, support-root-unknown",
        "РЕЕСТРМСП-ПП, РЕЕСТРМСП, support-file-kind-unknown",
        "</Документ></Файл>, </Документ>, xml-malformed",
        "encoding=\"UTF-8\", encoding=\"KOI8-R\", xml-encoding-unsupported"
    })
    void what_is_no_such_file_is_refused_as_a_whole(String from, String to, String code) {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> read(file(document(COMPANY + GIVEN)).replace(from, to)));

        assertThat(refusal.code().slug()).isEqualTo(code);
    }
}
