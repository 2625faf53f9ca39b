package ru.mos.clusters.registry.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.IntakeProblem;

/** Documents on their way into a release. */
@ApplicationScoped
class Staging {

    @Inject
    private Sql sql;

    /** Stores the rows, the findings and the progress of the blocks in the current transaction. */
    void store(long release, List<Block> blocks) {
        sql.with(handle -> {
            ReleaseStore.requireOurs(handle, release);
            handle.registerArrayType(String.class, "text");
            var kind = ReleaseKind.valueOf(handle.createQuery("select kind from registry.release where id = :id")
                    .bind("id", release)
                    .mapTo(String.class)
                    .one());
            copy(handle, Form.table(kind) + " (" + Form.columns(kind) + ")", blocks);
            activities(handle, release, blocks);
            findings(handle, release, blocks);
            progress(handle, release, blocks);
            return blocks.size();
        });
    }

    private static void copy(Handle handle, String table, List<Block> blocks) {
        try {
            var copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin");
            try {
                for (var block : blocks) {
                    copy.writeToCopy(block.rows(), 0, block.rows().length);
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the documents could not be stored", failure);
        }
    }

    private static void activities(Handle handle, long release, List<Block> blocks) {
        Map<String, String> names = new HashMap<>();
        blocks.forEach(block -> names.putAll(block.activities()));
        if (names.isEmpty()) {
            return;
        }
        var rows = new CopyText();
        names.forEach((key, name) -> {
            rows.number(release);
            rows.text(key.substring(0, key.indexOf(':')));
            rows.text(key.substring(key.indexOf(':') + 1));
            rows.text(name);
            rows.endRow();
        });
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy registry.staged_activity (release_id, version, code, name) from stdin",
                            new java.io.ByteArrayInputStream(rows.take()));
        } catch (SQLException failure) {
            throw new IllegalStateException("the activities could not be stored", failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Remarks that would repeat in every file are said once a release. */
    private static void findings(Handle handle, long release, List<Block> blocks) {
        var batch = handle.prepareBatch("""
                insert into registry.problem (release_id, file, document, line, field, code, args, rejected, inn)
                select :release, f.name, :document, :line, :field, :code, cast(:args as text[]), :rejected, :inn
                  from registry.release_file f
                 where f.release_id = :release and f.seq = :file
                   and not (:once and exists (select from registry.problem p
                                               where p.release_id = :release and p.code = :code
                                                 and p.args = cast(:args as text[])))""");
        Set<List<String>> said = new HashSet<>();
        for (var block : blocks) {
            for (var finding : block.findings()) {
                boolean once = finding.code() == IntakeProblem.ELEMENT_UNKNOWN
                        || finding.code() == IntakeProblem.ATTRIBUTE_UNKNOWN
                        || finding.code() == IntakeProblem.FORMAT_VERSION_UNPROVEN;
                if (once
                        && !said.add(java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(
                                                finding.code().slug()),
                                        finding.args().stream())
                                .toList())) {
                    continue;
                }
                batch.bind("release", release)
                        .bind("file", block.file())
                        .bind("document", finding.document())
                        .bind("line", finding.line())
                        .bind("field", finding.field())
                        .bind("code", finding.code().slug())
                        .bindArray("args", String.class, finding.args())
                        .bind("rejected", finding.rejected())
                        .bind("inn", finding.inn())
                        .bind("once", once)
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void progress(Handle handle, long release, List<Block> blocks) {
        var files = handle.prepareBatch("""
                update registry.release_file
                   set records = records + :records, rejected = rejected + :rejected, blocks = :blocks, done = :done,
                       version = coalesce(:version, version), declared = coalesce(:declared, declared)
                 where release_id = :release and seq = :file""");
        for (var block : blocks) {
            var end = block.end();
            files.bind("records", block.accepted() + block.rejected())
                    .bind("rejected", block.rejected())
                    .bind("blocks", block.number() + 1)
                    .bind("done", end != null)
                    .bind("version", end == null ? null : end.version())
                    .bind("declared", end == null ? null : end.declared())
                    .bind("release", release)
                    .bind("file", block.file())
                    .add();
        }
        files.execute();
        handle.createUpdate("""
                        update registry.release r
                           set (records, rejected, files, format_versions) = (
                                   select sum(f.records), sum(f.rejected), count(*) filter (where f.done),
                                          coalesce(array_agg(distinct f.version) filter (where f.version is not null), '{}')
                                     from registry.release_file f
                                    where f.release_id = r.id)
                         where r.id = :release""").bind("release", release).execute();
    }
}
