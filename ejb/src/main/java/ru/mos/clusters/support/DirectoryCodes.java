package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.support.rule.SupportDraft;

/** Form and kind as the directory knows them on a day. */
@ApplicationScoped
class DirectoryCodes {

    @Inject
    private Sql sql;

    private record Codes(
            @Nullable String registerForm, @Nullable String registerKind) {}

    /** @throws Problem {@code support-kind-unknown} where the directory holds no such form and kind on the day */
    SupportDraft draft(String form, String kind, @Nullable String purpose, LocalDate day) {
        var codes = sql.with(handle -> handle.createQuery("""
                                select f.register_code as register_form, k.register_code as register_kind
                                  from support.kind k
                                  join support.form f on f.code = k.form
                                 where k.form = :form and k.code = :kind
                                   and daterange(f.valid_from, f.valid_until) @> cast(:day as date)
                                   and daterange(k.valid_from, k.valid_until) @> cast(:day as date)""")
                        .bind("form", form)
                        .bind("kind", kind)
                        .bind("day", day)
                        .mapTo(Codes.class)
                        .findOne())
                .orElseThrow(() -> new Problem(SupportProblem.SUPPORT_KIND_UNKNOWN, form, kind, day).at("/kind"));
        return new SupportDraft(form, codes.registerForm(), kind, codes.registerKind(), purpose);
    }
}
