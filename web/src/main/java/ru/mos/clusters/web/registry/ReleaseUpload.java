package ru.mos.clusters.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.web.security.UploadLimit;
import ru.mos.clusters.web.shell.Redirect;

/** The form that takes in a release; its import goes on by itself. */
@Named
@RequestScoped
public class ReleaseUpload {

    private static final int LONGEST_NAME = 200;

    @Inject
    private Uploads uploads;

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
            var release = uploads.submit(name(chosen), coverage, confirmed, bytes, UploadLimit.bytes());
            return Redirect.to("/registry/release.xhtml", "id", release.id());
        }
    }

    /** The file's own name: some browsers send the whole path. */
    private static String name(Part file) {
        var sent = String.valueOf(file.getSubmittedFileName());
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> c >= ' ' && c != 0x7f)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return name.isBlank() ? "release" : name;
    }
}
