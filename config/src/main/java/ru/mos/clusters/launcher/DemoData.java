package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.generator.CheckDigits;
import ru.mos.clusters.generator.EgrulExtracts;
import ru.mos.clusters.generator.FormatVersion;
import ru.mos.clusters.generator.Movement;
import ru.mos.clusters.generator.SmeRelease;

/**
 * Demo data, loaded over REST like any program would: three monthly releases of invented enterprises, and the clusters of
 * the Concept's drawing, one for each outcome of a verdict.
 */
final class DemoData {

    private static final long SEED = 2010;
    private static final int RECORDS = 6_000;

    /** Of a joint-stock company the state register shows no shareholders. */
    private static final String LIMITED = "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ";

    /** Members of the clusters whose owners extracts show, and where the clusters are. */
    private final Map<Plan, List<String>> shown = new LinkedHashMap<>();

    private final Map<Plan, String> paths = new LinkedHashMap<>();

    private final RestClient department;
    private final RestClient second;
    private final RestClient accountant;
    private final RestClient chief;
    private final String url;
    private final PrintStream out;

    DemoData(String url, PrintStream out) {
        this.url = url;
        this.department = new RestClient(url, "department", "demo");
        this.second = new RestClient(url, "department2", "demo");
        this.accountant = new RestClient(url, "accountant", "demo");
        this.chief = new RestClient(url, "chief", "demo");
        this.out = out;
    }

    /** How much of what only people can say has been said about a cluster. */
    private enum Said {
        /** Everything, in favour. */
        ALL,
        /** Signed declarations of independence, but nothing else yet. */
        DECLARATIONS,
        /** Nothing yet. */
        NOTHING
    }

    /** What extracts of the state register show of the members. */
    private enum Owners {
        /** There are none. */
        NOT_SHOWN,
        /** Each member belongs to people of its own. */
        SEPARATE,
        /** The owner of one member has bought more than a fifth of another. */
        LINKED
    }

    /**
     * A cluster of the drawing.
     *
     * @param activities code prefixes from which members are taken
     * @param smes members from the register
     * @param others members that are in no register
     */
    private record Plan(
            String sector,
            String name,
            String organisation,
            List<String> activities,
            int smes,
            int others,
            int innovative,
            Said said,
            Owners owners) {}

    private static final List<Plan> PLANS = List.of(
            new Plan(
                    "IT",
                    "Промышленное программное обеспечение",
                    "Ассоциация «Промышленный софт столицы»",
                    List.of("62.01", "62.02"),
                    6,
                    2,
                    4,
                    Said.ALL,
                    Owners.NOT_SHOWN),
            new Plan(
                    "IT",
                    "Городские сервисы данных",
                    "Союз разработчиков городских данных",
                    List.of("63.11", "62.09", "62.03"),
                    5,
                    1,
                    3,
                    Said.DECLARATIONS,
                    Owners.NOT_SHOWN),
            new Plan(
                    "MEDTECH",
                    "Реабилитационная техника",
                    "Некоммерческое партнёрство «Шаг вперёд»",
                    List.of("32.50"),
                    4,
                    4,
                    3,
                    Said.DECLARATIONS,
                    Owners.NOT_SHOWN),
            new Plan(
                    "MEDTECH",
                    "Диагностические приборы",
                    "Ассоциация «Точный диагноз»",
                    List.of("26.60"),
                    5,
                    1,
                    4,
                    Said.DECLARATIONS,
                    Owners.LINKED),
            new Plan(
                    "BIOPHARMA",
                    "Биотехнологические препараты",
                    "Ассоциация «БиоРегион»",
                    List.of("21", "72.11"),
                    5,
                    0,
                    4,
                    Said.NOTHING,
                    Owners.NOT_SHOWN),
            new Plan(
                    "COMMUNICATIONS",
                    "Оборудование радиосвязи",
                    "АНО «Центр радиосвязи»",
                    List.of("26.30"),
                    4,
                    1,
                    3,
                    Said.DECLARATIONS,
                    Owners.NOT_SHOWN),
            new Plan(
                    "INSTRUMENTS",
                    "Измерительные приборы и технологии",
                    "Ассоциация «Эталон»",
                    List.of("26.51"),
                    6,
                    1,
                    4,
                    Said.ALL,
                    Owners.SEPARATE));

