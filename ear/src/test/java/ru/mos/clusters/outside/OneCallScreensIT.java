package ru.mos.clusters.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static ru.mos.clusters.outside.Programs.step;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One call through all roles, as the people concerned go through it in the browser: from the programme to an award after an
 * appeal. Of its two applications programs send the second, which is to be refused first.
 */
class OneCallScreensIT extends FromOutside {

    private Chromium chromium;
    private Cast cast;
    private Intake intake;
    private String call;
    private String first;
    private String second;

    @BeforeEach
    void people_and_clusters() throws Exception {
        chromium = Chromium.require();
        setDefaultAssertionTimeout(30_000);
        given("department2", "commission", "commission2");
        intake = Intake.prepared();
        BodySteps.commission("ООО «Изготовитель»", "7700000016");
        cast = new Cast(chromium);
    }

    @AfterEach
    void gone() throws Exception {
        try {
            cast.close();
            chromium.close();
        } finally {
            Intake.gone();
        }
    }

    @Test
    void one_call_goes_from_its_programme_to_an_award_after_an_appeal() throws Exception {
        isAnnounced();
        isAppliedTo(project());
        isAssessed();
        Intake.at("2026-06-01 12:00");
        isDecided();
        var appeal = isAppealed();
        isDecidedAnew();
        DecisionSteps.isSeenByTheApplicant(cast.of("applicant3"), appeal, second);
        isReserved();
        cast.assertContent();
    }

    private void isReserved() throws Exception {
        given("accountant");
        var accountant = cast.of("accountant");
        accountant.go("ledger/list.xhtml?stage=RESERVED");
        assertThat(accountant.page().locator("#way")).containsText("3 000 000,00".replace(' ', '\u202f'));
        accountant.page().locator("main tbody a").last().click();
        accountant.page().locator("main tbody a").first().click();
        accountant.follow("Решение комиссии");
        assertThat(accountant.page().locator("main tbody tr")).hasCount(1);
    }

    private void isAnnounced() throws Exception {
        var department = cast.of("department");
        CallSteps.entersTheProgramme(department);
        call = CallSteps.begins(department);
        CallSteps.fills(department, call);
        CallSteps.isPublishedByASecondPerson(department, cast.of("chief"), call);
        CallSteps.isReadByApplicants(cast.of("applicant"));
    }

    private String project() throws Exception {
        var gckr = cast.of("gckr");
        var project = ProjectSteps.begins(gckr);
        ProjectSteps.refusesAnotherAgglomeration(gckr, project, intake);
        ProjectSteps.namesANearCluster(gckr, project, intake.near());
        ProjectSteps.isConsentedTo(gckr, project);
        return project;
    }

    private void isAppliedTo(String project) throws Exception {
        var applicant = cast.of("applicant");
        var gckr = cast.of("gckr");
        first = ApplicationSteps.begins(applicant, call, project);
        ApplicationSteps.writes(applicant, first);
        ApplicationSteps.attachesALetter(applicant);
        ApplicationSteps.signs(applicant, first);
        ApplicationSteps.certifies(cast.of("applicant2"), first);
        ApplicationSteps.returns(gckr, first);
        ApplicationSteps.corrects(applicant, cast.of("applicant2"), first);
        ApplicationSteps.asks(gckr, first);
        ApplicationSteps.isAnswered(gckr, first);
        ApplicationSteps.admits(gckr, first);
        var other =
                ApplicationSteps.written("applicant3", call, ProjectSteps.consented(ProjectSteps.OTHER, intake.far()));
        step("applicant3", other + "/submit", "{}");
        step("applicant4", other + "/certify", "{}");
        second = other.replace("applications/", "");
    }

    private void isAssessed() throws Exception {
        var gckr = cast.of("gckr");
        ExpertiseSteps.findsAConflict(gckr, first);
        ExpertiseSteps.scores(cast.of("expert"), "8");
        ExpertiseSteps.scoresInEnglish(cast.of("expert2", "en-GB"), "7");
        ExpertiseSteps.isScored(second, 6);
        ExpertiseSteps.isRanked(gckr, call);
        ExpertiseSteps.isOpen(gckr, call, first);
    }

    private void isDecided() {
        var gckr = cast.of("gckr");
        ExpertiseSteps.opines(gckr, first);
        var sitting = SittingSteps.plans(gckr, call);
        SittingSteps.fillsTheAgenda(gckr, 2, "1-е место, 7,50", "Стенд");
        SittingSteps.opens(gckr);
        SittingSteps.hearsTheFirst(gckr);
        SittingSteps.recusesWhoseEnterpriseTakesPart(gckr);
        SittingSteps.movesToAward(gckr, "1 000 000");
        SittingSteps.voteFor(gckr.page().url(), cast.of("commission"), cast.of("commission2"));
        gckr.page().reload();
        SittingSteps.hearsTheNext(gckr);
        SittingSteps.movesToRefuse(gckr);
        votedByAll("Против", "Доля снижается на втором этапе");
        var protocol = signed(sitting, "Доля снижается на втором этапе", "1/2026");
        DecisionSteps.carriesOut(
                cast.of("department"),
                protocol,
                "Поддержано 1 на 1 000 000,00 ₽, в резерве 0, отказано 1",
                "9 000 000,00");
        assertThat(cast.of("department").text("Исполнено решений: 2 из 2")).isVisible();
        DecisionSteps.arePublished(cast.of("department"), call);
    }

    private void votedByAll(String writes, String opinion) {
        var gckr = cast.of("gckr");
        var item = gckr.page().url();
        SittingSteps.voteFor(item, cast.of("commission"), cast.of("commission2"));
        SittingSteps.notesTheVoteInWriting(gckr, item, writes, opinion);
    }

    private String signed(String sitting, String opinion, String number) {
        SittingSteps.closes(cast.of("gckr"), sitting);
        var protocol = SittingSteps.numbers(cast.of("gckr"), opinion, number);
        SittingSteps.signs(cast.of("chief"), protocol);
        return protocol;
    }

    private String isAppealed() {
        var appeal = DecisionSteps.appeals(cast.of("applicant3"), second);
        DecisionSteps.isNotDecidedByWhoTookPart(cast.of("chief"), appeal);
        DecisionSteps.upholds(cast.of("department2"), appeal);
        BodySteps.isRead(cast.of("department2"));
        BodySteps.changesByOrder(cast.of("department2"));
        return appeal;
    }

    private void isDecidedAnew() {
        var gckr = cast.of("gckr");
        var sitting = SittingSteps.plans(gckr, call);
        SittingSteps.fillsTheAgenda(gckr, 1, "6,00", "Медтех");
        SittingSteps.opens(gckr);
        SittingSteps.hearsTheFirst(gckr);
        SittingSteps.movesToAward(gckr, "2 000 000");
        votedByAll("За", "Доля снижается");
        var protocol = signed(sitting, "Доля снижается", "2/2026");
        assertThat(cast.of("chief").text("№ 1/2026 от 01.06.2026")).isVisible();
        DecisionSteps.carriesOut(
                cast.of("department"),
                protocol,
                "Поддержано 2 на 3 000 000,00 ₽, в резерве 0, отказано 0",
                "7 000 000,00");
        assertThat(cast.of("department").text("Исполнено решений: 1 из 1")).isVisible();
    }
}
