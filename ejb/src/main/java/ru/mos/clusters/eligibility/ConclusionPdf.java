package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.paper.PdfParts.MARGIN;
import static ru.mos.clusters.platform.paper.PdfParts.bare;
import static ru.mos.clusters.platform.paper.PdfParts.cell;
import static ru.mos.clusters.platform.paper.PdfParts.heading;
import static ru.mos.clusters.platform.paper.PdfParts.spaced;
import static ru.mos.clusters.platform.paper.PdfParts.table;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictView.EntryView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.VerdictView.Measure;
import ru.mos.clusters.eligibility.VerdictView.Notice;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.paper.PdfMargins;
import ru.mos.clusters.platform.paper.PdfType;

/**
 * A verdict on paper, laid out as an official conclusion: what was judged, on which date and by which rules, the outcome
 * of each condition, and for each who counted, who did not and why, from which source. Every page says «ПРОЕКТ» where the
 * act behind any condition is a draft, for a conclusion on a draft alone binds nobody. Fonts are embedded.
 */
final class ConclusionPdf {

    /** Words of the page itself. */
    enum Label {
        TITLE,
        SUBTITLE,
        DRAFT,
        CLUSTER,
        ORGANISATION,
        NONE,
        AS_OF,
        KNOWN_ON,
        RULES,
        RULES_VERSION,
        BASIS,
        DRAFT_BASIS,
        NUMBERED,
        CONDITION,
        OUTCOME,
        MEASURED,
        REQUIRED,
        OF,
        COUNTED,
        NOT_COUNTED,
        INN,
        WHY,
        SOURCE,
        PARTS,
        CONCLUDED_BY,
        REMEDIES,
        WARNINGS,
        WAIVER,
        WAIVED,
        WAIVER_GIVEN,
        SIGNATURE,
        POSITION,
        DATE,
        DIGEST,
        PRINTED,
        PAGE
    }

    private final Wording wording;
    private final VerdictView verdict;
    private final String rules;
    private final UnaryOperator<String> names;
    private final PdfType type = new PdfType();

    /**
     * @param rules name of the rule set
     * @param names of people by their logins
     */
    ConclusionPdf(Wording wording, VerdictView verdict, String rules, UnaryOperator<String> names) {
        this.wording = wording;
        this.verdict = verdict;
        this.rules = rules;
        this.names = names;
    }

    /** Writes the whole document; {@code printed} is the instant it bears. */
    void write(Instant printed, OutputStream out) {
        var document = new Document(PageSize.A4, MARGIN, MARGIN - 10, MARGIN, MARGIN + 6);
        var writer = PdfWriter.getInstance(document, out);
        var draft = isDraft() ? wording.of(Label.DRAFT) : null;
        writer.setPageEvent(new PdfMargins(type, draft, origin(), printedOn(printed), wording.of(Label.PAGE)));
        document.addTitle(wording.of(Label.TITLE) + ": " + verdict.cluster().code());
        writer.getExtraCatalog()
                .put(new PdfName("Lang"), new PdfString(wording.locale().toLanguageTag()));
        document.open();
        head().forEach(document::add);
        document.add(summary());
        verdict.findings().forEach(finding -> section(finding).forEach(document::add));
        document.add(signatures());
        document.close();
    }

    private boolean isDraft() {
        return verdict.findings().stream()
                .anyMatch(finding -> finding.citation().status() == Citation.Status.DRAFT);
    }

    private String origin() {
        return verdict.cluster().code() + " · "
                + wording.format(Wording.key(Label.DIGEST), String.valueOf(verdict.digest()));
    }

    private String printedOn(Instant printed) {
        return Wording.capital(wording.format(Wording.key(Label.PRINTED), wording.moment(printed)));
    }

