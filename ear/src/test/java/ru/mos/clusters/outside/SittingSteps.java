package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A sitting of the commission, from its plan to the signed protocol. */
final class SittingSteps {

    private static final byte[] SCAN = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

    private SittingSteps() {}

    /** @return address of the sitting */
    static String plans(Screen gckr, String call) {
        gckr.go("council/list.xhtml");
        seen(gckr, "council-list-before");
        gckr.follow("Запланировать заседание");
        gckr.page().getByLabel("Орган").selectOption(BodySteps.COMMISSION);
        gckr.page().getByLabel("Отбор").selectOption(call);
        gckr.fill("День заседания", "01.06.2026");
        gckr.fill("Место", "Москва, Вознесенский пер., 22");
        seen(gckr, "council-plan");
        gckr.page().locator("main input[type=submit]").click();
        assertThat(gckr.text("В повестке нет ни одной заявки")).isVisible();
        seen(gckr, "council-sitting-planned");
        return gckr.page().url();
    }

    /** @param first whose application is heard first, and where it stands */
    static void fillsTheAgenda(Screen gckr, int waiting, String first, String applicant) {
        gckr.follow("Внести заявки в повестку");
        assertThat(gckr.page().locator("#adding li, form[id$=adding] li").first())
                .containsText(first);
        seen(gckr, "council-agenda");
        gckr.press("Внести отмеченные");
        assertThat(gckr.text("Отметьте хотя бы одну")).isVisible();
        gckr.press("Внести все (" + waiting + ")");
        assertThat(gckr.page().locator("#agenda tbody tr")).hasCount(waiting);
        assertThat(gckr.page().locator("#agenda tbody tr").first()).containsText(applicant);
    }

    static void opens(Screen gckr) {
        gckr.press("Открыть заседание");
        assertThat(gckr.text("Участие не отмечено: 4 члена состава")).isVisible();
        assertThat(gckr.text("нужно больше 1/2 состава, то есть не меньше 2")).isVisible();
        for (var name : List.of("Соколов Пётр Ильич", "Лебедева Анна Юрьевна", "Орлова Нина Яковлевна")) {
            gckr.page().getByLabel("Участие: " + name).selectOption("PRESENT");
        }
        gckr.page().getByLabel("Участие: Чистяков Фирс Кузьмич").selectOption("IN_WRITING");
        gckr.press("Отметить участие");
        assertThat(gckr.page().locator("#standing strong")).hasText("Кворум есть");
        assertThat(gckr.page().locator("#quorum")).containsText("Участвуют 3 из 3");
        seen(gckr, "council-sitting-open");
    }

    static void hearsTheFirst(Screen gckr) {
        gckr.page().locator("#agenda tbody tr").first().locator("a").first().click();
    }

    static void hearsTheNext(Screen gckr) {
        gckr.page().locator(".head .do a").last().click();
    }

    static void recusesWhoseEnterpriseTakesPart(Screen gckr) {
        assertThat(gckr.page().locator("#recusals")).containsText("Чистяков");
        assertThat(gckr.page().locator("#quorum")).containsText("Участвуют 2 из 3");
        assertThat(gckr.page().locator("#opinion")).containsText("Цена станка выше рынка");
    }

    /** More than was asked for is not even voted on. */
    static void movesToAward(Screen gckr, String amount) {
        gckr.page().getByLabel("Предложение").selectOption("AWARD");
        gckr.fill("Сумма, ₽", "9 000 000");
        gckr.page().getByLabel("Средства").selectOption("2026|" + CallSteps.KBK);
        seen(gckr, "council-item-motion");
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Сумма больше запрошенной")).isVisible();
        assertThat(gckr.page().getByLabel("Средства")).hasValue("2026|" + CallSteps.KBK);
        gckr.fill("Сумма, ₽", amount);
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Ещё не голосовали: Соколов Пётр Ильич, Лебедева Анна Юрьевна"))
                .isVisible();
    }

    static void movesToRefuse(Screen gckr) {
        gckr.page().getByLabel("Предложение").selectOption("REFUSE");
        gckr.page().getByLabel("Акт и редакция").selectOption(new SelectOption().setIndex(1));
        gckr.fill("Пункт", "п. 3.4");
        gckr.fill("Причина", "Доля бюджета не снижается");
        gckr.page().locator("form[id$=moving] input[type=submit]").click();
        assertThat(gckr.text("Предложение внесено")).isVisible();
    }

    static void voteFor(String item, Screen... members) {
        for (var member : members) {
            member.page().navigate(item);
            member.page().getByLabel("Чей голос").selectOption(new SelectOption().setIndex(1));
            member.page()
                    .getByLabel("За", new Page.GetByLabelOptions().setExact(true))
                    .check();
            seen(member, "council-item-vote");
            member.press("Проголосовать");
            assertThat(member.text("Голос подан")).isVisible();
            assertThat(member.page().locator("form[id$=moving]")).hasCount(0);
        }
    }

    static void notesTheVoteInWriting(Screen gckr, String item, String choice, String opinion) {
        gckr.page().navigate(item);
        gckr.page().getByLabel("Чей голос").selectOption(new SelectOption().setLabel("Чистяков Фирс Кузьмич"));
        gckr.page()
                .getByLabel(choice, new Page.GetByLabelOptions().setExact(true))
                .check();
        gckr.fill("Особое мнение", opinion);
        gckr.press("Проголосовать");
        assertThat(gckr.page().locator("#motions")).containsText(opinion);
        seen(gckr, "council-item-voted");
    }

    static void closes(Screen gckr, String sitting) {
        gckr.page().navigate(sitting);
        gckr.press("Закрыть и подсчитать голоса");
        assertThat(gckr.page().locator("#agenda")).containsText("Предоставить поддержку: Принято");
        seen(gckr, "council-sitting-closed");
    }

    /** @return address of the protocol */
    static String numbers(Screen gckr, String opinion, String number) {
        gckr.fill("Приложения", "Рейтинг заявок");
        gckr.press("Составить протокол");
        assertThat(gckr.page().locator("h1")).hasText("Проект протокола");
        assertThat(gckr.page().locator("main")).containsText(opinion);
        seen(gckr, "council-protocol-draft");
        gckr.press("Присвоить номер");
        assertThat(gckr.page().locator("h1")).hasText("Протокол № " + number);
        assertThat(gckr.page().locator("form[id$=numbering]")).hasCount(0);
        return gckr.page().url();
    }

    static void signs(Screen chief, String protocol) {
        chief.page().navigate(protocol);
        chief.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("protocol.pdf", "application/pdf", SCAN));
        seen(chief, "council-protocol-sign");
        chief.page().locator("#signing input[type=submit]").click();
        assertThat(chief.text("Подписанный лист приложен")).isVisible();
        assertThat(chief.page().locator("code").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
        seen(chief, "council-protocol-signed");
    }
}
