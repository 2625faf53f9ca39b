package ru.mos.clusters.eligibility;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static ru.mos.clusters.eligibility.rule.SmeStanding.Register.TAX_SERVICE_REGISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmesByLaw;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.RecordedConclusion;
import ru.mos.clusters.eligibility.rule.RecordedWaiver;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleBook.SmeByLaw;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.MemberLinks;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * Gathers what the conditions ask about clusters on a day, as it was known at an instant: the same few statements for one
 * cluster and for all.
 */
@ApplicationScoped
class KnownFacts {

    @Inject
    private Sql sql;

    @Inject
    private MemberLinks memberLinks;

    @Inject
    private SmesByLaw smesByLaw;

    /** The facts about a cluster, with the sector whose parameters apply to it. */
    record OfCluster(String sector, ClusterFacts facts) {}

    /**
     * What is asked.
     *
     * @param clusters null: all
     * @param knownOn null: everything this transaction sees
     */
    record Question(
            @Nullable Collection<UUID> clusters,
            LocalDate asOf,
            @Nullable Instant knownOn) {}

    /** By sector and number; a cluster nobody knew of at the instant is left out. */
    List<OfCluster> of(Question question, RuleBook book) {
        return sql.with(handle -> {
            var heads = ask(handle, "Heads", question)
                    .bind("ruleSet", book.code())
                    .bind("version", book.version())
                    .mapTo(FactRows.Head.class)
                    .list();
            boolean taxService =
                    heads.stream().anyMatch(head -> register(head, question, book) == TAX_SERVICE_REGISTER);
            var gathered = gather(handle, question, taxService);
            var linked = links(heads, gathered, question, book);
            var law = law(heads, gathered, question, book);
            return heads.stream()
                    .map(head -> new OfCluster(
                            head.sector(),
                            gathered.facts(
                                    head,
                                    question.asOf(),
                                    register(head, question, book),
                                    linked.get(head.id()),
                                    new Law(law, book.smeByLaw(question.asOf(), head.sector())))))
                    .toList();
        });
    }

    /** What the law says of members, and how the rules ask for it. */
    private record Law(LawFacts facts, SmeByLaw asked) {

        Member tell(Member member) {
            return facts.tell(member, asked);
        }

        /** Where nobody asks, nothing of it has a say. */
        @Nullable
        Instant knownOn() {
            return asked == SmeByLaw.OFF ? null : facts.knownOn();
        }
    }

    /** Of the members of clusters whose rules ask. */
    private LawFacts law(List<FactRows.Head> heads, Gathered gathered, Question question, RuleBook book) {
        var asked = heads.stream()
                .filter(head -> book.smeByLaw(question.asOf(), head.sector()) != SmeByLaw.OFF)
                .flatMap(gathered::members)
                .map(FactRows.Participant::inn)
                .distinct()
                .toList();
        return asked.isEmpty()
                ? LawFacts.NOT_ASKED
                : LawFacts.of(smesByLaw.of(asked, question.asOf(), question.knownOn()));
    }

    /** What is on record of enterprises that take no part in the cluster, as if they were members from the day on. */
    List<Member> newcomers(Collection<Inn> inns, OfCluster cluster, Question question, RuleBook book) {
        var register = book.register(question.asOf(), cluster.sector());
        var asked = book.smeByLaw(question.asOf(), cluster.sector());
        var law = asked == SmeByLaw.OFF
                ? LawFacts.NOT_ASKED
                : LawFacts.of(smesByLaw.of(inns, question.asOf(), question.knownOn()));
        return sql.with(handle -> {
            var entered = entered(handle, question, inns);
            handle.registerArrayType(String.class, "text");
            return ask(handle, "Newcomers", question)
                    .bind("cluster", cluster.facts().id())
                    .bindArray(
                            "inns", String.class, inns.stream().map(Inn::digits).toList())
                    .bind("taxService", register == TAX_SERVICE_REGISTER)
                    .mapTo(FactRows.Participant.class)
                    .map(newcomer -> law.tell(newcomer.member(cluster.facts().code(), register, entered), asked))
                    .list();
        });
    }

    private Entered entered(Handle handle, Question question, Collection<Inn> others) {
        handle.registerArrayType(String.class, "text");
        return new Entered(
                ask(handle, "HandEntries", question)
                        .bindArray(
                                "inns",
                                String.class,
                                others.stream().map(Inn::digits).toList())
                        .mapTo(FactRows.HandEntry.class)
                        .collect(groupingBy(FactRows.HandEntry::inn)),
                question.asOf());
    }

