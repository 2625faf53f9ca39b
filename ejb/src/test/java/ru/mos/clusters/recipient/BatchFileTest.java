package ru.mos.clusters.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

class BatchFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final UUID DOCUMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5"})
    void a_company_is_written_by_the_schema_in_every_unit(String unit) throws Exception {
        var file = written(sent(new Inn("7707083893"), RecipientSubject.COMPANY, "ООО «Ёлка & Ко»", unit, null));

        BatchFile.requireSound(file);
        assertThat(Files.readString(file))
                .contains("КолДок=\"1\"")
                .contains("НаимОрг=\"ООО «Ёлка &amp; Ко»\"")
                .contains("РазмПод=\"12.50\" ЕдПод=\"" + unit + "\"")
                .contains("ИнфНаруш=\"2\"")
                .contains("ДатаПрин=\"01.06.2026\"");
    }

    @Test
    void a_person_is_written_with_the_parts_of_the_name_and_the_self_employed_without_number() throws Exception {
        var entrepreneur = written(sent(
                new Inn("770000000156"), RecipientSubject.ENTREPRENEUR, "ИП Ёлкина Анна-Мария Оглы Кызы", "1", null));
        BatchFile.requireSound(entrepreneur);
        assertThat(Files.readString(entrepreneur))
                .contains("Фамилия=\"Ёлкина\" Имя=\"Анна-Мария\" Отчество=\"Оглы Кызы\"")
                .contains("ОГРНИП=\"304770000000018\"")
                .contains("ВидПП=\"2\"");

        var selfEmployed =
                written(sent(new Inn("770000000156"), RecipientSubject.SELF_EMPLOYED, "Ёлкина Анна", "3", null));
        BatchFile.requireSound(selfEmployed);
        assertThat(Files.readString(selfEmployed)).doesNotContain("ОГРНИП").contains("ВидПП=\"3\"");
    }

    @Test
    void violations_are_told_with_kind_day_and_term() throws Exception {
        var file = written(sent(new Inn("7707083893"), RecipientSubject.COMPANY, "ООО", "1", """
                [{"kind": "FALSE_DATA", "on": "2026-07-01", "due": null, "corrected": null},
                 {"kind": "OTHER", "on": "2026-07-02", "due": "2026-08-01", "corrected": "2026-07-20"}]"""));

        BatchFile.requireSound(file);
        assertThat(Files.readString(file))
                .contains("ИнфНаруш=\"1\"")
                .contains("ВидНаруш=\"1\" ДатаНаруш=\"01.07.2026\"")
                .contains("ВидНаруш=\"2\" ДатаНаруш=\"02.07.2026\" СрокУстр=\"01.08.2026\" ДатаУстр=\"20.07.2026\"");
    }

    @Test
    void what_breaks_the_schema_is_named_with_its_place() throws Exception {
        var file = written(sent(new Inn("7707083893"), RecipientSubject.COMPANY, "ООО", "6", null));

        assertThatThrownBy(() -> BatchFile.requireSound(file)).isInstanceOfSatisfying(Problem.class, fault -> {
            assertThat(fault.code()).isEqualTo(RecipientProblem.BATCH_FILE_UNSOUND);
            assertThat(String.valueOf(fault.arguments().get(2))).contains("ЕдПод");
        });
    }

    private Path written(SentSupport sent) throws IOException, XMLStreamException {
        var file = Files.createTempFile(folder, "file", ".xml");
        try (var out = Files.newOutputStream(file);
                var batch = new BatchFile(out, "VO_SVMSP_1", "4.04", DAY, 1)) {
            batch.write(sent);
        }
        return file;
    }

    private static SentSupport sent(
            Inn inn, RecipientSubject subject, String name, String unit, @Nullable String violations) {
        return new SentSupport(
                DOCUMENT,
                inn,
                subject == RecipientSubject.COMPANY ? "1027700132195" : "304770000000018",
                subject,
                RecipientCategory.SMALL,
                name,
                null,
                new Inn("7700000016"),
                "Департамент",
                DAY,
                DAY.plusYears(1),
                null,
                "0100",
                "Финансовая поддержка",
                "0103",
                "Предоставление субсидий и грантов",
                new BigDecimal("12.50"),
                unit,
                violations);
    }
}
