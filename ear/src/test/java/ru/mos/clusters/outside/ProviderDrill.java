package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Pictures.seen;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ru.mos.clusters.drill.Installation;

/**
 * People and programs come in by a real Keycloak: through the browser to the page that was wanted and out again at both
 * ends, without a role, under a login that is taken, by a local account beside it; by tokens, right and wrong. {@code
 * ./mvnw -Pdrill,oidc}; not part of {@code verify}.
 */
public final class ProviderDrill {

    private static final int PORT = Integer.getInteger("drill.port", 8090);
    private static final String URL = "http://127.0.0.1:" + PORT + "/";

    private final Keycloak keycloak;
    private final Chromium browser;

    private ProviderDrill(Keycloak keycloak, Chromium browser) {
        this.keycloak = keycloak;
        this.browser = browser;
    }

    /** Ends with 0 if all held. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("clusters.url", URL);
        var folder = Path.of(System.getProperty("drill.folder", "target/drill"))
                .toAbsolutePath()
                .resolve("provider-" + System.nanoTime());
        try (var keycloak = new Keycloak(
                        Path.of("target/provider/keycloak.zip"), folder.resolve("keycloak"), PORT + 90, URL);
                var product = Installation.empty(folder.resolve("product"), PORT, settings(keycloak.issuer()));
                var browser = Chromium.require()) {
            System.setProperty("clusters.db.url", product.databaseUrl());
            FromOutside.given("department", "admin2");
            var drill = new ProviderDrill(keycloak, browser);
            drill.people();
            drill.strangers();
            drill.programs();
        }
        System.out.println("All held.");
        System.exit(0);
    }

    private static Map<String, String> settings(String issuer) {
        return Map.of(
                "CLUSTERS_OIDC_ISSUER", issuer,
                "CLUSTERS_OIDC_CLIENT", "clusters",
                "CLUSTERS_OIDC_SECRET", "drill-secret",
                "CLUSTERS_OIDC_ROLES", "specialist=department,exchange=service",
                "CLUSTERS_OIDC_NAME", "Keycloak департамента");
    }

    private void people() throws Exception {
        try (var anna = browser.open("ru-RU", 1366, 768)) {
            anna.go("cluster/list.xhtml?asOf=2026-11-01");
            atProvider(anna, "anna.smirnova", "demo-of-anna");
            assertThat(anna.page()).hasURL(URL + "cluster/list.xhtml?asOf=2026-11-01");
            assertThat(anna.page().locator("a.me")).containsText("Анна Смирнова");
            seen(anna, "oidc-in");
            anna.go("account/password.xhtml");
            assertThat(anna.text("Пароль хранит поставщик входа")).isVisible();
            assertThat(anna.page().locator("input[type=password]")).hasCount(0);
            seen(anna, "oidc-account");

            anna.press("Выйти");
            assertThat(anna.page()).hasURL(URL + "login.xhtml");
            seen(anna, "oidc-login");
            anna.follow("Войти через поставщика входа");
            assertThat(anna.page().locator("#username")).isVisible(); // out there as well
        }
        try (var admin = browser.open("ru-RU", 1366, 768)) {
            local(admin, "admin2");
            admin.go("users/card.xhtml?login=anna.smirnova");
            assertThat(admin.text("ведёт поставщик входа")).isVisible();
            assertThat(admin.page().getByText("Задать новый пароль")).hasCount(0);
            seen(admin, "oidc-user");
        }
        say("people come in and go out");
    }

    private void strangers() throws Exception {
        try (var boris = browser.open("ru-RU", 1366, 768)) {
            boris.go("");
            atProvider(boris, "boris", "demo-of-boris");
            assertThat(boris.text("У вас нет роли в этой системе")).isVisible();
            seen(boris, "oidc-no-role");
            boris.go("cluster/list.xhtml");
            assertThat(boris.text("У вас нет роли в этой системе")).isVisible();
            boris.follow("Выйти у поставщика входа");
            assertThat(boris.page()).hasURL(URL + "login.xhtml");

            boris.follow("Войти через поставщика входа");
            atProvider(boris, "department", "demo-of-other");
            assertThat(boris.text("уже принадлежит другой учётной записи")).isVisible();
            seen(boris, "oidc-taken");
            boris.go("login/callback?state=forged&code=forged");
            assertThat(boris.text("Вход у поставщика не завершён")).isVisible();

            local(boris, "department");
            assertThat(boris.page().locator("a.me")).containsText("сотрудник департамента");
            boris.press("Выйти");
            assertThat(boris.page()).hasURL(URL + "login.xhtml");

            assertThat(Door.api("admin2", "POST", "users/department/handover", "{\"reason\": \"Единый вход\"}")
                            .status())
                    .isEqualTo(204);
            boris.follow("Войти через поставщика входа");
            if (boris.page().locator("#username").isVisible()) {
                atProvider(boris, "department", "demo-of-other");
            }
            assertThat(boris.page().locator("a.me")).containsText("Другой Человек");
            seen(boris, "oidc-taken-over");
        }
        say("strangers are told why");
    }

    private void programs() throws Exception {
        var right = me(keycloak.token("exchange"));
        assertThat(right.status()).as(right.toString()).isEqualTo(200);
        assertThat(right.json().get("login").asText()).isEqualTo("service-account-exchange");
        assertThat(right.json().get("roles").toString()).isEqualTo("[\"service\"]");
        assertProblem(me(keycloak.token("warehouse")), 401, "token-for-another");
        var brief = keycloak.token("brief");
        assertProblem(me(brief), 403, "token-without-role");
        TimeUnit.SECONDS.sleep(33); // clocks may be half a minute apart
        assertProblem(me(brief), 401, "token-expired");
        var good = keycloak.token("exchange");
        assertProblem(me(good.substring(0, good.length() - 6) + "AAAAAA"), 401, "token-refused");
        assertThat(Door.api("admin2", "GET", "me", null).status()).isEqualTo(200);
        say("programs come in by tokens");
    }

    private static Door.Answer me(String token) throws Exception {
        return Door.send("GET", "/api/v1/me", new String[] {"Authorization", "Bearer " + token}, null);
    }

    private static void atProvider(Screen screen, String name, String password) {
        screen.page().locator("#username").fill(name);
        screen.page().locator("#password").fill(password);
        screen.page().locator("#kc-login").click();
        screen.page().waitForURL(url -> url.startsWith(URL));
    }

    private static void local(Screen screen, String login) {
        screen.go("login.xhtml");
        screen.follow("Войти с местной учётной записью");
        screen.page().locator("input[type=text]").fill(login);
        screen.page().locator("input[type=password]").fill("demo");
        screen.page().locator("input[type=password]").press("Enter");
        screen.page().waitForURL(url -> !url.contains("login.xhtml"));
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
