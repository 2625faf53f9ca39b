package ru.mos.clusters.eligibility.draft;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.mos.clusters.cluster.DocumentKind;
import ru.mos.clusters.eligibility.rule.Denominator;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Qualifying;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleBook.SmeByLaw;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.platform.Fraction;

/**
 * What each parameter may be set to, what it is where nothing says otherwise, and which conditions ask for it.
 *
 * @param choices the words it takes; empty where it takes something else
 * @param several whether it takes any number of them
 */
public record ParameterBounds(
        Type type, String usual, boolean required, Set<RuleCode> rules, List<String> choices, boolean several) {

    /** What sort of value a parameter takes. */
    public enum Type {
        /** A fraction above nothing and below all. */
        SHARE,
        /** A whole number from 3 to 8. */
        THRESHOLD,
        /** One word of a list. */
        CHOICE,
        /** Words of a list, separated by commas. */
        CHOICES,
        /** Two-digit codes of regions, separated by commas. */
        REGIONS,
        /** Classes of activities with their classifier: {@code 2014:10-33,2001:15-37}. */
        CLASSES
    }

    private static final Pattern SHARE = Pattern.compile("(\\d{1,6})/([1-9]\\d{0,5})");
    private static final Pattern CLASSES = Pattern.compile("(?:2001|2014):(\\d\\d)-(\\d\\d)");
    private static final Map<ParameterCode, ParameterBounds> OF = new EnumMap<>(ParameterCode.class);

    // @formatter:off
    static {
        put(ParameterCode.SME_SHARE, Type.SHARE, "2/3", true, RuleCode.E2);
        put(ParameterCode.SME_DENOMINATOR, Type.CHOICE, "MEMBERS", false, Denominator.values(), RuleCode.E2);
        put(ParameterCode.SME_REGIONS, Type.REGIONS, "77", true, RuleCode.E2);
        put(ParameterCode.SME_BY_LAW, Type.CHOICE, "OFF", false, SmeByLaw.values(), RuleCode.E2, RuleCode.E3);
        put(ParameterCode.SME_REGISTER, Type.CHOICE, "TAX_SERVICE_REGISTER", true, Register.values(), RuleCode.E2, RuleCode.E3);
        put(ParameterCode.QUALIFIED_LEAST, Type.THRESHOLD, "3", true, RuleCode.E3);
        put(ParameterCode.QUALIFYING, Type.CHOICE, "INNOVATIVE_OR_PRODUCING_EXPORTER", true, Qualifying.values(), RuleCode.E3);
        put(ParameterCode.PRODUCTION_CLASSES, Type.CLASSES, "2014:10-33,2001:15-37", true, RuleCode.E3);
        put(ParameterCode.FORMS_WITHOUT_MEMBERSHIP, Type.CHOICES,
                "AUTONOMOUS_NON_PROFIT,FOUNDATION,INSTITUTION,UNITARY_ENTERPRISE", true, LegalForm.values(), RuleCode.E1);
        put(ParameterCode.ADMISSION_DOCUMENTS, Type.CHOICES, "CHARTER,MEMBERSHIP_RULES,PROTOCOL", true, DocumentKind.values(), RuleCode.E5);
        put(ParameterCode.AFFILIATION, Type.CHOICE, "AFF_948", true, AffiliationProfile.values(), RuleCode.E4);
    }
    // @formatter:on

    private static void put(ParameterCode code, Type type, String usual, boolean required, RuleCode... rules) {
        put(code, type, usual, required, new Enum<?>[0], rules);
    }

    private static void put(
            ParameterCode code, Type type, String usual, boolean required, Enum<?>[] choices, RuleCode... rules) {
        OF.put(
                code,
                new ParameterBounds(
                        type,
                        usual,
                        required,
                        Set.of(rules),
                        Arrays.stream(choices).map(Enum::name).toList(),
                        type == Type.CHOICES));
    }

    /** Of a parameter. */
    public static ParameterBounds of(ParameterCode code) {
        var bounds = OF.get(code);
        if (bounds == null) {
            throw new IllegalStateException("no bounds of " + code);
        }
        return bounds;
    }

    /** The parameters that a condition asks for. */
    static List<ParameterCode> of(RuleCode rule) {
        return Arrays.stream(ParameterCode.values())
                .filter(code -> of(code).rules().contains(rule))
                .toList();
    }

    /** Whether the parameter may be set to the value. */
    boolean take(String value) {
        return switch (type) {
            case SHARE -> isShare(value);
            case THRESHOLD -> value.matches("[3-8]");
            case CHOICE -> choices.contains(value);
            case CHOICES -> words(value).allMatch(choices::contains);
            case REGIONS -> words(value).allMatch(word -> word.matches("\\d\\d") && !word.equals("00"));
            case CLASSES -> !value.isBlank() && words(value).allMatch(ParameterBounds::isRange);
        };
    }

    private static boolean isShare(String value) {
        var share = SHARE.matcher(value);
        if (!share.matches()) {
            return false;
        }
        var fraction = Fraction.of(Long.parseLong(share.group(1)), Long.parseLong(share.group(2)));
        return fraction.compareTo(Fraction.ZERO) > 0 && fraction.compareTo(Fraction.ONE) < 0;
    }

    private static boolean isRange(String word) {
        var range = CLASSES.matcher(word);
        return range.matches() && range.group(1).compareTo(range.group(2)) <= 0;
    }

    /** None in an empty text. */
    static Stream<String> words(String value) {
        return Stream.of(value.split(",", -1)).map(String::strip).filter(word -> !value.isBlank());
    }
}
