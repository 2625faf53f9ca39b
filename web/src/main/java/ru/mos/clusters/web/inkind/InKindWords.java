package ru.mos.clusters.web.inkind;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindState;
import ru.mos.clusters.inkind.Term;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;

/** Support in kind as people read it, and what pages offer to whom. */
@Named
@RequestScoped
public class InKindWords {

    private static final int BEST = 5;

    @Inject
    private Caller caller;

    /** Whether the person asks for support, for itself or for others. */
    public boolean isAsking() {
        return has(Role.APPLICANT, Role.INFRASTRUCTURE, Role.GCKR, Role.DEPARTMENT);
    }

    /** Whether the person sees objects, and what the registers of recipients say. */
    public boolean isOffice() {
        return has(Role.INFRASTRUCTURE, Role.GCKR, Role.DEPARTMENT, Role.CHIEF, Role.AUDITOR);
    }

    /** Whether the person enters objects. */
    public boolean isEnteringObjects() {
        return has(Role.INFRASTRUCTURE, Role.GCKR, Role.DEPARTMENT);
    }

    /** Whether the person works at an organisation of the infrastructure. */
    public boolean isOfficer() {
        return has(Role.INFRASTRUCTURE);
    }

    /** Whether the person acts for recipients alone. */
    public boolean isRecipient() {
        return has(Role.APPLICANT) && !isOffice();
    }

    private boolean has(String... roles) {
        return Stream.of(roles).anyMatch(caller::hasRole);
    }

    public String look(InKindState state) {
        return switch (state) {
            case ASKED -> "manual";
            case APPROVED, SCHEDULED, DELIVERED -> "unknown";
            case CONFIRMED -> "met";
            case DISPUTED, REFUSED -> "notmet";
            case WITHDRAWN, CANCELLED -> "off";
        };
    }

    public List<Map.Entry<String, String>> getStates() {
        return options(InKindState.values());
    }

    public List<Map.Entry<String, String>> getObjectKinds() {
        return options(InKindObjects.ObjectKind.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Marks to choose from, the best first. */
    public List<Integer> getMarks() {
        return IntStream.rangeClosed(1, BEST).map(at -> BEST + 1 - at).boxed().toList();
    }

    /** An entry of a directory. */
    public String of(Term term) {
        return in(term.nameRu(), term.nameEn());
    }

    /** One of two texts. */
    static String in(String russian, String english) {
        return Language.current().getLanguage().equals("en") ? english : russian;
    }

    /** How much of what. */
    public String amount(@Nullable BigDecimal amount, Term unit) {
        if (amount == null) {
            return Functions.show(null);
        }
        return unit.code().equals("ROUBLE")
                ? Functions.money(amount)
                : Functions.show(amount.stripTrailingZeros()) + "\u00a0" + of(unit);
    }

    /** For how many whole months. */
    public long months(InKindRequestView request) {
        return ChronoUnit.MONTHS.between(request.startsOn(), request.endsOn().plusDays(1));
    }

    /** Who gets it, by name where there is one. */
    public String recipient(InKindRequestView request) {
        var name = Functions.brief(request.name());
        return name == null ? request.inn().digits() : name;
    }
}
