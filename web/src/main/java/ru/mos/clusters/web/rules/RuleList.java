package ru.mos.clusters.web.rules;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.draft.RuleVersionView;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The law by which clusters are judged: its versions and what is being made of it. */
@Named
@RequestScoped
public class RuleList {

    private static final int SHOWN = 50;

    @EJB
    private RuleVersions versions;

    @EJB
    private RuleDrafts drafts;

    @Inject
    private Caller caller;

    private @Nullable List<RuleVersionView> all;

    /** The latest first. */
    public List<RuleVersionView> getVersions() {
        if (all == null) {
            all = versions.list();
        }
        return all;
    }

    /** The version that judges today. */
    public @Nullable RuleVersionView getInForce() {
        return getVersions().stream()
                .filter(RuleVersionView::inForce)
                .findFirst()
                .orElse(null);
    }

    public List<RuleDraftView> getDrafts() {
        return drafts.list(PageRequest.first(SHOWN)).items();
    }

    /** Whether the person may see what is not yet law. */
    public boolean isReader() {
        return isAuthor() || caller.hasRole(Role.GCKR) || caller.hasRole(Role.AUDITOR);
    }

    /** Whether the person may make law. */
    public boolean isAuthor() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF);
    }

    /** Makes a draft from the latest version. */
    public String create() {
        var latest = getVersions().get(0);
        var draft = drafts.create(latest.ruleSet(), latest.version());
        Messages.info("rules.drafted", latest.version());
        return Redirect.to("/rules/draft.xhtml", "id", draft.id());
    }
}
