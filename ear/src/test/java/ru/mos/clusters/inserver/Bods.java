package ru.mos.clusters.inserver;

import java.nio.charset.StandardCharsets;

/** Statements in BODS 0.4 for tests, valid by the schema unless a test says otherwise. */
final class Bods {

    private Bods() {}

    static byte[] file(String... statements) {
        return ("[" + String.join(",\n", statements) + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** @param id padded to the length that the standard asks for */
    static String statement(String id, String date, String record, String type, String status, String details) {
        return "{\"statementId\": \"" + (id + "-".repeat(32)).substring(0, 32) + "\", \"statementDate\": \"" + date
                + "\", \"declarationSubject\": \"alfa\", \"recordId\": \"" + record + "\", \"recordType\": \"" + type
                + "\", \"recordStatus\": \"" + status + "\", \"recordDetails\": " + details + "}";
    }

    static String company(String record, String inn) {
        return statement(
                "entity-" + record,
                "2020-01-01",
                record,
                "entity",
                "new",
                "{\"isComponent\": false, \"entityType\": {\"type\": \"registeredEntity\"}, \"name\": \"" + record
                        + "\", \"jurisdiction\": {\"name\": \"Russia\", \"code\": \"RU\"}, \"identifiers\": [{\"id\": \""
                        + inn + "\", \"scheme\": \"RU-INN\"}]}");
    }

    static String person(String record, String inn) {
        return statement(
                "person-" + record,
                "2020-01-01",
                record,
                "person",
                "new",
                "{\"isComponent\": false, \"personType\": \"knownPerson\", \"names\": [{\"type\": \"legal\","
                        + " \"fullName\": \"" + record + "\"}], \"identifiers\": [{\"id\": \"" + inn
                        + "\", \"scheme\": \"RU-INN\"}]}");
    }

    /** That the owner holds so many per cent of the subject, from a day on if one is given. */
    static String holds(
            String id,
            String date,
            String record,
            String status,
            String owner,
            String subject,
            int percent,
            String from) {
        return statement(
                id,
                date,
                record,
                "relationship",
                status,
                "{\"isComponent\": false, \"subject\": \"" + subject + "\", \"interestedParty\": \"" + owner
                        + "\", \"interests\": [{\"type\": \"shareholding\", \"directOrIndirect\": \"direct\","
                        + " \"share\": {\"exact\": " + percent + "}"
                        + (from == null ? "" : ", \"startDate\": \"" + from + "\"") + "}]}");
    }
}
