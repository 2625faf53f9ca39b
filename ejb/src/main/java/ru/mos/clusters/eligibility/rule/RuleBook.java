package ru.mos.clusters.eligibility.rule;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.ADMISSION_DOCUMENTS;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.AFFILIATION;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.FORMS_WITHOUT_MEMBERSHIP;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.PRODUCTION_CLASSES;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFIED_LEAST;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFYING;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_BY_LAW;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_DENOMINATOR;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_REGIONS;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_REGISTER;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_SHARE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;

/**
 * One version of the rules with all their parameters, each valid for some dates and for one sector or all. A day and a
 * sector select what applies.
 *
 * @param citations the paragraph behind each condition
 */
public record RuleBook(String code, int version, List<Parameter> parameters, Map<RuleCode, Citation> citations) {

    /** What can be set without touching a rule. */
    public enum ParameterCode {
        /** Least share of SMEs: {@code 2/3}. */
        SME_SHARE,
        /** Of whom the share is: {@link Denominator}; without a value, of the members. */
        SME_DENOMINATOR,
        /** Region codes that count, separated by commas. */
        SME_REGIONS,
        /** The register that counts, a {@link Register}. */
        SME_REGISTER,
        /** Least number of qualified SMEs, 3 to 8. */
        QUALIFIED_LEAST,
        /** How "innovative and producing exporters" is read, a {@link Qualifying}. */
        QUALIFYING,
        /** Classes of activities that are production: {@code 2014:10-33,2001:15-37}. */
        PRODUCTION_CLASSES,
        /** Legal forms that cannot unite participants, {@link LegalForm}s. */
        FORMS_WITHOUT_MEMBERSHIP,
        /** Kinds of documents that may lay down how one joins. */
        ADMISSION_DOCUMENTS,
        /** By which law's definition members must not be affiliated: {@code AFF_948}, {@code GROUP_135} or {@code INTERDEP_105}. */
        AFFILIATION,
        /**
         * Whether, while the criteria of the law make an SME, who is in the register must meet them too: {@code OFF}, {@code
         * WHERE_KNOWN} or {@code REQUIRED}. Rules without it do not ask.
         */
        SME_BY_LAW
    }

    /** How the criteria of the law are asked besides the register. */
    public enum SmeByLaw {
        OFF,
        /** What is not known of them changes nothing. */
        WHERE_KNOWN,
        /** What is not known of them is unknown. */
        REQUIRED
    }

    /**
     * A value with the dates and the sector it is for.
     *
     * @param sector null: every sector that has no value of its own
     * @param from first day; null: since ever
     * @param until first day no more; null: while it lasts
     */
    public record Parameter(
            ParameterCode code,
            @Nullable String sector,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String value) {

        private boolean appliesTo(ParameterCode asked, String toSector, LocalDate on) {
            return code == asked
                    && (sector == null || sector.equals(toSector))
                    && (from == null || !on.isBefore(from))
                    && (until == null || on.isBefore(until));
        }
    }

    /** The conditions for clusters of a sector on a day. */
    public RuleSet on(LocalDate day, String sector) {
        var values = new Values(day, sector);
        var register = Register.valueOf(values.of(SME_REGISTER));
        return new RuleSet(
                code,
                version,
                List.of(
                        new UnitedByOrganisation(forms(values.words(FORMS_WITHOUT_MEMBERSHIP)), cited(RuleCode.E1)),
                        new SmeShare(
                                share(values.of(SME_SHARE)),
                                values.find(SME_DENOMINATOR)
                                        .map(Denominator::valueOf)
                                        .orElse(Denominator.MEMBERS),
                                new SmeCheck(register, values.words(SME_REGIONS)),
                                cited(RuleCode.E2)),
                        new QualifiedSmes(
                                Integer.parseInt(values.of(QUALIFIED_LEAST)),
                                new SmeCheck(register, Set.of()),
                                new Signs(
                                        Qualifying.valueOf(values.of(QUALIFYING)),
                                        classes(values.words(PRODUCTION_CLASSES))),
                                cited(RuleCode.E3)),
                        affiliation(values),
                        new OpenToNewcomers(values.words(ADMISSION_DOCUMENTS), cited(RuleCode.E5))));
    }

    /** Rules made before ownership was known do not name a definition. */
    private Rule affiliation(Values values) {
        return values.find(AFFILIATION).isPresent()
                ? new NotAffiliated(cited(RuleCode.E4))
                : new DeclaredUnaffiliated(cited(RuleCode.E4));
    }

    /** How the criteria of the law are asked besides the register. */
    public SmeByLaw smeByLaw(LocalDate day, String sector) {
        return new Values(day, sector).find(SME_BY_LAW).map(SmeByLaw::valueOf).orElse(SmeByLaw.OFF);
    }

    /** By which law's definition members must not be affiliated; empty where declarations alone count. */
    public Optional<String> affiliation(LocalDate day, String sector) {
        return new Values(day, sector).find(AFFILIATION);
    }

    /** What a parameter says for a sector on a day; empty where it has no value. */
    public Optional<String> value(ParameterCode asked, LocalDate day, String sector) {
        return new Values(day, sector).find(asked);
    }

    /** The first region whose SMEs count; null where any does. */
    public @Nullable String region(LocalDate day, String sector) {
        return new Values(day, sector)
                .words(SME_REGIONS).stream().sorted().findFirst().orElse(null);
    }

    /** Which register counts on a day: what the facts must be asked of. */
    public Register register(LocalDate day, String sector) {
        return Register.valueOf(new Values(day, sector).of(SME_REGISTER));
    }

    private Citation cited(RuleCode rule) {
        var citation = citations.get(rule);
        if (citation == null) {
            throw new IllegalStateException("no citation of " + rule + " in " + code + " " + version);
        }
        return citation;
    }

    /** What applies to one sector on one day. */
    private final class Values {

        private final LocalDate day;
        private final String sector;

        Values(LocalDate day, String sector) {
            this.day = day;
            this.sector = sector;
        }

        /** A sector's own value goes before the one for all. */
        Optional<String> find(ParameterCode asked) {
            return parameters.stream()
                    .filter(parameter -> parameter.appliesTo(asked, sector, day))
                    .min(Comparator.comparing(parameter -> parameter.sector() == null))
                    .map(Parameter::value);
        }

        String of(ParameterCode asked) {
            return find(asked)
                    .orElseThrow(() -> new IllegalStateException("no " + asked + " for " + sector + " on " + day));
        }

        Set<String> words(ParameterCode asked) {
            return Stream.of(of(asked).split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(toUnmodifiableSet());
        }
    }

    private static Fraction share(String text) {
        var parts = text.split("/");
        return Fraction.of(Long.parseLong(parts[0].strip()), Long.parseLong(parts[1].strip()));
    }

    private static Set<LegalForm> forms(Set<String> names) {
        return names.stream().map(LegalForm::valueOf).collect(toCollection(() -> EnumSet.noneOf(LegalForm.class)));
    }

    /** {@code 2014:10-12} is 2014:10, 2014:11, 2014:12. */
    private static Set<String> classes(Set<String> ranges) {
        return ranges.stream().flatMap(RuleBook::range).collect(toUnmodifiableSet());
    }

    private static Stream<String> range(String range) {
        var parts = range.split("[:-]");
        return Stream.iterate(Integer.parseInt(parts[1]), i -> i <= Integer.parseInt(parts[2]), i -> i + 1)
                .map(clazz -> String.format(Locale.ROOT, "%s:%02d", parts[0], clazz));
    }
}
