package ru.mos.clusters.eligibility.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Finding.Fact;

/**
 * Whether a member is innovative, produces and exports, by recorded signs; what is not on record is not shown.
 *
 * @param production classes of main activities that are production, each with its classifier: {@code 2014:26}
 */
record Signs(Qualifying reading, Set<String> production) {

    /** What may be lacking. */
    enum Lack {
        INNOVATION,
        PRODUCTION,
        EXPORT
    }

    /** What the records show of one member. */
    record Shown(boolean qualifies, Message why, List<Fact> facts) {}

    Shown of(Member member) {
        var signs = member.qualifications();
        boolean innovative = signs.stream().anyMatch(sign -> switch (sign.kind()) {
            case INNOVATIVE, INNOVATIVE_PRODUCT -> true;
            case PRODUCTION, EXPORT_ORIENTED, MAIN_ACTIVITY -> false;
        });
        boolean produces = signs.stream().anyMatch(this::isProduction);
        boolean exports = signs.stream().anyMatch(sign -> sign.kind() == Qualification.Kind.EXPORT_ORIENTED);
        var facts = signs.stream()
                .map(sign -> new Fact(Fact.Code.valueOf(sign.kind().name()), sign.value(), sign.source()))
                .toList();
        boolean qualifies = reading.test(innovative, produces, exports);
        return new Shown(qualifies, qualifies ? shown(innovative) : lacking(innovative, produces, exports), facts);
    }

    private boolean isProduction(Qualification sign) {
        return switch (sign.kind()) {
            case PRODUCTION -> true;
            case MAIN_ACTIVITY ->
                production.stream()
                        .anyMatch(clazz ->
                                sign.value().equals(clazz) || sign.value().startsWith(clazz + "."));
            case INNOVATIVE, INNOVATIVE_PRODUCT, EXPORT_ORIENTED -> false;
        };
    }

    private Message shown(boolean innovative) {
        return Message.of(
                switch (reading) {
                    case INNOVATIVE_OR_PRODUCING_EXPORTER -> innovative ? Reason.INNOVATIVE : Reason.PRODUCING_EXPORTER;
                    case INNOVATIVE_PRODUCING_EXPORTER -> Reason.INNOVATIVE_PRODUCING_EXPORTER;
                });
    }

    private static Message lacking(boolean innovative, boolean produces, boolean exports) {
        return Message.of(
                Reason.NOT_QUALIFIED,
                Stream.of(
                                lack(innovative, Lack.INNOVATION),
                                lack(produces, Lack.PRODUCTION),
                                lack(exports, Lack.EXPORT))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static @Nullable Lack lack(boolean has, Lack lack) {
        return has ? null : lack;
    }
}
