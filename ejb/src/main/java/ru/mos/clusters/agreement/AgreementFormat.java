package ru.mos.clusters.agreement;

/** What the text of an agreement can be had as. */
public enum AgreementFormat {
    PDF,
    DOCX
}
