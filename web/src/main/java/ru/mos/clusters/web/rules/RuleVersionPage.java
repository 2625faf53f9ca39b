package ru.mos.clusters.web.rules;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.eligibility.draft.RuleVersionView;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.web.shell.ListQuery;

/** One version of the rules, whole. */
@Named
@RequestScoped
public class RuleVersionPage {

    @EJB
    private RuleVersions versions;

    @Inject
    private ListQuery query;

    private RuleVersionView version;

    @PostConstruct
    void open() {
        version = versions.version(query.value("id"));
    }

    public RuleVersionView getVersion() {
        return version;
    }
}
