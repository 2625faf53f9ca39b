package ru.mos.clusters.call.council;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.ProtocolPaper.Item;
import ru.mos.clusters.call.council.ProtocolPaper.Moved;
import ru.mos.clusters.platform.paper.OrganisationName;
import ru.mos.clusters.platform.paper.PersonName;
import ru.mos.clusters.platform.paper.Sheet;

/** A protocol on paper, in Russian, the language of the law: who sat, what was heard, how it was voted, what was decided. */
final class ProtocolWriter {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy 'г.'", RUSSIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final ProtocolPaper paper;
    private final String number;

    /** @param number null while it has none */
    ProtocolWriter(ProtocolPaper paper, @Nullable String number) {
        this.paper = paper;
        this.number = number == null ? "б/н (проект)" : number;
    }

    /** The name of the paper. */
    String title() {
        return "Протокол № " + number + " заседания " + paper.genitive();
    }

    /** The same for the foot of a page, which is short. */
    String shortTitle() {
        return "Протокол № " + number + " от " + paper.date().format(SHORT);
    }

    void write(Sheet sheet) {
        sheet.title("ПРОТОКОЛ № " + number);
        sheet.title("заседания " + paper.genitive());
        sheet.text(paper.date().format(LONG) + ", " + paper.place());
        sheet.text("Форма: " + (paper.form() == SittingForm.MEETING ? "очное заседание" : "заочное голосование") + ".");
        sheet.text(
                "Отбор " + paper.callCode() + (paper.callTitle() == null ? "" : " «" + paper.callTitle() + "»") + ".");
        var earlier = paper.refersTo();
        if (earlier != null) {
            sheet.text("Настоящий протокол принят в связи с протоколом № " + earlier.number() + " от "
                    + earlier.date().format(SHORT) + ", который сохраняется.");
        }
        members(sheet);
        agenda(sheet);
        paper.items().forEach(item -> item(sheet, item));
        signatures(sheet);
    }

