package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** What speaks against experts, with its proof. */
@Stateless
@DenyAll
public class Conflicts {

    private static final ObjectMapper FINDINGS = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().addDeserializer(Inn.class, new JsonDeserializer<>() {
                @Override
                public Inn deserialize(JsonParser digits, DeserializationContext context) throws IOException {
                    return new Inn(digits.getText());
                }
            }));

    private static final String CHECKS = """
            select k.application_id, a.number, k.expert, u.name, bool_or(k.conflicted) as conflicted,
                   jsonb_agg(k.findings order by k.origin desc) as findings, jsonb_agg(k.missing order by k.origin desc) as missing,
                   max(k.checked_on) as checked_on, max(l.at) as at
              from call.conflict_check k
              join call.application a on a.id = k.application_id
              join platform.app_user u on u.login = k.expert
              join platform.change l on l.id = k.recorded_by
             where k.superseded_by is null
            """;

    @Inject
    private Sql sql;

    @EJB
    private ConflictChecks checks;

    /**
     * Looks today, keeps what is found, and stops the assignment that does not stand against it.
     *
     * @throws Problem {@code call-application-unknown}, {@code expert-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ConflictView check(UUID application, String expert) {
        checks.isConflicted(application, expert);
        return known(application, expert);
    }

    /** What is known. @throws Problem {@code conflict-not-found} where nobody has looked yet */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public ConflictView known(UUID application, String expert) {
        return sql.with(handle -> handle.createQuery(CHECKS + """
                                 and k.application_id = :application and k.expert = :expert
                               group by k.application_id, a.number, k.expert, u.name""")
                        .bind("application", application)
                        .bind("expert", expert)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem(AssessmentProblem.CONFLICT_NOT_FOUND));
    }

    /** Of whom it was looked for an application, by login. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public Slice<ConflictView> list(UUID application, PageRequest page) {
        var after = page.after().isEmpty() ? "" : page.after().get(0);
        var rows = sql.with(handle -> handle.createQuery(CHECKS + """
                                 and k.application_id = :application and k.expert > :after
                               group by k.application_id, a.number, k.expert, u.name
                               order by k.expert
                               limit :most""")
                .bind("application", application)
                .bind("after", after)
                .bind("most", page.fetch())
                .map((row, context) -> view(row))
                .list());
        return Slice.of(rows, page, one -> List.of(one.expert()));
    }

    private static ConflictView view(ResultSet row) throws SQLException {
        return new ConflictView(
                row.getObject("application_id", UUID.class),
                "З-" + row.getLong("number"),
                row.getString("expert"),
                row.getString("name"),
                row.getBoolean("conflicted"),
                read(row.getString("findings"), new TypeReference<List<List<ConflictFinding>>>() {}),
                read(row.getString("missing"), new TypeReference<List<List<ConflictView.Gap>>>() {}),
                row.getObject("checked_on", LocalDate.class),
                AssessmentRows.instant(row, "at"));
    }

    private static <T> List<T> read(@Nullable String json, TypeReference<List<List<T>>> type) {
        try {
            return FINDINGS.readValue(Objects.requireNonNull(json), type).stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored findings cannot be read", defect);
        }
    }
}
