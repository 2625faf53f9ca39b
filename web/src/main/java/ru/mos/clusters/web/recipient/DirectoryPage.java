package ru.mos.clusters.web.recipient;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.support.directory.AssignedKind;
import ru.mos.clusters.support.directory.DirectoryReport;
import ru.mos.clusters.support.directory.RegisterDirectory;
import ru.mos.clusters.support.directory.RegisterKind;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The tax service's directory: our kinds with its codes, the form that loads it, and what is loaded. */
@Named
@RequestScoped
public class DirectoryPage {

    private static final String PAGE = "/recipient/directory.xhtml";
    private static final int MOST_CHOICES = 500;

    @EJB
    private RegisterDirectory directory;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private LazyTable<RegisterKind> kinds;
    private @Nullable Part file;
    private @Nullable DirectoryReport report;
    private @Nullable String kind;
    private @Nullable String code;

    @PostConstruct
    void open() {
        kinds = query.table(page -> directory.kinds(page), () -> directory.count());
    }

    public boolean isKeeping() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    public LazyTable<RegisterKind> getKinds() {
        return kinds;
    }

    public List<AssignedKind> getAssigned() {
        return directory.assigned();
    }

    /** Codes to choose from. */
    public List<RegisterKind> getChoices() {
        return directory.kinds(PageRequest.first(MOST_CHOICES)).items();
    }

    /** What was refused; null before. */
    public @Nullable DirectoryReport getReport() {
        return report;
    }

    /** Loads the directory; where it is refused, the page stays and says why, place by place. */
    public String load() throws IOException {
        var chosen = Objects.requireNonNull(file);
        try (var bytes = chosen.getInputStream()) {
            report = directory.load(bytes, ChosenFile.name(chosen, "directory.csv"));
        }
        if (!report.isDone()) {
            return "";
        }
        Messages.info("recipient.directoryLoaded", report.loaded());
        return Redirect.to(PAGE);
    }

    /** Says under which code a kind of ours is sent; no code: under none. */
    public String assign() {
        var ours = Objects.requireNonNull(kind).split("/", 2);
        var theirs = code == null ? new String[] {null, null} : code.split("/", 2);
        directory.assign(ours[0], ours[1], theirs[0], theirs[1]);
        Messages.info("recipient.codeAssigned");
        return Redirect.to(PAGE);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
