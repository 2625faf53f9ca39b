package ru.mos.clusters.eligibility.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Document;
import ru.mos.clusters.eligibility.rule.ClusterFacts.Organisation;
import ru.mos.clusters.eligibility.rule.SmeStanding.Category;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/** A cluster that would be eligible, save for what a test names. INNs are counted up; nothing is drawn or read. */
public final class ClusterBuilder {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    public static final Source RELEASE = new Source(Source.Kind.SME_RELEASE, LocalDate.of(2026, 10, 10), "release-7");
    public static final Inn ORGANISATION = inn(0);

    private static final LocalDate FOUNDED = LocalDate.of(2011, 3, 14);
    private static final Source RECORD = new Source(Source.Kind.CLUSTER_RECORD, FOUNDED, "IT-1");

    private LocalDate asOf = TODAY;
    private Register register = Register.TAX_SERVICE_REGISTER;
    private Organisation organisation = organisation("Ассоциация «Промышленный софт Москвы»", null);
    private ClusterFacts.Refusals refusals;
    private final List<Member> members = new ArrayList<>();
    private OwnershipLinks links = new OwnershipLinks(List.of(), Map.of(), true);
    private final List<RecordedConclusion> conclusions = new ArrayList<>();
    private final List<RecordedWaiver> waivers = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private String clusterName = "Промышленное программное обеспечение";

    private ClusterBuilder() {}

    public static ClusterBuilder cluster() {
        return new ClusterBuilder();
    }

    /** The n-th synthetic INN of a legal entity, with the right check digit. */
    public static Inn inn(int number) {
        var nine = String.format("77%07d", number);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return new Inn(nine + sum % 11 % 10);
    }

    public ClusterBuilder on(LocalDate date) {
        asOf = date;
        return this;
    }

    public ClusterBuilder named(String name) {
        clusterName = name;
        return this;
    }

    public ClusterBuilder by(Register which) {
        register = which;
        return this;
    }

    public ClusterBuilder organisation(String name) {
        organisation = organisation(name, null);
        return this;
    }

    public ClusterBuilder recordedForm(String name, LegalForm form) {
        organisation = organisation(name, form);
        return this;
    }

    public ClusterBuilder organisation(Inn inn) {
        organisation = new Organisation(new Subject(inn, null), FOUNDED, RECORD, null, null);
        return this;
    }

    public ClusterBuilder withoutOrganisation() {
        organisation = null;
        return this;
    }

    private static Organisation organisation(String name, LegalForm form) {
        return new Organisation(
                new Subject(ORGANISATION, name),
                FOUNDED,
                RECORD,
                form,
                form == null ? null : new Source(Source.Kind.HAND_ENTRY, FOUNDED, "Устав"));
    }

    /** SMEs in the register, of Moscow, each with an innovative product. */
    public ClusterBuilder smes(int number) {
        return add(number, in("77"), List.of(sign(Qualification.Kind.INNOVATIVE_PRODUCT, "26.30.11.120")));
    }

    /** SMEs in the register, of Moscow, with nothing else on record. */
    public ClusterBuilder plainSmes(int number) {
        return add(number, in("77"), List.of());
    }

    public ClusterBuilder smesOfRegion(int number, String region) {
        return add(number, in(region), List.of(sign(Qualification.Kind.INNOVATIVE, "SKOLKOVO")));
    }

    public ClusterBuilder smes(Qualification... signs) {
        return add(1, in("77"), List.of(signs));
    }

    /** Enterprises that a COMPLETE release does not show. */
    public ClusterBuilder others(int number) {
        return add(number, SmeStanding.out(null, register, RELEASE), List.of());
    }

    /** Enterprises about which no release decides. */
    public ClusterBuilder unknown(int number) {
        return add(number, SmeStanding.unknown(Missing.NOTHING_DECIDES, register, Source.NONE), List.of());
    }

    public ClusterBuilder member(Member member) {
        members.add(member);
        return this;
    }

    /** Makes the last added so many participants partners outside the organisation. */
    public ClusterBuilder asPartners(int number) {
        return change(
                number,
                member -> new Member(
                        member.subject(),
                        member.roles(),
                        false,
                        member.since(),
                        member.membership(),
                        member.standing(),
                        member.qualifications()));
    }

