package ru.mos.clusters.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.dashboard.BoardBy;
import ru.mos.clusters.dashboard.BoardFigure;
import ru.mos.clusters.dashboard.BoardFigure.Measure;
import ru.mos.clusters.dashboard.BoardLine;
import ru.mos.clusters.dashboard.BoardLineKind;
import ru.mos.clusters.dashboard.TermsFilter;
import ru.mos.clusters.web.shell.ChangeWords;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** Lines and figures of boards as people read them. */
@Named
@RequestScoped
public class BoardWords {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** The text of a task as such, whatever it is about. */
    private static final Map<String, Object> ANYTHING = new AbstractMap<>() {
        @Override
        public Object get(Object key) {
            return "…";
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Set.of();
        }
    };

    @Inject
    private Texts texts;

    @Inject
    private ChangeWords changes;

    /** What the line stands for. */
    public String name(BoardBy by, BoardLine line) {
        var code = Objects.requireNonNullElse(line.code(), "");
        if (line.kind() == BoardLineKind.TOTAL) {
            return texts.get("dashboard.total");
        }
        if (line.kind() == BoardLineKind.NONE) {
            return texts.get("dashboard.none." + by.name());
        }
        return switch (by) {
            case MONTH -> Functions.show(LocalDate.parse(code));
            case STAGE -> texts.with("dashboard.stage", code);
            case KIND -> kind(code);
            case ROLE -> role(code);
            case APPLICATION -> Functions.show(ApplicationState.valueOf(code));
            case AGREEMENT -> Functions.show(AgreementState.valueOf(code));
            case YEAR -> code;
            case MEASURE, CALL, PROJECT, FORM, SECTOR, CLUSTER, SERVICE -> {
                var named = either(line.nameRu(), line.nameEn());
                yield named == null ? code : named;
            }
        };
    }

    /** By which people know it; empty where its name says all. */
    public String code(BoardBy by, BoardLine line) {
        boolean known = line.kind() == BoardLineKind.NAMED && line.code() != null;
        return switch (by) {
            case MEASURE, CALL, PROJECT, CLUSTER -> known ? Objects.requireNonNull(line.code()) : "";
            default -> "";
        };
    }

    /** What is to be done in tasks of a kind. */
    public String kind(String kind) {
        return texts.containsKey("task." + kind) ? texts.with("task." + kind, ANYTHING) : kind;
    }

    /** Whose tasks they are. */
    public String role(String role) {
        return role.equals(TermsFilter.PERSON) ? texts.get("dashboard.person") : texts.get("role." + role);
    }

    /** What is to be done in one task. */
    public String task(String kind, Map<String, Object> facts) {
        return changes.task(kind, facts);
    }

    /** Whose a task is. */
    public String doer(@Nullable String role, @Nullable String login) {
        return login == null ? texts.get("role." + role) : Functions.show(changes.who(login));
    }

    /** A figure, exact. */
    public String figure(BoardFigure figure, BoardLine line) {
        var value = line.figure(figure);
        if (value == null) {
            return Functions.show(null);
        }
        return switch (figure.measure()) {
            case ROUBLES -> Functions.money(value);
            case PERCENT -> Functions.show(value.setScale(1, RoundingMode.HALF_UP)) + "\u00a0%";
            case COUNT, DAYS -> Functions.show(value.stripTrailingZeros());
            case AMOUNT -> {
                var unit = either(line.unitRu(), line.unitEn());
                var amount = Functions.show(value.stripTrailingZeros());
                yield unit == null || value.signum() == 0 ? amount : amount + "\u00a0" + unit;
            }
        };
    }

    /** The same for a picture: roubles from a million on in millions, to a tenth. */
    String brief(BoardFigure figure, BoardLine line) {
        var value = line.figure(figure);
        if (value == null || figure.measure() != Measure.ROUBLES) {
            return figure(figure, line);
        }
        return brief(value);
    }

    String brief(BigDecimal roubles) {
        return roubles.abs().compareTo(MILLION) < 0
                ? Functions.money(roubles)
                : texts.with("dashboard.millions", roubles.divide(MILLION, 1, RoundingMode.HALF_UP));
    }

    @Nullable
    String either(@Nullable String russian, @Nullable String english) {
        return Language.current().getLanguage().equals("en") && english != null ? english : russian;
    }
}