    private List<Element> head() {
        var title = new Paragraph(wording.of(Label.TITLE), type.title());
        title.setAlignment(Element.ALIGN_CENTER);
        var subtitle = new Paragraph(wording.of(Label.SUBTITLE), type.strong());
        subtitle.setAlignment(Element.ALIGN_CENTER);
        subtitle.setSpacingAfter(14);

        var about = table(26, 74);
        about(
                about,
                Label.CLUSTER,
                verdict.cluster().code() + " «" + verdict.cluster().name() + "»");
        about(about, Label.ORGANISATION, organisation());
        about(about, Label.AS_OF, wording.date(verdict.asOf()));
        about(about, Label.KNOWN_ON, wording.moment(verdict.knownOn()));
        about(
                about,
                Label.RULES,
                rules + ", "
                        + wording.format(
                                Wording.key(Label.RULES_VERSION),
                                verdict.ruleSet().version()));
        about(about, Label.BASIS, basis());

        var outcome = new Paragraph(wording.of(verdict.outcome()).toUpperCase(wording.locale()), type.title());
        outcome.setAlignment(Element.ALIGN_CENTER);
        outcome.setSpacingBefore(16);
        var explanation = new Paragraph(verdict.explanation(), type.plain());
        explanation.setAlignment(Element.ALIGN_CENTER);
        explanation.setSpacingAfter(12);
        return List.of(title, subtitle, about, outcome, explanation);
    }

    private String organisation() {
        var organisation = verdict.organisation();
        if (organisation == null) {
            return wording.of(Label.NONE);
        }
        var inn = wording.format("verdict.unnamed", organisation.inn());
        return organisation.name() == null ? inn : organisation.name() + ", " + inn;
    }

    /** The acts behind the conditions, each once. */
    private String basis() {
        var acts = verdict.findings().stream()
                .map(FindingView::citation)
                .map(citation -> citation.edition() == null
                        ? citation.act()
                        : wording.format("verdict.dated", citation.act(), citation.edition()))
                .distinct()
                .collect(Collectors.joining("; "));
        return isDraft() ? acts + ". " + wording.of(Label.DRAFT_BASIS) : acts;
    }

    private PdfPTable summary() {
        var table = table(6, 46, 20, 14, 14);
        Stream.of("№", wording.of(Label.CONDITION), wording.of(Label.OUTCOME))
                .forEach(text -> table.addCell(heading(text, type)));
        table.addCell(heading(wording.of(Label.MEASURED), type));
        table.addCell(heading(wording.of(Label.REQUIRED), type));
        table.setHeaderRows(1);
        for (var finding : verdict.findings()) {
            table.addCell(cell(Integer.toString(finding.rule().number()), type.plain()));
            table.addCell(cell(finding.name(), type.plain()));
            table.addCell(cell(outcome(finding), type.strong()));
            table.addCell(cell(measure(finding.measured()), type.plain()));
            table.addCell(cell(measure(finding.required()), type.plain()));
        }
        return table;
    }

    /** The condition's own outcome, and that it is not held against the cluster. */
    private String outcome(FindingView finding) {
        var waiver = finding.waiver();
        return waiver == null || waiver.effect() != Outcome.MET
                ? wording.of(finding.outcome())
                : wording.of(finding.outcome()) + "; " + wording.of(Label.WAIVED);
    }

    private String measure(Measure measure) {
        return wording.format(Wording.key(Label.OF), measure.count(), measure.of());
    }

    private List<Element> section(FindingView finding) {
        return Stream.of(
                        Stream.<Element>of(opening(finding)),
                        waiver(finding.waiver()),
                        entries(Label.COUNTED, finding.counted()),
                        entries(Label.NOT_COUNTED, finding.notCounted()),
                        parts(finding.parts()),
                        notices(Label.WARNINGS, finding.warnings()),
                        notices(Label.REMEDIES, finding.remedies()))
                .flatMap(elements -> elements)
                .toList();
    }

    /** The head of a section, never torn apart by the end of a page. */
    private PdfPTable opening(FindingView finding) {
        var title = spaced(new Paragraph(
                wording.format(Wording.key(Label.NUMBERED), finding.rule().number(), finding.name()), type.heading()));
        var outcome = spaced(new Paragraph());
        outcome.add(new Chunk(Wording.capital(wording.of(finding.outcome())) + ". ", type.strong()));
        outcome.add(new Chunk(finding.explanation(), type.plain()));
        var citation = spaced(new Paragraph(
                finding.citation().act() + ", " + finding.citation().paragraph() + ".", type.small()));
        var cell = new PdfPCell();
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        List.of(title, outcome, citation).forEach(cell::addElement);
        var table = table(100);
        table.setSpacingBefore(16);
        table.setKeepTogether(true);
        table.addCell(cell);
        return table;
    }

