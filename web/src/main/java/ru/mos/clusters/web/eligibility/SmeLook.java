package ru.mos.clusters.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictView.EntryView;
import ru.mos.clusters.eligibility.VerdictView.FactView;
import ru.mos.clusters.eligibility.rule.Finding.Fact.Code;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Texts;

/** Standing of participants in the SME register, as the verdict on the same date has it. */
@Named
@RequestScoped
public class SmeLook {

    @Inject
    private VerdictPanel panel;

    @Inject
    private Conditions conditions;

    @Inject
    private Texts texts;

    private @Nullable Map<Inn, EntryView> standings;

    public String kind(Inn inn) {
        var status = fact(inn, Code.SME_STATUS);
        return status == null
                ? "unknown"
                : switch (status.value()) {
                    case "IN" -> "met";
                    case "OUT" -> "notmet";
                    default -> "unknown";
                };
    }

    public String status(Inn inn) {
        var status = fact(inn, Code.SME_STATUS);
        return status == null ? texts.get("fact.SME_STATUS.UNKNOWN") : conditions.value(status);
    }

    public String category(Inn inn) {
        return shown(fact(inn, Code.SME_CATEGORY));
    }

    public String source(Inn inn) {
        var status = fact(inn, Code.SME_STATUS);
        return status == null ? Formats.NOTHING : status.source().name();
    }

    /** Since when it has been in the register; empty where it is not, or nobody knows. */
    public String since(Inn inn) {
        var since = fact(inn, Code.SME_SINCE);
        return since == null ? "" : texts.with("members.smeSince", conditions.value(since));
    }

    private String shown(@Nullable FactView fact) {
        return fact == null ? Formats.NOTHING : conditions.value(fact);
    }

    private @Nullable FactView fact(Inn inn, Code code) {
        if (standings == null) {
            standings = panel.getStandings();
        }
        var entry = standings.get(inn);
        return entry == null
                ? null
                : entry.facts().stream()
                        .filter(fact -> fact.fact() == code)
                        .findFirst()
                        .orElse(null);
    }
}
