package ru.mos.clusters.platform;

import jakarta.transaction.HeuristicMixedException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * Finds the {@link Problem} in whatever a call threw: the one thrown by a service, the one that a violated constraint of
 * the database names, that the database is away or busy, or that its connection broke while it committed.
 */
public final class ProblemTranslator {

    private static final Map<String, ProblemCode> CODES =
            ServiceLoader.load(ProblemCatalogue.class, ProblemTranslator.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .flatMap(catalogue -> catalogue.codes().stream())
                    .collect(Collectors.toUnmodifiableMap(ProblemCode::slug, Function.identity()));

    /** Statement cancelled, lock not available in time, serialisation failed, deadlock. */
    private static final Set<String> BUSY = Set.of("57014", "55P03", "40001", "40P01");

    private ProblemTranslator() {}

    /** The codes of one package, registered as a service. */
    public interface ProblemCatalogue {
        /** All of them. */
        List<ProblemCode> codes();
    }

    /** The catalogue of the platform itself. */
    public static final class PlatformProblems implements ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.copyOf(Arrays.asList(PlatformProblem.values()));
        }
    }

    /** Every code of the product by its slug. */
    public static Map<String, ProblemCode> codes() {
        return CODES;
    }

    /** The problem behind a failure; empty for a defect of the program. */
    public static Optional<Problem> translate(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (at instanceof PSQLException violation && violation.getServerErrorMessage() != null) {
                var named = byConstraint(violation.getServerErrorMessage());
                if (named.isPresent()) {
                    return named;
                }
            }
            if (at instanceof HeuristicMixedException) { // the connection broke while the database committed
                return Optional.of(new Problem(PlatformProblem.OUTCOME_UNKNOWN));
            }
            if (at instanceof SQLException refusal && away(refusal)) {
                return Optional.of(new Problem(PlatformProblem.DATABASE_AWAY));
            }
            if (at instanceof SQLException refusal && busy(refusal)) {
                return Optional.of(new Problem(PlatformProblem.DATABASE_BUSY));
            }
        }
        return Optional.empty();
    }

    /** Whether the failure is a wait for somebody else's lock that took too long. */
    public static boolean timedOutWaiting(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof SQLException refusal && "55P03".equals(refusal.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** A refusal of our own functions says in its hint, parted by bars, what the text of the problem speaks of. */
    private static Optional<Problem> byConstraint(ServerErrorMessage violation) {
        var arguments = ProblemTexts.arguments(violation.getHint());
        return Optional.ofNullable(violation.getConstraint())
                .map(name -> CODES.get(name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .map(code -> new Problem(code, arguments));
    }

    /** A statement or a lock took too long, others came first, or no connection of the pool became free in time. */
    private static boolean busy(SQLException refusal) {
        var state = refusal.getSQLState();
        return state == null ? noneFree(refusal) : BUSY.contains(state);
    }

    /** Whether all connections of the pool were in use until the patience of the caller ended. */
    private static boolean noneFree(SQLException refusal) {
        for (Throwable at = refusal; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (says(at, "IJ000655")) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure, String code) {
        return String.valueOf(failure.getMessage()).contains(code);
    }

    /** Connection lost or refused, server shutting down or starting. */
    private static boolean away(SQLException refusal) {
        var state = refusal.getSQLState();
        if (state == null) {
            return !noneFree(refusal)
                    && (refusal.getClass().getName().contains("Connection")
                            || says(refusal, "IJ000453")
                            || says(refusal, "IJ031040")
                            || says(refusal, "IJ031084")
                            || says(refusal, "WFLYJCA"));
        }
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53300")
                || state.equals(PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState());
    }
}
