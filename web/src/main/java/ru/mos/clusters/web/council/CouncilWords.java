package ru.mos.clusters.web.council;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.council.Presence;
import ru.mos.clusters.call.council.ProtocolState;
import ru.mos.clusters.call.council.Quorum;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.call.council.SittingState;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.call.decision.AppealState;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** Sittings, protocols, decisions and appeals as people read them. */
@Named
@RequestScoped
public class CouncilWords {

    @Inject
    private Texts texts;

    /** One of two names, in the language of the page. */
    public String either(String russian, String english) {
        return Language.current().getLanguage().equals("en") ? english : russian;
    }

    /** With which colour and sign a state is shown. */
    public String look(SittingState state) {
        return switch (state) {
            case PLANNED -> "unknown";
            case OPEN -> "manual";
            case CLOSED -> "met";
            case CANCELLED -> "off";
        };
    }

    public String protocolLook(ProtocolState state) {
        return switch (state) {
            case DRAFT -> "unknown";
            case NUMBERED -> "manual";
            case SIGNED -> "met";
            case DROPPED -> "off";
        };
    }

    public String appealLook(AppealState state) {
        return switch (state) {
            case LODGED -> "manual";
            case UPHELD -> "met";
            case DISMISSED -> "notmet";
            case WITHDRAWN -> "off";
        };
    }

    public String motionLook(Motion motion) {
        return switch (motion) {
            case RECOMMEND, AWARD -> "met";
            case RESERVE -> "manual";
            case NOT_RECOMMEND, REFUSE -> "notmet";
        };
    }

    /** Null: it is voted on. */
    public String outcomeLook(@Nullable Outcome outcome) {
        return outcome == null ? "manual" : outcome == Outcome.ADOPTED ? "met" : "notmet";
    }

    /** Null: it is voted on. */
    public String outcome(@Nullable Outcome outcome) {
        return outcome == null ? texts.get("council.voting") : Functions.show(outcome);
    }

    public String presenceLook(@Nullable Presence presence) {
        return presence == null ? "unknown" : presence == Presence.ABSENT ? "off" : "met";
    }

    /** Null: nobody noted it. */
    public String presence(@Nullable Presence presence) {
        return presence == null ? texts.get("council.notNoted") : Functions.show(presence);
    }

    /** What the formal check left of an application's eligibility. */
    public String verdict(@Nullable String verdict) {
        if (verdict == null) {
            return Formats.NOTHING;
        }
        return texts.orElse("Eligibility." + verdict, texts.orElse("CheckOutcome." + verdict, Formats.NOTHING));
    }

    public String verdictLook(@Nullable String verdict) {
        return switch (String.valueOf(verdict)) {
            case "ELIGIBLE", "ADMITTED" -> "met";
            case "NOT_ELIGIBLE", "INADMISSIBLE" -> "notmet";
            case "MANUAL" -> "manual";
            default -> "unknown";
        };
    }

    /** How many take part of how many, and how many it takes. */
    public String arithmetic(Quorum quorum, @Nullable Regulations rules) {
        if (rules == null) {
            return texts.with("council.arithmetic", quorum.there(), quorum.base());
        }
        return texts.with(
                rules.moreThan() ? "council.arithmeticMore" : "council.arithmeticLeast",
                quorum.there(),
                quorum.base(),
                rules.quorum(),
                least(quorum.base(), rules));
    }

    /** A score as it stands in the protocol, with the point of the language of the page. */
    public String score(@Nullable String score) {
        return score == null
                ? Formats.NOTHING
                : Language.current().getLanguage().equals("en") ? score.replace(',', '.') : score;
    }

    /** How many of the base it takes. */
    static long least(int base, Regulations rules) {
        return rules.moreThan()
                ? wholes(base, rules.quorum()) + 1
                : rules.quorum().leastOf(base);
    }

    private static long wholes(int base, Fraction share) {
        return share.numerator()
                .multiply(BigInteger.valueOf(base))
                .divide(share.denominator())
                .longValueExact();
    }

    /** Constants of an enum to choose from. */
    static List<Map.Entry<String, String>> options(List<? extends Enum<?>> values) {
        return values.stream()
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return options(Arrays.asList(values));
    }
}