    void loadOnce() throws IOException, InterruptedException {
        if (!department.get("register/releases?limit=1").path("items").isEmpty()) {
            return;
        }
        out.println("Loading demo data");
        importReleases();
        for (int i = 0; i < PLANS.size(); i++) {
            found(PLANS.get(i), i);
        }
        showOwners();
        enterForSecondPerson();
        joinAndSupport();
        DemoProgramme.load(department, second);
        DemoBooks.load(accountant, chief);
        new DemoSupport(url, department).load();
        DemoOpenData.load(department, accountant, chief);
        out.println("Demo data: 3 releases of " + RECORDS + " enterprises, " + PLANS.size() + " clusters");
    }

    private void importReleases() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("clusters-demo");
        try {
            var latest = latestTenth();
            var first = SmeRelease.first(SEED, RECORDS, latest.minusMonths(2), FormatVersion.V4_06);
            var next = first.next(latest.minusMonths(1), FormatVersion.V4_06, Movement.MONTH);
            var last = next.next(latest, FormatVersion.V4_06, Movement.MONTH);
            for (var release : List.of(first, next, last)) {
                var file = folder.resolve(release.archiveName());
                release.writeTo(file);
                load(file, "&coverage=COMPLETE");
            }
            int year = SmeRelease.latestYear(today());
            var headcount = folder.resolve("headcount-" + year + ".zip");
            last.headcount(year).writeTo(headcount);
            load(headcount, "");
            var income = folder.resolve("income-" + year + ".zip");
            last.income(year).writeTo(income);
            load(income, "");
        } finally {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void load(Path file, String query) throws IOException, InterruptedException {
        var release = department.importRelease(file, query);
        out.println("  " + file.getFileName() + ": " + release.path("state").asText() + ", "
                + release.path("records").asText() + " records");
    }

    /** Releases are made on the 10th of each month. */
    private LocalDate latestTenth() throws IOException, InterruptedException {
        var today = today();
        var tenth = today.withDayOfMonth(10);
        return tenth.isAfter(today) ? tenth.minusMonths(1) : tenth;
    }

    private LocalDate today() throws IOException, InterruptedException {
        return LocalDate.parse(department.get("me").path("today").asText());
    }

    private void found(Plan plan, int number) throws IOException, InterruptedException {
        var from = "2024-03-14";
        var organisation = CheckDigits.innOfEntity("77", 9_980_001 + number);
        var cluster = department.post(
                "clusters",
                Map.of(
                        "sector", plan.sector(),
                        "name", plan.name(),
                        "organisation", Map.of("inn", organisation, "name", plan.organisation()),
                        "curator", number % 2 == 0 ? "gckr" : "gckr2",
                        "from", from));
        var path = "clusters/" + cluster.path("id").asText();
        var members = smes(plan);
        for (int i = 0; i < members.size(); i++) {
            var roles = i == 0
                    ? List.of("SME_LEADER", "INNOVATIVE_SME")
                    : List.of(i % 2 == 0 ? "MANUFACTURER" : "INNOVATIVE_SME");
            admit(path, members.get(i), "", roles, from, true);
            if (i < plan.innovative()) {
                recordInnovative(members.get(i), from);
            }
        }
        for (int i = 0; i < plan.others(); i++) {
            var inn = CheckDigits.innOfEntity("77", 9_970_001 + number * 20 + i);
            admit(path, inn, "НИИ «Опора-" + (number + 1) + (i + 1) + "»", List.of("RESEARCH_INSTITUTE"), from, true);
        }
        admit(
                path,
                CheckDigits.innOfEntity("77", 9_960_001 + number),
                "Банк «Содействие-" + (number + 1) + "»",
                List.of("BANK_FINANCE"),
                from,
                false);
        apply(path, number);
        if (plan.owners() == Owners.NOT_SHOWN) {
            conclude(path, plan.said(), from);
        } else {
            shown.put(plan, members);
            paths.put(plan, path);
        }
    }

    /** Somebody waits to join the first cluster; the second one has refused somebody without a listed ground. */
    private void apply(String path, int number) throws IOException, InterruptedException {
        if (number > 1) {
            return;
        }
        var submitted = today().minusDays(number == 0 ? 5 : 40);
        var application = department.post(
                path + "/applications",
                Map.of(
                        "inn", CheckDigits.innOfEntity("77", 9_950_001 + number),
                        "name", number == 0 ? "ООО «Новая волна»" : "ООО «Соседний цех»",
                        "roles", List.of("INNOVATIVE_SME"),
                        "submittedOn", submitted.toString(),
                        "document", Map.of("title", "Заявление о вступлении", "date", submitted.toString())));
        if (number == 1) {
            var decided = submitted.plusDays(10).toString();
            department.post(
                    path + "/applications/" + application.path("id").asText() + "/refuse",
                    Map.of(
                            "decidedOn",
                            decided,
                            "withoutListedGround",
                            true,
                            "reason",
                            "Члены организации не готовы расширять состав",
                            "document",
                            Map.of("title", "Протокол общего собрания", "number", "4", "date", decided)));
        }
    }

    /** Extracts of the members of some clusters come in together; what they leave open is concluded after that. */
    private void showOwners() throws IOException, InterruptedException {
        var extracts = new EgrulExtracts(today());
        int person = 0;
        for (var entry : shown.entrySet()) {
            var founders = new ArrayList<EgrulExtracts.Party>();
            for (var inn : entry.getValue()) {
                var entity = department.get("entities/" + inn);
                if (entity.path("name").asText().startsWith(LIMITED)) {
                    founders.add(EgrulExtracts.person(SEED, person++));
                    boolean linked = entry.getKey().owners() == Owners.LINKED && founders.size() == 2;
                    var buyer = linked ? founders.get(0) : EgrulExtracts.person(SEED, person++);
                    extract(extracts, entity, founders.get(founders.size() - 1), buyer, linked);
                }
            }
        }
        var file = Files.createTempFile("egrul-", ".xml");
        try {
            extracts.writeTo(file);
            var imported = department.importOwnership(file);
            out.println("  EGRUL: " + imported.path("state").asText() + ", "
                    + imported.path("records").asText() + " extracts");
        } finally {
            Files.delete(file);
        }
        for (var entry : paths.entrySet()) {
            conclude(entry.getValue(), entry.getKey().said(), "2024-03-14");
        }
    }

    /** The founder directs the company and has sold a part of it. */
    private static void extract(
            EgrulExtracts extracts,
            JsonNode entity,
            EgrulExtracts.Party founder,
            EgrulExtracts.Party buyer,
            boolean aFifth) {
        var sold = LocalDate.of(2025, 5, 15);
        extracts.company(
                entity.path("inn").asText(),
                entity.path("ogrn").asText(),
                entity.path("name").asText(),
                LocalDate.of(2015, 3, 20),
                founder,
                List.of(
                        new EgrulExtracts.Share(founder, aFifth ? "79" : "60", sold),
                        new EgrulExtracts.Share(buyer, aFifth ? "21" : "40", sold)));
    }

    /** Two agglomerations, an agreement with a university, and the infrastructure around. */
    private void joinAndSupport() throws IOException, InterruptedException {
        var found = department.get("clusters?limit=" + PLANS.size()).path("items");
        var codes = new LinkedHashMap<String, String>();
        found.forEach(cluster ->
                codes.put(cluster.path("name").asText(), cluster.path("code").asText()));
        var east = agglomeration("Приборостроительный куст «Восток»");
        var health = agglomeration("Технологии здоровья");
        assign(east, code(codes, "Измерительные приборы и технологии"));
        assign(east, code(codes, "Оборудование радиосвязи"));
        assign(east, code(codes, "Промышленное программное обеспечение"));
        assign(health, code(codes, "Диагностические приборы"));
        assign(health, code(codes, "Биотехнологические препараты"));
        cooperate(code(codes, "Измерительные приборы и технологии"));
        DemoProject.load(
                department,
                code(codes, "Измерительные приборы и технологии"),
                code(codes, "Промышленное программное обеспечение"));
        supportBy();
    }

    private static String code(Map<String, String> codes, String name) {
        return Objects.requireNonNull(codes.get(name), name);
    }

    private String agglomeration(String name) throws IOException, InterruptedException {
        return department
                .post(
                        "agglomerations",
                        Map.of("name", name, "from", "2024-09-01", "decision", document("Приказ ДМСП", "41-р")))
                .path("id")
                .asText();
    }

    private void assign(String agglomeration, String cluster) throws IOException, InterruptedException {
        department.post(
                "agglomerations/" + agglomeration + "/clusters",
                Map.of("cluster", cluster, "from", "2024-09-01", "decision", document("Приказ ДМСП", "41-р")));
    }

    private void cooperate(String cluster) throws IOException, InterruptedException {
        var university = CheckDigits.innOfEntity("77", 9_950_003);
        admit(
                "clusters/" + cluster,
                university,
                "Университет точных измерений",
                List.of("UNIVERSITY"),
                "2024-03-14",
                false);
        var organisation = department
                .get("clusters/" + cluster)
                .path("organisation")
                .path("inn")
                .asText();
        department.post(
                "clusters/" + cluster + "/agreements",
                Map.of(
                        "number", "НИР-12",
                        "date", "2024-10-02",
                        "subject", "Совместные НИР по метрологии и практика студентов",
                        "parties", List.of(organisation, university)));
    }

    private void supportBy() throws IOException, InterruptedException {
        var centre = organisation(
                9_940_001,
                "DEVELOPMENT_CENTRE",
                "Московский центр развития предпринимательства",
                "г. Москва, Приборная ул., 7",
                "ЦАО",
                null);
        organisation(
                9_940_001, "DISTRICT_CENTRE", "Центр развития «Север»", "г. Москва, Северная ул., 3", "САО", centre);
        var east = organisation(
                9_940_001, "DISTRICT_CENTRE", "Центр развития «Восток»", "г. Москва, Восточная ул., 12", "ВАО", centre);
        department.post(
                "infrastructure/" + east + "/officers", Map.of("login", "infrastructure", "from", "2024-03-14"));
        offer(east, "CONSULTING", null, 1_200);
        offer(east, "TRAINING", null, 300);
        offer(east, "MARKETING", null, 40);
        accredit(east, true);
        var park =
                organisation(9_940_002, "TECHNOPARK", "Технопарк «Эталон»", "г. Москва, Опытная ул., 1", "ВАО", null);
        offer(park, "PREMISES", null, 4_200);
        offer(park, "EQUIPMENT", "INSTRUMENTS", 3_000);
        accredit(park, true);
        var laboratory = organisation(
                9_940_003,
                "TEST_LABORATORY",
                "Испытательная лаборатория «Мера»",
                "г. Москва, Поверочная ул., 5",
                "ЮВАО",
                null);
        offer(laboratory, "TESTING", "MEDTECH", 120);
        accredit(laboratory, false);
        int year = today().getYear();
        need("INSTRUMENTS", "CONSULTING", year, 600);
        need("INSTRUMENTS", "EQUIPMENT", year, 2_400);
        need("INSTRUMENTS", "PREMISES", year, 3_500);
        need("MEDTECH", "TESTING", year, 200);
    }

    private String organisation(
            int number, String kind, String name, String address, String area, @Nullable String parent)
            throws IOException, InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("inn", CheckDigits.innOfEntity("77", number));
        body.put("kind", kind);
        body.put("name", name);
        body.put("address", address);
        body.put("area", area);
        body.put("from", "2024-03-14");
        if (parent != null) {
            body.put("parent", parent);
        }
        return department.post("infrastructure", body).path("id").asText();
    }

