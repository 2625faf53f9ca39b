package ru.mos.clusters.eligibility.rule;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A participant of the cluster on the date: one legal entity or entrepreneur, whatever number of roles it has.
 *
 * @param ofOrganisation false for a partner outside the cluster organisation
 * @param since first day of this membership
 * @param membership where the membership itself is recorded
 */
public record Member(
        Subject subject,
        Set<String> roles,
        boolean ofOrganisation,
        LocalDate since,
        Source membership,
        SmeStanding standing,
        List<Qualification> qualifications)
        implements java.io.Serializable {

    /** Order of every list of members. */
    static final Comparator<Member> BY_INN =
            comparing(member -> member.subject().inn());

    private static final Comparator<Member> UNITED_FIRST =
            comparing(Member::ofOrganisation).reversed().thenComparing(Member::since);

    private static final Comparator<Qualification> SIGNS = comparing(Qualification::kind)
            .thenComparing(Qualification::value)
            .thenComparing(sign -> sign.source().toString());

    /** Brings roles and qualifications into an order that does not depend on how they were read. */
    public Member {
        roles = sorted(roles.stream());
        qualifications = qualifications.stream().distinct().sorted(SIGNS).toList();
    }

    /** This and another record of the same participant as one: of the organisation if either is. */
    Member and(Member other) {
        var first = UNITED_FIRST.compare(this, other) <= 0 ? this : other;
        return new Member(
                first.subject,
                sorted(Stream.of(roles, other.roles).flatMap(Set::stream)),
                first.ofOrganisation,
                first.since,
                first.membership,
                first.standing,
                Stream.of(qualifications, other.qualifications)
                        .flatMap(List::stream)
                        .toList());
    }

    private static SortedSet<String> sorted(Stream<String> words) {
        var sorted = new TreeSet<String>();
        words.forEach(sorted::add);
        return Collections.unmodifiableSortedSet(sorted);
    }
}
