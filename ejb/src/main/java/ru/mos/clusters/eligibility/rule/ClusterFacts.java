package ru.mos.clusters.eligibility.rule;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;

/**
 * All that the conditions ask about one cluster on one day, as it was known at one instant. Equal facts in any order
 * are equal: members stand by INN, each once, and the cluster organisation is never among them.
 *
 * @param knownOn instant of the latest change these facts use
 * @param organisation who unites the participants on the day; null where nobody does
 * @param participants members of the organisation and partners outside it
 * @param conclusions those in force on the day; others are ignored
 * @param refusals refusals without a listed ground that are still heard on the day; null where there are none
 * @param documents those of the cluster; only those in force on the day are heard
 * @param links what sources of ownership show among the members
 * @param waivers those in force on the day; others are ignored; of one condition there is never more than one
 */
public record ClusterFacts(
        UUID id,
        String code,
        String name,
        LocalDate asOf,
        Instant knownOn,
        @Nullable Organisation organisation,
        List<Member> participants,
        List<RecordedConclusion> conclusions,
        @Nullable Refusals refusals,
        List<Document> documents,
        OwnershipLinks links,
        List<RecordedWaiver> waivers) {

    /**
     * The cluster organisation.
     *
     * @param form as recorded from a document; null where none is, then the name may tell
     * @param formSource where the form is recorded; null exactly where the form is
     */
    public record Organisation(
            Subject subject,
            LocalDate since,
            Source source,
            @Nullable LegalForm form,
            @Nullable Source formSource) {}

    /**
     * A paper filed with the cluster.
     *
     * @param kind {@code CHARTER}, {@code MEMBERSHIP_RULES}, {@code PROTOCOL} or another word of the cluster's records
     */
    public record Document(UUID id, String kind, String title, LocalDate date, DatePeriod period) {}

    /**
     * Refusals to let somebody join that name no listed ground.
     *
     * @param months for how long one is heard
     * @param latest day of the latest
     */
    public record Refusals(int months, int count, LocalDate latest) {}

    /** Puts everything in order and counts whoever is listed twice once. */
    public ClusterFacts {
        participants = once(participants, organisation);
        conclusions = conclusions.stream()
                .sorted(comparing(RecordedConclusion::recordedAt).thenComparing(RecordedConclusion::id))
                .toList();
        documents = documents.stream()
                .sorted(comparing(Document::date).thenComparing(Document::id))
                .toList();
        waivers = waivers.stream().sorted(comparing(RecordedWaiver::id)).toList();
    }

    private static List<Member> once(Collection<Member> listed, @Nullable Organisation organisation) {
        var byInn = new TreeMap<Inn, Member>();
        for (var member : listed) {
            byInn.merge(member.subject().inn(), member, Member::and);
        }
        if (organisation != null) {
            byInn.remove(organisation.subject().inn());
        }
        return List.copyOf(byInn.values());
    }

    /** The members of the organisation: the n of the conditions. */
    List<Member> members() {
        return participants.stream().filter(Member::ofOrganisation).toList();
    }

    /** Participants outside the organisation. */
    List<Member> partners() {
        return participants.stream().filter(member -> !member.ofOrganisation()).toList();
    }

    /** The answer in force to a part: of several, the one recorded last, for it was given knowing the others. */
    Optional<RecordedConclusion> conclusion(PartRef part) {
        return conclusions.stream()
                .filter(conclusion ->
                        conclusion.part().equals(part) && conclusion.period().contains(asOf))
                .reduce((earlier, later) -> later);
    }

    /** The waiver of a condition in force. */
    Optional<RecordedWaiver> waiver(RuleCode rule) {
        return waivers.stream()
                .filter(waiver -> waiver.rule() == rule && waiver.period().contains(asOf))
                .findFirst();
    }

    /** Documents of the kinds in force on the day. */
    List<Document> documents(Collection<String> kinds) {
        return documents.stream()
                .filter(document ->
                        kinds.contains(document.kind()) && document.period().contains(asOf))
                .toList();
    }
}
