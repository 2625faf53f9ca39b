package ru.mos.clusters.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.Basis;
import ru.mos.clusters.assessment.criteria.Holder;
import ru.mos.clusters.assessment.criteria.SmeForm;
import ru.mos.clusters.assessment.criteria.SmeLaws;
import ru.mos.clusters.assessment.criteria.SmeLaws.Alternative;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule;
import ru.mos.clusters.assessment.criteria.SmeLaws.HeadcountLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.OwnershipLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.Provision;
import ru.mos.clusters.assessment.criteria.SmeLaws.TurnoverLimit;
import ru.mos.clusters.assessment.criteria.SmeSize;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.FactKind;

/** The law's limits and readings on record, and how legal forms are told from codes and names. */
@ApplicationScoped
class SmeLawBook {

    @Inject
    private Sql sql;

    /** How a legal form is written. */
    record FormSign(String beginning, SmeForm form) {}

    /** The classifier's codes and the words that names begin with, the longest first. */
    record FormSigns(List<FormSign> codes, List<FormSign> names) {

        Set<SmeForm> byCode(String code) {
            return codes.stream()
                    .filter(sign -> code.startsWith(sign.beginning()))
                    .findFirst()
                    .map(sign -> Set.of(sign.form()))
                    .orElse(Set.of());
        }

        /** Of a name that plainly begins with a form: «Союз» names one, «Союзпечать» does not. */
        Set<SmeForm> byName(String name) {
            var plain = name.toUpperCase(Locale.ROOT).replace('Ё', 'Е').strip().replaceAll("\\s+", " ");
            return names.stream()
                    .filter(sign -> plain.startsWith(sign.beginning())
                            && (plain.length() == sign.beginning().length()
                                    || !Character.isLetterOrDigit(
                                            plain.charAt(sign.beginning().length()))))
                    .findFirst()
                    .map(sign -> Set.of(sign.form()))
                    .orElse(Set.of());
        }
    }

    FormSigns signs() {
        return sql.with(handle -> new FormSigns(
                handle.createQuery(
                                "select beginning, form from assessment.form_code order by length(beginning) desc, beginning")
                        .mapTo(FormSign.class)
                        .list(),
                handle.createQuery(
                                "select beginning, form from assessment.form_name order by length(beginning) desc, beginning")
                        .mapTo(FormSign.class)
                        .list()));
    }

    /** @param knownOn null: as known now */
    SmeLaws laws(@Nullable Instant knownOn) {
        return sql.with(handle -> new SmeLaws(
                rows(handle, "headcount_limit", "most desc", knownOn, SmeLawBook::headcount),
                rows(handle, "turnover_limit", "most", knownOn, SmeLawBook::turnover),
                rows(handle, "provision", "code", knownOn, SmeLawBook::provision),
                rows(handle, "legal_form", "form", knownOn, SmeLawBook::form),
                rows(handle, "ownership_limit", "code desc", knownOn, SmeLawBook::ownership),
                rows(handle, "alternative", "fact", knownOn, SmeLawBook::alternative)));
    }

    /** Reads what a row says. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<Dated<T>> rows(
            Handle handle, String table, String order, @Nullable Instant knownOn, Reader<T> reader) {
        return handle.createQuery("select r.*, a.title as act_title from assessment." + table + " r"
                        + " join assessment.act a on a.code = r.act"
                        + " where platform.is_known(r.recorded_by, r.superseded_by, :knownOn)"
                        + " order by r.valid_from, r." + order)
                .bind("knownOn", knownOn)
                .map((row, context) -> new Dated<>(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        reader.read(row),
                        new Basis(
                                row.getString("act_title"),
                                row.getString("paragraph"),
                                Basis.Certainty.valueOf(row.getString("certainty")),
                                row.getString("note"))))
                .list();
    }

    private static HeadcountLimit headcount(ResultSet row) throws SQLException {
        return new HeadcountLimit(
                SmeSize.valueOf(row.getString("category")),
                row.getInt("most"),
                row.getString("classifier"),
                words(row.getArray("classes")),
                row.getBigDecimal("least_share"));
    }

    private static TurnoverLimit turnover(ResultSet row) throws SQLException {
        BigDecimal most = row.getBigDecimal("most");
        return new TurnoverLimit(SmeSize.valueOf(row.getString("category")), most);
    }

    private static Provision provision(ResultSet row) throws SQLException {
        return new Provision(Provision.Code.valueOf(row.getString("code")), row.getString("value"));
    }

    private static FormRule form(ResultSet row) throws SQLException {
        var counted = row.getString("counted");
        return new FormRule(
                SmeForm.valueOf(row.getString("form")),
                FormRule.Condition.valueOf(row.getString("condition")),
                counted == null ? null : FormRule.Counted.valueOf(counted));
    }

    private static OwnershipLimit ownership(ResultSet row) throws SQLException {
        return new OwnershipLimit(
                row.getString("code"),
                words(row.getArray("holders")).stream().map(Holder::valueOf).collect(Collectors.toUnmodifiableSet()),
                Fraction.of(row.getInt("most_numerator"), row.getInt("most_denominator")));
    }

    private static Alternative alternative(ResultSet row) throws SQLException {
        var holder = row.getString("holder");
        return new Alternative(FactKind.valueOf(row.getString("fact")), holder == null ? null : Holder.valueOf(holder));
    }

    private static Set<String> words(@Nullable Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
