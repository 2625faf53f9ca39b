package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementFilter;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Spreadsheet;

/** Agreements that the person sees, and for the department the awards that wait for one. */
@Named
@RequestScoped
public class AgreementList {

    private static final int MOST_CALLS = 500;
    private static final int MOST_WAITING = 20;

    @EJB
    private Agreements agreements;

    @EJB
    private Applications applications;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private LazyTable<AgreementView> table;
    private @Nullable List<ApplicationView> waiting;

    @PostConstruct
    void open() {
        var filter = new AgreementFilter(
                query.choice("state", AgreementState.class).orElse(null),
                query.text("call")
                        .map(text -> Ids.of(text, CallProblem.CALL_UNKNOWN))
                        .orElse(null),
                query.text("q").orElse(null));
        table = query.table(page -> agreements.list(filter, page), () -> agreements.count(filter));
    }

    public LazyTable<AgreementView> getTable() {
        return table;
    }

    /** Applications that were awarded money and have no agreement, the earliest first; only for who draws them up. */
    public List<ApplicationView> getWaiting() {
        if (waiting == null) {
            waiting = rights.isWriting()
                    ? agreements.waiting(MOST_WAITING).stream()
                            .map(applications::view)
                            .toList()
                    : List.of();
        }
        return waiting;
    }

    /** Draws up the agreement on what the application was awarded. */
    public String drawUp(UUID application) {
        var agreement = agreements.drawUp(application);
        Messages.info("grant.drawnUp", Long.toString(agreement.number()));
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    /** Calls that were published, by name. */
    public List<Map.Entry<String, String>> getCalls() {
        boolean english = Language.current().getLanguage().equals("en");
        return calls.list(new CallFilter(null, null, null), PageRequest.first(MOST_CALLS)).items().stream()
                .filter(one -> one.edition() > 0)
                .map(one -> Map.entry(
                        one.id().toString(),
                        one.code() + " "
                                + (english ? one.terms().titleEn() : one.terms().titleRu())))
                .toList();
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<AgreementView>("menu.agreements")
                .column("grant.agreement", 12, row -> "СГ-" + row.number())
                .column("grant.call", 16, AgreementView::callCode)
                .column("grant.project", 60, AgreementView::title)
                .column("grant.party", 60, AgreementView::partyName)
                .column("grant.inn", 14, AgreementView::party)
                .column("grant.state", 30, AgreementView::state)
                .column("grant.year", 8, row -> Integer.toString(row.year()))
                .column("grant.kbk", 24, AgreementView::kbk)
                .column("grant.amount", 20, AgreementView::amount)
                .column("grant.paid", 20, AgreementView::paid)
                .column("grant.accepted", 20, AgreementView::accepted)
                .send(table);
    }
}
