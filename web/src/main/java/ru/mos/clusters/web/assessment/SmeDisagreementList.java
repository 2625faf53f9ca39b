package ru.mos.clusters.web.assessment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement.Kind;
import ru.mos.clusters.cluster.SmeDisagreementView;
import ru.mos.clusters.cluster.SmeDisagreements;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Members of clusters about whom the criteria of the law and the register disagree. */
@Named
@RequestScoped
public class SmeDisagreementList {

    @Inject
    private SmeDisagreements disagreements;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private LazyTable<SmeDisagreementView> table;

    @PostConstruct
    void open() {
        var kind = query.choice("kind", Kind.class).orElse(null);
        table = query.table(page -> disagreements.list(kind, page), () -> disagreements.count(kind));
    }

    public LazyTable<SmeDisagreementView> getTable() {
        return table;
    }

    /** The kinds to choose from. */
    public List<Map.Entry<String, String>> getKinds() {
        return Stream.of(Kind.STATUS, Kind.CATEGORY)
                .map(kind -> Map.entry(kind.name(), texts.get("sme.kind." + kind)))
                .toList();
    }

    /** What one of the two says. */
    public String side(SmeDisagreementView.Side side) {
        return texts.get("sme.is." + (side.category() == null ? side.status() : side.category()));
    }

    public String why(SmeDisagreementView row) {
        return row.causes().stream()
                .map(cause -> texts.get("sme.cause." + cause))
                .collect(Collectors.joining("; "));
    }

    /** Works all out anew. */
    public @Nullable String assess() {
        disagreements.assess();
        Messages.info("sme.assessed");
        return Redirect.to("/assessment/list.xhtml");
    }
}
