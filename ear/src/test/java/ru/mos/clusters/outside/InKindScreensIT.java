package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;
import ru.mos.clusters.inserver.InKindFixture;
import ru.mos.clusters.platform.Inn;

/** Support in kind from a request to its record: by other programs, and in the browser. */
class InKindScreensIT extends FromOutside {

    private static final String ALFA = "7700000016";
    private static final String PURPOSE = "Выход на рынок приборов";

    @BeforeEach
    void an_organisation_with_an_officer_and_a_recipient() throws Exception {
        given("department", "gckr", "chief", "auditor", "infrastructure7", "applicant", "applicant2");
        gone();
        try (var connection = TestSession.superuser();
                var work = connection.createStatement()) {
            work.execute(
                    "insert into platform.clock_shift select (timestamp '2026-06-15 12:00' at time zone 'Europe/Moscow')"
                            + " - clock_timestamp()");
            InKindFixture.organisation(connection, "Технопарк «Пример»", "infrastructure7");
            InKindFixture.mandate(connection, "applicant", new Inn(ALFA));
        }
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run(InKindFixture.NOTHING_LEFT);
    }

    @Test
    void programs_ask_once_by_a_key_and_go_on_by_the_version_they_saw() throws Exception {
        var offers = Door.api("applicant", "GET", "in-kind-offers", null).json().get("items");
        String offer = null;
        for (var one : offers) {
            if (one.get("service").asText().equals("CONSULTING")
                    && one.get("organisationName").asText().equals("Технопарк «Пример»")) {
                offer = one.get("id").asText();
            }
        }
        var body = """
                {"inn": "%s", "sector": "IT", "offer": "%s", "form": "CONSULTING", "kind": "CONSULTATION", "unit": "HOUR",
                 "quantity": "10", "purpose": "%s", "startsOn": "2026-06-15", "endsOn": "2026-12-31"}""".formatted(ALFA, offer, PURPOSE);
        var asked = Door.api("applicant", "POST", "in-kind-requests", body, "Idempotency-Key", "in-kind-1");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        var again = Door.api("applicant", "POST", "in-kind-requests", body, "Idempotency-Key", "in-kind-1");
        assertThat(again.json().get("id")).isEqualTo(asked.json().get("id"));
        var place = "in-kind-requests/" + asked.json().get("id").asText();
        assertThat(asked.header("Location")).endsWith("/api/v1/" + place);

        assertProblem(Door.api("applicant2", "GET", place, null), 404, "in-kind-unknown");
        assertProblem(Door.api("applicant2", "POST", "in-kind-requests", body), 422, "in-kind-not-represented");
        assertThat(Door.api("gckr", "GET", place + "/check", null)
                        .json()
                        .get("outcome")
                        .asText())
                .isEqualTo("UNKNOWN"); // no publication of the tax service speaks of the day
        assertProblem(Door.api("gckr", "POST", place + "/approve", "{}"), 409, "in-kind-doubtful");
        assertProblem(Door.api("gckr", "POST", place + "/approve", "{\"version\": 9}"), 412, "changed-meanwhile");
        var paper = "{\"title\": \"Справка\", \"number\": \"1\", \"date\": \"2026-06-15\"}";
        done(Door.api("gckr", "POST", place + "/release", "{\"reason\": \"Не получал\", \"document\": " + paper + "}"));
        done(Door.api("gckr", "POST", place + "/approve", "{\"version\": 2}"));
        var delivery =
                "{\"quantity\": \"%s\", \"startsOn\": \"2026-06-15\", \"endsOn\": \"2026-06-15\", \"value\": \"15000.50\"%s}";
        assertProblem(
                Door.api("gckr", "POST", place + "/deliver", delivery.formatted("10", "")),
                422,
                "value-without-document");
        assertProblem(
                Door.api("gckr", "POST", place + "/deliver", delivery.formatted("10.01", ", \"document\": " + paper)),
                409,
                "delivered-beyond-reserved");
        done(Door.api("gckr", "POST", place + "/deliver", delivery.formatted("10", ", \"document\": " + paper)));
        var marks = "{\"quality\": 5, \"timeliness\": 4}";
        assertProblem(Door.api("applicant2", "POST", place + "/confirm", marks), 404, "in-kind-unknown");
        var confirmed = done(Door.api("applicant", "POST", place + "/confirm", marks));
        assertProblem(Door.api("applicant", "POST", place + "/confirm", marks), 409, "in-kind-confirmed-already");

        assertThat(Door.api("auditor", "GET", place, null).header("ETag")).isEqualTo(confirmed.header("ETag"));
        var record = confirmed.json().at("/confirmation/record").asText();
        assertThat(Door.api("auditor", "GET", "support/records/" + record, null)
                        .json()
                        .get("size")
                        .asText())
                .isEqualTo("10.00");
    }

