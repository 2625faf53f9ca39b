package ru.mos.clusters.bank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.bank.Payee;

class PaymentFileTest {

    private static final LocalDateTime SENT = LocalDateTime.of(2026, 3, 10, 9, 5);
    private static final Payee OURS = new Payee(
            "7700000016",
            "770001001",
            "Департамент науки",
            StatementText.OURS,
            "044525000",
            "ГУ Банка России по ЦФО",
            null);
    private static final Payee THEIRS = new Payee(
            "7700000023",
            "770002001",
            "АНО «Центр кластера»",
            StatementText.THEIRS,
            "044525225",
            "ПАО Банк",
            "30101810400000000225");

    private static PaymentOrder order(String purpose) {
        return new PaymentOrder(
                UUID.fromString("0c9d8f5e-6a67-4c5b-9f2e-9a1f52f3a001"),
                17,
                LocalDate.of(2026, 3, 10),
                new BigDecimal("1250000.00"),
                OURS,
                THEIRS,
                purpose,
                "74504120000000000811",
                "45000000");
    }

    private static void requireValid(byte[] xml, String schema) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(PaymentFileTest.class.getResource(schema))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Test
    void the_1c_file_is_cp1251_with_carriage_returns_and_says_all_of_the_order() {
        var bytes = PaymentFormat.CLIENT_BANK_1C.write(order("Субсидия\nпо соглашению № 5"), SENT);

        var text = new String(bytes, StatementText.CP1251);
        assertThat(text.split("\r\n"))
                .startsWith("1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows")
                .contains(
                        "ДатаСоздания=10.03.2026",
                        "ВремяСоздания=09:05:00",
                        "Номер=17",
                        "Сумма=1250000.00",
                        "ПлательщикСчет=" + StatementText.OURS,
                        "ПолучательИНН=7700000023",
                        "Получатель1=АНО «Центр кластера»",
                        "ПолучательКорсчет=30101810400000000225",
                        "ПоказательКБК=74504120000000000811",
                        "ОКАТО=45000000",
                        "НазначениеПлатежа=Субсидия по соглашению № 5")
                .endsWith("КонецДокумента", "КонецФайла");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void a_character_that_bank_files_do_not_have_is_named() {
        assertThatThrownBy(() -> PaymentFormat.CLIENT_BANK_1C.write(order("Оплата 5 ₽"), SENT))
                .hasMessage("bank-text-impossible [₽]");
    }

    @Test
    void pain_001_is_valid_by_its_schema_and_says_the_same() throws Exception {
        var bytes = PaymentFormat.PAIN_001.write(order("Субсидия & прочее <1>"), SENT);

        requireValid(bytes, "pain.001.001.03.xsd");
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains(
                        "<InstdAmt Ccy=\"RUB\">1250000.00</InstdAmt>",
                        "<MmbId>044525225</MmbId>",
                        "74504120000000000811");
    }

    @Test
    void the_longest_names_and_purposes_stay_valid() throws Exception {
        var longest = new Payee(
                "7700000023", null, "Я".repeat(300), StatementText.THEIRS, "044525225", "Б".repeat(200), null);
        var order = order("н".repeat(210));

        requireValid(
                PaymentFormat.PAIN_001.write(
                        new PaymentOrder(
                                order.id(),
                                999_999,
                                order.day(),
                                new BigDecimal("9999999999999.99"),
                                OURS,
                                longest,
                                order.purpose(),
                                order.kbk(),
                                null),
                        SENT),
                "pain.001.001.03.xsd");
    }

    @Test
    void the_sample_of_camt_053_is_valid_by_its_schema() throws Exception {
        requireValid(Camt053ReaderTest.SAMPLE.getBytes(StandardCharsets.UTF_8), "camt.053.001.02.xsd");
    }
}
