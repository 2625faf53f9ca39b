package ru.mos.clusters.assessment.criteria;

import java.util.EnumSet;
import java.util.Set;
import ru.mos.clusters.registry.LegalForm;

/** Legal forms as far as the law on SMEs tells them apart. */
public enum SmeForm {
    LIMITED_LIABILITY_COMPANY,
    JOINT_STOCK_COMPANY,
    BUSINESS_PARTNERSHIP,
    ECONOMIC_PARTNERSHIP,
    PRODUCTION_COOPERATIVE,
    CONSUMER_COOPERATIVE,
    AGRICULTURAL_CONSUMER_COOPERATIVE,
    /** A farm that is a legal entity, or its head. */
    FARM,
    ENTREPRENEUR,
    UNITARY_ENTERPRISE,
    INSTITUTION,
    ASSOCIATION,
    PUBLIC_ORGANISATION,
    RELIGIOUS_ORGANISATION,
    FOUNDATION,
    NON_PROFIT;

    /** What a form entered from a document may be: a cooperative alone does not say of which sort. */
    public static Set<SmeForm> of(LegalForm form) {
        return switch (form) {
            case LIMITED_LIABILITY_COMPANY -> EnumSet.of(LIMITED_LIABILITY_COMPANY);
            case JOINT_STOCK_COMPANY -> EnumSet.of(JOINT_STOCK_COMPANY);
            case BUSINESS_PARTNERSHIP -> EnumSet.of(BUSINESS_PARTNERSHIP);
            case COOPERATIVE ->
                EnumSet.of(PRODUCTION_COOPERATIVE, CONSUMER_COOPERATIVE, AGRICULTURAL_CONSUMER_COOPERATIVE);
            case UNITARY_ENTERPRISE -> EnumSet.of(UNITARY_ENTERPRISE);
            case INSTITUTION -> EnumSet.of(INSTITUTION);
            case PUBLIC_ORGANISATION -> EnumSet.of(PUBLIC_ORGANISATION);
            case FOUNDATION -> EnumSet.of(FOUNDATION);
            case ASSOCIATION, UNION, NON_PROFIT_PARTNERSHIP -> EnumSet.of(ASSOCIATION);
            case AUTONOMOUS_NON_PROFIT -> EnumSet.of(NON_PROFIT);
        };
    }

    /** Whose shares the law adds to those of public bodies: non-governmental and religious organisations, charities, funds. */
    public boolean isFundOrNgo() {
        return this == PUBLIC_ORGANISATION || this == RELIGIOUS_ORGANISATION || this == FOUNDATION;
    }
}
