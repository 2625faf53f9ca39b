package ru.mos.clusters.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.LedgerProblem;
import ru.mos.clusters.ledger.NoticeAction;
import ru.mos.clusters.ledger.NoticeState;
import ru.mos.clusters.ledger.NoticeView;
import ru.mos.clusters.ledger.Notices;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A notice: what it gives, what was posted for it, and what may be done. */
@Named
@RequestScoped
public class NoticePage {

    @EJB
    private Notices notices;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private NoticeView notice;
    private @Nullable String reason;
    private @Nullable Long version;

    @PostConstruct
    void open() {
        notice = notices.view(Ids.of(query.value("id"), LedgerProblem.NOTICE_UNKNOWN));
        version = notice.version();
    }

    public NoticeView getNotice() {
        return notice;
    }

    public boolean isPostable() {
        return notice.actions().contains(NoticeAction.POST);
    }

    public boolean isDiscardable() {
        return notice.actions().contains(NoticeAction.DISCARD);
    }

    public boolean isReversible() {
        return notice.actions().contains(NoticeAction.REVERSE);
    }

    /** Whether the person entered it and so has to leave posting to somebody else. */
    public boolean isOwn() {
        return notice.state() == NoticeState.DRAFT && caller.login().equals(notice.enteredBy());
    }

    public String post() {
        notices.post(notice.id(), version);
        return after("ledger.noticePosted");
    }

    public String discard() {
        notices.discard(notice.id(), version, String.valueOf(reason));
        return after("ledger.noticeDiscarded");
    }

    public String reverse() {
        notices.reverse(notice.id(), version, String.valueOf(reason));
        return after("ledger.noticeReversed");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/ledger/notice.xhtml", "id", notice.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
