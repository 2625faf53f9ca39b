package ru.mos.clusters.web.application;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationAnswers;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationProblem;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.RoundView;
import ru.mos.clusters.call.application.SectionView;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.call.request.InteragencyRequests;
import ru.mos.clusters.call.request.RequestView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The card of an application: its sections, what they lack, its rounds, and what may be done. */
@Named
@RequestScoped
public class ApplicationPage {

    private static final int ALL = 500;
    private static final List<String> ASKERS =
            List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.COMMISSION, Role.AUDITOR);

    @EJB
    private Applications applications;

    @EJB
    private ApplicationDrafts drafts;

    @EJB
    private Submissions submissions;

    @EJB
    private InteragencyRequests requests;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private ApplicationView application;
    private @Nullable List<Section> sections;
    private @Nullable Long seen;
    private @Nullable String reason;

    /** A section with what it lacks, in words. */
    public record Section(ApplicationSection section, List<String> faults) {}

    @PostConstruct
    void open() {
        application = applications.view(id(query.value("id")));
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    static UUID id(String text) {
        return Optional.of(text)
                .filter(ApplicationPage::isId)
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
    }

    public ApplicationView getApplication() {
        return application;
    }

    public ApplicationAnswers getAnswers() {
        return drafts.answers(application.id());
    }

    private boolean may(ApplicationAction action) {
        return application.actions().contains(action);
    }

    public boolean isEditable() {
        return may(ApplicationAction.EDIT);
    }

    public boolean isSignable() {
        return may(ApplicationAction.SIGN)
                && getSections().stream().allMatch(section -> section.faults().isEmpty());
    }

    public boolean isCertifiable() {
        return may(ApplicationAction.CERTIFY);
    }

    public boolean isRecallable() {
        return may(ApplicationAction.RECALL);
    }

    public boolean isWithdrawable() {
        return may(ApplicationAction.WITHDRAW);
    }

    /** Whether the person checks it formally. */
    public boolean isCheckable() {
        return may(ApplicationAction.ADMIT) || may(ApplicationAction.REJECT);
    }

    public boolean isReceived() {
        return application.round() > 0;
    }

    /** What still keeps it from being sent; nothing where it is not written. */
    public List<Section> getSections() {
        if (sections == null) {
            sections = drafts.sections(application.id()).stream()
                    .map(section -> new Section(section.section(), isEditable() ? words(section) : List.of()))
                    .toList();
        }
        return sections;
    }

    private static List<String> words(SectionView section) {
        return section.faults().stream()
                .flatMap(fault -> fault.faults().isEmpty()
                        ? Stream.of(fault)
                        : Stream.concat(Stream.of(fault), fault.faults().stream()))
                .map(fault -> ProblemTexts.text(fault, Language.current()))
                .distinct()
                .toList();
    }

    public List<RoundView> getRounds() {
        return submissions.rounds(application.id());
    }

    /** Whether the person sees what other bodies were asked. */
    public boolean isAsking() {
        return isReceived() && ASKERS.stream().anyMatch(caller::hasRole);
    }

    public List<RequestView> getRequests() {
        return isAsking()
                ? requests.list(application.id(), false, PageRequest.first(ALL)).items()
                : List.of();
    }

    /** The version of the application that the page shows: what is signed and certified is what was seen. */
    public long getVersion() {
        return application.version();
    }

    public void setVersion(long version) {
        seen = version;
    }

    public String sign() {
        submissions.sign(application.id(), Signing.own(seen));
        return after("application.signed");
    }

    public String recall() {
        submissions.recall(application.id(), application.version());
        return after("application.recalled");
    }

    public String certify() {
        var receipt = submissions.certify(application.id(), Signing.own(seen));
        Messages.info("application.received", receipt.receipt());
        return Redirect.to("/application/card.xhtml", "id", application.id());
    }

    public String withdraw() {
        submissions.withdraw(application.id(), application.version(), reason);
        return after("application.withdrawn");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/application/card.xhtml", "id", application.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