    private void offer(String organisation, String service, @Nullable String sector, int capacity)
            throws IOException, InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("service", service);
        if (sector != null) {
            body.put("sector", sector);
        }
        body.put("capacity", capacity);
        body.put("from", "2024-03-14");
        department.post("infrastructure/" + organisation + "/offers", body);
    }

    /** Proposed by one employee and, unless it shall wait, given by another. */
    private void accredit(String organisation, boolean given) throws IOException, InterruptedException {
        var kind = department.get("infrastructure/" + organisation).path("kind").asText();
        var checks = new ArrayList<Map<String, Object>>();
        for (var requirement : department
                .get("infrastructure-directory/requirements?kind=" + kind)
                .path("items")) {
            checks.add(Map.of(
                    "requirement", requirement.path("id").asText(),
                    "met", true,
                    "document", document("Справка о выполнении требования", "Т-" + (checks.size() + 1))));
        }
        var proposed = department.post(
                "infrastructure/" + organisation + "/accreditations",
                Map.of("from", "2024-04-01", "to", (today().getYear() + 2) + "-04-01", "checks", checks));
        if (given) {
            second.post(
                    "infrastructure/" + organisation + "/accreditations/"
                            + proposed.path("id").asText() + "/give",
                    Map.of());
        }
    }

    private void need(String sector, String service, int year, int amount) throws IOException, InterruptedException {
        department.post(
                "infrastructure-coverage/needs",
                Map.of(
                        "sector",
                        sector,
                        "service",
                        service,
                        "year",
                        year,
                        "amount",
                        amount,
                        "basis",
                        "Опрос участников"));
    }

    private List<String> smes(Plan plan) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        for (var activity : plan.activities()) {
            var page = department.get(
                    "entities?kind=LEGAL_ENTITY&region=77&status=IN&limit=" + plan.smes() + "&activity=" + activity);
            for (var entity : page.path("items")) {
                if (found.size() < plan.smes()) {
                    found.add(entity.path("inn").asText());
                }
            }
        }
        return found;
    }

    private void admit(String path, String inn, String name, List<String> roles, String from, boolean member)
            throws IOException, InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("inn", inn);
        if (!name.isEmpty()) {
            body.put("name", name);
        }
        body.put("roles", roles);
        body.put("from", from);
        body.put("memberOfOrganisation", member);
        department.post(path + "/members", body);
    }

    private void recordInnovative(String inn, String from) throws IOException, InterruptedException {
        var fact = department.post(
                "entities/" + inn + "/facts",
                Map.of(
                        "fact",
                        "INNOVATIVE",
                        "value",
                        "true",
                        "from",
                        from,
                        "document",
                        document("Свидетельство участника инновационного кластера", "ИК-" + inn)));
        second.post("entities/" + inn + "/facts/" + fact.path("id").asText() + "/confirm", Map.of());
    }

    /** One fact waits, so that the second employee of the department finds a task. */
    private void enterForSecondPerson() throws IOException, InterruptedException {
        var entity = department
                .get("entities?kind=LEGAL_ENTITY&region=77&status=IN&limit=1&activity=26.51")
                .path("items")
                .get(0);
        department.post(
                "entities/" + entity.path("inn").asText() + "/facts",
                Map.of(
                        "fact",
                        "EXPORT_ORIENTED",
                        "value",
                        "true",
                        "from",
                        "2025-01-01",
                        "document",
                        document("Справка об экспортных контрактах", "ЭК-7")));
    }

    private void conclude(String path, Said said, String from) throws IOException, InterruptedException {
        for (var finding : department.get(path + "/verdict").path("findings")) {
            for (var part : finding.path("parts")) {
                conclude(path, finding, part, said, from);
            }
        }
    }

    private void conclude(String path, JsonNode finding, JsonNode part, Said said, String from)
            throws IOException, InterruptedException {
        var rule = finding.path("rule").asText();
        var open = List.of("MANUAL", "UNKNOWN").contains(part.path("outcome").asText());
        if (!open || said == Said.NOTHING || (said != Said.ALL && !rule.equals("E4"))) {
            return;
        }
        department.post(
                path + "/conclusions",
                Map.of(
                        "rule",
                        rule,
                        "part",
                        part.path("code").asText(),
                        "outcome",
                        "MET",
                        "statement",
                        "Проверено по представленному документу.",
                        "document",
                        document("Заключение куратора", "З-" + rule),
                        "validFrom",
                        from));
    }

    private static Map<String, Object> document(String title, String number) {
        return Map.of("title", title, "number", number, "date", "2024-03-10");
    }
}
