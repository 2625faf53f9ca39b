package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.write;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An application from its first line to the end of the formal check. */
final class ApplicationSteps {

    private static final byte[] PDF = "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII);

    private ApplicationSteps() {}

    /** @return its id */
    static String begins(Screen applicant, String call, String project) {
        applicant.go("application/new.xhtml");
        applicant.page().getByLabel("Отбор").selectOption(call);
        applicant.page().getByLabel("Проект").selectOption(project);
        seen(applicant, "application-new");
        applicant.press("Начать заявку");
        assertThat(applicant.text("Начата заявка")).isVisible();
        return ProjectSteps.id(applicant);
    }

    static void writes(Screen applicant, String application) {
        applicant.go("application/edit.xhtml?id=" + application + "&section=APPLICANT");
        applicant.fill("Контактное лицо", "Осинина Дарья");
        assertThat(applicant.text("Сохранено в")).isVisible();
        applicant.go("application/edit.xhtml?id=" + application + "&section=APPLICANT");
        assertThat(applicant.page().getByLabel("Контактное лицо")).hasValue("Осинина Дарья");
        applicant.fill("Телефон", "+7 495 000-00-01");
        applicant.fill("Электронная почта", "stand@example.org");
        applicant.fill("Почтовый адрес", "Москва");
        seen(applicant, "application-applicant");
        applicant.press("Сохранить и дальше");
        applicant.fill("Для чего нужна поддержка", "Создать стенд");
        applicant.page().getByLabel("Финансовая").check();
        seen(applicant, "application-project");
        applicant.press("Сохранить и дальше");
    }

    static void attachesALetter(Screen applicant) {
        attach(applicant, "letter.exe", new byte[] {'M', 'Z', 0, 1});
        assertThat(applicant.page().locator(".errors")).isVisible();
        attach(applicant, "letter.pdf", PDF);
        assertThat(applicant.page().locator("#kept")).containsText("letter.pdf");
        applicant.press("Убрать");
        assertThat(applicant.page().locator("#kept")).containsText("Файлов нет");
        attach(applicant, "letter.pdf", PDF);
        seen(applicant, "application-documents");
    }

    private static void attach(Screen applicant, String name, byte[] bytes) {
        applicant.page().locator("select").first().selectOption(new SelectOption().setIndex(1));
        applicant
                .page()
                .locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        applicant.press("Приложить файл");
    }

    static void signs(Screen applicant, String application) {
        applicant.go("application/card.xhtml?id=" + application);
        assertThat(applicant.page().locator("#sections")).containsText("Замечаний");
        seen(applicant, "application-lacking");
        assertThat(applicant.page().locator("form[id$=signing]")).hasCount(0);
        applicant.go("application/edit.xhtml?id=" + application + "&section=DECLARATIONS");
        for (var box :
                applicant.page().locator(".checksField input[type=checkbox]").all()) {
            box.check();
        }
        seen(applicant, "application-declarations");
        applicant.press("Сохранить и дальше");
        applicant.press("Подписать и передать второму лицу");
        assertThat(applicant.text("Подписано, заявка ждёт второго лица")).isVisible();
        assertThat(applicant.page().locator("form[id$=certifying] input[type=submit]"))
                .hasCount(1);
        applicant.press("Заверить и подать");
        assertThat(applicant.page().locator(".errors")).containsText("другой");
    }

    static void certifies(Screen second, String application) {
        second.go("application/card.xhtml?id=" + application);
        seen(second, "application-certify");
        second.press("Заверить и подать");
        assertThat(second.text("Заявка принята, входящий номер ВХ-")).isVisible();
        seen(second, "application-received");
    }

    static void returns(Screen gckr, String application) {
        gckr.go("application/check.xhtml?id=" + application);
        seen(gckr, "application-check");
        gckr.page().locator("form[id$=returning] textarea").nth(1).fill("Уточните, кто будет работать на стенде");
        gckr.press("Вернуть на исправление");
        assertThat(gckr.text("Заявка возвращена на исправление")).isVisible();
    }

