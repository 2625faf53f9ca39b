package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file for the tax service from its making to the answer, in the browser. */
class RecipientScreensIT extends FromOutside {

    private static final String COMPANY = "7728168971";
    private static final String OTHER = "7736050003";

    @BeforeEach
    void support_was_given() throws Exception {
        given("department", "chief", "auditor");
        gone();
        CallsRestIT.run("""
                insert into registry.manual_fact (id, inn, fact, value, valid_from, name, document_title, document_number, document_on,
                                                  entered_by, entered_in, decided_by, recorded_by)
                select gen_random_uuid(), '770899990029', 'SELF_EMPLOYED', 'true', date '2026-01-01', 'Выдуманова Анна Примеровна', 'Справка', '1', date '2026-01-01',
                       'department', max(id), 'department2', max(id)
                  from platform.change where at is not null""");
        entered("770899990029", "FINANCIAL", "GRANT", "ROUBLE", "150000.00", "Мастерская");
        entered(COMPANY, "FINANCIAL", "GRANT", "ROUBLE", "1250000.00", "Оснащение лаборатории");
        entered(OTHER, "CONSULTING", "CONSULTATION", "HOUR", "12.00", "Выход на экспорт");
    }

    private static void entered(String inn, String form, String kind, String unit, String size, String purpose)
            throws Exception {
        var answer = Door.api("department", "POST", "support/records", """
                {"inn": "%s", "name": "%s", "providerInn": "7700000016", "providerName": "Департамент", "form": "%s", "kind": "%s",
                 "purpose": "%s", "decidedOn": "2026-10-05", "endsOn": "2026-12-31", "size": "%s", "unit": "%s",
                 "document": {"title": "Решение", "number": "1", "date": "2026-10-05"}}""".formatted(
                        inn,
                        inn.length() == 12 ? "Выдуманова Анна Примеровна" : "ООО «Вымысел " + inn.substring(6) + "»",
                        form,
                        kind,
                        purpose,
                        size,
                        unit));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run("""
                truncate recipient.batch cascade;
                truncate support.record, support.violation cascade;
                delete from registry.manual_fact where inn = '770899990029';
                delete from support.register_kind where recorded_by is not null and form_code = '0700';
                delete from platform.task where subject_kind in ('RECIPIENT_BATCH', 'RECIPIENT_MONTH')""");
    }

    @Test
    void a_file_is_prepared_released_downloaded_and_answered() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768)) {
            department.logIn("department").go("recipient/list.xhtml");
            assertThat(department.page().locator("#waiting")).containsText("октябрь 2026");
            seen(department, "recipient-waiting");
            department.press("Подготовить файл");
            assertThat(department.page().locator("#standing")).containsText("Ждёт руководителя");
            assertThat(department.page().locator("#items tbody tr")).hasCount(1);
            assertThat(department.page().locator("#beside tbody tr")).hasCount(2);
            seen(department, "recipient-prepared");
            var address = department.page().url().replaceFirst(".*/recipient/", "recipient/");
            department.go(address + "&tab=held");
            assertThat(department.page().locator("#held")).containsText("Загрузите выпуск реестра МСП");
            seen(department, "recipient-held");

            chief.logIn("chief").go(address);
            chief.press("Отправить");
            assertThat(chief.page().locator("#standing")).containsText("Отправлен, ждём ответа");
            seen(chief, "recipient-released");

            department.go(address);
            var download = department.page().waitForDownload(() -> department.follow("Скачать файл"));
            var file = Files.readString(download.path());
            assertThat(file).contains("ТипИнф=\"РЕЕСТРМСП-ПП\"", "ВидПП=\"3\"", "Фамилия=\"Выдуманова\"");
            var document = Pattern.compile("ИдДок=\"([^\"]+)\"").matcher(file);
            assertThat(document.find()).isTrue();
            answer(
                    department,
                    "<Файл><Документ ИдДок=\"00000000-0000-4000-8000-000000000001\" КодРезОбр=\"02\"/></Файл>");
            assertThat(department.page().locator("main")).containsText("мы не направляли");
            seen(department, "recipient-answer-refused");
            answer(
                    department,
                    "<Файл><Документ ИдДок=\"%s\" КодРезОбр=\"01\" ИдПоддерж=\"77-000001\" НаимПолуч=\"—\"/></Файл>"
                            .formatted(document.group(1)));
            assertThat(department.page().locator("#standing")).containsText("Ответ получен");
            assertThat(department.page().locator("#items")).containsText("77-000001");
            seen(department, "recipient-answered");
            department.go("recipient/list.xhtml");
            seen(department, "recipient-list");

            department.go("recipient/directory.xhtml");
            directory(
                    department,
                    "Код формы;Наименование формы;Код вида;Наименование вида;Действует с;Действует по\n70;Иная;0701;Иное;01.01.2021;\n");
            assertThat(department.page().locator("#rejected")).containsText("A2");
            seen(department, "recipient-directory-refused");
            directory(
                    department,
                    "Код формы;Наименование формы;Код вида;Наименование вида;Действует с;Действует по\n0700;Иная;0701;Иное;01.01.2021;\n");
            assertThat(department.page().locator("main")).containsText("Справочник загружен: 1 строка");
            seen(department, "recipient-directory");
            department.go("support/check.xhtml?inn=" + COMPANY + "&kind=FINANCIAL%2FGRANT&asOf=2026-11-01");
            assertThat(department.page().locator("table.beside")).containsText("Оснащение лаборатории");
            seen(department, "support-compared");
            var english = chromium.open("en-GB", 1366, 768);
            english.logIn("auditor").go(address);
            assertThat(english.page().locator("#standing")).containsText("Answered");
            seen(english, "recipient-answered-en");
            for (var screen : new Screen[] {department, chief, english}) {
                assertThat(screen.complaints()).isEmpty();
            }
            english.close();
        }
    }

    private static void answer(Screen screen, String xml) {
        screen.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("answer.xml", "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
        screen.press("Загрузить ответ");
    }

    private static void directory(Screen screen, String csv) {
        screen.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("codes.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        screen.press("Загрузить");
    }
}