    public ClusterBuilder change(int number, UnaryOperator<Member> change) {
        for (int i = members.size() - number; i < members.size(); i++) {
            members.set(i, change.apply(members.get(i)));
        }
        return this;
    }

    /** Every part that a person must answer is answered, and every member declares that it has no link. */
    public ClusterBuilder concluded() {
        for (var code : PartCode.values()) {
            if (code == PartCode.DECLARATION) {
                members.forEach(member ->
                        concluded(PartRef.of(code, member.subject().inn()).toString(), true));
            } else if (code != PartCode.LEGAL_FORM && code.isAsked()) {
                concluded(code.name(), true);
            }
        }
        return this;
    }

    public ClusterBuilder concluded(String part, boolean met) {
        return concluded(part, met, DatePeriod.since(FOUNDED), conclusions.size());
    }

    public ClusterBuilder concluded(String part, boolean met, DatePeriod period, int recordedOnDay) {
        conclusions.add(new RecordedConclusion(
                new UUID(7, conclusions.size()),
                PartRef.parse(part).orElseThrow(),
                met,
                "Сказано комиссией о " + part,
                "gckr",
                Instant.parse("2026-10-01T09:00:00Z").plusSeconds(86_400L * recordedOnDay),
                period,
                new Paper("Протокол", "3", LocalDate.of(2026, 9, 30))));
        return this;
    }

    /** A waiver of a condition, or of parts of it, around today. */
    public ClusterBuilder waived(RuleCode rule, String... parts) {
        return waived(rule, DatePeriod.through(TODAY.minusDays(10), TODAY.plusDays(10)), parts);
    }

    public ClusterBuilder waived(RuleCode rule, DatePeriod period, String... parts) {
        waivers.add(new RecordedWaiver(
                new UUID(11, waivers.size()),
                rule,
                List.of(parts),
                "Отрасль создаётся, участников ещё нет",
                new Citation(
                        "Постановление № 1863-ПП", LocalDate.of(2024, 2, 7), "пункт 4.2", Citation.Status.IN_FORCE),
                new Paper("Служебная записка", "17", LocalDate.of(2026, 10, 12)),
                "gckr",
                "chief",
                period));
        return this;
    }

    public ClusterBuilder document(String kind, DatePeriod period) {
        documents.add(new Document(
                new UUID(9, documents.size()), kind, "Положение о членстве", LocalDate.of(2026, 9, 2), period));
        return this;
    }

    /** What ownership shows among the members. */
    public ClusterBuilder links(OwnershipLinks shown) {
        links = shown;
        return this;
    }

    /** Refusals without a listed ground that are still heard. */
    public ClusterBuilder refused(int count, LocalDate latest) {
        refusals = new ClusterFacts.Refusals(12, count, latest);
        return this;
    }

    /** The same facts, met in another order. */
    public ClusterBuilder shuffled(long seed) {
        Collections.shuffle(members, new Random(seed));
        Collections.shuffle(conclusions, new Random(seed));
        Collections.shuffle(documents, new Random(seed));
        return this;
    }

    public ClusterFacts facts() {
        return new ClusterFacts(
                new UUID(1, 1),
                "IT-1",
                clusterName,
                asOf,
                Instant.parse("2026-11-01T06:12:00Z"),
                organisation,
                members,
                conclusions,
                refusals,
                documents,
                links,
                waivers);
    }

    public SmeStanding in(String region) {
        return SmeStanding.in(Category.SMALL, LocalDate.of(2016, 8, 1), region, register, RELEASE);
    }

    public static Qualification sign(Qualification.Kind kind, String value) {
        return new Qualification(kind, value, RELEASE);
    }

    public static Member participant(int number, SmeStanding standing, String... roles) {
        return new Member(
                new Subject(inn(number), "ООО «Участник " + number + "»"),
                Set.of(roles),
                true,
                FOUNDED,
                RECORD,
                standing,
                List.of());
    }

    private ClusterBuilder add(int number, SmeStanding standing, List<Qualification> signs) {
        for (int i = 0; i < number; i++) {
            var member = participant(members.size() + 1, standing, "MANUFACTURER");
            members.add(new Member(
                    member.subject(), member.roles(), true, member.since(), member.membership(), standing, signs));
        }
        return this;
    }
}
