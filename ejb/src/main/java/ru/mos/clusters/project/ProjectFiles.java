package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ru.mos.clusters.cluster.DocumentFile;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.project.ProjectContent.Attachment;

/** Files of projects: kept for good once they came, named by the project as long as it lists them. */
@Stateless
@DenyAll
public class ProjectFiles {

    private static final long LARGEST = 50L * 1024 * 1024;

    @EJB
    private Projects projects;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    /**
     * Adds a file to what the project says.
     *
     * @throws Problem {@code project-unknown}, {@code project-of-another}, {@code changed-meanwhile}, {@code
     *     field-required}, {@code document-type-refused}, {@code document-empty}, {@code body-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT, SERVICE})
    public ProjectView add(UUID id, String title, String fileName, InputStream bytes) {
        var called = Text.required(title, "/title");
        var project = projects.view(id);
        if (!project.mayEdit()) {
            throw new Problem(ProjectProblem.PROJECT_OF_ANOTHER, project.lead().digits());
        }
        var stored = documents.store(bytes, LARGEST, incoming -> type(incoming, fileName));
        long change = changes.record(
                "PROJECT_FILE_ADDED",
                Projects.SUBJECT,
                id.toString(),
                null,
                Map.of("title", called, "sha256", stored.sha256()));
        var file = documents.register(stored, type(stored.path(), fileName), fileName, change);
        sql.with(handle -> handle.createUpdate(
                        "insert into project.file (document_id, project_id) values (:file, :project)")
                .bind("file", file)
                .bind("project", id)
                .execute());
        return projects.edit(id, project.version(), with(project.content(), new Attachment(file, called)));
    }

    private static ProjectContent with(ProjectContent content, Attachment file) {
        return content.withDocuments(
                Stream.concat(content.documents().stream(), Stream.of(file)).toList());
    }

    /** @throws Problem {@code project-unknown}, {@code project-file-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT, SERVICE})
    public DocumentFile file(UUID id, UUID file) {
        return sql.with(handle -> handle.createQuery("""
                                select d.sha256, d.file_name, d.media_type, d.size
                                  from project.file f
                                  join platform.document d on d.id = f.document_id
                                 where f.project_id = :project and f.document_id = :file""")
                        .bind("project", projects.view(id).id())
                        .bind("file", file)
                        .mapTo(Row.class)
                        .findOne())
                .map(row -> new DocumentFile(documents.path(row.sha256()), row.fileName(), row.mediaType(), row.size()))
                .orElseThrow(() -> new Problem(ProjectProblem.PROJECT_FILE_UNKNOWN));
    }

    /** A row about a file. */
    private record Row(String sha256, String fileName, String mediaType, long size) {}

    private static FileType type(Path file, String fileName) {
        return FileType.of(file).orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_TYPE_REFUSED, fileName));
    }
}
