package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import com.microsoft.playwright.Page;
import java.util.List;

/** What comes of a protocol: decisions, an appeal against one of them, and the decision after it. */
final class DecisionSteps {

    private DecisionSteps() {}

    /** @param result what is said of it, and {@code left} of the money; in figures as they are typed */
    static void carriesOut(Screen department, String protocol, String result, String left) {
        department.page().navigate(protocol);
        department.press("Исполнить решения");
        assertThat(department.page().locator("#result")).containsText(printed(result));
        assertThat(department.page().locator("#money")).containsText(printed(left));
        seen(department, "council-decisions");
        department.page().navigate(protocol);
    }

    private static String printed(String typed) {
        return typed.replaceAll("(?<=\\d) (?=\\d)", "\u202f").replace(" ₽", "\u00a0₽");
    }

    static void arePublished(Screen department, String call) {
        department.go("call/card.xhtml?id=" + call);
        assertThat(department.page().locator("#results")).containsText("Порошковая линия");
        seen(department, "council-call");
        for (var name : List.of("Рейтинг", "Заседания", "Решения")) {
            assertThat(department
                            .page()
                            .locator(".head .do a", new Page.LocatorOptions().setHasText(name))
                            .first())
                    .isVisible();
        }
        department.go("council/body.xhtml?code=" + BodySteps.COMMISSION);
        seen(department, "council-body");
        department.go("council/list.xhtml");
        seen(department, "council-list");
    }

    /** @return address of the appeal */
    static String appeals(Screen applicant, String application) {
        applicant.go("application/card.xhtml?id=" + application);
        assertThat(applicant.page().locator("#outcome")).containsText("Доля бюджета не снижается");
        applicant.fill("Текст жалобы", "Доля снижается: на втором этапе она вдвое меньше.");
        seen(applicant, "council-application-appeal");
        applicant.press("Подать жалобу");
        assertThat(applicant.page().locator("#standing strong")).hasText("Жалоба ждёт решения");
        assertThat(applicant.page().locator("#money")).hasCount(0);
        assertThat(applicant.page().locator("#against")).containsText("№ 1/2026");
        seen(applicant, "council-appeal-applicant");
        return applicant.page().url();
    }

    static void isNotDecidedByWhoTookPart(Screen chief, String appeal) {
        chief.page().navigate(appeal);
        assertThat(chief.text("поэтому решает другой человек")).isVisible();
        assertThat(chief.page().locator("button", new Page.LocatorOptions().setHasText("Удовлетворить")))
                .hasCount(0);
    }

    static void upholds(Screen other, String appeal) {
        other.page().navigate(appeal);
        assertThat(other.text("Можно выплатить из средств 2026 года")).isVisible();
        seen(other, "council-appeal");
        other.press("Удовлетворить");
        other.page().locator("dialog[open] textarea").fill("Доля действительно снижается");
        other.page().locator("dialog[open] input[type=submit]").click();
        assertThat(other.page().locator("#standing")).containsText("Доля действительно снижается");
        assertThat(other.text("Заявку ещё не рассмотрели заново")).isVisible();
        seen(other, "council-appeal-upheld");
        other.go("council/appeals.xhtml");
        seen(other, "council-appeals");
    }

    /** The refusal and its protocol stay beside the award. */
    static void isSeenByTheApplicant(Screen applicant, String appeal, String application) {
        applicant.page().navigate(appeal);
        assertThat(applicant.text("Жалоба удовлетворена")).isVisible();
        assertThat(applicant.page().locator("#against")).containsText("№ 1/2026");
        assertThat(applicant.page().locator("#against")).containsText("Предоставить поддержку");
        assertThat(applicant.page().locator("#against")).containsText("№ 2/2026");
        seen(applicant, "council-appeal-heard-anew");
        applicant.go("application/card.xhtml?id=" + application);
        assertThat(applicant.page().locator("#outcome")).containsText(printed("2 000 000,00"));
        assertThat(applicant.page().locator("#outcome")).containsText("№ 2/2026");
        seen(applicant, "council-application-awarded");
    }
}
