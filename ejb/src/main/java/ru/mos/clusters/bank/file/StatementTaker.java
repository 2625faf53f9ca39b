package ru.mos.clusters.bank.file;

/** Takes documents as they are read, so that a statement of any length needs the same memory. */
@FunctionalInterface
public interface StatementTaker {

    /** The next, in the order of the file. */
    void document(StatementDocument document);
}
