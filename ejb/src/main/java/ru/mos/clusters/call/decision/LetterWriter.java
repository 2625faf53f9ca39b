package ru.mos.clusters.call.decision;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import ru.mos.clusters.platform.paper.OrganisationName;
import ru.mos.clusters.platform.paper.Sheet;

/** The letter that tells an applicant what the commission decided, why, and until when to appeal. In Russian. */
final class LetterWriter {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy 'г.'", RUSSIAN);

    private final DecisionView decision;

    LetterWriter(DecisionView decision) {
        this.decision = decision;
    }

    String title() {
        return "Уведомление о решении № " + decision.number() + " по заявке " + decision.applicationNumber();
    }

    void write(Sheet sheet) {
        sheet.strong("Руководителю " + OrganisationName.genitive(applicant()));
        sheet.text("ИНН " + decision.applicant().digits());
        sheet.text(day(decision.decidedOn()) + ", исх. № Р-" + decision.number());
        sheet.title("УВЕДОМЛЕНИЕ");
        sheet.title(
                switch (decision.motion()) {
                    case AWARD -> "о предоставлении поддержки";
                    case RESERVE -> "о включении заявки в резерв";
                    default -> "об отказе в поддержке";
                });
        sheet.text("Заявка " + decision.applicationNumber() + " " + OrganisationName.genitive(applicant())
                + (decision.title() == null ? "" : " на проект «" + decision.title() + "»") + " по отбору "
                + decision.callCode() + " рассмотрена на заседании " + decision.bodyGenitive() + " "
                + day(decision.protocolDate()) + ", протокол № " + decision.protocolNumber() + ".");
        switch (decision.motion()) {
            case AWARD -> award(sheet);
            case RESERVE -> reserve(sheet);
            default -> refusal(sheet);
        }
        if (decision.earlier() != null) {
            sheet.text("Решение принято заново. Прежнее решение и его протокол сохраняются.");
        }
        sheet.heading("Подпись");
        sheet.text("Руководитель Департамента                    ____________________");
    }

    private void award(Sheet sheet) {
        sheet.strong("Решено предоставить " + OrganisationName.dative(applicant()) + " поддержку в сумме "
                + roubles(Objects.requireNonNull(decision.amount())) + " за счёт средств " + decision.year()
                + " года по КБК " + decision.kbk() + ".");
        if (decision.amount() != null && decision.amount().compareTo(decision.asked()) < 0) {
            sheet.text("Запрошено было " + roubles(decision.asked()) + ".");
        }
        reason(sheet);
        sheet.text("Деньги перечисляют по соглашению. Департамент направит его проект отдельно.");
    }

    private void reserve(Sheet sheet) {
        sheet.strong("Решено включить заявку " + OrganisationName.genitive(applicant()) + " в резерв.");
        reason(sheet);
        sheet.text("Если средства освободятся, комиссия вернётся к заявке в порядке рейтинга.");
    }

    private void refusal(Sheet sheet) {
        sheet.strong("Решено отказать " + OrganisationName.dative(applicant()) + " в поддержке.");
        sheet.text("Основание: " + decision.act()
                + (decision.actEdition() == null ? "" : ", редакция от " + day(decision.actEdition())) + ", "
                + sentence(String.valueOf(decision.paragraph())));
        reason(sheet);
        sheet.text("Решение можно обжаловать до " + day(decision.appealTo())
                + " включительно. Жалобу решает тот, кто не участвовал в рассмотрении заявки.");
    }

    private void reason(Sheet sheet) {
        if (decision.reason() != null) {
            sheet.text("Причина: " + sentence(decision.reason()));
        }
    }

    private String applicant() {
        var name = decision.applicantName();
        return name == null ? "организация с ИНН " + decision.applicant().digits() : name;
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static String day(LocalDate date) {
        return date.format(LONG);
    }

    private static String roubles(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(RUSSIAN);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount) + "\u00a0₽";
    }
}
