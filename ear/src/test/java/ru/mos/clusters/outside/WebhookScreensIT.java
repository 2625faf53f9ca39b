package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.example.WebhookReceiver;

/** An administrator enters a receiver of events and looks after it, in the browser. */
class WebhookScreensIT extends FromOutside {

    private WebhookReceiver receiver;

    @BeforeEach
    void users() throws Exception {
        given("admin", "auditor");
        WebhooksIT.gone();
        receiver = new WebhookReceiver("whsec_AAAA");
    }

    @AfterEach
    void over() throws Exception {
        receiver.close();
        WebhooksIT.gone();
    }

    @Test
    void a_receiver_is_entered_tried_out_paused_and_what_it_missed_is_sent_once_more() throws Exception {
        setDefaultAssertionTimeout(30_000);
        try (var chromium = Chromium.require();
                var admin = chromium.open("ru-RU", 1366, 768);
                var auditor = chromium.open("en-GB", 1366, 768)) {
            admin.logIn("admin").go("index.xhtml");
            admin.follow("Подписки на события");
            seen(admin, "webhooks-none");
            admin.follow("Новая подписка");
            admin.fill("Название", "Учётная система департамента");
            admin.fill("Адрес приёмника", "http://receiver.example/events");
            admin.page().getByLabel("Соглашение подписано").check();
            admin.page().getByLabel("Платёж исполнен").check();
            admin.page().getByLabel("Кластер создан").check();
            admin.press("Внести и показать секрет");
            assertThat(admin.page().locator("[id$=':url']")).hasAttribute("aria-invalid", "true");
            seen(admin, "webhook-entry");
            admin.fill("Адрес приёмника", receiver.address().toString());
            admin.press("Внести и показать секрет");
            assertThat(admin.page().locator(".secret")).containsText("whsec_");
            seen(admin, "webhook-secret");
            receiver.secret(admin.page().locator(".secret").innerText());
            admin.follow("К подписке");
            admin.press("Отправить проверочное событие");
            assertThat(admin.text("Проверочное событие отправляется")).isVisible();
            again(admin, "Доставлено");
            assertThat(receiver.taken()).hasSize(1);

            receiver.stop();
            admin.press("Отправить проверочное событие");
            CallsRestIT.run("update webhook.delivery set attempts = 9 where state = 'WAITING'");
            again(admin, "Снято с доставки");
            seen(admin, "webhook-card-dead");
            receiver.start();
            admin.press("Отправить заново");
            assertThat(admin.text("Отправляется заново событий: 1")).isVisible();
            WebhooksIT.until(() -> receiver.taken().size() == 2);
            admin.press("Сменить секрет");
            assertThat(admin.page().locator(".secret")).containsText("whsec_");
            admin.press("Приостановить");
            assertThat(admin.page().locator("main")).containsText("Приостановлена");
            admin.follow("Изменить");
            assertThat(admin.page().getByLabel("Платёж исполнен")).isChecked();
            assertThat(admin.page().getByLabel("ИНН организации")).hasCount(0);
            admin.fill("Название", "Учётная система департамента, новая");
            admin.press("Сохранить");
            assertThat(admin.page().locator("main")).containsText("Департамента, все");
            seen(admin, "webhook-card");
            admin.press("Возобновить");
            admin.go("webhooks/list.xhtml");
            assertThat(admin.page().locator("#webhooks")).containsText("Действует");
            seen(admin, "webhooks");

            auditor.logIn("auditor").go("webhooks/list.xhtml");
            auditor.follow("Учётная система департамента, новая");
            assertThat(auditor.page().locator("main")).containsText("Delivered");
            assertThat(auditor.page().locator("main input[type=submit]")).hasCount(0);
            seen(auditor, "webhook-card-en");

            admin.follow("Учётная система департамента, новая");
            admin.press("Закрыть навсегда");
            assertThat(admin.page().locator("main")).containsText("Закрыта");
            assertThat(admin.page().locator("main input[type=submit]")).hasCount(0);
            for (var screen : new Screen[] {admin, auditor}) {
                assertThat(screen.complaints()).isEmpty();
            }
        }
    }

    /** Looks again and again until the log says it. */
    private static void again(Screen screen, String word) throws InterruptedException {
        var log = screen.page().locator("#deliveries");
        for (int look = 0; look < 60 && !(log.isVisible() && log.innerText().contains(word)); look++) {
            TimeUnit.SECONDS.sleep(1);
            screen.page().reload();
        }
        assertThat(log).containsText(word);
    }
}
