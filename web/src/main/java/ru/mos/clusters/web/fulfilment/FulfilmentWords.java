package ru.mos.clusters.web.fulfilment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.FulfilmentKind;
import ru.mos.clusters.agreement.fulfilment.FulfilmentState;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.ResultLine;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.project.InitiatorEvidence;
import ru.mos.clusters.web.project.ProjectWords;
import ru.mos.clusters.web.shell.Functions;

/** Plan and fact as people read them. */
@Named
@RequestScoped
public class FulfilmentWords {

    private static final BigInteger WHOLE = BigInteger.valueOf(100);

    @Inject
    private ProjectWords projects;

    public String look(FulfilmentState state) {
        return switch (state) {
            case ENTERED -> "unknown";
            case ACCEPTED -> "met";
            case REJECTED -> "notmet";
        };
    }

    /** With which colour and sign it is shown how a result stands. */
    public String resultLook(ResultLine line) {
        if (line.reached()) {
            return "met";
        }
        return line.overdue() ? "notmet" : "unknown";
    }

    /** Key of the words for how a result stands. */
    public String standing(ResultLine line) {
        if (line.reached()) {
            return "fulfilment.reached";
        }
        return line.overdue() ? "fulfilment.overdue" : "fulfilment.underway";
    }

    /** Of what it is told: the indicator, or what the initiator brought. */
    public String what(FulfilmentView fact) {
        return fact.code() == null ? Functions.show(fact.kind()) : projects.indicator(fact.code());
    }

    /** How much: in the unit of the indicator, or roubles. */
    public String much(FulfilmentView fact) {
        return fact.kind() == FulfilmentKind.RESULT ? Functions.show(fact.value()) : Functions.money(fact.value());
    }

    /** How much of a bar is filled, in whole percent; it ends where the plan is reached. */
    public int filled(@Nullable Fraction share) {
        return share == null
                ? 0
                : share.numerator()
                        .multiply(WHOLE)
                        .divide(share.denominator())
                        .min(WHOLE)
                        .intValueExact();
    }

    public List<Map.Entry<String, String>> getKinds() {
        return Arrays.stream(InitiatorEvidence.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
