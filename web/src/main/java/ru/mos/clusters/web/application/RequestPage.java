package ru.mos.clusters.web.application;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.request.InteragencyRequests;
import ru.mos.clusters.call.request.RequestAnswer;
import ru.mos.clusters.call.request.RequestOutcome;
import ru.mos.clusters.call.request.RequestState;
import ru.mos.clusters.call.request.RequestView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Requests to other bodies, those overdue on demand, and the answer to one. */
@Named
@RequestScoped
public class RequestPage {

    @EJB
    private InteragencyRequests requests;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    private final PaperEntry document = new PaperEntry();
    private @Nullable RequestView request;
    private @Nullable Long seen;
    private @Nullable String outcome;
    private boolean disagrees;
    private @Nullable String answer;

    public LazyTable<RequestView> getTable() {
        boolean overdue = query.value("overdue").equals("true");
        return query.table(page -> requests.list(null, overdue, page), () -> requests.count(null, overdue));
    }

    /** What the list may be narrowed to. */
    public List<Map.Entry<String, String>> getTerms() {
        return List.of(Map.entry("true", texts.get("request.overdue")));
    }

    public RequestView getRequest() {
        if (request == null) {
            request = requests.view(ApplicationPage.id(query.value("id")));
        }
        return request;
    }

    /** Whether the person may record an answer to it now; a form that comes too late is heard, and told so. */
    public boolean isAnswerable() {
        boolean sent = FacesContext.getCurrentInstance().isPostback();
        return (sent || getRequest().state() == RequestState.OPEN)
                && Stream.of(Role.DEPARTMENT, Role.GCKR).anyMatch(caller::hasRole);
    }

    /** The version that the forms are made from, and which they bring back. */
    public long getVersion() {
        return seen == null ? getRequest().version() : seen;
    }

    public void setVersion(long version) {
        seen = version;
    }

    public List<Map.Entry<String, String>> getOutcomes() {
        return Stream.of(RequestOutcome.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Records what was answered. */
    public String save() {
        var open = getRequest();
        requests.answer(
                open.id(),
                getVersion(),
                new RequestAnswer(
                        RequestOutcome.valueOf(String.valueOf(outcome)),
                        disagrees,
                        String.valueOf(answer),
                        document.paper(),
                        null));
        Messages.info("request.answered");
        return Redirect.to("/application/request.xhtml", "id", open.id());
    }

    /** Revokes it. */
    public String revoke() {
        var open = getRequest();
        requests.revoke(open.id(), getVersion());
        Messages.info("request.revoked");
        return Redirect.to("/application/request.xhtml", "id", open.id());
    }

    public PaperEntry getDocument() {
        return document;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public boolean isDisagrees() {
        return disagrees;
    }

    public void setDisagrees(boolean disagrees) {
        this.disagrees = disagrees;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
