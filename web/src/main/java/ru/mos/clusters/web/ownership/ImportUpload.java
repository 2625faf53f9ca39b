package ru.mos.clusters.web.ownership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipImports;
import ru.mos.clusters.web.security.UploadLimit;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in a file of ownership; its import goes on by itself. */
@Named
@RequestScoped
public class ImportUpload {

    @Inject
    private OwnershipImports imports;

    private @Nullable Part file;

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
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
            var upload = imports.submit(ChosenFile.name(chosen, "ownership"), bytes, UploadLimit.bytes());
            return Redirect.to("/ownership/import.xhtml", "id", upload.id());
        }
    }
}
