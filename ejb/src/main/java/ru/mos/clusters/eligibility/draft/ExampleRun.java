package ru.mos.clusters.eligibility.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.rule.ClusterFacts;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Document;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Organisation;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Member;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.OwnershipLinks;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.Qualification;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.RecordedConclusion;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.LinkByVotes;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

/** Asks the real rules about the facts of an example: invented members, everything else answered so that it decides nothing. */
final class ExampleRun {

    private static final Source INVENTED = new Source(Source.Kind.SUPPOSITION, null, null);
    private static final Set<PartCode> LEFT_OPEN = Set.of(PartCode.LEGAL_FORM, PartCode.ADMISSION_DOCUMENT);

    private final RuleBook book;
    private final BiFunction<AffiliationProfile, LocalDate, Profile> laws;

    /** @param laws the law's definition of affiliation with the readings of a day */
    ExampleRun(RuleBook book, BiFunction<AffiliationProfile, LocalDate, Profile> laws) {
        this.book = book;
        this.laws = laws;
    }

    /** What the rule comes to. */
    Outcome outcome(RuleCode rule, String sector, LocalDate day, Given given) {
        return book.on(day, sector).judge(facts(sector, day, given)).findings().stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::outcome)
                .findFirst()
                .orElseThrow();
    }

    private ClusterFacts facts(String sector, LocalDate day, Given given) {
        var founded = day.minusYears(1);
        var members = new ArrayList<Member>();
        for (int i = 0; i < given.members(); i++) {
            members.add(member(i, given, sector, day));
        }
        for (int i = 0; i < given.partners(); i++) {
            members.add(partner(given.members() + i, sector, day));
        }
        return new ClusterFacts(
                new UUID(0, 0),
                "",
                "",
                day,
                Instant.EPOCH,
                new Organisation(
                        new Subject(inn(999), "—"),
                        founded,
                        INVENTED,
                        given.form(),
                        given.form() == null ? null : INVENTED),
                members,
                conclusions(day, members),
                null,
                given.documents().stream()
                        .map(kind -> new Document(
                                new UUID(0, kind.hashCode()), kind, kind, founded, DatePeriod.since(founded)))
                        .toList(),
                links(sector, day, given, members),
                List.of());
    }

    private Member member(int number, Given given, String sector, LocalDate day) {
        var register = book.register(day, sector);
        var standing = number < given.smes()
                ? SmeStanding.in(
                        SmeStanding.Category.SMALL, day.minusYears(1), book.region(day, sector), register, INVENTED)
                : number < given.smes() + given.unknown()
                        ? SmeStanding.unknown(Missing.NOTHING_DECIDES, register, INVENTED)
                        : SmeStanding.out(null, register, INVENTED);
        var qualifications = number < given.qualified()
                ? Stream.of(
                                Qualification.Kind.INNOVATIVE,
                                Qualification.Kind.PRODUCTION,
                                Qualification.Kind.EXPORT_ORIENTED)
                        .map(kind -> new Qualification(kind, "true", INVENTED))
                        .toList()
                : List.<Qualification>of();
        return new Member(
                new Subject(inn(number), "—"), Set.of(), true, day.minusYears(1), INVENTED, standing, qualifications);
    }

    private Member partner(int number, String sector, LocalDate day) {
        var out = SmeStanding.out(null, book.register(day, sector), INVENTED);
        return new Member(new Subject(inn(number), "—"), Set.of(), false, day.minusYears(1), INVENTED, out, List.of());
    }

    private static List<RecordedConclusion> conclusions(LocalDate day, List<Member> members) {
        var said = Arrays.stream(PartCode.values())
                .filter(code -> code.isAsked() && code != PartCode.DECLARATION && !LEFT_OPEN.contains(code))
                .map(code -> new PartRef(code, null, null));
        var declared = members.stream()
                .map(member ->
                        new PartRef(PartCode.DECLARATION, member.subject().inn(), null));
        return Stream.concat(said, declared)
                .map(part -> new RecordedConclusion(
                        UUID.nameUUIDFromBytes(part.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        part,
                        true,
                        "",
                        "",
                        Instant.EPOCH,
                        DatePeriod.since(day.minusYears(1)),
                        new Paper("—", null, day.minusYears(1))))
                .toList();
    }

    private OwnershipLinks links(String sector, LocalDate day, Given given, List<Member> members) {
        Map<Inn, OwnershipLinks.Known> known = members.stream()
                .collect(Collectors.toMap(
                        member -> member.subject().inn(), member -> new OwnershipLinks.Known(List.of(), List.of())));
        return new OwnershipLinks(pairs(sector, day, given, members), known, true);
    }

    private List<OwnershipLinks.Pair> pairs(String sector, LocalDate day, Given given, List<Member> members) {
        var votes = given.votes();
        var profile = book.affiliation(day, sector).map(AffiliationProfile::valueOf);
        if (votes == null || members.size() < 2 || profile.isEmpty()) {
            return List.of();
        }
        var law = laws.apply(profile.get(), day);
        if (!LinkByVotes.links(law, votes)) {
            return List.of();
        }
        var one = members.get(0).subject();
        var other = members.get(1).subject();
        var said = Message.of(
                Reason.PAIR_HOLDING,
                one,
                other,
                new Message.Percent(votes),
                new Message.Percent(LinkByVotes.threshold(law)),
                List.of());
        return List.of(new OwnershipLinks.Pair(one.inn(), other.inn(), true, said, List.of()));
    }

    /** Invented, with a right check digit. */
    private static Inn inn(int number) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> String.format(java.util.Locale.ROOT, "990000%03d%d", number, check))
                .filter(ExampleRun::isInn)
                .map(Inn::new)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isInn(String digits) {
        try {
            return new Inn(digits).isLegalEntity();
        } catch (Problem wrongCheckDigit) {
            return false;
        }
    }
}
