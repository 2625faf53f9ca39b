package ru.mos.clusters.assessment.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ru.mos.clusters.assessment.criteria.SmeLaws.Alternative;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule.Condition;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule.Counted;
import ru.mos.clusters.assessment.criteria.SmeLaws.HeadcountLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.OwnershipLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.Provision;
import ru.mos.clusters.assessment.criteria.SmeLaws.TurnoverLimit;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.registry.FactKind;

/** The law as the product carries it, written down a second time: the tests inside the server compare it with the data. */
final class LawOnRecord {

    static final SmeLaws LAWS = laws();

    private LawOnRecord() {}

    private static <T> Dated<T> row(String from, String until, T says) {
        return new Dated<>(
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                says,
                new Basis("209-ФЗ", says.toString(), Basis.Certainty.FOUND, null));
    }

    private static SmeLaws laws() {
        return new SmeLaws(headcounts(), turnovers(), provisions(), forms(), ownership(), alternatives());
    }

    private static HeadcountLimit heads(SmeSize size, int most) {
        return new HeadcountLimit(size, most, null, Set.of(), null);
    }

    private static List<Dated<HeadcountLimit>> headcounts() {
        return List.of(
                row("2008-01-01", null, heads(SmeSize.MICRO, 15)),
                row("2008-01-01", null, heads(SmeSize.SMALL, 100)),
                row("2008-01-01", null, heads(SmeSize.MEDIUM, 250)),
                row(
                        "2017-12-02",
                        null,
                        new HeadcountLimit(
                                SmeSize.MEDIUM, 1000, "2014", Set.of("13", "14", "15"), new BigDecimal("70"))),
                row(
                        "2021-07-02",
                        null,
                        new HeadcountLimit(SmeSize.MEDIUM, 1500, "2014", Set.of("56"), new BigDecimal("70"))));
    }

    private static List<Dated<TurnoverLimit>> turnovers() {
        var rows = new ArrayList<Dated<TurnoverLimit>>();
        int[] millions = {60, 400, 1000};
        for (int at = 0; at < millions.length; at++) {
            var size = SmeSize.values()[at];
            rows.add(row("2008-01-01", "2015-07-25", new TurnoverLimit(size, roubles(millions[at]))));
            rows.add(row("2015-07-25", null, new TurnoverLimit(size, roubles(2L * millions[at]))));
        }
        return rows;
    }

    private static BigDecimal roubles(long millions) {
        return BigDecimal.valueOf(millions * 1_000_000).setScale(2);
    }

    private static Dated<Provision> provision(String from, String until, Provision.Code code, String value) {
        return row(from, until, new Provision(code, value));
    }

    private static List<Dated<Provision>> provisions() {
        return List.of(
                provision("2008-01-01", "2016-01-01", Provision.Code.HEADCOUNT_MEASURE, "HEADCOUNT_ALL"),
                provision("2016-01-01", null, Provision.Code.HEADCOUNT_MEASURE, "HEADCOUNT"),
                provision("2008-01-01", "2016-08-01", Provision.Code.TURNOVER_MEASURE, "REVENUE"),
                provision("2016-08-01", null, Provision.Code.TURNOVER_MEASURE, "INCOME"),
                provision("2008-01-01", "2015-06-30", Provision.Code.STICKY_YEARS, "2"),
                provision("2015-06-30", null, Provision.Code.STICKY_YEARS, "3"),
                provision("2008-01-01", "2016-08-01", Provision.Code.NEWLY_CREATED, "BY_PERIOD"),
                provision("2016-08-01", null, Provision.Code.NEWLY_CREATED, "MICRO"),
                provision("2009-12-08", "2016-08-01", Provision.Code.REGISTER, "CITY_REGISTER"),
                provision("2016-08-01", null, Provision.Code.REGISTER, "TAX_SERVICE_REGISTER"),
                provision("2008-01-01", "2018-12-01", Provision.Code.DECIDES, "CRITERIA"),
                provision("2018-12-01", null, Provision.Code.DECIDES, "REGISTER"));
    }

