package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.Programs.made;

/** Who sits in the commission, and by which rules. */
final class BodySteps {

    static final String COMMISSION = "COMMISSION_SCREENS";

    private BodySteps() {}

    /** A commission of three who vote, the third of an enterprise without a log-in, and a secretary who does not. */
    static void commission(String enterprise, String inn) throws Exception {
        body(COMMISSION, "COMMISSION", "Комиссия по поддержке", """
                {"login": "commission", "name": "Соколов Пётр Ильич", "organisation": "Правительство Москвы", "post": "CHAIR"},
                {"login": "commission2", "name": "Лебедева Анна Юрьевна", "organisation": "Департамент", "post": "DEPUTY_CHAIR"},
                {"name": "Чистяков Фирс Кузьмич", "organisation": "%s", "inn": "%s", "post": "MEMBER"},
                {"login": "gckr", "name": "Орлова Нина Яковлевна", "post": "SECRETARY", "votes": false}""".formatted(enterprise, inn));
    }

    static void body(String code, String kind, String name, String seats) throws Exception {
        made("department", "council-bodies", """
                {"code": "%1$s", "kind": "%2$s", "nameRu": "%3$s", "genitive": "%3$s", "nameEn": "%1$s"}""".formatted(code, kind, name));
        made("department", "council-bodies/" + code + "/regulations", """
                {"from": "2026-01-01", "quorum": {"numerator": "1", "denominator": "2"}, "moreThan": true, "recused": "ABSENT",
                 "majority": "ALL_VOTES", "castingVote": true, "inAbsentia": true, "appealDays": 10,
                 "document": {"title": "Положение", "number": "1-ПП", "date": "2026-01-01"}}""");
        made("department", "council-bodies/" + code + "/orders", """
                {"from": "2026-01-10", "document": {"title": "Распоряжение", "number": "2-РП", "date": "2026-01-10"},
                 "appointments": [%s]}""".formatted(seats));
    }

    static void isRead(Screen reader) {
        reader.go("council/bodies.xhtml");
        reader.page().locator("details summary").click();
        seen(reader, "council-bodies");
        reader.go("council/rules.xhtml?code=" + COMMISSION);
        seen(reader, "council-rules");
    }

    static void changesByOrder(Screen department) {
        department.go("council/order.xhtml?code=" + COMMISSION);
        department.fill("Распоряжение", "Распоряжение о составе");
        department.fill("Дата документа", "01.07.2026");
        department.fill("Действует с", "01.07.2026");
        department.page().getByLabel("Фамилия, имя, отчество").fill("Зимина Вера Павловна");
        department.press("Назначить ещё одного");
        assertThat(department.page().getByLabel("Фамилия, имя, отчество")).hasCount(2);
        department.page().getByLabel("Фамилия, имя, отчество").last().fill("Ершов Лев Ильич");
        department.page().getByText("Чистяков Фирс Кузьмич, Член").click();
        seen(department, "council-order");
        department.page().locator("input[type=submit].primary").click();
        assertThat(department.text("Распоряжение внесено")).isVisible();
        assertThat(department.page().locator("#seats")).containsText("Ершов Лев Ильич");
        assertThat(department.page().locator("#seats")).not().containsText("Чистяков");
        department.go("council/body.xhtml?code=" + COMMISSION + "&asOf=2026-06-01");
        assertThat(department.page().locator("#seats")).containsText("Чистяков");
    }
}
