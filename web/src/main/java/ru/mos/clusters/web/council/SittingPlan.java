package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallFilter;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.council.PlanSitting;
import ru.mos.clusters.call.council.SittingForm;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which a sitting is planned. */
@Named
@RequestScoped
public class SittingPlan {

    private static final int MOST = 200;

    @EJB
    private Sittings sittings;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private CouncilWords words;

    private @Nullable String body;
    private @Nullable String call;
    private @Nullable String form = SittingForm.MEETING.name();
    private @Nullable LocalDate heldOn;
    private @Nullable String place;

    @PostConstruct
    void open() {
        call = query.text("call").orElse(null);
    }

    /** Published calls, the latest first. */
    public List<Map.Entry<String, String>> getCalls() {
        return calls.list(new CallFilter(null, CallState.PUBLISHED, null), PageRequest.first(MOST)).items().stream()
                .map(one -> Map.entry(
                        one.id().toString(),
                        one.code() + " "
                                + words.either(
                                        String.valueOf(one.terms().titleRu()),
                                        String.valueOf(one.terms().titleEn()))))
                .toList();
    }

    public List<Map.Entry<String, String>> getForms() {
        return CouncilWords.options(SittingForm.values());
    }

    /** Plans it and opens it, for its agenda. */
    public String schedule() {
        var planned = sittings.plan(new PlanSitting(
                String.valueOf(body),
                Ids.of(String.valueOf(call), CallProblem.CALL_UNKNOWN),
                SittingForm.valueOf(String.valueOf(form)),
                Objects.requireNonNull(heldOn),
                String.valueOf(place)));
        Messages.info("council.planned");
        return Redirect.to("/council/sitting.xhtml", "id", planned.id());
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getCall() {
        return call;
    }

    public void setCall(@Nullable String call) {
        this.call = call;
    }

    public @Nullable String getForm() {
        return form;
    }

    public void setForm(@Nullable String form) {
        this.form = form;
    }

    public @Nullable LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(@Nullable LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }
}
