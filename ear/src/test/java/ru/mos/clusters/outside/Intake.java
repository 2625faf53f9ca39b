package ru.mos.clusters.outside;

import static ru.mos.clusters.outside.Programs.made;
import static ru.mos.clusters.outside.Programs.step;

import java.util.List;
import ru.mos.clusters.inserver.LedgerFixture;

/**
 * Who meets in a call: two clusters of one agglomeration and one of another, people who sign for two of their organisations,
 * experts, of whom one owns a share of a participant. The clock stands in the days of the call's intake.
 *
 * @param own led by the organisation that {@code applicant} and {@code applicant2} sign for
 * @param near of the same agglomeration
 * @param far of another, led by the organisation that {@code applicant3} and {@code applicant4} sign for
 */
record Intake(String own, String near, String far) {

    static final String LEAD = "7700000111";
    static final String OTHER_LEAD = "7700000129";

    private static final String ORGANISATION = """
            insert into platform.organisation (id, name, inn) values (gen_random_uuid(), '%1$s', '%2$s');
            update platform.app_user set organisation_id = (select id from platform.organisation where inn = '%2$s')
             where login in ('%3$s', '%4$s')""";

    static Intake prepared() throws Exception {
        for (var role : List.of("department", "chief", "gckr", "gckr2", "auditor", "admin")) {
            FromOutside.given(role);
        }
        FromOutside.given("expert", "expert2", "expert3", "applicant", "applicant2", "applicant3", "applicant4");
        gone();
        at("2026-03-10 12:00");
        CallsRestIT.run(LedgerFixture.limits(2026, "80704121234567890811", "10000000"));
        CallsRestIT.run(ORGANISATION.formatted("Союз «Стенд»", LEAD, "applicant", "applicant2"));
        CallsRestIT.run(ORGANISATION.formatted("Союз «Медтех»", OTHER_LEAD, "applicant3", "applicant4"));
        mandate("applicant", LEAD);
        mandate("applicant3", OTHER_LEAD);
        var intake = new Intake(
                cluster("Стенды", LEAD, "7700000016"),
                cluster("Программы", "7700000136", "7700000023"),
                cluster("Медицина", OTHER_LEAD, "7700000030", "7700000048"));
        agglomeration("Восток", intake.own, intake.near);
        agglomeration("Запад", intake.far);
        experts();
        return intake;
    }

    /** Sets the clock to a time of Moscow. */
    static void at(String moscow) throws Exception {
        CallsRestIT.run("delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '"
                + moscow + "' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    static void mandate(String login, String inn) throws Exception {
        made("admin", "mandates", """
                {"login": "%s", "organisation": "%s", "from": "2026-01-01", "until": "2027-01-01",
                 "document": {"title": "Доверенность", "number": "1", "date": "2026-01-01"}}""".formatted(login, inn));
    }

    private static String cluster(String name, String organisation, String... members) throws Exception {
        var id = made("department", "clusters", """
                        {"sector": "IT", "name": "%s", "organisation": {"inn": "%s"}, "from": "2019-01-01"}""".formatted(name, organisation))
                .get("id")
                .asText();
        for (var member : members) {
            made("department", "clusters/" + id + "/members", """
                    {"inn": "%s", "roles": ["OTHER"], "from": "2019-01-01", "memberOfOrganisation": true}""".formatted(member));
        }
        return id;
    }

    private static void agglomeration(String name, String... clusters) throws Exception {
        var decision = "\"decision\": {\"title\": \"Приказ\", \"number\": \"1\", \"date\": \"2019-01-01\"}";
        var code = made("department", "agglomerations", """
                        {"name": "%s", "from": "2019-01-01", %s}""".formatted(name, decision))
                .get("code")
                .asText();
        for (var cluster : clusters) {
            step("department", "agglomerations/" + code + "/clusters", """
                    {"cluster": "%s", "from": "2019-01-01", %s}""".formatted(cluster, decision));
        }
    }

    private static void experts() throws Exception {
        for (var login : List.of("expert", "expert2", "expert3")) {
            made("gckr", "experts", """
                    {"login": "%s", "inn": %s, "employer": null, "employerName": "Институт", "fields": ["IT"],
                     "from": "2024-01-01", "to": null}""".formatted(login, login.equals("expert3") ? "\"770123456703\"" : "null"));
        }
        made("department", "ownership/stakes", """
                {"owner": {"person": {"name": "Дубов Олег Маркович", "inn": "770123456703"}}, "subject": {"inn": "7700000023"},
                 "kind": "SHAREHOLDING", "share": {"numerator": "1", "denominator": "100"}, "from": "2024-01-01",
                 "document": {"title": "Список участников", "number": "1", "date": "2024-01-01"}}""");
    }

    static void gone() throws Exception {
        new CallsRestIT().gone();
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
        CallsRestIT.run("""
                delete from platform.clock_shift;
                truncate call.expert, call.body, cluster.consultation cascade;
                delete from platform.mandate;
                update platform.app_user set organisation_id = null
                 where login in ('applicant', 'applicant2', 'applicant3', 'applicant4');
                delete from platform.organisation where inn in ('7700000111', '7700000129');
                truncate ownership.import, ownership.import_problem, ownership.party, ownership.identity, ownership.extract,
                         ownership.shown, ownership.stake cascade;
                delete from platform.task where subject_kind in ('ASSIGNMENT', 'CALL_APPLICATION')
                    or kind in ('CALL_TO_PUBLISH', 'PROTOCOL_TO_SIGN', 'APPEAL_TO_DECIDE')""");
    }
}
