package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.release.ChangeKind;
import ru.mos.clusters.registry.release.ReleaseChange;
import ru.mos.clusters.registry.release.ReleaseKind;
import ru.mos.clusters.registry.release.ReleaseProblem;
import ru.mos.clusters.registry.release.ReleaseRemark;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.ReleaseView;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;
import ru.mos.clusters.registry.release.WithdrawalTried;
import ru.mos.clusters.registry.release.Withdrawals;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.IntakeLook;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** One release: how far its import is, what it changed, what was wrong in it, and its withdrawal. */
@Named
@RequestScoped
public class ReleasePage {

    private static final String PAGE = "/registry/release.xhtml";
    private static final Set<String> TABS = Set.of("remarks", "ENTERED", "LEFT", "CHANGED", "withdrawal");
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);

    @Inject
    private Releases releases;

    @Inject
    private Uploads uploads;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private RegistryWords words;

    @Inject
    private Time time;

    @Inject
    private Caller caller;

    private ReleaseView release;
    private Instant now;
    private @Nullable String reason;
    private @Nullable WithdrawalTried tried;
    private @Nullable LazyTable<ReleaseRemark> remarks;
    private @Nullable LazyTable<ReleaseChange> changes;

    /** What one subject was and became, by one of its facts. */
    public record Difference(
            String fact, @Nullable Object before, @Nullable Object after) {}

    @PostConstruct
    void open() {
        var id = query.value("id");
        if (!id.matches("\\d{1,18}")) {
            throw new Problem(ReleaseProblem.RELEASE_UNKNOWN, id);
        }
        release = releases.view(Long.parseLong(id));
        now = time.now();
    }

    public ReleaseView getRelease() {
        return release;
    }

    /** «Реестр МСП на 10.11.2026»; the file's name while we do not know what is in it. */
    public String getTitle() {
        return release.kind() == null || release.stateOn() == null
                ? texts.with("release.file", release.fileName())
                : texts.with("release.title." + release.kind(), release.stateOn());
    }

    /** Size of the upload, to a tenth. */
    public BigDecimal getMegabytes() {
        return BigDecimal.valueOf(release.size()).divide(MEGABYTE, 1, RoundingMode.UP);
    }

    public String getLook() {
        return IntakeLook.look(release.state());
    }

    /** Whether the import waits or goes on. */
    public boolean isUnderWay() {
        return release.state() == ReleaseState.QUEUED || release.state() == ReleaseState.RUNNING;
    }

    /** Whether a person may let it go on. */
    public boolean isRestartable() {
        return release.state() == ReleaseState.STOPPED || release.state() == ReleaseState.FAILED;
    }

    /** Whether the caller takes releases in. */
    public boolean isMine() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    /** Heading of the bar. */
    public String getStage() {
        if (release.state() == ReleaseState.QUEUED) {
            return texts.get("release.stage.queued");
        }
        var phase = release.phase() == null ? "INSPECT" : release.phase();
        return texts.with("release.stage." + phase, release.files(), release.filesTotal());
    }

    /** Files done, for the bar; null where it cannot be told. */
    public @Nullable Integer getDone() {
        return "READ".equals(release.phase()) ? release.files() : null;
    }

    /** Records read in a second, on average; null before there is anything to tell by. */
    public @Nullable Long getRate() {
        return release.progress(now).map(ReleaseView.Progress::recordsPerSecond).orElse(null);
    }

    /** «осталось около 1 мин 10 с»; empty where it cannot be told. */
    public String getLeft() {
        return release.progress(now)
                .map(ReleaseView.Progress::secondsLeft)
                .map(this::left)
                .orElse("");
    }

    private String left(long seconds) {
        return seconds < 60
                ? texts.with("release.leftSeconds", (seconds / 10 + 1) * 10)
                : texts.with("release.leftMinutes", seconds / 60, seconds % 60 / 10 * 10);
    }

    /** How long the import took, in whole seconds; null while it is not over. */
    public @Nullable Long getTook() {
        return release.startedAt() == null || release.finishedAt() == null
                ? null
                : Math.max(
                        1,
                        Duration.between(release.startedAt(), release.finishedAt())
                                .toSeconds());
    }

    /** The release everybody sees until this one is in. */
    public @Nullable ReleaseView getStillSeen() {
        return releases.latestOfRegister().orElse(null);
    }

    /** Called by the clock of the page: the end of the import shows the page anew. */
    public void watch() {
        if (!isUnderWay()) {
            Faces.redirect(PAGE.substring(1) + "?id=%s", release.id());
        }
    }

    /** Why nothing of it was taken in, with what to do; null if it was not refused. */
    public @Nullable String getRefusal() {
        return release.refusalCode() == null
                ? null
                : RegistryWords.problem(release.refusalCode(), release.refusalArguments());
    }

    /** Which part of the report is asked for. */
    public String getTab() {
        return query.text("tab").filter(TABS::contains).orElse("remarks");
    }

    /** Whether the release can tell whom it brought and took away. */
    public boolean isComparable() {
        return release.kind() == ReleaseKind.SME_REGISTER && release.state() == ReleaseState.COMPLETED;
    }

    public LazyTable<ReleaseRemark> getRemarks() {
        if (remarks == null) {
            remarks = query.table(
                    page -> releases.problems(release.id(), page), () -> releases.countProblems(release.id()));
        }
        return remarks;
    }

    /** What is wrong and what to do. */
    public String remark(ReleaseRemark remark) {
        return RegistryWords.problem(remark.code(), remark.args());
    }

    public LazyTable<ReleaseChange> getChanges() {
        if (changes == null) {
            var kind = ChangeKind.valueOf(getTab());
            long count =
                    switch (kind) {
                        case ENTERED -> release.entered();
                        case LEFT -> release.left();
                        case CHANGED -> release.changed();
                    };
            changes = query.table(page -> releases.changes(release.id(), kind, page), () -> count);
        }
        return changes;
    }

    /** What the release shows of a subject, or what the one before it showed of who has left. */
    public ReleaseChange.Shown shown(ReleaseChange change) {
        var is = change.after();
        return is == null ? Objects.requireNonNull(change.before()) : is;
    }

    /** A fact's value, as a record or a list of changes holds it, in words. */
    public String words(String fact, @Nullable Object value) {
        return value instanceof String || value instanceof Integer
                ? words.value(fact, value.toString())
                : Formats.show(value, Language.current());
    }

    /** The facts in which a subject differs. */
    public List<Difference> differences(ReleaseChange change) {
        var was = change.before();
        var is = change.after();
        var found = new ArrayList<Difference>();
        if (was != null && is != null) {
            add(found, "NAME", was.name(), is.name());
            add(found, "CATEGORY", was.category(), is.category());
            add(found, "SINCE", was.since(), is.since());
            add(found, "REGION", was.region(), is.region());
            add(found, "MAIN_ACTIVITY", was.mainActivity(), is.mainActivity());
            add(found, "HEADCOUNT", was.headcount(), is.headcount());
            add(found, "NEWLY_CREATED", was.newlyCreated(), is.newlyCreated());
            add(found, "SOCIAL_ENTERPRISE", was.socialEnterprise(), is.socialEnterprise());
        }
        return found;
    }

    private static void add(List<Difference> found, String fact, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            found.add(new Difference(fact, was, is));
        }
    }

    /** Whether its withdrawal can be asked for or confirmed by the caller. */
    public boolean isWithdrawable() {
        return release.state() == ReleaseState.COMPLETED
                && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF));
    }

    /** Whether the caller is the one who asked, and so has to wait for another. */
    public boolean isAskedByMe() {
        return caller.login().equals(release.withdrawalRequestedBy());
    }

    /** What a withdrawal would change, tried out and undone. */
    public WithdrawalTried getTried() {
        if (tried == null) {
            tried = withdrawals.preview(release.id());
        }
        return tried;
    }

    public long getTriedSubjects() {
        return getTried().subjects();
    }

    public List<WithdrawalTried.Effect> getTriedEffects() {
        return getTried().effects();
    }

    /** An outcome of a withdrawal's preview in words. */
    public String outcome(String outcome) {
        return texts.orElse("Eligibility." + outcome, outcome);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public String stop() {
        uploads.stop(release.id());
        return again("release.stopped");
    }

    public String restart() {
        uploads.restart(release.id());
        return again("release.restarted");
    }

    public String requestWithdrawal() {
        withdrawals.request(release.id(), reason);
        return again("release.withdrawalRequested");
    }

    public String confirmWithdrawal() {
        withdrawals.confirm(release.id());
        return again("release.withdrawn");
    }

    private String again(String result) {
        Messages.info(result);
        return Redirect.to(PAGE, "id", release.id());
    }
}
