package ru.mos.clusters.web.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.BreachState;
import ru.mos.clusters.recovery.PenaltyForm;
import ru.mos.clusters.recovery.RecoveryState;
import ru.mos.clusters.recovery.RepaymentState;
import ru.mos.clusters.web.shell.Functions;

/** Breaches and demands as people read them. */
@Named
@RequestScoped
public class RecoveryWords {

    @Inject
    private Caller caller;

    /** Whether the person enters breaches and draws demands up. */
    public boolean isWriting() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    public String breachLook(BreachState state) {
        return switch (state) {
            case FOUND -> "manual";
            case CONFIRMED -> "notmet";
            case DISMISSED -> "off";
        };
    }

    public String look(RecoveryState state) {
        return switch (state) {
            case DRAFT -> "manual";
            case ISSUED -> "unknown";
            case SETTLED -> "met";
            case WITHDRAWN -> "off";
            case WRITTEN_OFF -> "notmet";
        };
    }

    public String repaymentLook(RepaymentState state) {
        return switch (state) {
            case PENDING -> "unknown";
            case DONE -> "met";
            case UNDONE -> "off";
        };
    }

    public List<Map.Entry<String, String>> getKinds() {
        return options(BreachKind.values());
    }

    public List<Map.Entry<String, String>> getForms() {
        return options(PenaltyForm.values());
    }

    public List<Map.Entry<String, String>> getStates() {
        return options(RecoveryState.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
