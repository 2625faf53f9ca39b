package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * All that a project says. A draft may hold anything, also what cannot be; {@link Projects#faults} says what.
 *
 * @param clusters those concerned, one of which leads
 * @param initiator the large enterprise that begins it; null where clusters do
 * @param stages in their order; money and activities refer to them from 1 on
 */
public record ProjectContent(
        @Nullable String title,
        @Nullable String summary,
        List<ConcernedCluster> clusters,
        @Nullable Initiator initiator,
        List<Goal> goals,
        List<DirectionChoice> directions,
        List<Stage> stages,
        List<Activity> activities,
        List<Participant> participants,
        List<Funding> funding,
        List<Agreement> agreements,
        List<Indicator> indicators,
        List<Risk> risks,
        List<Attachment> documents)
        implements Serializable {

    private static final int MOST_DIGITS = 20;
    private static final int MOST_DECIMALS = 10;

    /** @throws Problem {@code field-malformed} */
    public ProjectContent {
        title = said(title);
        summary = said(summary);
        clusters = present(clusters);
        goals = present(goals);
        directions = present(directions);
        stages = present(stages);
        activities = present(activities);
        participants = present(participants);
        funding = present(funding);
        agreements = present(agreements);
        indicators = present(indicators);
        risks = present(risks);
        documents = present(documents);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
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

    /** A cluster that the project concerns. */
    public record ConcernedCluster(@Nullable UUID cluster, boolean lead) implements Serializable {}

    /** A large enterprise, and what shows that it brings something. */
    public record Initiator(@Nullable String inn, List<Brought> evidence) implements Serializable {
        public Initiator {
            inn = said(inn);
            evidence = present(evidence);
        }
    }

    /** An order, a subcontract or co-financing, by its document. */
    public record Brought(
            @Nullable InitiatorEvidence kind,
            @Nullable Reference document,
            @Nullable BigDecimal amount) implements Serializable {
        public Brought {
            amount = roubles(amount);
        }
    }

    /** A document by its details, as far as they are known yet. */
    public record Reference(
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate date) implements Serializable {
        public Reference {
            title = said(title);
            number = said(number);
        }

        /** Whether it can be found again by what is said. */
        boolean isWhole() {
            return title != null && date != null;
        }
    }

    /**
     * What the project is for.
     *
     * @param product name of the new product; null for competitiveness
     * @param productStage how far the product has come
     * @param result what will be there when the goal is reached
     */
    public record Goal(
            @Nullable GoalKind kind,
            @Nullable String product,
            @Nullable ProductStage productStage,
            @Nullable String result)
            implements Serializable {
        public Goal {
            product = said(product);
            result = said(result);
        }
    }

    /** A direction; {@code text} says which where it is {@code OTHER}. */
    public record DirectionChoice(
            @Nullable ProjectDirection direction,
            boolean main,
            @Nullable String text) implements Serializable {
        public DirectionChoice {
            text = said(text);
        }
    }

    /** A stage, through its last day. */
    public record Stage(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements Serializable {
        public Stage {
            name = said(name);
        }
    }

    /**
     * What is done, through the last day.
     *
     * @param performer INN of the participant who does it
     */
    public record Activity(
            @Nullable String name,
            @Nullable ActivityKind kind,
            @Nullable Integer stage,
            @Nullable String performer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String result)
            implements Serializable {
        public Activity {
            name = said(name);
            performer = said(performer);
            result = said(result);
        }
    }

    /**
     * Who takes part.
     *
     * @param cluster of which it takes part; null: from outside
     * @param receives of the city's money, in roubles; null: nothing
     */
    public record Participant(
            @Nullable String inn,
            @Nullable UUID cluster,
            List<ParticipantRole> roles,
            @Nullable String tasks,
            @Nullable BigDecimal receives)
            implements Serializable {
        public Participant {
            inn = said(inn);
            roles = present(roles).stream().distinct().sorted().toList();
            tasks = said(tasks);
            receives = roubles(receives);
        }

        /** What it receives, nothing where nothing is said. */
        public BigDecimal money() {
            return receives == null ? BigDecimal.ZERO.setScale(2) : receives;
        }
    }

    /**
     * Money of a stage from a source, in roubles.
     *
     * @param valuation document that values what comes in kind
     */
    public record Funding(
            @Nullable Integer stage,
            @Nullable FundingSource source,
            @Nullable BigDecimal amount,
            @Nullable Reference valuation)
            implements Serializable {
        public Funding {
            amount = roubles(amount);
        }
    }

    /** An agreement of public-private partnership or of investment. */
    public record Agreement(
            @Nullable AgreementKind kind,
            List<String> parties,
            @Nullable Reference document,
            @Nullable BigDecimal amount)
            implements Serializable {
        public Agreement {
            parties = present(parties).stream()
                    .map(ProjectContent::said)
                    .flatMap(Stream::ofNullable)
                    .toList();
            amount = roubles(amount);
        }
    }

    /**
     * What is measured.
     *
     * @param code in the catalogue of the direction
     * @param baseline where it stands before
     * @param plan where it is to stand
     * @param by the day by which
     */
    public record Indicator(
            @Nullable String code,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal plan,
            @Nullable LocalDate by) implements Serializable {
        public Indicator {
            baseline = plain(baseline);
            plan = plain(plan);
        }
    }

    /** What may go wrong. */
    public record Risk(
            @Nullable String text,
            @Nullable RiskLevel probability,
            @Nullable RiskLevel impact,
            @Nullable String response)
            implements Serializable {
        public Risk {
            text = said(text);
            response = said(response);
        }
    }

    /** A file of the project: id of the stored document. */
    public record Attachment(@Nullable UUID file, @Nullable String title) implements Serializable {
        public Attachment {
            title = said(title);
        }
    }

    /** The same with other documents. */
    ProjectContent withDocuments(List<Attachment> others) {
        return new ProjectContent(
                title,
                summary,
                clusters,
                initiator,
                goals,
                directions,
                stages,
                activities,
                participants,
                funding,
                agreements,
                indicators,
                risks,
                others);
    }

    /**
     * The same with who stands by now in the place of participants and clusters; of several the one whose place it takes too.
     *
     * @param became clusters that others have gone into, by those others
     */
    ProjectContent held(Holders holders, Map<UUID, UUID> became) {
        var concerned = new LinkedHashMap<UUID, ConcernedCluster>();
        clusters.stream()
                .filter(one -> one.cluster() != null)
                .map(one -> new ConcernedCluster(became.getOrDefault(one.cluster(), one.cluster()), one.lead()))
                .forEach(one -> concerned.merge(
                        Objects.requireNonNull(one.cluster()),
                        one,
                        (first, second) -> new ConcernedCluster(first.cluster(), first.lead() || second.lead())));
        return new ProjectContent(
                title,
                summary,
                List.copyOf(concerned.values()),
                initiator,
                goals,
                directions,
                stages,
                activities,
                participants.stream()
                        .map(one -> new Participant(
                                one.inn() == null ? null : holders.of(one.inn()),
                                one.cluster() == null ? null : became.getOrDefault(one.cluster(), one.cluster()),
                                one.roles(),
                                one.tasks(),
                                one.receives()))
                        .toList(),
                funding,
                agreements,
                indicators,
                risks,
                documents);
    }

    /** A project of which only the title is known. */
    public static ProjectContent titled(@Nullable String title) {
        return new ProjectContent(
                title, null, List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of());
    }
}
