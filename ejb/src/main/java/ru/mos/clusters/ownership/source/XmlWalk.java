package ru.mos.clusters.ownership.source;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.HardenedXml;

/** A way down an XML document: whoever visits an element may enter it, and what is not entered is passed over. */
final class XmlWalk {

    private static final int MOST_VISITED = 50_000;
    private static final int LONGEST_TEXT = 1000;

    /** Visits a child element; its attributes can be read until its children are entered. */
    interface Visit {
        void element(String name) throws ExtractFault;
    }

    private final HardenedXml xml;
    private int depth = 1;
    private int visited;

    /** @param xml at the start of its root */
    XmlWalk(HardenedXml xml) {
        this.xml = xml;
    }

    /** The bound on what is visited counts from here: a document begins. */
    void begin() {
        visited = 0;
    }

    /** Visits the children of the element and leaves it. */
    void children(Visit visit) throws ExtractFault {
        int level = depth;
        while (true) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                depth++;
                if (++visited > MOST_VISITED) {
                    throw xml.beyondLimit();
                }
                visit.element(xml.name());
                leave(level);
            } else if (event == END_ELEMENT) {
                depth--;
                return;
            }
        }
    }

    /** The text of the element, without white space around it, and leaves it. */
    String text() {
        int level = depth;
        var text = new StringBuilder();
        while (depth >= level) {
            int event = xml.next();
            if (event == CHARACTERS || event == CDATA) {
                xml.appendText(text, LONGEST_TEXT);
            } else if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            }
        }
        return text.toString().strip();
    }

    /** Goes on until this deep, whatever lies between. */
    void leave(int level) {
        while (depth > level) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            }
        }
    }

    int depth() {
        return depth;
    }

    int line() {
        return xml.line();
    }

    /** The attribute's value without white space around it; null if absent or blank. */
    @Nullable
    String attribute(String name) {
        String value = xml.attribute(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        return value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value.strip();
    }
}
