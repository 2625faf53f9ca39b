package ru.mos.clusters.generator;

import java.time.LocalDate;

/** What one kind of release puts into its files; how files are cut, numbered and packed is the same for all. */
interface Content {
    Population population();

    /** Start of the files' names: {@code VO_RRMSPSV_0000_9965}. */
    String prefix();

    /** The date in the files' names. */
    LocalDate writtenOn();

    boolean holds(int slot);

    /** Everything before the first document. */
    String head(String fileId, int documents);

    void document(int slot, Markup out);

    /** The same for the same slot and release, different in the next. */
    default String documentId(int slot) {
        return Dice.of(population().seed(), Topic.DOCUMENT_ID, slot, writtenOn().toEpochDay())
                .guid()
                .toString();
    }
}
