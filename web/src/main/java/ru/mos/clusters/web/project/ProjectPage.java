package ru.mos.clusters.web.project;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.project.ApplicantCondition;
import ru.mos.clusters.project.ConsentView;
import ru.mos.clusters.project.EvidenceSource;
import ru.mos.clusters.project.FundingPath;
import ru.mos.clusters.project.FundingSource;
import ru.mos.clusters.project.ProjectChecks;
import ru.mos.clusters.project.ProjectConsents;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectDirection;
import ru.mos.clusters.project.ProjectEvidence;
import ru.mos.clusters.project.ProjectFiles;
import ru.mos.clusters.project.ProjectProblem;
import ru.mos.clusters.project.ProjectVerdict;
import ru.mos.clusters.project.ProjectView;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.project.RecordEvidence;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** A joint project: what it says, what keeps it from being submitted, who has consented, and what its check comes to. */
@Named
@RequestScoped
public class ProjectPage {

    @EJB
    private Projects projects;

    @EJB
    private ProjectConsents consents;

    @EJB
    private ProjectChecks checks;

    @EJB
    private ProjectFiles files;

    @EJB
    private ProjectEvidence evidence;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private ProjectView project;
    private @Nullable List<Fault> faults;
    private @Nullable List<ConsentView> asked;
    private @Nullable FundingPath path;
    private @Nullable ProjectVerdict verdict;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable String title;
    private @Nullable Part file;
    private @Nullable String condition;
    private boolean met;
    private @Nullable String statement;

    /** What the gate has found, with the address where it is mended; null where the person may not. */
    public record Fault(String text, @Nullable String page) {}

    @PostConstruct
    void open() {
        project = projects.view(id(query.value("id")));
    }

    static UUID id(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(ProjectProblem.PROJECT_UNKNOWN, text));
    }

    public ProjectView getProject() {
        return project;
    }

    public ProjectContent getSays() {
        return project.content();
    }

    public List<Fault> getFaults() {
        if (faults == null) {
            faults = projects.faults(project.id()).stream().map(this::fault).toList();
        }
        return faults;
    }

    private Fault fault(Problem fault) {
        return new Fault(
                ProblemTexts.text(fault, Language.current()),
                project.mayEdit() ? ProjectForm.page(project.id(), String.valueOf(fault.field())) : null);
    }

    public List<ConsentView> getConsents() {
        if (asked == null) {
            asked = consents.list(project.id());
        }
        return asked;
    }

    /** How a participant is called, where a source names it. */
    public @Nullable String named(@Nullable String inn) {
        return getConsents().stream()
                .filter(one -> one.inn().digits().equals(inn))
                .map(ConsentView::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> project.lead().digits().equals(inn) ? project.leadName() : null);
    }

    /** Whether the person enters consents by their documents, and not its own. */
    public boolean isStaff() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    public boolean isApprover() {
        return caller.hasRole(Role.DEPARTMENT) && getOther() != null;
    }

    /** The other direction that waits for an approval; null where none does. */
    public @Nullable String getOther() {
        return projects.faults(project.id()).stream()
                        .anyMatch(fault -> fault.code() == ProjectProblem.PROJECT_DIRECTION_UNAPPROVED)
                ? project.content().directions().stream()
                        .filter(choice -> choice.direction() == ProjectDirection.OTHER)
                        .map(ProjectContent.DirectionChoice::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    public String approve() {
        consents.approve(project.id(), String.valueOf(getOther()), paper.paper());
        Messages.info("project.approved");
        return back();
    }

    /** The consent named in the address: whose, and as whose organisation. */
    public @Nullable ConsentView getConsent() {
        return getConsents().stream()
                .filter(one -> one.inn().digits().equals(query.value("inn"))
                        && (one.cluster() == null ? "" : one.cluster().toString()).equals(query.value("cluster")))
                .filter(ConsentView::mayConsent)
                .findFirst()
                .orElse(null);
    }

    public String agree() {
        var consent = Objects.requireNonNull(getConsent());
        consents.consent(
                project.id(), consent.inn(), consent.cluster(), query.value("part"), isStaff() ? paper.paper() : null);
        Messages.info("project.consented", consent.inn());
        return back();
    }

    /** Takes the consent named in the address back. */
    public String takeBack() {
        var consent = Objects.requireNonNull(getConsent());
        consents.withdraw(project.id(), consent.inn(), consent.cluster(), String.valueOf(statement));
        Messages.info("project.consentTakenBack", consent.inn());
        return back();
    }

    public FundingPath getPath() {
        if (path == null) {
            path = projects.funding(project.id());
        }
        return path;
    }

    public FundingDrawing getDrawing() {
        return FundingDrawing.of(getPath());
    }

    /** Sources that pay something in some stage, in their order. */
    public List<FundingSource> getSources() {
        return Arrays.stream(FundingSource.values())
                .filter(source -> getPath().stages().stream()
                        .anyMatch(stage -> stage.sources().containsKey(source)))
                .toList();
    }

    public boolean isChecker() {
        return List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR).stream()
                .anyMatch(caller::hasRole);
    }

    /** The check is asked for: it takes its time. */
    public boolean isChecked() {
        return isChecker() && query.value("check").equals("true");
    }

    public ProjectVerdict getVerdict() {
        if (verdict == null) {
            verdict = checks.check(project.id(), 0, null, null, null, Language.current());
        }
        return verdict;
    }

    public String look(Enum<?> outcome) {
        return switch (outcome.name()) {
            case "MET", "ELIGIBLE" -> "met";
            case "NOT_MET", "NOT_ELIGIBLE" -> "notmet";
            case "MANUAL" -> "manual";
            default -> "unknown";
        };
    }

    public List<Map.Entry<String, String>> getConditions() {
        return ProjectWords.options(ApplicantCondition.values());
    }

    public String record() {
        var typed = paper.paper();
        evidence.record(new RecordEvidence(
                project.id(),
                ApplicantCondition.valueOf(String.valueOf(condition)),
                met,
                String.valueOf(statement),
                EvidenceSource.PAPER,
                typed,
                typed.date(),
                null));
        Messages.info("project.recorded");
        return back();
    }

    public String upload() throws IOException {
        var chosen = Objects.requireNonNull(file);
        try (var bytes = chosen.getInputStream()) {
            files.add(project.id(), String.valueOf(title), chosen.getSubmittedFileName(), bytes);
        }
        Messages.info("project.saved");
        return back();
    }

    private String back() {
        return Redirect.to("/project/card.xhtml", "id", project.id());
    }

    /** No rows, where there is nobody whose they could be. */
    public List<Object> getNothing() {
        return List.of();
    }

    /** Where a file is fetched. */
    public String href(@Nullable UUID of) {
        return Functions.link("/project/card.xhtml?id=" + project.id() + "&file=" + of);
    }

    /** Answers with the file that the address names, to be saved and not shown. */
    public void download() throws IOException {
        if (query.text("file").isEmpty()) {
            return;
        }
        var named = files.file(project.id(), id(query.value("file")));
        Faces.getExternalContext().setResponseHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        Faces.sendFile(named.name(), true, out -> Files.copy(named.path(), out));
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getCondition() {
        return condition;
    }

    public void setCondition(@Nullable String condition) {
        this.condition = condition;
    }

    public boolean isMet() {
        return met;
    }

    public void setMet(boolean met) {
        this.met = met;
    }

    public @Nullable String getStatement() {
        return statement;
    }

    public void setStatement(@Nullable String statement) {
        this.statement = statement;
    }
}