    private static Door.Answer done(Door.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void a_recipient_asks_gets_and_confirms_and_an_equal_request_is_refused() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var applicant = chromium.open("ru-RU", 1366, 768);
                var officer = chromium.open("ru-RU", 1366, 768)) {
            applicant.logIn("applicant").go("inkind/list.xhtml");
            seen(applicant, "inkind-none");
            ask(applicant, "inkind-ask");
            assertThat(applicant.text("Заявка подана")).isVisible();
            seen(applicant, "inkind-asked");

            officer.logIn("infrastructure7");
            room(officer, "Переговорная 12");
            seen(officer, "inkind-object");
            officer.go("inkind/objects.xhtml");
            seen(officer, "inkind-objects");

            officer.go("inkind/list.xhtml");
            seen(officer, "inkind-intake");
            officer.page().locator("#requests tbody a").first().click();
            officer.press("Одобрить");
            assertThat(officer.text("Реестры не дают ответа")).isVisible();
            seen(officer, "inkind-doubtful");
            release(officer);
            officer.press("Одобрить");
            assertThat(officer.text("мощность зарезервирована")).isVisible();
            officer.follow("Назначить дни");
            officer.page()
                    .getByLabel("Объект")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            seen(officer, "inkind-schedule");
            officer.press("Назначить");
            assertThat(officer.text("Дни назначены")).isVisible();
            officer.follow("Переговорная 12");
            assertThat(officer.page().locator("#calendar tbody tr")).hasCount(1);
            seen(officer, "inkind-calendar");
            officer.go("inkind/list.xhtml?tab=schedule");
            seen(officer, "inkind-tab-schedule");
            officer.page().locator("#requests tbody a").first().click();
            officer.follow("Внести оказание");
            officer.fill("Первый день оказания", "15.06.2026");
            officer.fill("Последний день оказания", "15.06.2026");
            officer.fill("Стоимость, ₽", "15 000,50");
            officer.press("Внести");
            assertThat(officer.page().locator("[id$=':documentTitle']")).hasAttribute("aria-invalid", "true");
            seen(officer, "inkind-deliver");
            officer.fill("Название документа", "Акт оказания услуг");
            officer.fill("Дата документа", "15.06.2026");
            officer.press("Внести");
            assertThat(officer.text("Оказание внесено")).isVisible();

            applicant.go("index.xhtml");
            assertThat(applicant.text("Подтвердить получение поддержки")).isVisible();
            applicant.go("inkind/list.xhtml");
            applicant.page().locator("#requests tbody a").first().click();
            applicant.follow("Подтвердить получение");
            applicant.page().getByLabel("Качество").selectOption("5");
            applicant.page().getByLabel("Своевременность").selectOption("4");
            applicant.fill("Отзыв", "Консультант разобрал договор");
            seen(applicant, "inkind-confirm");
            applicant.press("Подтвердить");
            assertThat(applicant.text("поддержка внесена в реестр")).isVisible();
            seen(applicant, "inkind-confirmed");

            ask(applicant, "inkind-ask-again");
            officer.go("inkind/list.xhtml?tab=intake");
            officer.page().locator("#requests tbody a").first().click();
            officer.press("Одобрить");
            assertThat(officer.text("такую же на ту же цель уже оказывают")).isVisible();
            seen(officer, "inkind-repeated");
            officer.page().locator("[data-opens=refusing]").click();
            in(officer, "refusing", "reason").fill("Такая поддержка уже оказана");
            in(officer, "refusing", "do").click();
            assertThat(officer.text("В поддержке отказано")).isVisible();

            var gckr = chromium.open("ru-RU", 1366, 768);
            gckr.logIn("gckr").go("support/list.xhtml");
            assertThat(gckr.page().locator("#records")).containsText(PURPOSE);
            gckr.page().locator("#records tbody a").first().click();
            assertThat(gckr.page().locator("main")).containsText("Акт оказания услуг");
            seen(gckr, "inkind-record");
            gckr.go("inkind/list.xhtml");
            assertThat(gckr.page().locator("#requests tbody tr")).hasCount(2);
            seen(gckr, "inkind-journal");
            gckr.go("inkind/coverage.xhtml");
            seen(gckr, "inkind-coverage");
            var workbook = gckr.page().request().get(URL + "inkind/list.xhtml?tab=journal&export=xlsx");
            assertThat(workbook.status()).isEqualTo(200);
            assertThat(new String(workbook.body(), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
            var english = chromium.open("en-GB", 1366, 768);
            english.logIn("chief").go("inkind/list.xhtml");
            english.page().locator("#requests tbody a").last().click();
            assertThat(english.text("The recipient confirmed the support")).isVisible();
            seen(english, "inkind-confirmed-en");
            for (var screen : new Screen[] {applicant, officer, gckr, english}) {
                assertThat(screen.complaints()).isEmpty();
            }
            english.close();
            gckr.close();
        }
    }

    /**
     * One form of support as it is asked for.
     *
     * @param kind form, kind and unit
     * @param capacity that it takes of the service where the request does not tell; empty: it tells
     * @param shown quantity and unit as the page says them
     */
    private record Form(
            String service,
            String kind,
            String quantity,
            String persons,
            String capacity,
            String shown,
            String purpose) {}

    private static final List<Form> FORMS = List.of(
            new Form("Помещения", "PROPERTY/PREMISES/SQUARE_METRE", "20", "", "", "20 м²", "Сборочный участок"),
            new Form("Консультации", "INFORMATION/INFORMATION/PIECE", "3", "", "6", "3 ед.", "Обзор рынка"),
            new Form("Консультации", "CONSULTING/CONSULTATION/HOUR", "10", "", "", "10 ч", "Сертификация"),
            new Form("Выставки и продвижение", "MARKETING/EVENT/PIECE", "2", "", "2", "2 ед.", "Показ новых приборов"),
            new Form("Подготовка кадров", "TRAINING/COURSE/HOUR", "16", "5", "", "16 ч", "Обучение метрологов"),
            new Form("Выставки и продвижение", "OTHER/OTHER/PIECE", "1", "", "4", "1 ед.", "Отраслевой конкурс"));

    @Test
    void each_form_is_asked_approved_given_and_confirmed_with_its_unit_and_value() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var applicant = chromium.open("ru-RU", 1366, 768);
                var officer = chromium.open("ru-RU", 1366, 768);
                var chief = chromium.open("ru-RU", 1366, 768)) {
            applicant.logIn("applicant");
            officer.logIn("infrastructure7");
            chief.logIn("chief");
            room(officer, "Цех 4");
            for (var form : FORMS) {
                var name = "inkind-form-" + form.kind().replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
                applicant.go("inkind/ask.xhtml");
                var before = offer(applicant, form.service()).textContent();
                ask(applicant, form.service(), form.kind(), form.quantity(), form.persons(), form.purpose(), name);
                assertThat(applicant.text("Заявка подана")).isVisible();
                var place = applicant.page().url().replaceFirst(".*/inkind/", "inkind/");
                var decider = form.kind().startsWith("OTHER") ? chief : officer;
                decider.go(place);
                approve(decider, form);
                assertThat(decider.text("Реестры не дают ответа")).isVisible();
                release(decider);
                approve(decider, form);
                assertThat(decider.text("мощность зарезервирована")).isVisible();
                applicant.go("inkind/ask.xhtml");
                assertThat(offer(applicant, form.service()).textContent()).isNotEqualTo(before);
                officer.go(place);
                if (form.kind().startsWith("PROPERTY")) {
                    lease(officer, name);
                    officer.follow("Цех 4");
                    assertThat(officer.page().locator("#calendar tbody tr")).hasCount(1);
                    officer.go(place);
                }
                officer.follow("Внести оказание");
                officer.fill("Первый день оказания", "15.06.2026");
                officer.fill("Последний день оказания", "15.06.2026");
                officer.fill("Стоимость, ₽", "15 000,50");
                officer.fill("Название документа", "Акт оказания поддержки");
                officer.fill("Дата документа", "15.06.2026");
                officer.press("Внести");
                assertThat(officer.text("Оказание внесено")).isVisible();
                applicant.go(place);
                applicant.follow("Подтвердить получение");
                applicant.page().getByLabel("Качество").selectOption("5");
                applicant.page().getByLabel("Своевременность").selectOption("4");
                applicant.press("Подтвердить");
                assertThat(applicant.text("поддержка внесена в реестр")).isVisible();
                assertThat(applicant.page().locator("#delivered"))
                        .containsText(form.shown().replace(' ', '\u00a0'));
                seen(applicant, name + "-confirmed");
            }
            for (var screen : new Screen[] {applicant, officer, chief}) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    private static void approve(Screen decider, Form form) {
        if (!form.capacity().isEmpty()) {
            decider.fill("Мощность услуги", form.capacity());
        }
        decider.press("Одобрить");
    }

    private static void lease(Screen officer, String picture) {
        officer.follow("Назначить дни");
        officer.page()
                .getByLabel("Объект")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        officer.fill("Название документа", "Договор аренды");
        officer.page().locator("[id$=':agreementNumber']").fill("А-31");
        officer.fill("Дата документа", "15.06.2026");
        seen(officer, picture + "-lease");
        officer.press("Назначить");
        assertThat(officer.text("Дни назначены")).isVisible();
    }

    private static void room(Screen officer, String name) {
        officer.go("inkind/objects.xhtml");
        officer.page().getByLabel("Вид объекта").selectOption("PREMISES");
        officer.page()
                .getByLabel("Организация инфраструктуры")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        officer.fill("Название", name);
        officer.fill("Площадь, м²", "24,5");
        officer.press("Внести объект");
        assertThat(officer.text("Сегодня свободно")).isVisible();
    }

    private static void release(Screen decider) {
        decider.fill("Почему препятствий нет", "Получатель подтвердил, что поддержки не было");
        decider.fill("Название документа", "Письмо получателя");
        decider.fill("Дата документа", "15.06.2026");
        decider.press("Препятствий нет");
    }

    private static void ask(Screen screen, String picture) {
        screen.go("inkind/ask.xhtml");
        ask(screen, "Консультации", "CONSULTING/CONSULTATION/HOUR", "10", "", PURPOSE, picture);
    }

    private static Locator offer(Screen screen, String service) {
        return screen.page()
                .locator(
                        "[id$=':offer'] option",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText(service + " — Технопарк «Пример»"))
                .first();
    }

    private static void ask(
            Screen screen,
            String service,
            String kind,
            String quantity,
            String persons,
            String purpose,
            String picture) {
        screen.page().getByLabel("Организация, за которую вы действуете").selectOption(ALFA);
        screen.page().getByLabel("Отрасль").first().selectOption("IT");
        screen.page()
                .locator("[id$=':offer']")
                .selectOption(offer(screen, service).getAttribute("value"));
        screen.page().locator("[id$=':kind']").selectOption(kind);
        screen.fill("Объём", quantity);
        if (!persons.isEmpty()) {
            screen.page().locator("[id$=':persons']").fill(persons);
        }
        screen.fill("Цель", purpose);
        screen.fill("Первый день", "15.06.2026");
        screen.fill("Последний день", "31.12.2026");
        seen(screen, picture);
        screen.press("Подать заявку");
    }

    private static Locator in(Screen screen, String dialog, String id) {
        return screen.page().locator("#" + dialog + " [id$=':" + id + "']");
    }
}
