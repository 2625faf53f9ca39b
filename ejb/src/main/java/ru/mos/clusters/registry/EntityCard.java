package ru.mos.clusters.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * What is known of one subject on a date. Headcounts and incomes of a year stand side by side where sources disagree.
 *
 * @param name cut to surname and initials for private persons, unless opened
 * @param region code of the constituent entity; never derived from the INN
 * @param mainActivity as declared, or as reported where the record declares none; likewise {@code activities}
 * @param manualFacts from documents entered by hand, in force on the date
 */
public record EntityCard(
        Inn inn,
        @Nullable String ogrn,
        @Nullable EntityKind kind,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String region,
        @Nullable String place,
        Sme sme,
        List<Headcount> headcount,
        List<Income> income,
        @Nullable Activity mainActivity,
        List<Activity> activities,
        @Nullable Activity reportedMainActivity,
        List<Activity> reportedActivities,
        List<Product> products,
        List<Licence> licences,
        List<Programme> programmes,
        List<Contract> contracts,
        List<Manual> manualFacts) {

    /**
     * Standing in the register of SMEs on the date.
     *
     * @param since date of entry as the tax service gives it
     * @param source the release that decides, with the document where there is one; null if nothing decides
     * @param reason how the release decides, see {@code registry.sme_status}
     */
    public record Sme(
            SmeStatus status,
            @Nullable SmeCategory category,
            @Nullable LocalDate since,
            @Nullable Boolean newlyCreated,
            @Nullable Boolean socialEnterprise,
            @Nullable FactSource source,
            String reason) {}

    /** Average number of employees of a year. */
    public record Headcount(int year, int value, FactSource source) {}

    /** Income and expense of a year by its tax accounting; hand entries know only income. */
    public record Income(
            int year, BigDecimal income, @Nullable BigDecimal expense, FactSource source) {}

    /** A product by ОКПД2; innovative: belongs to the innovative or high-tech ones. */
    public record Product(
            String code, @Nullable String name, @Nullable Boolean innovative) {}

    /** A licence as the register shows it; {@code through} is its last day. */
    public record Licence(
            @Nullable String series,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String from,
            @Nullable String through,
            @Nullable String suspended,
            @Nullable String issuedBy,
            @Nullable String suspendedBy,
            List<String> activities,
            List<String> addresses) {

        public Licence {
            activities = activities == null ? List.of() : List.copyOf(activities);
            addresses = addresses == null ? List.of() : List.copyOf(addresses);
        }
    }

    /** A partnership programme with a large customer, and the contract under it. */
    public record Programme(
            @Nullable String partner,
            @Nullable String partnerInn,
            @Nullable String number,
            @Nullable String date) {}

    /**
     * A public contract of the year before the release.
     *
     * @param law {@code 44} or {@code 223}: the federal law it was concluded under
     */
    public record Contract(
            String law,
            @Nullable String customer,
            @Nullable String customerInn,
            @Nullable String subject,
            @Nullable String number,
            @Nullable String date) {}

    /** A fact entered by hand and confirmed. */
    public record Manual(
            FactKind fact,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            FactSource source) {}
}
