package ru.mos.clusters.ownership;

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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ru.mos.clusters.ownership.AffiliationView.Proof;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.PdfMargins;
import ru.mos.clusters.platform.paper.PdfType;

/**
 * The answer for a pair on paper: the proof, path by path, with the source of every fact; or the certificate, with everyone
 * who was looked at and the day of the extract; or what is missing, with who can supply it.
 */
final class PairPdf {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AffiliationView pair;
    private final Locale locale;
    private final PdfType type = new PdfType();

    PairPdf(AffiliationView pair, Locale locale) {
        this.pair = pair;
        this.locale = locale;
    }

    /** Writes the whole document; {@code printed} is the instant it bears. */
    void write(Instant printed, OutputStream out) {
        var document = new Document(PageSize.A4, MARGIN, MARGIN - 10, MARGIN, MARGIN + 6);
        var writer = PdfWriter.getInstance(document, out);
        var origin = pair.a().id() + " · " + pair.b().id();
        writer.setPageEvent(new PdfMargins(type, null, origin, text("printed", moment(printed)), text("page")));
        document.addTitle(text("title." + pair.verdict()) + ": " + origin);
        writer.getExtraCatalog().put(new PdfName("Lang"), new PdfString(locale.toLanguageTag()));
        document.open();
        parts().forEach(document::add);
        document.close();
    }

    private String text(String key, Object... arguments) {
        return OwnershipWords.text("paper." + key, locale, arguments);
    }

    private String moment(Instant instant) {
        var local = instant.atZone(Time.MOSCOW);
        return text("moment", local.toLocalDate(), CLOCK.format(local));
    }

    private List<Element> parts() {
        var parts = new ArrayList<Element>();
        parts.add(centred(text("title." + pair.verdict()), type.title(), 4));
        parts.add(centred(text("subtitle"), type.strong(), 14));
        parts.add(about());
        parts.add(centred(text("verdict." + pair.verdict()), type.title(), 6));
        parts.add(centred(OwnershipWords.explanation(pair, locale), type.plain(), 10));
        var proof = pair.proof();
        if (proof != null) {
            parts.addAll(proof(proof));
        }
        if (!pair.missing().isEmpty()) {
            parts.add(spaced(new Paragraph(text("missing"), type.heading())));
            parts.add(missing());
        }
        if (!pair.examined().isEmpty()) {
            var title = spaced(new Paragraph(text("examined"), type.heading()));
            title.setSpacingBefore(14);
            parts.add(title);
            parts.add(examined());
        }
        parts.add(signatures());
        return parts;
    }

    private static Paragraph centred(String text, Font font, int after) {
        var paragraph = new Paragraph(text, font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingBefore(after);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private PdfPTable about() {
        var table = table(26, 74);
        about(table, "one", pair.a().name() + ", " + pair.a().id());
        about(table, "other", pair.b().name() + ", " + pair.b().id());
        about(table, "asOf", OwnershipWords.date(pair.asOf(), locale));
        about(table, "knownOn", pair.knownOn() == null ? text("nothingKnown") : moment(pair.knownOn()));
        about(table, "basis", pair.citation().act() + ", " + pair.citation().paragraph());
        return table;
    }

    private void about(PdfPTable table, String key, String value) {
        table.addCell(bare(text(key), type.small()));
        table.addCell(bare(value, type.plain()));
    }

    private List<Element> proof(Proof proof) {
        var parts = new ArrayList<Element>();
        parts.add(spaced(new Paragraph(text("proof"), type.heading())));
        var table = table(26, 26, 18, 12, 18);
        for (var column : List.of("owner", "subject", "kind", "share", "source")) {
            table.addCell(heading(text(column), type));
        }
        table.setHeaderRows(1);
        for (var path : proof.paths()) {
            for (var edge : path.edges()) {
                table.addCell(cell(edge.fromName() + "\n" + edge.from(), type.small()));
                table.addCell(cell(edge.toName() + "\n" + edge.to(), type.small()));
                table.addCell(cell(OwnershipWords.kind(edge.kind(), locale), type.small()));
                table.addCell(cell(share(edge), type.small()));
                table.addCell(cell(OwnershipWords.source(edge.source(), locale), type.small()));
            }
        }
        parts.add(table);
        if (proof.sum() != null
                && proof.threshold() != null
                && proof.sum().numerator().signum() > 0) {
            var sum = text(
                    "sum",
                    OwnershipWords.percent(proof.sum(), locale),
                    proof.sum().toString(),
                    OwnershipWords.percent(proof.threshold(), locale));
            var paragraph = spaced(new Paragraph(sum, type.strong()));
            paragraph.setSpacingBefore(8);
            parts.add(paragraph);
        }
        return parts;
    }

    private String share(AffiliationView.Edge edge) {
        if (edge.share() == null) {
            return "—";
        }
        var share = OwnershipWords.percent(edge.share(), locale);
        return edge.votes() == null
                ? share
                : share + "\n" + text("votes", OwnershipWords.percent(edge.votes(), locale));
    }

    private PdfPTable missing() {
        var table = table(30, 36, 34);
        for (var column : List.of("about", "what", "supplier")) {
            table.addCell(heading(text(column), type));
        }
        table.setHeaderRows(1);
        for (var gap : pair.missing()) {
            table.addCell(cell(gap.party().name() + "\n" + gap.party().id(), type.small()));
            table.addCell(cell(OwnershipWords.missing(gap.what(), locale), type.small()));
            table.addCell(cell(OwnershipWords.supplier(gap.what(), locale), type.small()));
        }
        return table;
    }

    private PdfPTable examined() {
        var table = table(44, 26, 30);
        for (var column : List.of("party", "id", "extract")) {
            table.addCell(heading(text(column), type));
        }
        table.setHeaderRows(1);
        for (var party : pair.examined()) {
            table.addCell(cell(party.party().name(), type.small()));
            table.addCell(cell(party.party().id(), type.small()));
            table.addCell(cell(OwnershipWords.source(party.source(), locale), type.small()));
        }
        return table;
    }

    private Element signatures() {
        var table = table(46, 27, 27);
        table.setSpacingBefore(36);
        table.setKeepTogether(true);
        for (var label : List.of("position", "signature", "date")) {
            table.addCell(bare("\n__________________________\n" + text(label), type.small()));
        }
        return table;
    }
}
