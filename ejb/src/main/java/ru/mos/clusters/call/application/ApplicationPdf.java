package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.paper.PdfParts.MARGIN;
import static ru.mos.clusters.platform.paper.PdfParts.bare;
import static ru.mos.clusters.platform.paper.PdfParts.cell;
import static ru.mos.clusters.platform.paper.PdfParts.heading;
import static ru.mos.clusters.platform.paper.PdfParts.spaced;
import static ru.mos.clusters.platform.paper.PdfParts.table;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.application.ApplicationAnswers.Attachment;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.PdfMargins;
import ru.mos.clusters.platform.paper.PdfType;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectParticipant;

/**
 * An application as it is read on paper, section by section with its project, and the receipt of a round. Until a round was
 * received, every page says that it is a draft.
 */
final class ApplicationPdf {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /**
     * What is printed.
     *
     * @param submission the round; null for what is being written
     * @param participants names of who takes part, where they are frozen
     */
    record Printed(
            ApplicationView application,
            CallTerms call,
            ApplicationAnswers answers,
            ProjectContent project,
            List<ProjectParticipant> participants,
            @Nullable SubmissionView submission) {}

    private final Printed printed;
    private final UnaryOperator<String> people;
    private final Locale locale;
    private final PdfType type = new PdfType();

    /** @param people names who sent a round */
    ApplicationPdf(Printed printed, UnaryOperator<String> people, Locale locale) {
        this.printed = printed;
        this.people = people;
        this.locale = ProblemTexts.supported(locale);
    }

    /** Writes the whole application. */
    void document(Instant at, OutputStream out) {
        write("paper.title", at, out, () -> {
            var parts = new ArrayList<Element>();
            parts.add(about());
            applicant(parts);
            request(parts);
            project(parts);
            documents(parts);
            declarations(parts);
            return parts;
        });
    }

    /** Writes the receipt of the round. */
    void receipt(Instant at, OutputStream out) {
        var round = Objects.requireNonNull(printed.submission());
        write("paper.receipt", at, out, () -> {
            var about = about();
            fact(about, "paper.receiptNumber", round.receipt());
            fact(about, "paper.receivedAt", moment(round.receivedAt()));
            fact(about, "paper.submittedBy", people.apply(round.submittedBy()));
            fact(about, "paper.certifiedBy", people.apply(round.certifiedBy()));
            fact(
                    about,
                    "paper.files",
                    Integer.toString(round.answers().documents().size()));
            fact(about, "paper.digest", round.digest());
            return List.of(about, gap(text("paper.receiptNote")));
        });
    }

    private void write(
            String title, Instant at, OutputStream out, java.util.function.Supplier<List<? extends Element>> parts) {
        var document = new Document(PageSize.A4, MARGIN, MARGIN - 10, MARGIN, MARGIN + 6);
        var writer = PdfWriter.getInstance(document, out);
        var round = printed.submission();
        writer.setPageEvent(new PdfMargins(
                type,
                round == null ? text("paper.draft") : null,
                printed.application().number()
                        + (round == null ? "" : " · " + round.receipt() + " · SHA-256 " + round.digest()),
                text("paper.printed", moment(at)),
                text("paper.page")));
        document.addTitle(text(title, printed.application().number()));
        writer.getExtraCatalog().put(new PdfName("Lang"), new PdfString(locale.toLanguageTag()));
        document.open();
        document.add(centred(text(title, printed.application().number())));
        parts.get().forEach(document::add);
        document.close();
    }

    private String text(String key, Object... arguments) {
        return ProblemTexts.text(ApplicationProblem.class, key, locale, arguments);
    }

    private String moment(Instant instant) {
        var local = instant.atZone(Time.MOSCOW);
        return text("paper.moment", local.toLocalDate(), CLOCK.format(local));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "—" : ProblemTexts.dates(locale).format(day);
    }

