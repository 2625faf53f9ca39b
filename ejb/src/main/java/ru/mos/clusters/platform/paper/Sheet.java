package ru.mos.clusters.platform.paper;

import java.util.List;

/** A document that is written from its first line to its last, in whatever form. */
public interface Sheet extends AutoCloseable {

    Sheet title(String text);

    Sheet heading(String text);

    Sheet text(String text);

    Sheet strong(String text);

    /**
     * A table with lines around its cells.
     *
     * @param widths of its columns, in hundredths of the width of the text
     * @param rows the first is the head, repeated on every page
     */
    Sheet table(int[] widths, List<List<String>> rows);

    /** Ends the document. */
    @Override
    void close();
}
