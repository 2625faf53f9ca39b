package ru.mos.clusters.support.directory;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Spooled;
import ru.mos.clusters.support.SupportProblem;

/** The tax service's directory of forms and kinds of support, and which of its codes our kinds are sent under. */
@Stateless
@DenyAll
public class RegisterDirectory {

    private static final String SUBJECT = "SUPPORT_DIRECTORY";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** What the record of changes keeps of a directory. */
    record Loaded(String fileName, int rows) {}

    /** Kinds by form and code. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public Slice<RegisterKind> kinds(PageRequest page) {
        boolean first = page.after().isEmpty();
        var found = sql.with(handle -> handle.createQuery("""
                        select form_code, form_name, code, name, valid_from as "from", valid_until as "to"
                          from support.register_kind
                         where :first or (form_code, code) > (:form, :code)
                         order by form_code, code
                         limit :limit""")
                .bind("first", first)
                .bind("form", first ? "" : page.after().get(0))
                .bind("code", first ? "" : page.after().get(1))
                .bind("limit", page.fetch())
                .mapTo(RegisterKind.class)
                .list());
        return Slice.of(found, page, last -> List.of(last.formCode(), last.code()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from support.register_kind")
                .mapTo(Long.class)
                .one());
    }

    /** Kinds of ours in the order of the Concept. */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public List<AssignedKind> assigned() {
        return sql.with(
                handle -> handle.createQuery("""
                        select k.form, k.code as kind, k.register_form, k.register_code, r.name as register_name
                          from support.kind k
                          join support.form f on f.code = k.form
                          left join support.register_kind r on (r.form_code, r.code) = (k.register_form, k.register_code)
                         order by f.position, k.code
                         limit 5000""").mapTo(AssignedKind.class).list());
    }

    /**
     * Loads a directory, all of it or nothing. What stands in it takes the place of what was known of the same code; codes it does not
     * name stay as they are, for records bear them. Forms and kinds of ours that have no code yet get that of the same name.
     *
     * @param file rows of form code, form name, kind code, name, first and last day; XLSX, or separated values
     * @throws Problem {@code directory-unreadable}, {@code directory-empty}, {@code body-too-large}, {@code workbook-unreadable}, {@code
     *     workbook-too-large}
     */
    @RolesAllowed(DEPARTMENT)
    public DirectoryReport load(InputStream file, String fileName) {
        var rejections = new Rejections();
        List<RegisterKind> kinds;
        try (var spooled = Spooled.of(file)) {
            kinds = new DirectoryReader(rejections).read(DirectoryFile.read(spooled.file(), fileName));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!rejections.isEmpty()) {
            return new DirectoryReport(0, rejections.shown(), rejections.count());
        }
        if (kinds.isEmpty()) {
            throw new Problem(DirectoryProblem.DIRECTORY_EMPTY);
        }
        long change = changes.record(
                "SUPPORT_DIRECTORY_LOADED", SUBJECT, "register", null, new Loaded(fileName, kinds.size()));
        sql.with(handle -> write(handle, kinds, change));
        return new DirectoryReport(kinds.size(), List.of(), 0);
    }

    private int write(Handle handle, List<RegisterKind> kinds, long change) {
        var batch = handle.prepareBatch("""
                insert into support.register_kind (form_code, code, form_name, name, valid_from, valid_until, recorded_by)
                values (:formCode, :code, :formName, :name, :from, cast(:to as date), :change)
                    on conflict (form_code, code) do update
                   set form_name = excluded.form_name, name = excluded.name, valid_from = excluded.valid_from,
                       valid_until = excluded.valid_until, recorded_by = excluded.recorded_by""");
        for (var kind : kinds) {
            batch.bind("formCode", kind.formCode())
                    .bind("code", kind.code())
                    .bind("formName", kind.formName())
                    .bind("name", kind.name())
                    .bind("from", kind.from())
                    .bind("to", kind.to())
                    .bind("change", change)
                    .add();
        }
        batch.execute();
        return handle.execute(sql.file(RegisterDirectory.class, "FormsByName"))
                + handle.execute(sql.file(RegisterDirectory.class, "KindsByName"));
    }

    /**
     * Says under which code a kind of ours is sent.
     *
     * @param registerForm null, as the code: under none
     * @throws Problem {@code support-kind-unknown}, {@code support-kind-register-code-unknown}, {@code
     *     support-kind-register-code-taken}, {@code support-kind-register-form-missing}, {@code directory-form-other}
     */
    @RolesAllowed(DEPARTMENT)
    public AssignedKind assign(String form, String kind, @Nullable String registerForm, @Nullable String registerCode) {
        var before = found(form, kind);
        var formCode = Text.optional(registerForm, "/registerForm");
        var code = Text.optional(registerCode, "/registerCode");
        requireOfForm(form, formCode);
        var after = new AssignedKind(form, kind, formCode, code, null);
        changes.record("SUPPORT_KIND_ASSIGNED", "SUPPORT_KIND", form + "/" + kind, told(before), told(after));
        sql.with(handle -> handle.createUpdate("""
                        update support.kind set register_form = :registerForm, register_code = :registerCode
                         where form = :form and code = :kind""")
                .bind("registerForm", formCode)
                .bind("registerCode", code)
                .bind("form", form)
                .bind("kind", kind)
                .execute());
        return found(form, kind);
    }

    /** What the tax service calls one form of ours is not sent as another of its forms. */
    private void requireOfForm(String form, @Nullable String registerForm) {
        var known = sql.with(handle -> handle.createQuery(
                        "select register_code from support.form where code = :form and register_code is not null")
                .bind("form", form)
                .mapTo(String.class)
                .findOne());
        if (registerForm != null && known.isPresent() && !known.get().equals(registerForm)) {
            throw new Problem(DirectoryProblem.DIRECTORY_FORM_OTHER, known.get(), registerForm).at("/registerForm");
        }
    }

    private AssignedKind found(String form, String kind) {
        return assigned().stream()
                .filter(one -> one.form().equals(form) && one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Problem(SupportProblem.SUPPORT_KIND_UNKNOWN, form, kind, "").at("/kind"));
    }

    private static Map<String, String> told(AssignedKind kind) {
        return Map.of("registerCode", kind.registerForm() + "/" + kind.registerCode());
    }
}