    private String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "—";
        }
        var symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount);
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isBlank() ? "—" : text;
    }

    private Paragraph centred(String text) {
        var title = new Paragraph(text, type.title());
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingAfter(10);
        return title;
    }

    private Paragraph gap(String text) {
        var note = spaced(new Paragraph(text, type.plain()));
        note.setSpacingBefore(14);
        return note;
    }

    private void section(List<Element> parts, String key) {
        var title = spaced(new Paragraph(text(key), type.heading()));
        title.setSpacingBefore(14);
        parts.add(title);
    }

    private void fact(PdfPTable table, String key, String value) {
        table.addCell(bare(text(key), type.small()));
        table.addCell(bare(value, type.plain()));
    }

    private PdfPTable head(int[] widths, String... keys) {
        var table = table(widths);
        for (var key : keys) {
            table.addCell(heading(text(key), type));
        }
        table.setHeaderRows(1);
        return table;
    }

    private void row(PdfPTable table, String... values) {
        for (var value : values) {
            table.addCell(cell(value, font()));
        }
    }

    private Font font() {
        return type.small();
    }

    private PdfPTable about() {
        var about = table(28, 72);
        var english = locale.equals(Locale.ENGLISH);
        fact(
                about,
                "paper.call",
                printed.application().callCode() + " «"
                        + shown(
                                english
                                        ? printed.call().titleEn()
                                        : printed.call().titleRu()) + "»");
        fact(
                about,
                "paper.applicant",
                shown(printed.application().applicantName()) + ", "
                        + text("paper.inn", printed.application().applicant().digits()));
        fact(about, "paper.project", shown(printed.project().title()));
        if (printed.submission() != null) {
            fact(about, "paper.round", Integer.toString(printed.submission().round()));
        }
        return about;
    }

    private void applicant(List<Element> parts) {
        section(parts, "paper.sectionApplicant");
        var contact = printed.answers().applicant();
        var table = table(28, 72);
        fact(table, "paper.person", shown(contact.person()));
        fact(table, "paper.phone", shown(contact.phone()));
        fact(table, "paper.email", shown(contact.email()));
        fact(table, "paper.address", shown(contact.address()));
        parts.add(table);
    }

    private void request(List<Element> parts) {
        section(parts, "paper.sectionRequest");
        var table = table(28, 72);
        fact(table, "paper.purpose", shown(printed.answers().project().purpose()));
        fact(
                table,
                "paper.forms",
                printed.answers().project().forms().stream()
                        .map(form -> text("form." + form))
                        .collect(Collectors.joining(", ")));
        parts.add(table);
    }

    private void project(List<Element> parts) {
        var project = printed.project();
        section(parts, "paper.sectionProject");
        var about = table(28, 72);
        fact(about, "paper.summary", shown(project.summary()));
        fact(
                about,
                "paper.directions",
                project.directions().stream()
                        .filter(choice -> choice.direction() != null)
                        .map(choice -> text("direction." + choice.direction())
                                + (choice.text() == null ? "" : ": " + choice.text()))
                        .collect(Collectors.joining("; ")));
        fact(
                about,
                "paper.goals",
                project.goals().stream()
                        .map(goal -> shown(
                                goal.product() == null ? goal.result() : goal.product() + ": " + shown(goal.result())))
                        .collect(Collectors.joining("; ")));
        parts.add(about);
        funding(parts, project);
        participants(parts, project);
        activities(parts, project);
        risks(parts, project);
    }

    private void funding(List<Element> parts, ProjectContent project) {
        if (project.funding().isEmpty()) {
            return;
        }
        var money = head(new int[] {44, 32, 24}, "paper.stage", "paper.source", "paper.amount");
        for (var line : project.funding()) {
            int stage = line.stage() == null ? 0 : line.stage();
            var name = stage > 0 && stage <= project.stages().size()
                    ? project.stages().get(stage - 1)
                    : null;
            row(
                    money,
                    name == null
                            ? Integer.toString(stage)
                            : stage + ". " + shown(name.name()) + ", " + day(name.from()) + " – " + day(name.to()),
                    line.source() == null ? "—" : text("source." + line.source()),
                    money(line.amount()));
        }
        parts.add(money);
    }

    private void participants(List<Element> parts, ProjectContent project) {
        if (project.participants().isEmpty()) {
            return;
        }
        var table = head(new int[] {34, 42, 24}, "paper.participant", "paper.tasks", "paper.receives");
        for (var one : project.participants()) {
            var name = printed.participants().stream()
                    .filter(known -> known.inn().digits().equals(one.inn()) && known.name() != null)
                    .map(known -> known.name() + ", ")
                    .findFirst()
                    .orElse("");
            row(table, name + text("paper.inn", shown(one.inn())), shown(one.tasks()), money(one.money()));
        }
        parts.add(table);
    }

    private void activities(List<Element> parts, ProjectContent project) {
        if (project.activities().isEmpty()) {
            return;
        }
        var table = head(new int[] {40, 26, 34}, "paper.activity", "paper.when", "paper.result");
        for (var one : project.activities()) {
            row(table, shown(one.name()), day(one.from()) + " – " + day(one.to()), shown(one.result()));
        }
        parts.add(table);
    }

    private void risks(List<Element> parts, ProjectContent project) {
        if (project.risks().isEmpty()) {
            return;
        }
        var table = head(new int[] {50, 50}, "paper.risk", "paper.response");
        for (var one : project.risks()) {
            row(table, shown(one.text()), shown(one.response()));
        }
        parts.add(table);
    }

    private void documents(List<Element> parts) {
        section(parts, "paper.sectionDocuments");
        var table = head(new int[] {34, 36, 30}, "paper.document", "paper.file", "paper.digest");
        for (var one : printed.answers().documents()) {
            row(table, requirement(one), one.fileName(), one.sha256());
        }
        parts.add(table);
    }

    private String requirement(Attachment one) {
        return printed.call().documents().stream()
                .filter(listed ->
                        locale.equals(Locale.ENGLISH) && one.requirement().equals(listed.titleRu()))
                .map(CallTerms.RequiredDocument::titleEn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(one.requirement());
    }

    private void declarations(List<Element> parts) {
        section(parts, "paper.sectionDeclarations");
        var table = table(6, 94);
        for (var declaration : ApplicantDeclaration.values()) {
            boolean declared = printed.answers().declarations().contains(declaration);
            table.addCell(cell(declared ? "✓" : "—", font()));
            table.addCell(cell(text("declaration." + declaration), font()));
        }
        parts.add(table);
    }
}
