package ru.mos.clusters.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.AuditEntry;
import ru.mos.clusters.platform.AuditFilter;
import ru.mos.clusters.platform.AuditTrail;
import ru.mos.clusters.web.shell.ChangeWords;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Subjects;
import ru.mos.clusters.web.shell.Texts;

/** The audit trail: who did what to what, with the difference it made. */
@Named
@RequestScoped
public class AuditList {

    @EJB
    private AuditTrail trail;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Subjects subjects;

    @Inject
    private ChangeWords words;

    private LazyTable<AuditEntry> table;
    private AuditTrail.@Nullable Choices choices;

    @PostConstruct
    void open() {
        var filter = new AuditFilter(
                query.text("who").orElse(null),
                query.text("action").orElse(null),
                query.text("kind").orElse(null),
                query.text("subject").orElse(null),
                query.date("since").orElse(null),
                query.date("until").orElse(null),
                query.text("address").orElse(null));
        table = query.table(page -> trail.search(filter, page), () -> trail.count(filter))
                .countedTo(AuditTrail.MOST_COUNTED);
    }

    public LazyTable<AuditEntry> getTable() {
        return table;
    }

    private AuditTrail.Choices choices() {
        if (choices == null) {
            choices = trail.choices();
        }
        return choices;
    }

    public List<Map.Entry<String, String>> getActions() {
        return choices().actions().stream()
                .map(action -> Map.entry(action, words.action(action)))
                .toList();
    }

    public List<Map.Entry<String, String>> getKinds() {
        return choices().subjectKinds().stream()
                .map(kind -> Map.entry(kind, kind(kind)))
                .toList();
    }

    /** What it was done to, in words. */
    public String kind(String kind) {
        return texts.orElse("subject." + kind, kind);
    }

    /** The page of what it was done to, or null. */
    public @Nullable String page(AuditEntry entry) {
        return subjects.page(entry.subjectKind(), entry.subject());
    }

    /** Recomputes all seals and says whether the trail is whole. */
    public String verify() {
        trail.brokenSeal()
                .ifPresentOrElse(
                        broken -> Messages.warn("audit.broken", broken.id(), broken.at()),
                        () -> Messages.info("audit.whole"));
        return Redirect.to("/audit/list.xhtml");
    }

    /** The whole result as a spreadsheet. */
    public void export() {
        new Spreadsheet<AuditEntry>("audit.title")
                .column("audit.when", 20, AuditEntry::at)
                .column("audit.who", 20, AuditEntry::actor)
                .column("audit.name", 35, AuditEntry::actorName)
                .column("audit.address", 18, AuditEntry::address)
                .column("audit.action", 30, entry -> words.action(entry.action()))
                .column("audit.kind", 20, entry -> kind(entry.subjectKind()))
                .column("audit.subject", 30, AuditEntry::subject)
                .column(
                        "audit.before",
                        60,
                        entry -> entry.before() == null ? null : entry.before().toString())
                .column(
                        "audit.after",
                        60,
                        entry -> entry.after() == null ? null : entry.after().toString())
                .send(table);
    }
}
