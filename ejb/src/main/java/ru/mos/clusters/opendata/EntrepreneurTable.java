package ru.mos.clusters.opendata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.CsvwTable.Column;
import ru.mos.clusters.platform.Csv;

/**
 * Entrepreneurs and self-employed of clusters as sums by sector and category, with the sums of sectors, of categories and of all. A
 * number that is not told is left empty; nobody is a zero.
 */
final class EntrepreneurTable {

    static final String ALL = "ALL";

    static final CsvwTable TABLE = new CsvwTable(
            "entrepreneurs.csv",
            "Предприниматели и самозанятые в кластерах Москвы",
            "Только суммы по отраслям и категориям; ALL – итог. Пустая ячейка: число не сообщается, чтобы по нему нельзя было узнать о"
                    + " немногих лицах; никого – ноль.",
            List.of(
                    new Column(
                            "sector",
                            "string",
                            true,
                            "Код отрасли",
                            "Код отрасли; ALL – все отрасли, OTHER – без кластера, SEVERAL – в нескольких отраслях"),
                    new Column(
                            "category",
                            "string",
                            true,
                            "Категория",
                            "MICRO, SMALL, MEDIUM – по реестру МСП; OUTSIDE_REGISTER – вне реестра, в том числе самозанятые; ALL – все"),
                    new Column("persons", "integer", false, "Участников", "Сколько их состоит в кластерах"),
                    new Column("recipients", "integer", false, "Получателей", "Сколькие получили субсидии"),
                    new Column("awarded", "decimal", false, "Предоставлено, ₽", "Субсидии по соглашениям, рублей"),
                    new Column("disbursed", "decimal", false, "Выплачено, ₽", "Выплачено за вычетом возвратов, рублей"),
                    new Column("as_of", "date", true, "Дата набора", "День, о котором говорят остальные столбцы")),
            List.of("sector", "category"));

    private static final List<String> CATEGORIES = List.of("MICRO", "SMALL", "MEDIUM", "OUTSIDE_REGISTER");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private EntrepreneurTable() {}

    /** The sums of a sector and category. */
    record Sums(
            String sector, String category, long persons, long recipients, BigDecimal awarded, BigDecimal disbursed) {}

    /** The whole table, with its head. */
    static List<String> lines(List<Sums> all, int least, LocalDate day) {
        var sectors =
                new ArrayList<>(new TreeSet<>(all.stream().map(Sums::sector).toList()));
        var persons = new long[sectors.size()][CATEGORIES.size()];
        var recipients = new long[sectors.size()][CATEGORIES.size()];
        for (var one : all) {
            persons[sectors.indexOf(one.sector())][CATEGORIES.indexOf(one.category())] = one.persons();
            recipients[sectors.indexOf(one.sector())][CATEGORIES.indexOf(one.category())] = one.recipients();
        }
        var lines = new ArrayList<String>();
        lines.add(TABLE.head());
        if (sectors.isEmpty()) {
            return lines;
        }
        var members = new Suppression(persons, least);
        var paid = new Suppression(recipients, least);
        for (int row = 0; row <= sectors.size(); row++) {
            for (int column = 0; column <= CATEGORIES.size(); column++) {
                var sector = row == sectors.size() ? ALL : sectors.get(row);
                var category = column == CATEGORIES.size() ? ALL : CATEGORIES.get(column);
                boolean told = paid.isTold(row, column);
                lines.add(Csv.line(
                        ',',
                        sector,
                        category,
                        number(members, row, column),
                        number(paid, row, column),
                        told ? sum(all, sector, category, true) : null,
                        told ? sum(all, sector, category, false) : null,
                        day));
            }
        }
        return lines;
    }

    private static @Nullable Long number(Suppression table, int row, int column) {
        return table.isTold(row, column) ? table.number(row, column) : null;
    }

    private static String sum(List<Sums> all, String sector, String category, boolean awarded) {
        return all.stream()
                .filter(one -> sector.equals(ALL) || one.sector().equals(sector))
                .filter(one -> category.equals(ALL) || one.category().equals(category))
                .map(awarded ? Sums::awarded : Sums::disbursed)
                .reduce(NOTHING, BigDecimal::add)
                .toPlainString();
    }
}
