package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.step;
import static ru.mos.clusters.outside.Programs.write;

import java.util.List;

/** What experts and the council say of applications, until these stand in the ranking. */
final class ExpertiseSteps {

    private ExpertiseSteps() {}

    static void findsAConflict(Screen gckr, String application) {
        gckr.go("expertise/application.xhtml?id=" + application);
        assign(gckr, "expert3");
        assertThat(gckr.page().locator(".errors")).containsText("конфликт интересов");
        gckr.go("expertise/application.xhtml?id=" + application);
        assertThat(gckr.page().locator("#conflicts")).containsText("владеет долей участника: 7700000023");
        assertThat(gckr.page().locator("#conflicts")).containsText("1 %");
        for (var login : List.of("expert", "expert2")) {
            assign(gckr, login);
            assertThat(gckr.text("Эксперт назначен, конфликта интересов не найдено"))
                    .isVisible();
        }
        seen(gckr, "expertise-application");
    }

    private static void assign(Screen gckr, String login) {
        gckr.page().getByLabel("Эксперт").selectOption(login);
        gckr.press("Назначить");
    }

    static void scores(Screen expert, String points) {
        expert.go("expertise/list.xhtml");
        expert.page().locator("main tbody a").first().click();
        assertThat(expert.page().locator("#told-goals")).hasCount(0);
        seen(expert, "assignment-invited");
        expert.press("Согласиться");
        assertThat(expert.text("Согласие внесено")).isVisible();
        assertThat(expert.page().locator("#told-goals")).containsText("Срок испытаний вдвое короче");
        expert.fill("Баллы, от 0 до 10", "11");
        expert.fill("Обоснование", "Стенд новый");
        expert.press("Сохранить оценки");
        assertThat(expert.page().locator(".errors")).isVisible();
        expert.fill("Баллы, от 0 до 10", points);
        expert.press("Сохранить оценки");
        assertThat(expert.text("Оценки сохранены")).isVisible();
        seen(expert, "assignment-scored");
    }

    /** Sees what others said only after the own scores. */
    static void scoresInEnglish(Screen expert, String points) {
        expert.go("expertise/list.xhtml");
        expert.page().locator("main tbody a").first().click();
        expert.page().locator("form[id$=accepting] input[type=submit]").click();
        assertThat(expert.page().locator("#others")).hasCount(0);
        expert.page().locator("form[id$=scores] input[type=text]").first().fill(points);
        expert.page().locator("form[id$=scores] textarea").first().fill("A bench of this kind is new");
        expert.page().locator("form[id$=scores] input[type=submit]").click();
        assertThat(expert.page().locator("#others")).containsText("Стенд новый");
        seen(expert, "assignment-scored-en");
    }

    /** What the council says of it, in a document. */
    static void opines(Screen gckr, String application) {
        gckr.go("expertise/application.xhtml?id=" + application);
        gckr.page().getByLabel("Синергия есть").check();
        gckr.fill("О синергии", "Двое делают общий стенд");
        gckr.page().getByLabel("Новизна есть").check();
        gckr.fill("О новизне", "Опытный образец есть");
        gckr.fill("О смете", "Цена станка выше рынка");
        var form = gckr.page().locator("form[id$=opining]");
        form.getByLabel("Документ").fill("Заключение");
        form.getByLabel("Номер").fill("7");
        form.getByLabel("Дата").fill("20.05.2026");
        seen(gckr, "expertise-opinion");
        gckr.press("Внести мнение");
        assertThat(gckr.text("Мнение совета внесено")).isVisible();
        assertThat(gckr.page().locator("#opinion")).containsText("Цена станка выше рынка");
    }

    /** The same by programs: admitted by who does not note votes on it later, assigned, scored by two experts. */
    static void isScored(String application, int points) throws Exception {
        step("gckr2", "applications/" + application + "/admit", "{\"conclusion\": \"Проверено по документам\"}");
        for (var expert : List.of("expert", "expert2")) {
            var path = "assignments/"
                    + made("gckr", "assignments", """
                            {"application": "%s", "expert": "%s"}""".formatted(application, expert))
                            .get("id")
                            .asText();
            step(expert, path + "/accept", "{}");
            write(expert, path, "/scores", """
                    {"scores": [{"criterion": "NOVELTY", "points": %d, "reason": "Порошки известны"}]}""".formatted(points));
        }
    }

    static void isRanked(Screen gckr, String call) {
        gckr.go("ranking/card.xhtml?call=" + call);
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("7,5");
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("в пределах средств");
        assertThat(gckr.page().locator("main tbody tr").nth(1)).containsText("Порошковая линия");
        seen(gckr, "ranking");
        gckr.go("expertise/board.xhtml?call=" + call);
        assertThat(gckr.page().locator("main tbody tr").first()).containsText("2/2");
        seen(gckr, "expertise-board");
    }

    static void isOpen(Screen gckr, String call, String application) {
        gckr.go("expertise/application.xhtml?id=" + application);
        assertThat(gckr.page().locator("#given")).containsText("Новизна: 8. Стенд новый");
        seen(gckr, "expertise-scored");
        gckr.go("application/card.xhtml?id=" + application);
        seen(gckr, "application-assessed");
        gckr.go("call/openness.xhtml?id=" + call);
        assertThat(gckr.page().locator("#states")).containsText("Оценена");
        assertThat(gckr.page().locator("#order")).containsText("Проверено");
        seen(gckr, "call-openness");
    }
}
