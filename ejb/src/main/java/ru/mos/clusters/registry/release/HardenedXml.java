package ru.mos.clusters.registry.release;

import static ru.mos.clusters.registry.release.ReleaseProblem.XML_DTD;
import static ru.mos.clusters.registry.release.ReleaseProblem.XML_ENCODING;
import static ru.mos.clusters.registry.release.ReleaseProblem.XML_LIMIT;
import static ru.mos.clusters.registry.release.ReleaseProblem.XML_MALFORMED;
import static ru.mos.clusters.registry.release.ReleaseProblem.XML_NOT_UTF8;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * XML from outside, streamed: no DTD, no entities but the five, UTF-8 only, everything bounded. Woodstox by name, because
 * on hostile files the JDK's reader ran out of memory and others hung.
 */
final class HardenedXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final XMLStreamReader reader;

    /** @throws Refusal if the file is not XML in UTF-8 */
    HardenedXml(String file, InputStream in) {
        this.file = file;
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw refusal(broken, null);
        }
        requireUtf8(reader.getCharacterEncodingScheme());
        requireUtf8(reader.getEncoding());
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_REPORT_PROLOG_WHITESPACE, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 512 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 1000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 1000);
        return factory;
    }

    private void requireUtf8(@Nullable String encoding) {
        if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw new Refusal(XML_ENCODING, file, encoding);
        }
    }

    /** The next event; {@link XMLStreamConstants#END_DOCUMENT} at the end. */
    int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw at(XML_DTD, reader.getLocation());
            }
            return event;
        } catch (XMLStreamException broken) {
            throw refusal(broken, reader.getLocation());
        } catch (WstxLazyException broken) {
            throw refusal(broken.getCause() instanceof XMLStreamException cause ? cause : broken, reader.getLocation());
        }
    }

    /** Element's name. */
    String name() {
        return reader.getLocalName();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int at) {
        return reader.getAttributeLocalName(at);
    }

    String attribute(int at) {
        return reader.getAttributeValue(at);
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < attributes(); i++) {
            if (attributeName(i).equals(name)) {
                return attribute(i);
            }
        }
        return null;
    }

    /** Line of the event, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Appends the text of the event as long as the whole stays below the bound. */
    void appendText(StringBuilder text, int bound) {
        try {
            int length = Math.min(reader.getTextLength(), bound - text.length());
            if (length > 0) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        } catch (WstxLazyException broken) {
            throw refusal(broken, reader.getLocation());
        }
    }

    /** Whose fault it is: the file's, the archive's around it, or (then it is no refusal) the disk's. */
    private Refusal refusal(Exception broken, @Nullable Location near) {
        var stax = broken instanceof XMLStreamException failure ? failure : null;
        var place = stax == null || stax.getLocation() == null ? near : stax.getLocation();
        if (stax != null && stax.getNestedException() instanceof IOException below) {
            if (below instanceof CharConversionException) {
                return at(XML_NOT_UTF8, place);
            }
            if (below.getCause() instanceof Refusal refused) {
                return refused;
            }
            throw new UncheckedIOException(below);
        }
        boolean limit = String.valueOf(broken.getMessage()).contains("limit (");
        return at(limit ? XML_LIMIT : XML_MALFORMED, place);
    }

    /** Files of the tax service are one long line, so the line alone would say little. */
    private Refusal at(ReleaseProblem problem, @Nullable Location place) {
        return new Refusal(
                problem,
                file,
                Integer.toString(place == null ? 1 : Math.max(1, place.getLineNumber())),
                Integer.toString(place == null ? 1 : Math.max(1, place.getColumnNumber())));
    }

    /** The file holds more in this place than any release does. */
    Refusal beyondLimit() {
        return at(XML_LIMIT, reader.getLocation());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException ignored) {
            // the stream below is closed by whoever opened it
        }
    }
}
