package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.EligibilityProblem;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.eligibility.WhatIfView;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.ownership.PartyBody;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.Required;

/** What a verdict would be if something were otherwise. */
@Path("v1/clusters/{id}/what-if")
@Produces(MediaType.APPLICATION_JSON)
public class WhatIfResource {

    @Inject
    private WhatIf whatIf;

    @Inject
    private Clusters clusters;

    @Context
    private HttpHeaders headers;

    /** What can be supposed. */
    public enum Op {
        /** {@code inn}, {@code name}, {@code memberOfOrganisation}. */
        ADD_MEMBER,
        /** {@code inn}. */
        REMOVE_MEMBER,
        /** {@code inn}, {@code status}. */
        SET_STATUS,
        /** {@code inn}, {@code qualified}. */
        SET_QUALIFIED,
        /** {@code part}, {@code outcome}. */
        CONCLUDE,
        /** {@code owner}, {@code subject}, {@code kind}, {@code share}, {@code votes}. */
        SET_STAKE,
        /** {@code owner}, {@code subject}, {@code kind}. */
        REMOVE_STAKE
    }

    /** One change; which members it needs its {@code op} says. */
    public record Change(
            @Nullable Op op,
            @Nullable String inn,
            @Nullable String name,
            @Nullable Boolean memberOfOrganisation,
            SmeStanding.@Nullable Status status,
            @Nullable Boolean qualified,
            @Nullable String part,
            @Nullable Outcome outcome,
            @Nullable PartyBody owner,
            @Nullable PartyBody subject,
            @Nullable EdgeKind kind,
            @Nullable Fraction share,
            @Nullable Fraction votes) {}

    /** The changes to suppose together. */
    public record Question(
            @Nullable LocalDate asOf,
            @Nullable Instant knownOn,
            @Nullable String ruleSet,
            @Nullable List<Change> changes) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The verdict if the changes were made, the difference, and the cheapest fix",
            description = "Nothing is kept. Without changes: the cheapest fix of the cluster as it is.")
    public WhatIfView suppose(@PathParam("id") String id, @Nullable Question body) {
        var question = Required.body(body);
        var suppositions = new ArrayList<Supposition>();
        var changes = question.changes() == null ? List.<Change>of() : question.changes();
        for (int i = 0; i < changes.size(); i++) {
            suppositions.add(supposition(changes.get(i), "/changes/" + i));
        }
        return whatIf.suppose(
                new VerdictQuery(clusters.resolve(id), question.asOf(), question.knownOn(), question.ruleSet()),
                suppositions,
                Languages.of(headers));
    }

    private static Supposition supposition(Change change, String at) {
        return switch (Required.field(change.op(), at + "/op")) {
            case ADD_MEMBER ->
                new Supposition.AddMember(
                        Required.inn(change.inn(), at + "/inn"),
                        change.name(),
                        !Boolean.FALSE.equals(change.memberOfOrganisation()));
            case REMOVE_MEMBER -> new Supposition.RemoveMember(Required.inn(change.inn(), at + "/inn"));
            case SET_STATUS ->
                new Supposition.SetStatus(
                        Required.inn(change.inn(), at + "/inn"), Required.field(change.status(), at + "/status"));
            case SET_QUALIFIED ->
                new Supposition.SetQualified(
                        Required.inn(change.inn(), at + "/inn"), Required.field(change.qualified(), at + "/qualified"));
            case CONCLUDE -> conclude(change, at);
            case SET_STAKE -> stake(change, at, true);
            case REMOVE_STAKE -> stake(change, at, false);
        };
    }

    private static Supposition conclude(Change change, String at) {
        var part = Required.field(change.part(), at + "/part");
        var outcome = Required.field(change.outcome(), at + "/outcome");
        if (outcome != Outcome.MET && outcome != Outcome.NOT_MET) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, at + "/outcome").at(at + "/outcome");
        }
        return new Supposition.Conclude(
                PartRef.parse(part)
                        .orElseThrow(() -> new Problem(EligibilityProblem.PART_UNKNOWN, part).at(at + "/part")),
                outcome == Outcome.MET);
    }

    private static Supposition stake(Change change, String at, boolean holds) {
        var kind = Required.field(change.kind(), at + "/kind");
        if (holds && kind == EdgeKind.SHAREHOLDING) {
            Required.field(change.share(), at + "/share");
        }
        return new Supposition.SetStake(new SupposedStake(
                PartyBody.name(change.owner(), at + "/owner"),
                PartyBody.name(change.subject(), at + "/subject"),
                kind,
                holds,
                holds ? change.share() : null,
                holds ? change.votes() : null));
    }
}
