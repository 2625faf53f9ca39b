package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationAnswers.Attachment;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationAnswers.Request;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * What an application says while it is written: section by section, as often as somebody types. A section may lack
 * anything; {@link #sections} says what.
 */
@Stateless
@DenyAll
public class ApplicationDrafts {

    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int MOST_FILES = 100;

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationChecks checks;

    @Inject
    private AppliedProjects projects;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /**
     * Begins an application of a project to a call. Applicants and programs begin those of their own organisations, staff
     * what was handed in on paper.
     *
     * @throws Problem {@code call-unknown}, {@code call-application-closed}, {@code call-application-late}, {@code
     *     call-application-project-unknown}, {@code call-application-twice}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView begin(UUID call, UUID project) {
        var channel = channel();
        var applied = projects.find(project)
                .filter(found -> channel == ApplicationChannel.PAPER || store.speaksFor(found.lead()))
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_PROJECT_UNKNOWN).at("/project"));
        checks.requireWritable(call, channel);
        var id = UUID.randomUUID();
        long change = changes.record(
                "CALL_APPLICATION_BEGUN",
                ApplicationMoves.SUBJECT,
                id.toString(),
                null,
                Map.of("call", call, "project", project, "applicant", applied.lead(), "channel", channel));
        store.insert(id, call, project, applied.lead(), channel, ApplicationAnswers.empty(), change);
        return view(id);
    }

    private ApplicationChannel channel() {
        if (caller.hasRole(APPLICANT)) {
            return ApplicationChannel.APPLICANT;
        }
        return caller.hasRole(SERVICE) ? ApplicationChannel.SERVICE : ApplicationChannel.PAPER;
    }

    /**
     * What the application says: what is being written for who writes it, what was received last for all others.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public ApplicationAnswers answers(UUID id) {
        return checks.shown(checks.find(id));
    }

    /**
     * Each section with what it lacks now.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<SectionView> sections(UUID id) {
        return ApplicationGate.bySection(checks.faults(checks.find(id))).entrySet().stream()
                .map(section -> new SectionView(section.getKey(), section.getValue()))
                .toList();
    }

    /**
     * Keeps whom to ask.
     *
     * @param version of the application that the caller saw
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     forbidden-role}, {@code call-application-late}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView save(UUID id, long version, Contact contact) {
        return edit(id, version, answers -> answers.with(contact));
    }

    /**
     * Keeps what is asked for.
     *
     * @throws Problem as {@link #save(UUID, long, Contact)}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView save(UUID id, long version, Request request) {
        return edit(id, version, answers -> answers.with(request));
    }

    /**
     * Keeps what is declared.
     *
     * @throws Problem as {@link #save(UUID, long, Contact)}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView declare(UUID id, long version, List<ApplicantDeclaration> declarations) {
        return edit(id, version, answers -> answers.declaring(declarations));
    }

    /**
     * Attaches a file.
     *
     * @param requirement Russian title of the document in the call
     * @param fileName as the file was called; its ending is set by its content
     * @throws Problem {@code call-application-requirement-unknown}, {@code call-application-files-too-many}, {@code
     *     document-empty}, {@code document-type-refused}, {@code body-too-large}, and those of {@link #save(UUID, long, Contact)}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView attach(
            UUID id, @Nullable Long version, String requirement, String fileName, InputStream bytes) {
        var kept = checks.find(id);
        checks.requireWritable(kept);
        if (checks.terms(kept).documents().stream().noneMatch(one -> requirement.equals(one.titleRu()))) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_REQUIREMENT_UNKNOWN, requirement).at("/requirement");
        }
        if (kept.answers().documents().size() >= MOST_FILES) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_FILES_TOO_MANY, MOST_FILES);
        }
        // before the application is taken: nobody has to wait for an upload
        var stored = documents.store(bytes, LARGEST, incoming -> type(incoming, fileName));
        var type = type(stored.path(), fileName);
        var held = lock(id, version);
        long change = changes.record(
                "CALL_APPLICATION_FILE_ATTACHED",
                ApplicationMoves.SUBJECT,
                id.toString(),
                null,
                Map.of("requirement", requirement, "fileName", type.nameOf(fileName), "sha256", stored.sha256()));
        var file = documents.register(stored, type, fileName, change);
        store.answers(
                id,
                held.answers()
                        .with(new Attachment(
                                requirement,
                                file,
                                type.nameOf(fileName),
                                type.mediaType(),
                                stored.size(),
                                stored.sha256())),
                change);
        return view(id);
    }

    /**
     * Takes a file out again; rounds that were sent with it keep it.
     *
     * @throws Problem {@code document-unknown}, and those of {@link #save(UUID, long, Contact)}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView detach(UUID id, @Nullable Long version, UUID file) {
        var held = lock(id, version);
        var attached = held.answers().documents().stream()
                .filter(attachment -> attachment.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_UNKNOWN));
        long change = changes.record(
                "CALL_APPLICATION_FILE_REMOVED", ApplicationMoves.SUBJECT, id.toString(), attached, null);
        store.answers(id, held.answers().without(file), change);
        return view(id);
    }

    /** A file of an application. */
    public record AttachedFile(Path path, String fileName, String mediaType, long size) {}

    /**
     * A file of what the caller sees of the application, in any round.
     *
     * @throws Problem {@code call-application-unknown}, {@code document-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public AttachedFile file(UUID id, UUID file) {
        var kept = checks.find(id);
        var seen = new java.util.ArrayList<>(checks.shown(kept).documents());
        store.rounds(id).forEach(round -> seen.addAll(round.answers().documents()));
        if (file.equals(kept.scan())) {
            seen.add(store.scan(file));
        }
        return seen.stream()
                .filter(attachment -> attachment.file().equals(file))
                .findFirst()
                .map(attachment -> new AttachedFile(
                        documents.path(attachment.sha256()),
                        attachment.fileName(),
                        attachment.mediaType(),
                        attachment.size()))
                .orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_UNKNOWN));
    }

    /**
     * Registers a paper: its number in the journal, when it was handed in, and its scan. A second person confirms that when
     * certifying.
     *
     * @throws Problem {@code call-application-paper-in-future}, {@code document-type-refused}, {@code field-required}, and
     *     those of {@link #save(UUID, long, Contact)}
     */
    @RolesAllowed({DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView registerPaper(
            UUID id, @Nullable Long version, String journal, Instant arrivedAt, String fileName, InputStream scan) {
        var seen = checks.find(id);
        checks.requireWritable(seen);
        if (arrivedAt.isAfter(checks.now())) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_PAPER_IN_FUTURE).at("/arrivedAt");
        }
        var number = Text.required(journal, "/journal");
        var stored = documents.store(scan, LARGEST, incoming -> type(incoming, fileName));
        var type = type(stored.path(), fileName);
        lock(id, version);
        long change = changes.record(
                "CALL_APPLICATION_PAPER_REGISTERED",
                ApplicationMoves.SUBJECT,
                id.toString(),
                null,
                Map.of("journal", number, "arrivedAt", arrivedAt.toString(), "sha256", stored.sha256()));
        store.paper(id, number, arrivedAt, documents.register(stored, type, fileName, change), change);
        return view(id);
    }

    private ApplicationView edit(UUID id, long version, UnaryOperator<ApplicationAnswers> written) {
        var held = lock(id, version);
        var after = written.apply(held.answers());
        if (!after.equals(held.answers())) {
            long change = changes.record(
                    "CALL_APPLICATION_EDITED", ApplicationMoves.SUBJECT, id.toString(), held.answers(), after);
            store.answers(id, after, change);
        }
        return view(id);
    }

    private Kept lock(UUID id, @Nullable Long version) {
        var held = checks.lock(id, version);
        checks.requireWritable(held);
        return held;
    }

    private static FileType type(Path file, String fileName) {
        return FileType.of(file)
                .orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_TYPE_REFUSED, fileName).at("/file"));
    }

    private ApplicationView view(UUID id) {
        return Objects.requireNonNull(checks.find(id)).view(caller::hasRole);
    }
}
