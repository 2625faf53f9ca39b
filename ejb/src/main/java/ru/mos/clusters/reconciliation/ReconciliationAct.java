package ru.mos.clusters.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.platform.paper.Roubles;
import ru.mos.clusters.platform.paper.Sheet;

/**
 * The statement by which the department and a recipient agree on what was paid, returned and accounted for in a period. In Russian.
 *
 * @param before all that moved before the period
 * @param within all that moved in it, in the order of days
 * @param until last day of the period
 */
record ReconciliationAct(
        AgreementView agreement, LocalDate from, LocalDate until, List<Movement> before, List<Movement> within) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int[] WIDTHS = {13, 39, 16, 16, 16};

    String title() {
        return "Акт сверки по соглашению № СГ-" + agreement.number();
    }

    void write(Sheet sheet) {
        sheet.title("АКТ СВЕРКИ РАСЧЁТОВ");
        sheet.title("по соглашению о предоставлении субсидии № СГ-" + agreement.number());
        sheet.text("за период с " + from.format(SHORT) + " по " + until.format(SHORT));
        sheet.text("Департамент, именуемый главным распорядителем, и "
                + (agreement.partyName() == null ? "организация" : agreement.partyName()) + ", ИНН "
                + agreement.party().digits() + ", именуемое получателем, сверили расчёты по соглашению.");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Дата", "Документ", "Перечислено, ₽", "Возвращено, ₽", "Принято отчётов, ₽"));
        rows.add(line("", "На начало периода", before));
        within.forEach(one -> rows.add(List.of(
                one.day().format(SHORT),
                one.memo(),
                figure(one.paid()),
                figure(one.returned()),
                figure(one.accepted()))));
        rows.add(line("", "За период", within));
        var all = new ArrayList<>(before);
        all.addAll(within);
        rows.add(line("", "На конец периода", all));
        sheet.table(WIDTHS, rows);
        var left =
                sum(all, Movement::paid).subtract(sum(all, Movement::returned)).subtract(sum(all, Movement::accepted));
        sheet.strong("На " + until.format(SHORT) + " получено, не возвращено и не принято отчётами: "
                + Roubles.text(left) + " ₽.");
        sheet.heading("Подписи сторон");
        sheet.text("Главный распорядитель                    ____________________");
        sheet.text("Получатель                                          ____________________");
    }

    private static List<String> line(String day, String what, List<Movement> movements) {
        return List.of(
                day,
                what,
                Roubles.text(sum(movements, Movement::paid)),
                Roubles.text(sum(movements, Movement::returned)),
                Roubles.text(sum(movements, Movement::accepted)));
    }

    private static BigDecimal sum(List<Movement> movements, Function<Movement, BigDecimal> figure) {
        return movements.stream().map(figure).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static String figure(BigDecimal amount) {
        return amount.signum() == 0 ? "" : Roubles.text(amount);
    }
}
