package ru.mos.clusters.assessment.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.FactKind;

/**
 * All that the criteria ask about one subject on one day.
 *
 * @param firstYear calendar year in which it was created; null where nothing tells
 * @param flags those that a document affirms on the day
 * @param owners of a company; empty of those who have none
 */
public record SubjectFacts(
        Inn inn,
        String name,
        Form form,
        @Nullable Integer firstYear,
        @Nullable Activity activity,
        List<Figure> figures,
        Map<FactKind, Source> flags,
        Owners owners,
        RegisterFact register) {

    /**
     * The legal form.
     *
     * @param possible one where it is known, several where a source leaves it open, none where no source tells
     * @param code as the source writes it
     */
    public record Form(
            Set<SmeForm> possible,
            @Nullable String code,
            @Nullable Source source) {

        /** Of whom no source tells the form. */
        public static final Form UNKNOWN = new Form(Set.of(), null, null);
    }

    /** The main activity. */
    public record Activity(
            String classifier, String code, @Nullable Source source) {}

    /**
     * A figure of a calendar year.
     *
     * @param byDocument entered from a document and confirmed, which is believed before any file
     */
    public record Figure(FactKind kind, int year, BigDecimal value, boolean byDocument, Source source) {}

    /**
     * Who holds it.
     *
     * @param whole whether all holders are named, so that an unknown share can only be one of theirs
     * @param missing why not all is known; empty where it is
     */
    public record Owners(List<Owner> named, boolean whole, Set<GapCode> missing) {

        /** Of who has no owners by nature. */
        public static final Owners NOBODY = new Owners(List.of(), true, Set.of());
    }

    /**
     * One holder.
     *
     * @param possible every kind of holder that it can be, its own standing as an SME aside
     * @param inn of a Russian legal entity, whose own standing then tells whether it is an SME
     * @param sure false: whether it holds, or how much, is not known
     */
    public record Owner(
            String id,
            String name,
            Set<Holder> possible,
            @Nullable Inn inn,
            Fraction share,
            Fraction votes,
            boolean sure,
            @Nullable Source source) {}
}
