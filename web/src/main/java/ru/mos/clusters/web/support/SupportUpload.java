package ru.mos.clusters.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.support.intake.SupportImports;
import ru.mos.clusters.web.security.UploadLimit;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in a publication of the register of recipients; its import goes on by itself. */
@Named
@RequestScoped
public class SupportUpload {

    @Inject
    private SupportImports imports;

    private @Nullable Part file;
    private Coverage coverage = Coverage.COMPLETE;
    private boolean confirmed;

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public Coverage getCoverage() {
        return coverage;
    }

    public void setCoverage(Coverage coverage) {
        this.coverage = coverage;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    /** The largest file taken, in megabytes. */
    public long getMost() {
        return UploadLimit.bytes() / (1024 * 1024);
    }

    /** Takes the file in and shows how its import goes on. */
    public String submit() throws IOException {
        var chosen = file;
        if (chosen == null) {
            return "";
        }
        try (var bytes = chosen.getInputStream()) {
            var upload =
                    imports.submit(ChosenFile.name(chosen, "support"), coverage, confirmed, bytes, UploadLimit.bytes());
            return Redirect.to("/support/import.xhtml", "id", upload.id());
        }
    }
}
