package ru.mos.clusters.opendata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.CsvwTable.Column;
import ru.mos.clusters.platform.Csv;

/** Clusters with their organisations and latest verdicts, a row each. */
final class ClusterTable {

    static final CsvwTable TABLE = new CsvwTable(
            "clusters.csv",
            "Кластеры Москвы в сфере малого и среднего предпринимательства",
            "Кластеры, существующие на дату набора, их организации и последнее заключение о соответствии пяти условиям проекта"
                    + " Концепции кластерной политики.",
            List.of(
                    new Column("code", "string", true, "Код кластера", "Отрасль и номер, не меняется"),
                    new Column("sector", "string", true, "Код отрасли", "Код отрасли из справочника"),
                    new Column("sector_name", "string", true, "Отрасль", "Название отрасли"),
                    new Column("name", "string", true, "Название кластера", "Название на дату набора"),
                    new Column(
                            "organisation_inn",
                            "string",
                            false,
                            "ИНН организации",
                            "ИНН организации развития кластера"),
                    new Column(
                            "organisation_name",
                            "string",
                            false,
                            "Организация",
                            "Название организации развития кластера"),
                    new Column("members", "integer", true, "Участников", "Число участников организации на дату набора"),
                    new Column(
                            "smes",
                            "integer",
                            false,
                            "Субъектов МСП",
                            "Сколько из них засчитано субъектами МСП в последнем заключении"),
                    new Column(
                            "outcome",
                            "string",
                            false,
                            "Заключение",
                            "ELIGIBLE – условия выполнены, NOT_ELIGIBLE – не выполнены, UNKNOWN – не хватает данных, MANUAL – решает человек"),
                    new Column("verdict_on", "date", false, "Дата заключения", "День, на который сделано заключение"),
                    new Column("as_of", "date", true, "Дата набора", "День, о котором говорят остальные столбцы")),
            List.of("code"));

    private static final int ROWS_AT_ONCE = 1000;

    private ClusterTable() {}

    private record Row(
            String code,
            String sector,
            String sectorName,
            String name,
            @Nullable String inn,
            @Nullable String organisation,
            long members,
            @Nullable Integer smes,
            @Nullable String outcome,
            @Nullable LocalDate verdictOn) {}

    static DraftFile write(Handle handle, String statement, LocalDate day, Path folder) throws IOException {
        var path = DraftFile.place(folder, TABLE.file());
        long records = 0;
        try (var out = DraftFile.writer(path);
                var rows = handle
                        .createQuery(statement)
                        .bind("day", day)
                        .setFetchSize(ROWS_AT_ONCE)
                        .map((row, context) -> new Row(
                                row.getString("code"),
                                row.getString("sector"),
                                row.getString("sector_name"),
                                row.getString("name"),
                                row.getString("inn"),
                                row.getString("organisation"),
                                row.getLong("members"),
                                row.getObject("smes", Integer.class),
                                row.getString("outcome"),
                                row.getObject("verdict_on", LocalDate.class)))
                        .stream()) {
            out.write(TABLE.head() + Csv.LINE_END);
            for (var row : (Iterable<Row>) rows::iterator) {
                out.write(line(row, day) + Csv.LINE_END);
                records++;
            }
        }
        return new DraftFile(TABLE.file(), DraftFile.CSV, path, records);
    }

    private static String line(Row row, LocalDate day) {
        return Csv.line(
                ',',
                row.code(),
                row.sector(),
                row.sectorName(),
                row.name(),
                row.inn(),
                row.organisation(),
                row.members(),
                row.smes(),
                row.outcome(),
                row.verdictOn(),
                day);
    }
}
