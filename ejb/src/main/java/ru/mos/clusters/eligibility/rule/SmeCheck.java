package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.SmeStanding.Status.IN;
import static ru.mos.clusters.eligibility.rule.SmeStanding.Status.OUT;
import static ru.mos.clusters.eligibility.rule.SmeStanding.Status.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.eligibility.rule.SmeStanding.Status;

/**
 * Whether a participant is an SME for a condition.
 *
 * @param register the one that counts on the date; what another says decides nothing
 * @param regions codes of regions that count; empty: any. The city's own register is of the city by itself
 */
record SmeCheck(Register register, Set<String> regions) {

    /** The answer for one participant, with what to say about it. */
    record Answer(Status status, Message why) {}

    /** In only where register and law agree; one of them alone suffices to be out. */
    Answer of(Member member, LocalDate asOf) {
        var registered = byRegister(member, asOf);
        var law = member.standing().byLaw();
        if (law == null || law.status() == IN || registered.status() == OUT) {
            return registered;
        }
        return law.status() == OUT || registered.status() == IN
                ? new Answer(law.status(), Message.of(law.why(), asOf))
                : registered;
    }

    private Answer byRegister(Member member, LocalDate asOf) {
        var standing = member.standing();
        if (standing.register() != register) {
            return new Answer(UNKNOWN, Message.of(Reason.SME_OTHER_REGISTER, register, asOf));
        }
        return switch (standing.status()) {
            case IN -> inRegion(standing);
            case OUT ->
                new Answer(
                        OUT,
                        standing.since() == null
                                ? Message.of(Reason.SME_OUT, register, asOf)
                                : Message.of(Reason.SME_LEFT, register, standing.since()));
            case UNKNOWN -> new Answer(UNKNOWN, gap(standing, asOf));
        };
    }

    private static Message gap(SmeStanding standing, LocalDate asOf) {
        var missing = standing.missing();
        if (missing == null) {
            throw new IllegalStateException("unknown without a gap");
        }
        return Message.of(missing.reason(), asOf);
    }

    private Answer inRegion(SmeStanding standing) {
        var region = standing.region();
        if (register == Register.CITY_REGISTER || regions.isEmpty()) {
            return new Answer(IN, in(standing));
        } else if (region == null) {
            return new Answer(UNKNOWN, Message.of(Reason.SME_REGION_UNKNOWN));
        } else if (!regions.contains(region)) {
            return new Answer(OUT, Message.of(Reason.SME_OTHER_REGION, region, List.copyOf(new TreeSet<>(regions))));
        }
        return new Answer(IN, in(standing));
    }

    private Message in(SmeStanding standing) {
        if (standing.since() == null) {
            throw new IllegalStateException("in the register since no day");
        }
        return standing.category() == null
                ? Message.of(Reason.SME_IN_UNCATEGORISED, register, standing.since())
                : Message.of(Reason.SME_IN, register, standing.since(), standing.category());
    }

    /** The standing as facts of a trace. */
    static List<Fact> facts(Member member) {
        var standing = member.standing();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(Fact.Code.SME_STATUS, standing.status().name(), standing.source()));
        if (standing.since() != null) {
            facts.add(new Fact(Fact.Code.SME_SINCE, standing.since().toString(), standing.source()));
        }
        if (standing.category() != null) {
            facts.add(new Fact(Fact.Code.SME_CATEGORY, standing.category().name(), standing.source()));
        }
        if (standing.region() != null) {
            facts.add(new Fact(Fact.Code.REGION, standing.region(), standing.source()));
        }
        var law = standing.byLaw();
        if (law != null) {
            facts.add(new Fact(
                    Fact.Code.SME_BY_LAW,
                    law.category() == null ? law.status().name() : law.status() + " " + law.category(),
                    new Source(Source.Kind.CRITERIA_OF_LAW, null, null)));
        }
        return facts;
    }
}
