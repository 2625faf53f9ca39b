package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.ReviewState;
import ru.mos.clusters.agreement.ReviewView;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A review: why payment is held, for who decides whether it stays so. */
@Named
@RequestScoped
public class ReviewPage {

    @EJB
    private Reviews reviews;

    @Inject
    private ListQuery query;

    @Inject
    private AgreementRights rights;

    private ReviewView review;
    private @Nullable Long version;
    private @Nullable String reason;
    private @Nullable String document;

    @PostConstruct
    void open() {
        review = reviews.view(Ids.of(query.value("id"), AgreementProblem.REVIEW_UNKNOWN));
        version = review.version();
    }

    public ReviewView getReview() {
        return review;
    }

    private boolean isOpen() {
        return review.state() == ReviewState.OPEN;
    }

    /** Whether the person opened it and so has to leave the decision to somebody else. */
    public boolean isOwn() {
        return isOpen() && rights.isChief() && rights.me(review.openedBy());
    }

    public boolean isWaivable() {
        return review.isWaivable() && isConfirmable();
    }

    public boolean isConfirmable() {
        return isOpen() && rights.isChief() && !rights.me(review.openedBy());
    }

    public boolean isExaminable() {
        return isOpen() && rights.isExamining();
    }

    public String waive() {
        reviews.waive(review.id(), version, String.valueOf(reason), String.valueOf(document));
        return after("grant.reviewWaived");
    }

    public String confirm() {
        reviews.confirm(review.id(), version, String.valueOf(reason));
        return after("grant.reviewConfirmed");
    }

    /** Has the project checked anew. */
    public String lookAgain() {
        var after = reviews.lookAgain(review.id());
        if (after.state() == ReviewState.OPEN) {
            Messages.warn("grant.reviewStands");
            return Redirect.to("/agreement/review.xhtml", "id", review.id());
        }
        return after("grant.reviewLifted");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/agreement/review.xhtml", "id", review.id());
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }
}
