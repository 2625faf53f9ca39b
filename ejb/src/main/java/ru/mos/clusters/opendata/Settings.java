package ru.mos.clusters.opendata;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What publications of a day say of their publisher, and the least number of persons that is told. */
record Settings(Map<String, String> values) {

    static Settings on(Handle handle, LocalDate day) {
        return new Settings(handle
                .createQuery(
                        "select distinct s.code, opendata.setting_on(s.code, :day) as value from opendata.setting s")
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getString("code"), Objects.toString(row.getString("value"), "")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private String value(String code) {
        return values.getOrDefault(code, "");
    }

    String publisherName() {
        return value("PUBLISHER_NAME");
    }

    String publisherId() {
        return value("PUBLISHER_ID");
    }

    String publisherInn() {
        return value("PUBLISHER_INN");
    }

    String publisherPhone() {
        return value("PUBLISHER_PHONE");
    }

    String publisherMail() {
        return value("PUBLISHER_MAIL");
    }

    String grantPrefix() {
        return value("GRANT_PREFIX");
    }

    String licenceName() {
        return value("LICENCE_NAME");
    }

    String licenceUrl() {
        return value("LICENCE_URL");
    }

    /** Where the application is to be had from outside, without a slash at its end; empty where nobody has said. */
    String address() {
        return value("ADDRESS");
    }

    int smallCell() {
        return Integer.parseInt(value("SMALL_CELL"));
    }
}
