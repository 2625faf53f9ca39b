package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call in the browser: begun under a measure, mended by the gate's list, published by a second person, amended. */
class CallScreensIT extends FromOutside {

    private Chromium chromium;

    @BeforeEach
    void a_programme() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department", "chief", "applicant");
        gone();
        Door.api("department", "POST", "programmes", CallsRestIT.PROGRAMME.replace("REST_IT", "SCREENS_IT"));
    }

    @AfterEach
    void gone() throws Exception {
        new CallsRestIT().gone();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void a_call_is_begun_told_its_faults_and_published_by_a_second_person() throws Exception {
        var call = CallsRestIT.created("SCREENS_IT");
        var id = call.get("id").asText();
        try (var department = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1920, 1080);
                var applicant = chromium.open("ru-RU", 390, 844)) {
            department.logIn("department").go("call/list.xhtml");
            assertThat(department.barriers()).isEmpty();
            department.follow("Новый отбор");
            department.page().getByLabel("Мероприятие").first().selectOption(new SelectOption().setIndex(1));
            department.fill("Название по-русски", "Пробный отбор");
            assertThat(department.barriers()).isEmpty();
            department.press("Составить проект");
            assertThat(department.text("Проверка нашла")).isVisible();
            assertThat(department.barriers()).isEmpty();
            assertThat(department.overflow()).isZero();
            department.follow("Добавить средства");
            department.fill("Год", "2026");
            department.fill("КБК", "80704121234567890811");
            department.fill("Сумма", "1 000,50");
            assertThat(department.barriers()).isEmpty();
            department.press("Сохранить");
            assertThat(department.page().locator("main")).containsText("80704121234567890811");

            for (var part : "head acts money limits documents criteria selection dates flow".split(" ")) {
                department.go("call/edit.xhtml?id=" + id + "&edit=" + part);
                assertThat(department
                                .page()
                                .locator("form#part, form[id$=part]")
                                .first())
                        .isVisible();
                assertThat(department.barriers()).as(part).isEmpty();
            }
            department.go("call/card.xhtml?id=" + id);
            department.follow("Изменить сроки");
            department.fill("Рабочих дней на оценку", "15");
            department.press("Сохранить");
            assertThat(department.text("Проверка ничего не нашла")).isVisible();
            department.press("Проверить и передать второму лицу");
            assertThat(department.text("Отбор ждёт второго лица")).isVisible();

            chief.logIn("chief").go("call/card.xhtml?id=" + id);
            chief.press("Опубликовать");
            assertThat(chief.text("Опубликованные редакции")).isVisible();
            assertThat(chief.barriers()).isEmpty();
            assertThat(chief.overflow()).isZero();

            applicant.logIn("applicant").go("call/list.xhtml");
            applicant.follow("Совместные проекты");
            assertThat(applicant.text("Жизнь отбора")).isVisible();
            applicant.follow("Посмотреть как заявитель");
            assertThat(applicant.text("807 04 12 1234567890 811")).isVisible();
            assertThat(applicant.barriers()).isEmpty();

            department.go("call/card.xhtml?id=" + id);
            department.press("Готовить поправку");
            department.page().getByLabel("Причина").first().fill("Срок продлён");
            department
                    .page()
                    .locator("dialog[open] button.primary, dialog[open] input[type=submit]")
                    .first()
                    .click();
            assertThat(department.text("Что изменит поправка")).isVisible();
            department.follow("Изменить сроки");
            department.fill("Рабочих дней на оценку", "20");
            department.press("Сохранить");
            assertThat(department.page().locator("#difference")).containsText("20");
            assertThat(department.barriers()).isEmpty();
            for (var screen : java.util.List.of(department, chief, applicant)) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    @Test
    void programmes_and_the_calendar_are_read_by_all_and_entered_by_the_department() throws Exception {
        try (var department = chromium.open("ru-RU", 1366, 768)) {
            department.logIn("department").go("programme/list.xhtml");
            assertThat(department.barriers()).isEmpty();
            department.follow("Программа");
            department.go("programme/card.xhtml?code=SCREENS_IT");
            assertThat(department.text("Проекты")).isVisible();
            assertThat(department.barriers()).isEmpty();
            department.follow("Изменить программу");
            assertThat(department.barriers()).isEmpty();
            department.press("Сохранить");
            department.follow("Изменить мероприятие 1.1");
            assertThat(department.barriers()).isEmpty();
            department.fill("Код", "1/1");
            department.fill("2027 год", "5000000");
            department.press("Сохранить");
            assertThat(department.text("не годится")).isVisible();
            department.fill("Код", "1.1");
            department.press("Сохранить");
            assertThat(department.text("5\u202f000\u202f000,00\u00a0₽")).isVisible();
            department.go("calendar/list.xhtml");
            assertThat(department.text("2011")).isVisible();
            assertThat(department.barriers()).isEmpty();
            department.follow("Внести год");
            department.fill("Год", "2090");
            department.fill("Основание", "Постановление");
            department.page().getByLabel("Нерабочие будни").first().fill("02.01.2090");
            assertThat(department.barriers()).isEmpty();
            department.press("Сохранить");
            assertThat(department.text("2090")).isVisible();
            assertThat(department.complaints()).isEmpty();
        }
    }
}
