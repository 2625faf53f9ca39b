package ru.mos.clusters.agreement;

/** What is wrong in a report. */
public enum ReportFaultKind {
    /** The same document stands in this or another report. */
    DOCUMENT_TWICE,
    /** The same document was shown as evidence of own money. */
    DOCUMENT_IS_EVIDENCE,
    /** Paid before the stage began or after it ended. */
    OUTSIDE_STAGE,
    /** Paid on a day that had not come when the report was sent. */
    NOT_PAID_YET,
    /** Paid before the recipient had the money. */
    BEFORE_PAYMENT,
    /** Who was paid is affiliated with a participant of the project. */
    CONTRACTOR_AFFILIATED,
    /** The budget of the agreement has no such item. */
    OUTSIDE_BUDGET,
    /** With the lines above and what earlier reports spent it comes to more than the budget gives the item. */
    BEYOND_ITEM,
    /** More is accounted for than was paid. */
    BEYOND_PAID
}