    static void corrects(Screen applicant, Screen second, String application) {
        applicant.go("application/card.xhtml?id=" + application);
        assertThat(applicant.text("Уточните, кто будет работать на стенде")).isVisible();
        seen(applicant, "application-returned");
        applicant.go("application/edit.xhtml?id=" + application + "&section=PROJECT");
        applicant.fill("Для чего нужна поддержка", "Создать стенд, на котором работают оба кластера");
        applicant.press("Сохранить и дальше");
        applicant.go("application/card.xhtml?id=" + application);
        applicant.press("Подписать и передать второму лицу");
        certifies(second, application);
        assertThat(second.page().locator("#rounds ins")).hasText("Создать стенд, на котором работают оба кластера");
        assertThat(second.page().locator("#rounds")).containsText("Для чего нужна поддержка:");
    }

    static void asks(Screen gckr, String application) {
        gckr.go("application/check.xhtml?id=" + application);
        gckr.page().getByLabel("О чём").selectOption("TAX_DEBT");
        gckr.fill("Кого спрашиваем", "УФНС по г. Москве");
        gckr.fill("Вопрос", "Есть ли задолженность по налогам?");
        gckr.press("Направить запрос");
        assertThat(gckr.text("Запрос направлен")).isVisible();
        gckr.go("application/check.xhtml?id=" + application);
        gckr.fill("Заключение проверяющего", "Справки и устав представлены");
        gckr.press("Допустить к оценке");
        assertThat(gckr.page().locator(".errors")).containsText("Ждём ответ");
    }

    static void isAnswered(Screen gckr, String application) {
        gckr.go("application/card.xhtml?id=" + application);
        gckr.page().locator("#requests tbody a").first().click();
        seen(gckr, "request");
        gckr.page().getByLabel("Исход").selectOption("FAVOURABLE");
        gckr.page()
                .getByLabel("Ответ", new Page.GetByLabelOptions().setExact(true))
                .fill("Задолженности нет");
        gckr.page()
                .getByLabel("Документ", new Page.GetByLabelOptions().setExact(true))
                .fill("Справка");
        gckr.fill("Дата документа", "10.03.2026");
        gckr.press("Внести ответ");
        assertThat(gckr.text("Ответ внесён")).isVisible();
    }

    static void admits(Screen gckr, String application) {
        gckr.go("application/check.xhtml?id=" + application);
        gckr.press("Допустить к оценке");
        assertThat(gckr.page().locator(".errors")).containsText("Заключение проверяющего");
        gckr.fill("Заключение проверяющего", "Справки и устав представлены");
        seen(gckr, "application-check-answered");
        gckr.press("Допустить к оценке");
        assertThat(gckr.text("Заявка допущена")).isVisible();
    }

    /** All that a program writes of one before it is signed. @return its path */
    static String written(String login, String call, String project) throws Exception {
        var path = begun(login, call, project);
        write(login, path, "/sections/applicant", """
                {"person": "Осинина Дарья", "phone": "+7 495 000-00-01", "email": "stand@example.org", "address": "Москва"}""");
        write(login, path, "/sections/project", """
                {"purpose": "Создать стенд", "forms": ["FINANCIAL"]}""");
        write(login, path, "/sections/declarations", """
                {"declarations": ["TAX_DEBT_WITHIN_LIMIT", "NO_OVERDUE_BUDGET_DEBT", "NOT_INSOLVENT", "NOT_OFFSHORE", "NOT_LISTED",
                                  "NOT_FOREIGN_AGENT", "NO_OTHER_SUPPORT", "HEAD_NOT_DISQUALIFIED", "DATA_TRUE",
                                  "CONSENT_TO_PUBLICATION"]}""");
        var attached = Door.send("POST", documents(path), file(login), PDF);
        assertThat(attached.status()).as(attached.toString()).isBetween(200, 201);
        return path;
    }

    /** @return its path */
    static String begun(String login, String call, String project) throws Exception {
        return "applications/"
                + made(login, "applications", """
                        {"call": "%s", "project": "%s"}""".formatted(call, project))
                        .get("id")
                        .asText();
    }

    /** Where a letter goes. */
    static String documents(String path) {
        return "/api/v1/" + path + "/documents?requirement=" + URLEncoder.encode("Заявление", StandardCharsets.UTF_8)
                + "&fileName=letter.pdf";
    }

    /** With what head somebody sends it. */
    static String[] file(String login) {
        return new String[] {"Authorization", Door.basic(login, "demo"), "Content-Type", "application/octet-stream"};
    }
}