    private static List<Dated<FormRule>> forms() {
        var rows = new ArrayList<Dated<FormRule>>();
        for (var form : List.of(
                SmeForm.PRODUCTION_COOPERATIVE,
                SmeForm.AGRICULTURAL_CONSUMER_COOPERATIVE,
                SmeForm.FARM,
                SmeForm.ENTREPRENEUR)) {
            rows.add(row("2008-01-01", null, new FormRule(form, Condition.NONE, null)));
        }
        rows.add(row("2008-01-01", "2016-08-01", new FormRule(SmeForm.CONSUMER_COOPERATIVE, Condition.NONE, null)));
        rows.add(row(
                "2008-01-01", null, new FormRule(SmeForm.LIMITED_LIABILITY_COMPANY, Condition.SHARES, Counted.SHARE)));
        rows.add(row(
                "2008-01-01",
                "2016-08-01",
                new FormRule(SmeForm.JOINT_STOCK_COMPANY, Condition.SHARES, Counted.SHARE)));
        rows.add(row(
                "2016-08-01", "2018-12-01", new FormRule(SmeForm.JOINT_STOCK_COMPANY, Condition.ALTERNATIVES, null)));
        rows.add(row("2018-12-01", null, new FormRule(SmeForm.JOINT_STOCK_COMPANY, Condition.SHARES, Counted.VOTES)));
        rows.add(row(
                "2008-01-01",
                "2016-08-01",
                new FormRule(SmeForm.BUSINESS_PARTNERSHIP, Condition.SHARES, Counted.SHARE)));
        rows.add(row("2018-12-01", null, new FormRule(SmeForm.BUSINESS_PARTNERSHIP, Condition.SHARES, Counted.SHARE)));
        return rows;
    }

    private static Dated<OwnershipLimit> limit(String from, String until, String code, int most, Holder... holders) {
        return row(from, until, new OwnershipLimit(code, Set.of(holders), Fraction.of(most, 100)));
    }

    private static List<Dated<OwnershipLimit>> ownership() {
        return List.of(
                limit(
                        "2008-01-01",
                        "2013-01-01",
                        "PUBLIC_AND_FOREIGN",
                        25,
                        Holder.PUBLIC_BODY,
                        Holder.FUND_OR_NGO,
                        Holder.FOREIGN_ENTITY,
                        Holder.FOREIGN_CITIZEN),
                limit(
                        "2013-01-01",
                        "2015-06-30",
                        "PUBLIC_AND_FOREIGN",
                        25,
                        Holder.PUBLIC_BODY,
                        Holder.FUND_OR_NGO,
                        Holder.FOREIGN_ENTITY),
                limit("2008-01-01", "2015-06-30", "NON_SME", 25, Holder.NON_SME_ENTITY),
                limit("2015-06-30", null, "PUBLIC", 25, Holder.PUBLIC_BODY, Holder.FUND_OR_NGO),
                limit("2015-06-30", "2016-08-01", "FOREIGN", 49, Holder.FOREIGN_ENTITY),
                limit("2015-06-30", "2016-08-01", "NON_SME", 49, Holder.NON_SME_ENTITY),
                limit("2016-08-01", null, "FOREIGN_AND_NON_SME", 49, Holder.FOREIGN_ENTITY, Holder.NON_SME_ENTITY));
    }

    private static List<Dated<Alternative>> alternatives() {
        return List.of(
                row("2009-08-15", null, new Alternative(FactKind.UNIVERSITY_IP, null)),
                row("2015-06-30", null, new Alternative(FactKind.SKOLKOVO, null)),
                row("2016-08-01", null, new Alternative(FactKind.HIGH_TECH_SHARES, null)),
                row("2018-12-01", null, new Alternative(FactKind.FOREIGN_OWNERS_WITHIN_LIMITS, Holder.FOREIGN_ENTITY)));
    }
}