    /** Why, by which paper, who asked for it and who gave it. */
    private Stream<Element> waiver(VerdictView.@Nullable Waiver waiver) {
        if (waiver == null) {
            return Stream.empty();
        }
        var document = waiver.document();
        var paper = wording.format(
                "verdict.dated",
                document.number() == null ? document.title() : document.title() + " № " + document.number(),
                document.date());
        var paragraph = spaced(new Paragraph());
        paragraph.setSpacingBefore(4);
        paragraph.add(new Chunk(wording.of(Label.WAIVER) + " ", type.strong()));
        paragraph.add(new Chunk(waiver.statement() + " ", type.plain()));
        paragraph.add(new Chunk(
                wording.format(
                        Wording.key(Label.WAIVER_GIVEN),
                        names.apply(waiver.requestedBy()),
                        names.apply(waiver.by()),
                        paper,
                        waiver.validFrom(),
                        waiver.validTo()),
                type.plain()));
        return Stream.of(paragraph);
    }

    private Stream<Element> entries(Label label, List<EntryView> entries) {
        if (entries.isEmpty()) {
            return Stream.empty();
        }
        var table = table(32, 16, 32, 20);
        Stream.of(label, Label.INN, Label.WHY, Label.SOURCE)
                .forEach(column -> table.addCell(heading(wording.of(column), type)));
        table.setHeaderRows(1);
        for (var entry : entries) {
            table.addCell(cell(entry.name(), type.small()));
            table.addCell(cell(entry.inn().toString(), type.small()));
            table.addCell(cell(entry.why(), type.small()));
            table.addCell(cell(
                    entry.facts().stream()
                            .map(fact -> fact.source().name())
                            .distinct()
                            .collect(Collectors.joining("; ")),
                    type.small()));
        }
        return Stream.of(table);
    }

    private Stream<Element> parts(List<PartView> parts) {
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        var table = table(32, 16, 32, 20);
        Stream.of(Label.PARTS, Label.OUTCOME, Label.WHY, Label.CONCLUDED_BY)
                .forEach(column -> table.addCell(heading(wording.of(column), type)));
        table.setHeaderRows(1);
        for (var part : parts) {
            var inn = part.inn();
            table.addCell(cell(
                    inn == null ? part.name() : part.name() + ", " + wording.format("verdict.unnamed", inn),
                    type.small()));
            table.addCell(cell(
                    wording.of(part.outcome()), part.outcome() == Outcome.MET ? type.small() : type.smallStrong()));
            table.addCell(cell(part.statement(), type.small()));
            table.addCell(cell(authority(part), type.small()));
        }
        return Stream.of(table);
    }

    private @Nullable String authority(PartView part) {
        var conclusion = part.conclusion();
        if (conclusion == null || part.by() == null) {
            return part.source() == null ? null : part.source().name();
        }
        var number = conclusion.documentNumber() == null ? "" : " № " + conclusion.documentNumber();
        return names.apply(part.by()) + "; "
                + wording.format("verdict.dated", conclusion.documentTitle() + number, conclusion.documentDate());
    }

    private Stream<Element> notices(Label label, List<Notice> notices) {
        return notices.stream().map(notice -> {
            var paragraph = spaced(new Paragraph());
            paragraph.setSpacingBefore(4);
            paragraph.add(new Chunk(wording.of(label) + " ", type.strong()));
            paragraph.add(new Chunk(notice.message(), type.plain()));
            return paragraph;
        });
    }

    private Element signatures() {
        var table = table(46, 27, 27);
        table.setSpacingBefore(36);
        table.setKeepTogether(true);
        for (var label : List.of(Label.POSITION, Label.SIGNATURE, Label.DATE)) {
            table.addCell(bare("\n__________________________\n" + wording.of(label), type.small()));
        }
        return table;
    }

    private void about(PdfPTable table, Label label, String text) {
        table.addCell(bare(wording.of(label), type.small()));
        table.addCell(bare(text, type.plain()));
    }
}
