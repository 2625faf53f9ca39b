package ru.mos.clusters.support.intake;

/** Takes what is read of a file, in its order. */
interface RecipientTaker {

    void take(RecipientDocument document);

    /** A document that was left out, or a remark about one that was not. */
    void tell(FileRemark remark);
}
