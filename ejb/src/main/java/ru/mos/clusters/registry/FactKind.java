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
    INNOVATIVE("true|false"),
    PRODUCTION("true|false"),
    EXPORT_ORIENTED("true|false"),
    /** Average headcount of a calendar year. */
    HEADCOUNT("0|[1-9]\\d{0,6}"),
    /** Income of a calendar year, roubles with kopecks. */
    INCOME("(?:0|[1-9]\\d{0,14})\\.\\d{2}");

    /** Standing of a legal entity in the state register. */
    public enum LegalStatus {
        ACTIVE,
        REORGANISING,
        LIQUIDATING,
        TERMINATED
    }

    private final String form;

    FactKind(String form) {
        this.form = form;
    }

    /** Whether the fact is about a whole calendar year. */
    public boolean isYearly() {
        return this == HEADCOUNT || this == INCOME;
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
