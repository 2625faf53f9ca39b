package ru.mos.clusters.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.paper.Roubles;
import ru.mos.clusters.platform.paper.Sheet;
import ru.mos.clusters.project.ProjectContent;

/**
 * The text of an agreement, or of a supplementary agreement, which says beside the new terms what they were before. In Russian.
 *
 * @param party who signs it
 * @param succeeded how it came to be the party, and who receives in whose place
 * @param before the edition it amends; null: it is the first
 */
record AgreementPaper(
        AgreementView agreement,
        Inn party,
        @Nullable String partyName,
        List<SuccessionView> succeeded,
        EditionView edition,
        @Nullable EditionView before,
        ProjectContent project) {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy 'г.'", RUSSIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int[] SCHEDULE = {8, 34, 16, 21, 21};
    private static final int[] BUDGET = {8, 64, 28};
    private static final int[] DIFFERENCE = {40, 30, 30};
    private static final int[] TARGETS = {40, 20, 20, 20};

    String title() {
        return before == null
                ? "Соглашение № СГ-" + agreement.number()
                : "Дополнительное соглашение № " + (edition.number() - 1) + " к соглашению № СГ-" + agreement.number();
    }

    void write(Sheet sheet) {
        sheet.title(before == null ? "СОГЛАШЕНИЕ № СГ-" + agreement.number() : title().toUpperCase(RUSSIAN));
        sheet.title("о предоставлении субсидии из бюджета города Москвы");
        sheet.text("Москва" + (edition.signedOn() == null ? ", проект" : ", " + day(edition.signedOn())));
        sheet.text("Департамент, именуемый главным распорядителем, и "
                + (partyName == null ? "организация" : partyName) + ", ИНН " + party.digits()
                + ", именуемое получателем, заключили соглашение о следующем.");
        for (var step : succeeded) {
            sheet.text((step.capacity() == SuccessionCapacity.PARTY
                            ? "Правопреемство получателя: "
                            : "Правопреемство участника: ")
                    + step.told() + ".");
        }
        if (before != null) {
            difference(sheet, before);
        }
        subject(sheet);
        schedule(sheet);
        targets(sheet);
        conditions(sheet);
        returns(sheet);
        sheet.heading("Подписи сторон");
        sheet.text("Главный распорядитель                    ____________________");
        sheet.text("Получатель                                          ____________________");
    }

    private void subject(Sheet sheet) {
        sheet.heading("1. Предмет");
        sheet.text("1.1. Субсидия предоставляется " + years() + " на проект «" + agreement.title()
                + "» по отбору " + agreement.callCode() + ", заявка " + agreement.applicationNumber()
                + ", в соответствии со статьёй "
                + (edition.terms().article() == SupportArticle.ARTICLE_78 ? "78" : "78.1")
                + " Бюджетного кодекса Российской Федерации.");
        sheet.text("1.2. Размер субсидии: " + roubles(edition.amount()) + sums() + ". КБК " + agreement.kbk() + ".");
        sheet.text("1.3. "
                + (edition.terms().treasurySupport()
                        ? "Деньги проходят через лицевой счёт, который открыт получателю в казначействе."
                        : "Деньги перечисляют на расчётный счёт получателя."));
        sheet.text("1.4. Налог на добавленную стоимость " + (edition.terms().vatEligible() ? "входит" : "не входит")
                + " в расходы, которые возмещает субсидия.");
        sheet.text("1.5. "
                + switch (agreement.route()) {
                    case APPLICANT_ONLY -> "Субсидию расходует получатель.";
                    case ONWARD_TO_PARTICIPANTS ->
                        "Получатель передаёт части субсидии участникам проекта по договорам с ними.";
                    case TO_EACH_PARTICIPANT -> "Часть каждого участника проекта перечисляют ему самому.";
                });
        if (isReimbursement()) {
            sheet.text("1.6. Субсидия возмещает часть затрат, которые получатель уже понёс на проект.");
        }
    }

    private void schedule(Sheet sheet) {
        sheet.heading("2. График и собственные средства");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("№", "Этап проекта", "Не ранее", "Субсидия, ₽", "Собственные средства, ₽"));
        int position = 0;
        for (var one : edition.terms().instalments()) {
            position++;
            rows.add(List.of(
                    Integer.toString(position),
                    stage(one.stage()),
                    one.dueOn().format(SHORT),
                    Roubles.text(one.amount()),
                    Roubles.text(one.own())));
        }
        sheet.table(SCHEDULE, rows);
        sheet.text(
                isReimbursement()
                        ? "2.1. Часть субсидии перечисляют, когда принята заявка на возмещение с документами об оплаченных затратах:"
                                + " ту долю допущенных затрат, которую субсидия составляет в сумме с собственными средствами части,"
                                + " с точностью до копейки вниз, но не больше указанной суммы. Документ учитывают один раз."
                        : "2.1. Часть субсидии перечисляют, когда принят отчёт о предыдущей части и документами подтверждены"
                                + " собственные и привлечённые средства этапа не меньше указанных. Документ подтверждает средства один раз.");
        budget(sheet);
    }

    private void budget(Sheet sheet) {
        if (edition.terms().budget().isEmpty()) {
            return;
        }
        sheet.text("2.2. Субсидию расходуют по смете. Расходы сверх статьи или вне статей не засчитывают.");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("№", "Статья расходов", "Субсидия, ₽"));
        int position = 0;
        for (var one : edition.terms().budget()) {
            position++;
            rows.add(List.of(Integer.toString(position), one.name(), Roubles.text(one.amount())));
        }
        rows.add(List.of("", "Всего", Roubles.text(edition.amount())));
        sheet.table(BUDGET, rows);
    }

    private String stage(int number) {
        var name = number > project.stages().size()
                ? null
                : project.stages().get(number - 1).name();
        return number + (name == null ? "" : ". " + name);
    }

    private void targets(Sheet sheet) {
        if (edition.terms().targets().isEmpty()) {
            return;
        }
        sheet.heading("3. Результаты");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Показатель", "Было", "План", "К дате"));
        for (var one : edition.terms().targets()) {
            rows.add(List.of(
                    one.code(),
                    one.baseline() == null ? "" : one.baseline().toPlainString(),
                    one.plan().toPlainString(),
                    one.by().format(SHORT)));
        }
        sheet.table(TARGETS, rows);
    }

    private void conditions(Sheet sheet) {
        sheet.heading("4. Условия");
        sheet.text(
                "4.1. Получатель согласен на проверки главного распорядителя и органов государственного финансового контроля.");
        sheet.text("4.2. На средства субсидии не покупают иностранную валюту, кроме случаев, которые допускает закон.");
        sheet.text("4.3. Кластер и участники проекта отвечают условиям поддержки на день каждого платежа.");
        sheet.text("4.4. О смене банковского счёта получатель сообщает документом. По новому счёту платят после"
                + " подтверждения и срока ожидания.");
        sheet.text(
                isReimbursement()
                        ? "4.5. Получатель хранит документы о затратах, на которые выплачена субсидия, и показывает их при проверках."
                        : "4.5. Получатель отчитывается о каждой части субсидии с документами о расходах.");
    }

    private void returns(Sheet sheet) {
        sheet.heading("5. Возврат");
        sheet.text(
                "5.1. Средства, израсходованные не по назначению или полученные по недостоверным сведениям, возвращают"
                        + " полностью.");
        sheet.text("5.2. За недостижение результатов возвращают часть субсидии по формуле порядка предоставления.");
        if (!isReimbursement()) {
            sheet.text(
                    "5.3. Неиспользованный остаток возвращают, если потребность в нём не подтверждена на следующий год.");
        }
    }

    private void difference(Sheet sheet, EditionView earlier) {
        sheet.heading("Что изменяется");
        sheet.text("Причина: " + edition.reason() + ".");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Условие", "Было", "Стало"));
        compare(rows, "Размер субсидии, ₽", Roubles.text(earlier.amount()), Roubles.text(edition.amount()));
        compare(rows, "Статья Бюджетного кодекса", article(earlier), article(edition));
        compare(
                rows,
                "Казначейское сопровождение",
                yes(earlier.terms().treasurySupport()),
                yes(edition.terms().treasurySupport()));
        compare(
                rows,
                "НДС в расходах",
                yes(earlier.terms().vatEligible()),
                yes(edition.terms().vatEligible()));
        int most = Math.max(
                earlier.terms().instalments().size(),
                edition.terms().instalments().size());
        for (int at = 0; at < most; at++) {
            compare(rows, "Часть " + (at + 1), instalment(earlier, at), instalment(edition, at));
        }
        var items = new LinkedHashMap<String, String>();
        Stream.of(earlier, edition)
                .flatMap(of -> of.terms().budget().stream())
                .forEach(one -> items.putIfAbsent(one.key(), one.name()));
        items.forEach(
                (key, name) -> compare(rows, "Статья сметы «" + name + "»", item(earlier, key), item(edition, key)));
        for (var one : edition.terms().targets()) {
            compare(rows, "Показатель " + one.code(), target(earlier, one.code()), target(edition, one.code()));
        }
        sheet.table(DIFFERENCE, rows);
    }

    private static void compare(List<List<String>> rows, String what, String was, String is) {
        if (!Objects.equals(was, is)) {
            rows.add(List.of(what, was, is));
        }
    }

    private static String instalment(EditionView of, int at) {
        if (at >= of.terms().instalments().size()) {
            return "нет";
        }
        var one = of.terms().instalments().get(at);
        return "этап " + one.stage() + ", с " + one.dueOn().format(SHORT) + ", " + Roubles.text(one.amount())
                + ", собственных " + Roubles.text(one.own());
    }

    private static String item(EditionView of, String key) {
        return of.terms().budget().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(one -> Roubles.text(one.amount()))
                .orElse("нет");
    }

    private static String target(EditionView of, String code) {
        return of.terms().targets().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.plan().toPlainString() + " к " + one.by().format(SHORT))
                .orElse("нет");
    }

    private static String article(EditionView of) {
        return of.terms().article() == SupportArticle.ARTICLE_78 ? "78" : "78.1";
    }

    private static String yes(boolean so) {
        return so ? "да" : "нет";
    }

    /** As the edition was signed: what a year end carried over stands in no paper. */
    private SortedMap<Integer, BigDecimal> byYear() {
        var first = edition.signedOn() == null
                ? agreement.year()
                : Math.min(agreement.year(), edition.signedOn().getYear());
        var sums = new TreeMap<Integer, BigDecimal>();
        for (var one : edition.terms().instalments()) {
            sums.merge(
                    edition.byYear() ? Math.max(first, one.dueOn().getYear()) : agreement.year(),
                    one.amount(),
                    BigDecimal::add);
        }
        return sums;
    }

    private String years() {
        var years = byYear().keySet();
        return years.size() == 1
                ? "в " + years.iterator().next() + " году"
                : "в " + years.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " годах";
    }

    /** Of several years each with its sum. */
    private String sums() {
        var byYear = byYear();
        return byYear.size() == 1
                ? ""
                : byYear.entrySet().stream()
                        .map(one -> "в " + one.getKey() + " году " + roubles(one.getValue()))
                        .collect(Collectors.joining(", ", ", из них ", ""));
    }

    private boolean isReimbursement() {
        return agreement.mode() == FundingMode.REIMBURSEMENT;
    }

    private static String day(LocalDate date) {
        return date.format(LONG);
    }

    private static String roubles(BigDecimal amount) {
        return Roubles.text(amount) + " ₽";
    }
}
