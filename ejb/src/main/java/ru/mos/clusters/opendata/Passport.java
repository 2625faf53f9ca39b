package ru.mos.clusters.opendata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import ru.mos.clusters.platform.Csv;

/**
 * The passport of a set of open data, as a table of properties and their values.
 *
 * <p>Source: methodical recommendations on the publication of open data by public bodies, edition 3.0.
 *
 * @param set name of the set, the folder of its passport
 * @param data file that holds it
 * @param structure file or address that tells its structure
 */
record Passport(
        String set, String title, String description, String subject, String format, String data, String structure) {

    private static final String STANDARD = "http://opendata.gosmonitor.ru/standard/3.0";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    String file() {
        return set + "/meta.csv";
    }

    /** @param created day of the first publication of the set; {@code day} that of this one */
    String text(Settings settings, LocalDate created, LocalDate day) {
        var says = new LinkedHashMap<String, String>();
        says.put("standardversion", STANDARD);
        says.put("identifier", settings.publisherInn().isEmpty() ? set : settings.publisherInn() + "-" + set);
        says.put("title", title);
        says.put("description", description);
        says.put("creator", settings.publisherName());
        says.put("created", DAY.format(created));
        says.put("modified", DAY.format(day));
        says.put("subject", subject);
        says.put("format", format);
        says.put("provenance", "Сведения на " + day);
        says.put("valid", "");
        says.put("publishername", settings.publisherName());
        says.put("publisherphone", settings.publisherPhone());
        says.put("publishermbox", settings.publisherMail());
        says.put("license", settings.licenceUrl());
        says.put("data-" + DAY.format(day) + "-structure-" + DAY.format(created), address(settings, data));
        says.put("structure-" + DAY.format(created), address(settings, structure));
        return says.entrySet().stream()
                .map(one -> Csv.line(',', one.getKey(), one.getValue()))
                .collect(Collectors.joining(Csv.LINE_END, "property,value" + Csv.LINE_END, Csv.LINE_END));
    }

    private static String address(Settings settings, String file) {
        return file.startsWith("http") ? file : settings.address() + "/open-data/" + file;
    }

    /** The sets by the name of their file. */
    static final Map<String, Passport> OF = Map.of(
            GrantFiles.NAME,
            new Passport(
                    "grants-360",
                    "Субсидии на совместные проекты кластеров Москвы",
                    "Соглашения о субсидиях в стандарте 360Giving: кому, сколько и на что предоставлено, сколько выплачено",
                    "субсидии, гранты, кластеры, малое и среднее предпринимательство",
                    "JSON",
                    GrantFiles.NAME,
                    "https://standard.threesixtygiving.org/"),
            OwnershipFile.NAME,
            new Passport(
                    "ownership-bods",
                    "Собственность организаций и участников кластеров Москвы",
                    "Доли и органы управления в стандарте BODS 0.4: только организации, доли физических лиц опущены",
                    "собственность, доли, кластеры",
                    "JSON",
                    OwnershipFile.NAME,
                    "https://standard.openownership.org/en/0.4.0/"),
            ClusterTable.TABLE.file(),
            new Passport(
                    "clusters",
                    ClusterTable.TABLE.title(),
                    ClusterTable.TABLE.description(),
                    "кластеры, малое и среднее предпринимательство",
                    "CSV",
                    ClusterTable.TABLE.file(),
                    ClusterTable.TABLE.metadataFile()),
            EntrepreneurTable.TABLE.file(),
            new Passport(
                    "entrepreneurs",
                    EntrepreneurTable.TABLE.title(),
                    EntrepreneurTable.TABLE.description(),
                    "предприниматели, самозанятые, кластеры",
                    "CSV",
                    EntrepreneurTable.TABLE.file(),
                    EntrepreneurTable.TABLE.metadataFile()));
}
