package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.step;
import static ru.mos.clusters.outside.Programs.write;

/** A call from the programme it belongs to until applicants see it. */
final class CallSteps {

    /** Open to organisations of one cluster and of several; two experts assess, and eligible clusters go first. */
    static final String TERMS = CallsRestIT.TERMS
            .replace("\"GATE\"", "\"PRIORITY\"")
            .replace("[\"CLUSTER_ORGANISATION\"]", "[\"CLUSTER_ORGANISATION\", \"LEADING_ORGANISATION\"]")
            .replace("\"experts\": 3", "\"experts\": 2");

    static final String KBK = "80704121234567890811";

    private CallSteps() {}

    static void entersTheProgramme(Screen department) {
        department.go("programme/list.xhtml");
        department.follow("Новая программа");
        department.fill("Код", "ONE_CALL");
        department.fill("Название по-русски", "Развитие кластеров");
        department.fill("Название по-английски", "Growth of clusters");
        department.fill("Первый год", "2026");
        department.fill("Последний год", "2027");
        department.fill("Первый день решений о поддержке", "01.02.2026");
        department
                .page()
                .locator("input[type=checkbox][value='PPM_1863_2019|2024-02-07']")
                .check();
        seen(department, "call-programme-new");
        department.press("Сохранить");
        assertThat(department.text("Программа сохранена")).isVisible();
        department.follow("Добавить мероприятие");
        department.fill("Код", "1.1");
        department.fill("Название по-русски", "Совместные проекты");
        department.fill("Название по-английски", "Joint projects");
        department.fill("2026 год", "30 000 OOO");
        department.press("Сохранить");
        assertThat(department.page().locator(".errors")).isVisible();
        assertThat(department.page().getByLabel("2026 год")).hasValue("30 000 OOO");
        department.fill("2026 год", "30 000 000");
        department.fill("2027 год", "5000000,00");
        seen(department, "call-measure");
        department.press("Сохранить");
        assertThat(department.text("Мероприятие сохранено")).isVisible();
        assertThat(department.page().locator("main")).containsText("2027");
        seen(department, "call-programme");
    }

    /** @return its id */
    static String begins(Screen department) {
        department.go("call/list.xhtml");
        department.follow("Новый отбор");
        department.page().getByLabel("Мероприятие").first().selectOption("ONE_CALL|1.1");
        department.fill("Название по-русски", "Совместные проекты");
        seen(department, "call-new");
        department.press("Составить проект");
        assertThat(department.text("Проверка нашла")).isVisible();
        seen(department, "call-begun");
        return ProjectSteps.id(department);
    }

    static void fills(Screen department, String call) throws Exception {
        var lacking = TERMS.replaceAll("\"money\": \\[[^]]*]", "\"money\": []")
                .replace("\"assessmentDays\": 20", "\"assessmentDays\": null");
        write("department", "calls/" + call, "", lacking);
        department.go("call/card.xhtml?id=" + call);
        department.follow("Добавить средства");
        department.fill("Год", "2026");
        department.fill("КБК", KBK);
        department.fill("Сумма", "10 000 000,00");
        seen(department, "call-money");
        department.press("Сохранить");
        assertThat(department.page().locator("main")).containsText(KBK);
        department.follow("Изменить сроки");
        department.fill("Рабочих дней на оценку", "20");
        seen(department, "call-dates");
        department.press("Сохранить");
        assertThat(department.text("Проверка ничего не нашла")).isVisible();
        seen(department, "call-ready");
    }

    static void isPublishedByASecondPerson(Screen department, Screen chief, String call) {
        department.press("Проверить и передать второму лицу");
        assertThat(department.text("Отбор ждёт второго лица")).isVisible();
        chief.go("call/card.xhtml?id=" + call);
        seen(chief, "call-checked");
        chief.press("Опубликовать");
        assertThat(chief.text("Опубликованные редакции")).isVisible();
        seen(chief, "call-published");
    }

    static void isReadByApplicants(Screen applicant) {
        applicant.go("call/list.xhtml");
        applicant.follow("Совместные проекты");
        assertThat(applicant.text("Жизнь отбора")).isVisible();
        applicant.follow("Посмотреть как заявитель");
        assertThat(applicant.text("807 04 12 1234567890 811")).isVisible();
        seen(applicant, "call-applicant");
    }

    /** The same by programs. @return its id */
    static String published(String programme) throws Exception {
        made("department", "programmes", CallsRestIT.PROGRAMME.replace("REST_IT", programme));
        var call = made("department", "calls", """
                        {"programme": "%s", "measure": "1.1", "terms": %s}""".formatted(programme, TERMS))
                .get("id")
                .asText();
        step("department", "calls/" + call + "/check", "{}");
        step("chief", "calls/" + call + "/publish", "{}");
        return call;
    }
}