    private static Register register(FactRows.Head head, Question question, RuleBook book) {
        return book.register(question.asOf(), head.sector());
    }

    /** Of the clusters whose rules ask for them, all of one definition at a time. */
    private Map<Object, MemberLinks.Links> links(
            List<FactRows.Head> heads, Gathered gathered, Question question, RuleBook book) {
        var byProfile = new TreeMap<AffiliationProfile, List<MemberLinks.Asked>>();
        for (var head : heads) {
            book.affiliation(question.asOf(), head.sector())
                    .ifPresent(profile -> byProfile
                            .computeIfAbsent(AffiliationProfile.valueOf(profile), first -> new ArrayList<>())
                            .add(gathered.asked(head)));
        }
        var links = new HashMap<Object, MemberLinks.Links>();
        byProfile.forEach(
                (profile, asked) -> links.putAll(memberLinks.of(asked, question.asOf(), question.knownOn(), profile)));
        return links;
    }

    private Gathered gather(Handle handle, Question question, boolean taxService) {
        return new Gathered(
                ask(handle, "Participants", question)
                        .bind("taxService", taxService)
                        .mapTo(FactRows.Participant.class)
                        .collect(groupingBy(FactRows.Participant::clusterId)),
                ask(handle, "ConclusionsInForce", question)
                        .mapTo(FactRows.Concluded.class)
                        .collect(groupingBy(
                                FactRows.Concluded::clusterId, mapping(FactRows.Concluded::conclusion, toList()))),
                ask(handle, "Refusals", question)
                        .mapTo(FactRows.Refused.class)
                        .collect(toMap(FactRows.Refused::clusterId, FactRows.Refused::refusals)),
                ask(handle, "DocumentsInForce", question)
                        .mapTo(FactRows.Filed.class)
                        .collect(groupingBy(FactRows.Filed::clusterId, mapping(FactRows.Filed::document, toList()))),
                ask(handle, "WaiversInForce", question)
                        .mapTo(FactRows.Waived.class)
                        .collect(groupingBy(FactRows.Waived::clusterId, mapping(FactRows.Waived::waiver, toList()))),
                entered(handle, question, List.of()));
    }

    /** What the statements found, by cluster. */
    private record Gathered(
            Map<UUID, List<FactRows.Participant>> participants,
            Map<UUID, List<RecordedConclusion>> conclusions,
            Map<UUID, ClusterFacts.Refusals> refusals,
            Map<UUID, List<ClusterFacts.Document>> documents,
            Map<UUID, List<RecordedWaiver>> waivers,
            Entered entered) {

        MemberLinks.Asked asked(FactRows.Head head) {
            return new MemberLinks.Asked(
                    head.id(),
                    members(head).map(FactRows.Participant::inn).toList(),
                    head.organisationInn() == null ? List.of() : List.of(head.organisationInn()));
        }

        private Stream<FactRows.Participant> members(FactRows.Head head) {
            return participants.getOrDefault(head.id(), List.of()).stream()
                    .filter(FactRows.Participant::memberOfOrganisation)
                    .filter(participant -> !participant.inn().equals(head.organisationInn()));
        }

        ClusterFacts facts(
                FactRows.Head head, LocalDate asOf, Register register, MemberLinks.@Nullable Links linked, Law law) {
            var links = LinkFacts.of(
                    linked, members(head).map(FactRows.Participant::subject).toList());
            return new ClusterFacts(
                    head.id(),
                    head.code(),
                    head.name(),
                    asOf,
                    Stream.of(head.knownOn(), linked == null ? null : linked.knownOn(), law.knownOn())
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElseThrow(),
                    head.organisation(entered),
                    participants.getOrDefault(head.id(), List.of()).stream()
                            .map(participant -> law.tell(participant.member(head.code(), register, entered)))
                            .toList(),
                    conclusions.getOrDefault(head.id(), List.of()),
                    refusals.get(head.id()),
                    documents.getOrDefault(head.id(), List.of()),
                    links,
                    waivers.getOrDefault(head.id(), List.of()));
        }
    }

    private Query ask(Handle handle, String file, Question question) {
        var clusters = question.clusters();
        return handle.createQuery(sql.file(KnownFacts.class, file))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindArray("clusters", UUID.class, clusters == null ? List.of() : clusters)
                .bind("all", clusters == null)
                .bind("asOf", question.asOf())
                .bind("knownOn", question.knownOn());
    }
}
