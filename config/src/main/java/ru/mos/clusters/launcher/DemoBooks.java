package ru.mos.clusters.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The department's account, appropriations and limits of the demo call. Sums, account and INN are invented. */
final class DemoBooks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NOTICE = """
            {"kind": "%1$s", "effectiveOn": "2011-01-14",
             "document": {"title": "%2$s", "number": "%3$s", "date": "2011-01-12"},
             "lines": [{"year": 2011, "kbk": "80704125150102006242", "amount": "%4$s"},
                       {"year": 2012, "kbk": "80704125150102006242", "amount": "%5$s"}]}""";

    private static final String ACCOUNT = """
            {"number": "40201810200000000001", "bic": "044525000", "bank": "ГУ Банка России по ЦФО",
             "holder": "Департамент науки, промышленной политики и предпринимательства города Москвы", "inn": "7700000016",
             "kpp": "770001001", "oktmo": "45000000", "pays": true, "from": "2011-01-01"}""";

    private DemoBooks() {}

    static void load(RestClient accountant, RestClient chief) throws IOException, InterruptedException {
        chief.post("bank/accounts", read(ACCOUNT));
        post(
                accountant,
                chief,
                "APPROPRIATION",
                "Уведомление о бюджетных ассигнованиях",
                "14-А",
                "120000000.00",
                "180000000.00");
        post(
                accountant,
                chief,
                "LIMIT",
                "Уведомление о лимитах бюджетных обязательств",
                "14-Л",
                "60000000.00",
                "40000000.00");
        accountant.post(
                "ledger/notices",
                read(NOTICE.formatted(
                        "LIMIT", "Уведомление о лимитах бюджетных обязательств", "31-Л", "5000000.00", "5000000.00")));
    }

    private static void post(
            RestClient accountant,
            RestClient chief,
            String kind,
            String title,
            String number,
            String first,
            String second)
            throws IOException, InterruptedException {
        var notice = accountant.post("ledger/notices", read(NOTICE.formatted(kind, title, number, first, second)));
        chief.post("ledger/notices/" + notice.path("id").asText() + "/post", read("{}"));
    }

    private static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }
}
