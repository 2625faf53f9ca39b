package ru.mos.clusters.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Problem;

/** What a document can say of a subject that no file of the tax service holds. */
public enum FactKind {
    /** Category in the city's own register of SMEs, kept by the Department before the tax service's (1338-ПП). */
    CITY_REGISTER(oneOf(SmeCategory.values())),
    /** Legal form by the charter; decides whether an organisation can unite members. */
    LEGAL_FORM(oneOf(LegalForm.values())),
    /** Whether a legal entity exists. */
    LEGAL_STATUS(oneOf(LegalStatus.values())),
    INNOVATIVE(Forms.FLAG),
    PRODUCTION(Forms.FLAG),
    EXPORT_ORIENTED(Forms.FLAG),
    /** Average headcount of a calendar year. */
    HEADCOUNT("0|[1-9]\\d{0,6}"),
    /** Income of a calendar year, roubles with kopecks. */
    INCOME("(?:0|[1-9]\\d{0,14})\\.\\d{2}"),
    /** Average number of all who worked in a calendar year, part-timers and contract workers among them: the law's until 2015. */
    HEADCOUNT_ALL("0|[1-9]\\d{0,6}"),
    /** Revenue of a calendar year without VAT, roubles with kopecks: the law's measure until 31.07.2016. */
    REVENUE("(?:0|[1-9]\\d{0,14})\\.\\d{2}"),
    /** Share of the main activity in the income of a calendar year, per cent. */
    MAIN_ACTIVITY_SHARE("(?:100\\.00|\\d{1,2}\\.\\d{2})"),
    /** Its shares are traded as shares of the high-tech sector. */
    HIGH_TECH_SHARES(Forms.FLAG),
    /** It puts into practice what its founding universities or research institutions have exclusive rights to. */
    UNIVERSITY_IP(Forms.FLAG),
    SKOLKOVO(Forms.FLAG),
    /** Its founders are on the Government's list of those who support innovation for the state. */
    STATE_INNOVATION_FOUNDERS(Forms.FLAG),
    SMALL_TECHNOLOGY_COMPANY(Forms.FLAG),
    /** Its foreign holders keep within the limits of medium enterprises and sit in no offshore zone, as an auditor reports. */
    FOREIGN_OWNERS_WITHIN_LIMITS(Forms.FLAG),
    /** A person who pays the tax on professional income, without being an entrepreneur. */
    SELF_EMPLOYED(Forms.FLAG);

    /** Standing of a legal entity in the state register. */
    public enum LegalStatus {
        ACTIVE,
        REORGANISING,
        LIQUIDATING,
        TERMINATED
    }

    /** In an interface of its own, for constants above may not refer to a field below them. */
    private interface Forms {
        String FLAG = "true|false";
    }

    private final String form;

    FactKind(String form) {
        this.form = form;
    }

    /** Whether the fact is about a whole calendar year. */
    public boolean isYearly() {
        return this == HEADCOUNT || this == HEADCOUNT_ALL || this == MAIN_ACTIVITY_SHARE || isMoney();
    }

    /** Whether the value is an amount in roubles. */
    public boolean isMoney() {
        return this == INCOME || this == REVENUE;
    }

    /** Whether the value says yes or no. */
    public boolean isFlag() {
        return form.equals(Forms.FLAG);
    }

    /**
     * Refuses a value or a period that the fact cannot have.
     *
     * @throws Problem {@code manual-fact-value-impossible}, {@code manual-fact-year-required}
     */
    void require(String value, DatePeriod period) {
        if (!value.matches(form)) {
            throw new Problem(EntityProblem.MANUAL_FACT_VALUE_IMPOSSIBLE, value, this).at("/value");
        }
        if (isYearly() && !period.equals(year(period.from().getYear()))) {
            throw new Problem(EntityProblem.MANUAL_FACT_YEAR_REQUIRED, this).at("/to");
        }
    }

    static DatePeriod year(int year) {
        return new DatePeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static String oneOf(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).collect(Collectors.joining("|"));
    }
}
