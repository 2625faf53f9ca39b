package ru.mos.clusters.web.ledger;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.ledger.opening.OpeningReport;
import ru.mos.clusters.ledger.opening.Openings;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in a workbook of opening balances; where it is refused, it stays and says why, place by place. */
@Named
@RequestScoped
public class OpeningEntry {

    @EJB
    private Openings openings;

    @Inject
    private ListQuery query;

    private @Nullable Part file;
    private @Nullable LocalDate effectiveOn;
    private @Nullable OpeningReport report;

    /** Answers with the empty workbook where the address asks for it. */
    public void template() throws IOException {
        if (query.value("template").equals("xlsx")) {
            Faces.sendFile("opening-balances.xlsx", true, out -> openings.template(Language.current(), out));
        }
    }

    /** Prepares all that the workbook holds for a chief to post. */
    public String prepare() throws IOException {
        var chosen = Objects.requireNonNull(file);
        try (var bytes = chosen.getInputStream()) {
            report = openings.prepare(
                    bytes, ChosenFile.name(chosen, "opening-balances.xlsx"), Objects.requireNonNull(effectiveOn));
        }
        var opening = report.opening();
        if (opening == null) {
            return "";
        }
        Messages.info("ledger.openingPrepared");
        return Redirect.to("/ledger/opening.xhtml", "id", opening.id());
    }

    /** What was refused; null before. */
    public @Nullable OpeningReport getReport() {
        return report;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public void setEffectiveOn(@Nullable LocalDate effectiveOn) {
        this.effectiveOn = effectiveOn;
    }
}
