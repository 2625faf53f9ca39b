package ru.mos.clusters.call.openness;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.openness.CallOpenness.Recipient;
import ru.mos.clusters.call.openness.CallOpenness.Spread;
import ru.mos.clusters.platform.Distribution;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;

/**
 * How what was awarded is spread. A project may be awarded less than it asked for; what was awarded is then taken to reach its
 * participants in the proportion on which they agreed.
 */
final class Spreading {

    private static final int MOST = 20;

    /**
     * One who takes part in an awarded project.
     *
     * @param amount awarded to the project
     * @param receives by what the participants agreed on, of what was asked for
     */
    record Part(UUID project, BigDecimal amount, Inn inn, BigDecimal receives) {}

    /** @param received the awarded amount that reaches the participant in one project */
    private record Share(Inn inn, BigDecimal received) {}

    private Spreading() {}

    /**
     * @param awarded by the call, in all
     * @param names of those who receive most
     */
    static Spread of(BigDecimal awarded, List<Part> parts, Function<Collection<Inn>, Map<Inn, String>> names) {
        var receiving = receiving(parts);
        var most = receiving.stream().limit(MOST).toList();
        var called = names.apply(most.stream().map(Recipient::inn).toList());
        return new Spread(
                awarded,
                parts.stream().map(Part::inn).distinct().count(),
                receiving.size(),
                largest(awarded, receiving),
                most.stream()
                        .map(one -> new Recipient(one.inn(), called.get(one.inn()), one.projects(), one.receives()))
                        .toList());
    }

    /** Who receives most first; of equals in the order of INN. */
    private static List<Recipient> receiving(List<Part> parts) {
        var byProject = parts.stream().collect(Collectors.groupingBy(Part::project));
        var byInn = byProject.values().stream()
                .flatMap(project -> shares(project).stream())
                .collect(Collectors.groupingBy(Share::inn));
        return byInn.values().stream()
                .map(shares -> new Recipient(shares.get(0).inn(), null, shares.size(), sum(shares)))
                .filter(one -> one.receives().signum() > 0)
                .sorted(Comparator.comparing(Recipient::receives)
                        .reversed()
                        .thenComparing(one -> one.inn().digits()))
                .toList();
    }

    private static BigDecimal sum(List<Share> shares) {
        return shares.stream().map(Share::received).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Share> shares(List<Part> project) {
        var agreed = project.stream()
                .filter(part -> part.receives().signum() > 0)
                .sorted(Comparator.comparing(part -> part.inn().digits()))
                .toList();
        if (agreed.isEmpty()) {
            return List.of();
        }
        var received = Distribution.of(
                agreed.get(0).amount(), agreed.stream().map(Part::receives).toList());
        return IntStream.range(0, agreed.size())
                .mapToObj(at -> new Share(agreed.get(at).inn(), received.get(at)))
                .toList();
    }

    private static @Nullable Fraction largest(BigDecimal awarded, List<Recipient> receiving) {
        return receiving.isEmpty() ? null : Fraction.of(kopecks(receiving.get(0).receives()), kopecks(awarded));
    }

    private static long kopecks(BigDecimal roubles) {
        return roubles.movePointRight(2).longValueExact();
    }
}
