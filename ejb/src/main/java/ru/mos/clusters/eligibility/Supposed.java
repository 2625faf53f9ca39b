package ru.mos.clusters.eligibility;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.Qualification;
import ru.mos.clusters.eligibility.rule.RecordedConclusion;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

/** The facts about a cluster on a copy, where changes are only thought of. */
final class Supposed {

    private static final Source SUPPOSITION = new Source(Source.Kind.SUPPOSITION, null, null);

    private final ClusterFacts known;
    private final @Nullable String region;
    private final List<Member> participants;
    private final List<RecordedConclusion> conclusions;

    /** @param region the region that counts for new SMEs */
    Supposed(ClusterFacts known, @Nullable String region) {
        this.known = known;
        this.region = region;
        participants = new ArrayList<>(known.participants());
        conclusions = new ArrayList<>(known.conclusions());
    }

    /** @throws Problem {@code supposition-member-exists} */
    void join(Member newcomer, boolean ofOrganisation) {
        if (find(newcomer.subject().inn()) >= 0) {
            throw new Problem(
                    EligibilityProblem.SUPPOSITION_MEMBER_EXISTS,
                    newcomer.subject().inn());
        }
        participants.add(new Member(
                newcomer.subject(),
                newcomer.roles(),
                ofOrganisation,
                newcomer.since(),
                SUPPOSITION,
                newcomer.standing(),
                newcomer.qualifications()));
    }

    /** @throws Problem {@code supposition-member-missing} */
    void leave(Inn inn) {
        participants.remove(at(inn));
    }

    void status(Inn inn, SmeStanding.Status status) {
        change(inn, member -> {
            var register = member.standing().register();
            var standing =
                    switch (status) {
                        case IN -> SmeStanding.in(null, known.asOf(), region, register, SUPPOSITION);
                        case OUT -> SmeStanding.out(null, register, SUPPOSITION);
                        case UNKNOWN -> SmeStanding.unknown(SmeStanding.Missing.NOTHING_DECIDES, register, SUPPOSITION);
                    };
            return with(member, standing, member.qualifications());
        });
    }

    void qualified(Inn inn, boolean qualified) {
        change(
                inn,
                member -> with(
                        member,
                        member.standing(),
                        qualified
                                ? List.of(
                                        new Qualification(Qualification.Kind.INNOVATIVE, "true", SUPPOSITION),
                                        new Qualification(Qualification.Kind.PRODUCTION, "true", SUPPOSITION),
                                        new Qualification(Qualification.Kind.EXPORT_ORIENTED, "true", SUPPOSITION))
                                : List.of()));
    }

    private static Member with(Member member, SmeStanding standing, List<Qualification> qualifications) {
        return new Member(
                member.subject(),
                member.roles(),
                member.ofOrganisation(),
                member.since(),
                member.membership(),
                standing,
                qualifications);
    }

    void conclude(Supposition.Conclude conclude) {
        conclusions.add(new RecordedConclusion(
                UUID.nameUUIDFromBytes(conclude.part().toString().getBytes(StandardCharsets.UTF_8)),
                conclude.part(),
                conclude.met(),
                "—",
                "—",
                Instant.MAX,
                DatePeriod.since(known.asOf()),
                new Paper("—", null, known.asOf())));
    }

    private void change(Inn inn, UnaryOperator<Member> to) {
        participants.replaceAll(member -> member.subject().inn().equals(inn) ? to.apply(member) : member);
        at(inn);
    }

    private int at(Inn inn) {
        int at = find(inn);
        if (at < 0) {
            throw new Problem(EligibilityProblem.SUPPOSITION_MEMBER_MISSING, inn);
        }
        return at;
    }

    private int find(Inn inn) {
        for (int i = 0; i < participants.size(); i++) {
            if (Objects.equals(participants.get(i).subject().inn(), inn)) {
                return i;
            }
        }
        return -1;
    }

    /** Members of the organisation as they are thought of. */
    List<Member> members() {
        return participants.stream()
                .filter(Member::ofOrganisation)
                .filter(member -> known.organisation() == null
                        || !member.subject()
                                .inn()
                                .equals(known.organisation().subject().inn()))
                .toList();
    }

    ClusterFacts facts(OwnershipLinks links) {
        return new ClusterFacts(
                known.id(),
                known.code(),
                known.name(),
                known.asOf(),
                known.knownOn(),
                known.organisation(),
                participants,
                conclusions,
                known.refusals(),
                known.documents(),
                links,
                known.waivers());
    }
}
