package ru.mos.clusters.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Figure;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Owner;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/** A limited company held by a person, of which a test says what matters. Nothing is drawn or read. */
final class SubjectBuilder {

    static final Source PAPER = new Source(Source.Kind.HAND_ENTRY, LocalDate.of(2011, 3, 1), "Справка № 1", null);

    private final Inn inn;
    private SubjectFacts.Form form = new SubjectFacts.Form(Set.of(SmeForm.LIMITED_LIABILITY_COMPANY), "ООО", PAPER);
    private @Nullable Integer firstYear;
    private SubjectFacts.@Nullable Activity activity = new SubjectFacts.Activity("2014", "62.01", PAPER);
    private final List<Figure> figures = new ArrayList<>();
    private final Map<FactKind, Source> flags = new EnumMap<>(FactKind.class);
    private final List<Owner> owners = new ArrayList<>();
    private final Set<GapCode> missing = EnumSet.noneOf(GapCode.class);
    private final Map<Inn, SmeStatus> smes = new HashMap<>();
    private RegisterFact register = RegisterFact.NONE;
    private boolean ownersGiven;

    private SubjectBuilder(Inn inn) {
        this.inn = inn;
    }

    static SubjectBuilder company() {
        return new SubjectBuilder(inn(1));
    }

    static SubjectBuilder company(int number) {
        return new SubjectBuilder(inn(number));
    }

    /** The n-th synthetic INN of a legal entity, with the right check digit. */
    static Inn inn(int number) {
        var nine = String.format("77%07d", number);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return new Inn(nine + sum % 11 % 10);
    }

    SubjectBuilder form(SmeForm... possible) {
        form = new SubjectFacts.Form(Set.of(possible), "форма", PAPER);
        return this;
    }

    SubjectBuilder createdIn(int year) {
        firstYear = year;
        return this;
    }

    SubjectBuilder activity(@Nullable String code) {
        activity = code == null ? null : new SubjectFacts.Activity("2014", code, PAPER);
        return this;
    }

    SubjectBuilder figure(FactKind kind, int year, String value) {
        figures.add(new Figure(kind, year, new BigDecimal(value), true, PAPER));
        return this;
    }

    SubjectBuilder filed(FactKind kind, int year, String value) {
        figures.add(new Figure(kind, year, new BigDecimal(value), false, PAPER));
        return this;
    }

    /** Both figures of a year by the measures of its time, each within micro limits unless given otherwise. */
    SubjectBuilder year(int year, String heads, String millions) {
        figure(year <= 2014 ? FactKind.HEADCOUNT_ALL : FactKind.HEADCOUNT, year, heads);
        return figure(year <= 2014 ? FactKind.REVENUE : FactKind.INCOME, year, millions + "000000.00");
    }

    /** Years of which each is of the size, in turnover. */
    SubjectBuilder sizes(int first, SmeSize... sizes) {
        for (int at = 0; at < sizes.length; at++) {
            var millions =
                    switch (sizes[at]) {
                        case MICRO -> "1";
                        case SMALL -> "300";
                        case MEDIUM -> "900";
                        case ABOVE_MEDIUM -> "9000";
                    };
            year(first + at, "5", millions);
        }
        return this;
    }

    SubjectBuilder flag(FactKind flag) {
        flags.put(flag, PAPER);
        return this;
    }

    SubjectBuilder held(Holder by, String share) {
        return held(share, share, true, by);
    }

    SubjectBuilder heldByUnknownShare(Holder... by) {
        return held("0/1", "0/1", false, by);
    }

    SubjectBuilder held(String share, String votes, boolean sure, Holder... by) {
        ownersGiven = true;
        owners.add(new Owner(
                "owner-" + owners.size(),
                "Владелец " + owners.size(),
                Set.of(by),
                null,
                fraction(share),
                fraction(votes),
                sure,
                PAPER));
        return this;
    }

    SubjectBuilder heldBy(Inn company, String share) {
        ownersGiven = true;
        owners.add(new Owner(
                "inn:" + company,
                "ООО " + company.digits(),
                Set.of(Holder.SME_ENTITY, Holder.NON_SME_ENTITY),
                company,
                fraction(share),
                fraction(share),
                true,
                PAPER));
        return this;
    }

    SubjectBuilder standing(Inn company, SmeStatus status) {
        smes.put(company, status);
        return this;
    }

    SubjectBuilder missing(GapCode code) {
        missing.add(code);
        return this;
    }

    SubjectBuilder registered(SmeStatus status, @Nullable SmeCategory category) {
        register = new RegisterFact(RegisterFact.Register.TAX_SERVICE_REGISTER, status, category, null, PAPER);
        return this;
    }

    private static Fraction fraction(String text) {
        var parts = text.split("/");
        return new Fraction(new java.math.BigInteger(parts[0]), new java.math.BigInteger(parts[1]));
    }

    SubjectFacts facts() {
        if (!ownersGiven && missing.isEmpty()) {
            held(Holder.PERSON, "1/1");
        }
        boolean whole = missing.isEmpty() || missing.equals(EnumSet.of(GapCode.SHARE));
        return new SubjectFacts(
                inn,
                "ООО «Проба»",
                form,
                firstYear,
                activity,
                List.copyOf(figures),
                Map.copyOf(flags),
                new SubjectFacts.Owners(List.copyOf(owners), whole, Set.copyOf(missing)),
                register);
    }

    Assessment on(String day) {
        var facts = facts();
        return new Criteria(LawOnRecord.LAWS, LocalDate.parse(day)).of(facts, smes);
    }

    Finding on(String day, Finding.Criterion criterion) {
        return on(day).findings().stream()
                .filter(finding -> finding.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }
}
