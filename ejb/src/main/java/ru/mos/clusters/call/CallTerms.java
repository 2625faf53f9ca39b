package ru.mos.clusters.call;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * All that a call says. A draft may hold anything, also what cannot be; the gate says what.
 *
 * @param pilot whether it may rest on drafts of acts alone
 * @param acts in the editions in force on the day of announcement, which govern the conditions (domain U3)
 * @param rules version of the rules by which clusters are judged: {@code CONCEPT_2010:2}
 * @param money confirmed by year and budget code
 * @param projectLeast least sum a project may ask for, in roubles
 * @param projectMost largest sum
 * @param shares largest share of the budget in each stage of a project, the first stage first
 * @param target what the share of the last stage must come down to
 * @param weightTotal what the weights of the criteria are to sum to
 * @param minimumScore less is not supported
 * @param experts how many assess each application
 * @param tieCriterion code of the criterion that decides where the tie-break is {@code HIGHER_BY_CRITERION}
 * @param returns how often an application may be returned for correction
 * @param returnDays working days for a correction
 * @param intakeUntil first instant at which applications are no longer taken
 * @param assessmentDays working days after the last day of intake
 * @param decisionDays working days after the last day of assessment
 */
public record CallTerms(
        @Nullable String titleRu,
        @Nullable String titleEn,
        boolean pilot,
        List<ActEdition> acts,
        @Nullable String rules,
        @Nullable EligibilityUse eligibility,
        List<ApplicantKind> applicants,
        List<SupportForm> forms,
        List<Confirmed> money,
        @Nullable BigDecimal projectLeast,
        @Nullable BigDecimal projectMost,
        List<Fraction> shares,
        @Nullable Fraction target,
        List<RequiredDocument> documents,
        @Nullable SelectionMethodCode method,
        List<Criterion> criteria,
        @Nullable BigDecimal weightTotal,
        @Nullable BigDecimal minimumScore,
        @Nullable Integer experts,
        @Nullable TieBreak tieBreak,
        @Nullable String tieCriterion,
        @Nullable Integer returns,
        @Nullable Integer returnDays,
        @Nullable LocalDate announcedOn,
        @Nullable Instant intakeFrom,
        @Nullable Instant intakeUntil,
        @Nullable Integer assessmentDays,
        @Nullable Integer decisionDays,
        @Nullable Flow flow)
        implements Serializable {

    private static final int MOST_DIGITS = 20;
    private static final int MOST_DECIMALS = 10;
    private static final Instant EARLIEST = Instant.parse("1992-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

    /** @throws Problem {@code field-malformed} */
    public CallTerms {
        requireNear(intakeFrom, "/intakeFrom");
        requireNear(intakeUntil, "/intakeUntil");
        acts = present(acts);
        applicants = present(applicants);
        forms = present(forms);
        money = present(money);
        projectLeast = roubles(projectLeast);
        projectMost = roubles(projectMost);
        shares = present(shares);
        documents = present(documents);
        criteria = present(criteria);
        weightTotal = plain(weightTotal);
        minimumScore = plain(minimumScore);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** So that 5 and 5.00 are one sum; a fraction of a kopeck stays, for the gate to find. */
    private static @Nullable BigDecimal roubles(@Nullable BigDecimal amount) {
        var plain = plain(amount);
        return plain == null || plain.scale() > 2 ? plain : plain.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Numbers nobody means are refused before they fill the memory. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        if (stripped.precision() - stripped.scale() > MOST_DIGITS || stripped.scale() > MOST_DECIMALS) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, "number");
        }
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static void requireNear(@Nullable Instant instant, String pointer) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw new Problem(PlatformProblem.FIELD_MALFORMED, pointer).at(pointer);
        }
    }

    /** An act in one edition. */
    public record ActEdition(@Nullable String act, @Nullable LocalDate edition) implements Serializable {}

    /** A confirmed sum of a year under a code of the budget classification, in roubles. */
    public record Confirmed(
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable BigDecimal amount) implements Serializable {
        public Confirmed {
            amount = roubles(amount);
            kbk = kbk == null ? null : kbk.replaceAll("[\\s\\u00a0\\u202f-]", "");
        }
    }

    /**
     * A document that an application must hold.
     *
     * @param template where its form is: a title, an address, or an annex of an act
     */
    public record RequiredDocument(
            @Nullable String titleRu,
            @Nullable String titleEn,
            boolean mandatory,
            @Nullable String template) implements Serializable {}

    /** What experts give points for: whole points of a scale, counted with a weight. */
    public record Criterion(
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable BigDecimal weight,
            @Nullable Integer least,
            @Nullable Integer most)
            implements Serializable {
        public Criterion {
            weight = plain(weight);
        }
    }

    /**
     * How money may flow.
     *
     * @param act code of the act that lets it flow so
     * @param agreements whether agreements between applicant and participants are asked for
     * @param mode before costs or after them; null: before
     */
    public record Flow(
            @Nullable MoneyRoute route,
            @Nullable String act,
            @Nullable String paragraph,
            boolean agreements,
            @Nullable FundingMode mode)
            implements Serializable {}

    /** A call of which only the title is known. */
    public static CallTerms titled(@Nullable String titleRu, @Nullable String titleEn) {
        return new CallTerms(
                titleRu,
                titleEn,
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                SelectionMethodCode.CONTEST,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
