package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.TakeOn;
import ru.mos.clusters.cluster.TakeOnReport;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;

/** Takes on clusters that were kept elsewhere, from a workbook: all of it, or nothing and the reasons place by place. */
@Named
@RequestScoped
public class TakeOnPage {

    @EJB
    private TakeOn takeOn;

    @Inject
    private ListQuery query;

    private @Nullable Part workbook;
    private @Nullable TakeOnReport report;

    /** Answers with the empty workbook where the address asks for it. */
    public void template() throws IOException {
        if (query.value("template").equals("xlsx")) {
            Faces.sendFile("clusters-take-on.xlsx", true, out -> takeOn.template(Language.current(), out));
        }
    }

    public void load() throws IOException {
        var file = requireNonNull(workbook);
        try (var bytes = file.getInputStream()) {
            report = takeOn.load(bytes, file.getSubmittedFileName());
        }
    }

    /** What became of the workbook; null before. */
    public @Nullable TakeOnReport getReport() {
        return report;
    }

    public @Nullable Part getWorkbook() {
        return workbook;
    }

    public void setWorkbook(@Nullable Part workbook) {
        this.workbook = workbook;
    }
}
