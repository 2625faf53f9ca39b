package ru.mos.clusters.web.call;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.CallView;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Calls, the latest first, and the form to begin one. */
@Named
@RequestScoped
public class CallList {

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private LazyTable<CallView> table;
    private @Nullable String measure;
    private @Nullable String titleRu;
    private @Nullable String titleEn;

    @PostConstruct
    void open() {
        var filter = new CallFilter(
                query.text("programme").orElse(null),
                query.choice("state", CallState.class).orElse(null),
                query.choice("phase", CallPhase.class).orElse(null));
        table = query.table(page -> calls.list(filter, page), () -> calls.count(filter));
    }

    public LazyTable<CallView> getTable() {
        return table;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    /** Begins a call and opens it. */
    public String create() {
        var chosen = String.valueOf(measure).split("\\|", 2);
        var call = calls.create(chosen[0], chosen.length < 2 ? "" : chosen[1], CallTerms.titled(titleRu, titleEn));
        Messages.info("call.created", call.code());
        return Redirect.to("/call/card.xhtml", "id", call.id());
    }

    public @Nullable String getMeasure() {
        return measure;
    }

    public void setMeasure(@Nullable String measure) {
        this.measure = measure;
    }

    public @Nullable String getTitleRu() {
        return titleRu;
    }

    public void setTitleRu(@Nullable String titleRu) {
        this.titleRu = titleRu;
    }

    public @Nullable String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(@Nullable String titleEn) {
        this.titleEn = titleEn;
    }
}
