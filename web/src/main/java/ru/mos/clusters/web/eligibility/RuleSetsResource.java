package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.eligibility.RuleSetView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.draft.RuleVersionView;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** The rules by which clusters are judged. */
@Path("v1/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
public class RuleSetsResource {

    @Inject
    private Verdicts verdicts;

    @Inject
    private RuleVersions versions;

    @GET
    @Operation(summary = "Rule sets with their parameters and the acts behind them")
    public ListAnswer<RuleSetView> list(@BeanParam Paging paging) {
        return paging.stretch(verdicts.ruleSets(), ruleSet -> ruleSet.code() + ":" + ruleSet.version());
    }

    @GET
    @Path("{ruleSet}")
    @Operation(summary = "A version of the rules, such as CONCEPT_2010:2, whole: with its examples, clauses and basis")
    public RuleVersionView version(@PathParam("ruleSet") String ruleSet) {
        return versions.version(ruleSet);
    }
}
