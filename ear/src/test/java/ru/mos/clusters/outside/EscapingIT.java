package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.Programs.step;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people write is shown as they wrote it, also where it looks like a page. */
class EscapingIT extends FromOutside {

    private static final String MARKUP = "<b>Линия</b><script>window.ran = true</script>";

    private Chromium chromium;
    private String project;
    private String application;
    private String call;

    @BeforeEach
    void a_project_that_looks_like_a_page_in_the_ranking() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        var intake = Intake.prepared();
        call = CallSteps.published("ESCAPING");
        var content = ProjectSteps.OTHER;
        for (var text : new String[] {"Порошковая линия", "Линия порошков для имплантатов", "Выпускает порошки"}) {
            content = content.replace(text, MARKUP);
        }
        project = ProjectSteps.consented(content, intake.far());
        var path = ApplicationSteps.written("applicant3", call, project);
        step("applicant3", path + "/submit", "{}");
        step("applicant4", path + "/certify", "{}");
        application = path.replace("applications/", "");
        ExpertiseSteps.isScored(application, 6);
    }

    @AfterEach
    void gone() throws Exception {
        chromium.close();
        Intake.gone();
    }

    @Test
    void markup_in_the_title_of_a_project_is_read_as_it_was_typed_and_never_run() {
        try (var gckr = chromium.open("ru-RU", 1366, 768)) {
            gckr.logIn("gckr");
            for (var page : new String[] {
                "project/card.xhtml?id=" + project,
                "project/list.xhtml",
                "project/edit.xhtml?id=" + project + "&edit=head",
                "application/card.xhtml?id=" + application,
                "application/list.xhtml",
                "ranking/card.xhtml?call=" + call,
                "expertise/board.xhtml?call=" + call,
                "expertise/application.xhtml?id=" + application
            }) {
                gckr.go(page);
                isShownAsTyped(gckr, page);
            }
            assertThat(gckr.complaints()).isEmpty();
        }
    }

    private static void isShownAsTyped(Screen screen, String page) {
        if (page.contains("edit")) {
            assertThat(screen.page().getByLabel("Название").first()).hasValue(MARKUP);
        } else {
            assertThat(screen.text(MARKUP)).isVisible();
        }
        assertThat(screen.page().locator("main b", new Page.LocatorOptions().setHasText("Линия")))
                .hasCount(0);
        assertThat(screen.page().evaluate("window.ran === undefined")).as(page).isEqualTo(true);
    }
}
