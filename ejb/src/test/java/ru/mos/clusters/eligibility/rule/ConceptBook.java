package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.ADMISSION_DOCUMENTS;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.FORMS_WITHOUT_MEMBERSHIP;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.PRODUCTION_CLASSES;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFIED_LEAST;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.QUALIFYING;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_REGIONS;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_REGISTER;
import static ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode.SME_SHARE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.mos.clusters.eligibility.rule.RuleBook.Parameter;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.platform.Citation;

/** The rules of the Concept with the parameters that the product starts with. */
public final class ConceptBook {

    private static final LocalDate TAX_SERVICE_FROM = LocalDate.of(2016, 8, 1);

    private ConceptBook() {}

    public static RuleBook book(Parameter... further) {
        var parameters = new ArrayList<>(List.of(
                always(SME_SHARE, "2/3"),
                always(SME_REGIONS, "77"),
                new Parameter(SME_REGISTER, null, null, TAX_SERVICE_FROM, "CITY_REGISTER"),
                new Parameter(SME_REGISTER, null, TAX_SERVICE_FROM, null, "TAX_SERVICE_REGISTER"),
                always(QUALIFIED_LEAST, "3"),
                always(QUALIFYING, "INNOVATIVE_OR_PRODUCING_EXPORTER"),
                always(PRODUCTION_CLASSES, "2014:10-33,2001:15-37"),
                always(FORMS_WITHOUT_MEMBERSHIP, "AUTONOMOUS_NON_PROFIT,FOUNDATION,INSTITUTION,UNITARY_ENTERPRISE"),
                always(ADMISSION_DOCUMENTS, "CHARTER,MEMBERSHIP_RULES,PROTOCOL")));
        var replaced = Arrays.stream(further)
                .filter(parameter -> parameter.sector() == null)
                .map(Parameter::code)
                .toList();
        parameters.removeIf(parameter -> replaced.contains(parameter.code()));
        parameters.addAll(List.of(further));
        return new RuleBook("CONCEPT_2010", 1, parameters, citations());
    }

    public static Parameter always(ParameterCode code, String value) {
        return new Parameter(code, null, null, null, value);
    }

    /** One finding of the default rules of the sector IT on the day of the facts. */
    public static Finding check(RuleCode rule, ClusterBuilder cluster, Parameter... further) {
        return judge(cluster, further).findings().get(rule.ordinal());
    }

    public static Verdict judge(ClusterBuilder cluster, Parameter... further) {
        var facts = cluster.facts();
        return book(further).on(facts.asOf(), "IT").judge(facts);
    }

    private static Map<RuleCode, Citation> citations() {
        return Arrays.stream(RuleCode.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        rule -> new Citation(
                                "Концепция кластерной политики города Москвы в сфере малого и среднего"
                                        + " предпринимательства (проект)",
                                null,
                                "Заявители совместных (кластерных) проектов, условие " + (rule.ordinal() + 1),
                                Citation.Status.DRAFT)));
    }
}
