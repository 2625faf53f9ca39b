package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Support that was given: money on record and a file of it for the tax service that waits for a chief, and a request of each form
 * that is no money, each one in another state. Values and documents are invented.
 */
final class DemoSupport {

    private static final String CLUSTER = "INSTRUMENTS-1";

    private final RestClient department;
    private final RestClient gckr;
    private final RestClient admin;
    private final RestClient applicant;

    DemoSupport(String url, RestClient department) {
        this.department = department;
        this.gckr = new RestClient(url, "gckr", "demo");
        this.admin = new RestClient(url, "admin", "demo");
        this.applicant = new RestClient(url, "applicant", "demo");
    }

    void load() throws IOException, InterruptedException {
        var today = LocalDate.parse(department.get("me").path("today").asText());
        var members = department.get("clusters/" + CLUSTER + "/members").path("items");
        recordMoney(members, today);
        department.post("support/batches", Map.of());
        var inn = members.path(0).path("inn").asText();
        admin.post(
                "mandates",
                Map.of(
                        "login", "applicant",
                        "organisation", inn,
                        "from", today.toString(),
                        "until", today.plusYears(2).toString(),
                        "document", paper("Доверенность", "7", today)));
        askEach(inn, today);
    }

    private void recordMoney(JsonNode members, LocalDate today) throws IOException, InterruptedException {
        for (int i = 0; i < 4; i++) {
            var decided = today.minusMonths(1).minusDays(3L * i);
            department.post(
                    "support/records",
                    Map.ofEntries(
                            Map.entry("inn", members.path(i).path("inn").asText()),
                            Map.entry("providerInn", "7700000016"),
                            Map.entry("providerName", "Департамент науки и промышленной политики"),
                            Map.entry("form", "FINANCIAL"),
                            Map.entry("kind", "GRANT"),
                            Map.entry("purpose", "Оснащение измерительной лаборатории"),
                            Map.entry("decidedOn", decided.toString()),
                            Map.entry("endsOn", decided.plusMonths(6).toString()),
                            Map.entry("size", 350_000 + i * 120_000 + ".00"),
                            Map.entry("unit", "ROUBLE"),
                            Map.entry(
                                    "document", paper("Приказ о предоставлении субсидии", "61-" + (i + 1), decided))));
        }
    }

    private void askEach(String inn, LocalDate today) throws IOException, InterruptedException {
        ask(inn, today, "CONSULTING", "OTHER/OTHER/PIECE", 1, null, "Проведение отраслевого конкурса приборов");
        approved(
                ask(inn, today, "CONSULTING", "INFORMATION/INFORMATION/PIECE", 3, null, "Обзор рынка датчиков"),
                12,
                today);
        var stand = ask(inn, today, "MARKETING", "MARKETING/STAND/PIECE", 1, null, "Выставка приборостроения");
        scheduled(approved(stand, 1, today), today.plusDays(20), today.plusDays(23), null);
        var course = ask(inn, today, "TRAINING", "TRAINING/COURSE/HOUR", 40, 8, "Обучение метрологов");
        delivered(approved(course, null, today), 40, 8, today, today, "96000.00");
        var advice = ask(
                inn,
                today,
                "CONSULTING",
                "CONSULTING/CONSULTATION/HOUR",
                12,
                null,
                "Сертификация приборов для экспорта");
        confirmed(delivered(approved(advice, null, today), 12, null, today, today, "43200.00"), 5, 4);
        var room = ask(inn, today, "PREMISES", "PROPERTY/PREMISES/SQUARE_METRE", 60, null, "Сборочный участок");
        var ends = today.plusMonths(6);
        scheduled(approved(room, null, today), today, ends, premises());
        confirmed(delivered(room, 60, null, today, ends, "540000.00"), 4, 5);
    }

    private String ask(
            String inn,
            LocalDate today,
            String service,
            String what,
            int quantity,
            @Nullable Integer persons,
            String purpose)
            throws IOException, InterruptedException {
        var kind = what.split("/");
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("inn", inn);
        body.put("cluster", CLUSTER);
        body.put("offer", offer(service).path("id").asText());
        body.put("form", kind[0]);
        body.put("kind", kind[1]);
        body.put("unit", kind[2]);
        body.put("quantity", Integer.toString(quantity));
        body.put("persons", persons);
        body.put("purpose", purpose);
        body.put("startsOn", today.toString());
        body.put("endsOn", today.plusMonths(6).toString());
        return "in-kind-requests/"
                + applicant.post("in-kind-requests", body).path("id").asText();
    }

    private JsonNode offer(String service) throws IOException, InterruptedException {
        for (var offer : applicant.get("in-kind-offers").path("items")) {
            if (offer.path("service").asText().equals(service)) {
                return offer;
            }
        }
        throw new IllegalStateException("nobody offers " + service);
    }

    /** The register of recipients was not published for the day: a person says that nothing stands in the way. */
    private String approved(String request, @Nullable Integer capacity, LocalDate today)
            throws IOException, InterruptedException {
        gckr.post(
                request + "/release",
                Map.of(
                        "reason",
                        "Получатель письмом подтвердил, что такой поддержки не получал",
                        "document",
                        paper("Письмо получателя", "18", today)));
        gckr.post(request + "/approve", capacity == null ? Map.of() : Map.of("capacity", capacity.toString()));
        return request;
    }

    private String scheduled(String request, LocalDate from, LocalDate through, @Nullable String object)
            throws IOException, InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("startsOn", from.toString());
        body.put("endsOn", through.toString());
        if (object != null) {
            body.put("object", object);
            body.put("agreement", paper("Договор аренды", "А-31", from));
        }
        gckr.post(request + "/schedule", body);
        return request;
    }

    private String delivered(
            String request, int quantity, @Nullable Integer persons, LocalDate from, LocalDate through, String value)
            throws IOException, InterruptedException {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("quantity", Integer.toString(quantity));
        body.put("persons", persons);
        body.put("startsOn", from.toString());
        body.put("endsOn", through.toString());
        body.put("value", value);
        body.put("document", paper("Акт оказания поддержки", "5", from));
        gckr.post(request + "/deliver", body);
        return request;
    }

    private void confirmed(String request, int quality, int timeliness) throws IOException, InterruptedException {
        applicant.post(request + "/confirm", Map.of("quality", quality, "timeliness", timeliness));
    }

    private String premises() throws IOException, InterruptedException {
        return gckr.post(
                        "in-kind-objects",
                        Map.of(
                                "organisation",
                                        offer("PREMISES").path("organisation").asText(),
                                "kind", "PREMISES",
                                "name", "Цех 4, участок 2",
                                "place", "г. Москва, Опытная ул., 1",
                                "area", "60"))
                .path("id")
                .asText();
    }

    private static Map<String, Object> paper(String title, String number, LocalDate date) {
        return Map.of("title", title, "number", number, "date", date.toString());
    }
}