    private void members(Sheet sheet) {
        sheet.heading("Состав");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("№", "Фамилия, имя, отчество", "Обязанности", "Организация", "Участие"));
        for (var member : paper.members()) {
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    member.name(),
                    post(member.post()) + (member.votes() ? "" : ", без права голоса"),
                    member.organisation() == null ? "—" : member.organisation(),
                    presence(member.presence())));
        }
        sheet.table(new int[] {5, 34, 22, 22, 17}, rows);
        sheet.text("В составе с правом голоса: " + paper.inOffice() + ". Участвуют: " + paper.there()
                + ". Для кворума нужно "
                + (paper.moreThan() ? "более " : "не менее ") + paper.quorumNeeded() + " состава. Кворум "
                + (paper.quorumMet() ? "есть." : "отсутствует."));
        if (paper.chair() != null) {
            sheet.text("Председательствующий: " + paper.chair() + ".");
        }
    }

    private void agenda(Sheet sheet) {
        sheet.heading("Повестка");
        paper.items()
                .forEach(item -> sheet.text(item.position() + ". О заявке " + item.number() + " "
                        + OrganisationName.genitive(item.applicant())
                        + (item.title() == null ? "" : " «" + item.title() + "»")
                        + "."));
    }

    private void item(Sheet sheet, Item item) {
        sheet.heading(item.position() + ". Заявка " + item.number() + ": " + item.applicant() + ", ИНН " + item.inn());
        var secretary = paper.secretary();
        sheet.text("Слушали: "
                + (secretary == null
                        ? "доклад о заявке"
                        : "доклад " + PersonName.of(secretary).genitive() + " о заявке")
                + (item.title() == null ? "" : " на проект «" + item.title() + "»") + ".");
        sheet.text("Запрошено из бюджета: " + roubles(item.asked()) + "."
                + (item.rank() == null ? "" : " Место в рейтинге: " + item.rank() + ".")
                + (item.score() == null ? "" : " Балл: " + item.score() + "."));
        sheet.text("Заключение о соответствии условиям: " + verdict(item.verdict()) + ".");
        if (item.recommended() != null) {
            sheet.text("Рекомендация совета: "
                    + (item.recommended() == Motion.RECOMMEND ? "поддержать проект." : "не поддерживать проект."));
        }
        var said = item.said();
        if (said != null) {
            sheet.text("Заключение совета (" + said.document() + "):");
            sheet.text("Синергия: " + said(said.synergyMet(), said.synergy()));
            sheet.text("Новизна: " + said(said.noveltyMet(), said.novelty()));
            sheet.text("Смета: " + said(said.budgetMet(), said.budget()));
        }
        for (var recused : item.recused()) {
            sheet.text("Отвод " + PersonName.of(recused.name()).genitive() + " ("
                    + (recused.found() ? "установлен" : "заявлен") + "): " + sentence(recused.reason()));
        }
        sheet.text("Кворум по заявке: участвуют " + item.quorum().there() + " из "
                + item.quorum().base() + ", " + (item.quorum().met() ? "кворум есть." : "кворума нет."));
        if (item.motions().isEmpty()) {
            sheet.strong("Решили: рассмотрение отложить, голосования не было.");
        }
        item.motions().forEach(moved -> moved(sheet, item, moved));
    }

    private void moved(Sheet sheet, Item item, Moved moved) {
        var tally = moved.tally();
        sheet.text("Предложение: " + decision(item, moved) + ".");
        sheet.text("Голосовали: за — " + tally.votesFor() + ", против — " + tally.against() + ", воздержались — "
                + tally.abstained() + "."
                + (tally.byChair() ? " При равенстве голосов решил голос председательствующего." : ""));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Член", "Голос"));
        moved.ballots().forEach(ballot -> rows.add(List.of(ballot.name(), choice(ballot.choice()))));
        if (rows.size() > 1) {
            sheet.table(new int[] {70, 30}, rows);
        }
        sheet.strong(
                switch (moved.outcome()) {
                    case ADOPTED -> "Решили: " + decision(item, moved) + ".";
                    case REJECTED -> "Предложение не принято.";
                    case NO_QUORUM -> "Предложение не принято: голосов недостаточно для кворума.";
                });
        if (moved.act() != null && moved.actEdition() != null) {
            sheet.text("Основание: " + moved.act() + ", редакция от "
                    + moved.actEdition().format(SHORT) + ", " + sentence(String.valueOf(moved.paragraph())));
        }
        if (moved.reason() != null) {
            sheet.text("Причина: " + sentence(moved.reason()));
        }
        if (moved.departure() != null) {
            sheet.text("Почему комиссия отступает от рекомендации совета: " + sentence(moved.departure()));
        }
        moved.ballots().stream()
                .filter(ballot -> ballot.opinion() != null)
                .forEach(ballot -> sheet.text("Особое мнение "
                        + PersonName.of(ballot.name()).genitive() + ": "
                        + sentence(Objects.requireNonNull(ballot.opinion()))));
    }

    private static String said(boolean met, String why) {
        return (met ? "подтверждается. " : "не подтверждается. ") + sentence(why);
    }

    private static String decision(Item item, Moved moved) {
        return switch (moved.motion()) {
            case RECOMMEND -> "рекомендовать поддержать проект " + OrganisationName.genitive(item.applicant());
            case NOT_RECOMMEND -> "не рекомендовать поддержку проекта " + OrganisationName.genitive(item.applicant());
            case AWARD ->
                "предоставить " + OrganisationName.dative(item.applicant()) + " поддержку в сумме "
                        + roubles(Objects.requireNonNull(moved.amount())) + " за счёт средств " + moved.year()
                        + " года по КБК " + moved.kbk();
            case RESERVE -> "включить заявку " + OrganisationName.genitive(item.applicant()) + " в резерв";
            case REFUSE -> "отказать " + OrganisationName.dative(item.applicant()) + " в поддержке";
        };
    }

    private void signatures(Sheet sheet) {
        if (!paper.annexes().isEmpty()) {
            sheet.heading("Приложения");
            for (int at = 0; at < paper.annexes().size(); at++) {
                sheet.text(at + 1 + ". " + paper.annexes().get(at));
            }
        }
        sheet.heading("Подписи");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Обязанности", "Подпись", "Расшифровка"));
        if (paper.chair() != null) {
            rows.add(List.of(
                    "Председательствующий", " ", PersonName.of(paper.chair()).initials()));
        }
        if (paper.secretary() != null) {
            rows.add(List.of("Секретарь", " ", PersonName.of(paper.secretary()).initials()));
        }
        sheet.table(new int[] {34, 33, 33}, rows);
    }

    private static String post(Post post) {
        return switch (post) {
            case CHAIR -> "председатель";
            case DEPUTY_CHAIR -> "заместитель председателя";
            case SECRETARY -> "секретарь";
            case MEMBER -> "член";
        };
    }

    private static String presence(@Nullable Presence presence) {
        return presence == null
                ? "отсутствует"
                : switch (presence) {
                    case PRESENT -> "присутствует";
                    case IN_WRITING -> "голосует письменно";
                    case ABSENT -> "отсутствует";
                };
    }

    private static String choice(Choice choice) {
        return switch (choice) {
            case FOR -> "за";
            case AGAINST -> "против";
            case ABSTAINED -> "воздержался";
        };
    }

    private static String verdict(@Nullable String verdict) {
        return switch (String.valueOf(verdict)) {
            case "ELIGIBLE", "MET", "PASSED", "ADMITTED" -> "соответствует";
            case "NOT_ELIGIBLE", "NOT_MET", "INADMISSIBLE", "FAILED" -> "не соответствует";
            case "UNKNOWN", "MANUAL" -> "решено по представленным документам";
            default -> "не дано";
        };
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    static String roubles(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(RUSSIAN);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount) + "\u00a0₽";
    }
}
