package ru.mos.clusters.platform.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * A part of a workbook, streamed: no DTD, no entities but the five, everything bounded. Woodstox by name: on hostile files
 * the JDK's reader ran out of memory, and Aalto, on which common spreadsheet readers stand, never came to an end.
 */
final class XmlPart implements AutoCloseable {

    private static final int LONGEST_TEXT = 40_000; // a cell of a spreadsheet holds 32 767
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    XmlPart(InputStream in) {
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        return factory;
    }

    /** To the next element; false at the end. */
    boolean nextElement() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** To the next element of that name; false at the end. */
    boolean nextElement(String name) {
        while (nextElement()) {
            if (is(name)) {
                return true;
            }
        }
        return false;
    }

    /** To the next element inside of the one that is open; false at its end. */
    boolean nextWithin(String open) {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (event == XMLStreamConstants.END_ELEMENT && is(open)) {
                return false;
            }
        }
        return false;
    }

    /** All text inside of the element that is open, as far as a cell can hold it, without phonetic hints; to its end. */
    String textWithin(String open) {
        var text = new StringBuilder();
        boolean hint = false;
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.END_ELEMENT && is(open)) {
                return text.toString();
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                hint = is("rPh") ? event == XMLStreamConstants.START_ELEMENT : hint;
            } else if (!hint && reader.hasText()) {
                append(text);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        try {
            int length = Math.min(reader.getTextLength(), LONGEST_TEXT - text.length());
            if (length > 0) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        } catch (WstxLazyException broken) {
            throw refused(broken);
        }
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** By its name without prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String required(String name) {
        var value = attribute(name);
        if (value == null) {
            throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
        return value;
    }

    private int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
            }
            return event;
        } catch (XMLStreamException | WstxLazyException broken) {
            throw refused(broken);
        }
    }

    private static Problem refused(Throwable broken) {
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof Problem problem) {
                return problem;
            }
        }
        return new Problem(WorkbookProblem.WORKBOOK_UNREADABLE);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException ignored) {
            // the archive below is closed by whoever opened it
        }
    }
}
