package ru.mos.clusters.web.ledger;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.ledger.Ledger;
import ru.mos.clusters.ledger.NoticeKind;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.Operation;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.opening.OpeningState;
import ru.mos.clusters.ledger.year.YearEndState;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;

/** Accounts, entries and notices as people read them. */
@Named
@RequestScoped
public class LedgerWords {

    @EJB
    private Ledger ledger;

    @Inject
    private Caller caller;

    private @Nullable List<KbkLayout> layouts;

    /** One of two names, in the language of the page. */
    public String either(String russian, String english) {
        return Language.current().getLanguage().equals("en") ? english : russian;
    }

    /** A budget code with its parts apart, as its year lays it out. */
    public String kbk(int year, String kbk) {
        if (layouts == null) {
            layouts = ledger.layouts();
        }
        return KbkLayout.of(layouts, year).map(layout -> layout.apart(kbk)).orElse(kbk);
    }

    /** A share in percent with one decimal, rounded half up. */
    public String percent(@Nullable Fraction share) {
        var percents = percents(share);
        if (percents == null) {
            return Functions.show(null);
        }
        var plain = percents.toPlainString();
        return (Language.current().getLanguage().equals("en") ? plain : plain.replace('.', ',')) + "\u00a0%";
    }

    /** The same as a number; null of nothing. */
    public static @Nullable BigDecimal percents(@Nullable Fraction share) {
        return share == null
                ? null
                : new BigDecimal(share.numerator().multiply(BigInteger.valueOf(100)))
                        .divide(new BigDecimal(share.denominator()), 1, RoundingMode.HALF_UP);
    }

    public String lookOfYearEnd(YearEndState state) {
        return switch (state) {
            case DRAFT -> "manual";
            case CARRIED_OUT -> "met";
            case DISCARDED -> "off";
        };
    }

    public String lookOfOpening(OpeningState state) {
        return switch (state) {
            case PREPARED -> "manual";
            case POSTED -> "met";
            case CANCELLED -> "off";
        };
    }

    public String look(NoticeState state) {
        return switch (state) {
            case DRAFT -> "manual";
            case POSTED -> "met";
            case DISCARDED -> "off";
            case REVERSED -> "notmet";
        };
    }

    /** Whether the person enters notices and closes months. */
    public boolean isKeeping() {
        return caller.hasRole(Role.ACCOUNTANT) || caller.hasRole(Role.CHIEF);
    }

    /** Whether the person prepares the end of a year and opening balances. */
    public boolean isAccountant() {
        return caller.hasRole(Role.ACCOUNTANT);
    }

    public List<Map.Entry<String, String>> getStages() {
        return options(Stage.values());
    }

    public List<Map.Entry<String, String>> getOperations() {
        return options(Operation.values());
    }

    public List<Map.Entry<String, String>> getKinds() {
        return options(NoticeKind.values());
    }

    public List<Map.Entry<String, String>> getStates() {
        return options(NoticeState.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
