package ru.mos.clusters.platform.intake;

import static ru.mos.clusters.platform.intake.IntakeProblem.XML_DTD;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_ENCODING;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_ENCODING_DIFFERS;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_ENCODING_UNSUPPORTED;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_LIMIT;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_MALFORMED;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_NOT_UTF8;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * XML from outside, streamed: no DTD, no entities but the five, in an encoding that is expected, everything bounded.
 * Woodstox by name, because on hostile files the JDK's reader ran out of memory and others hung.
 */
public final class HardenedXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();
    private static final int HEAD = 1 << 13;
    private static final Pattern DECLARATION =
            Pattern.compile("(?:\\u00ef\\u00bb\\u00bf)?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final String file;
    private final Set<Charset> encodings;
    private final XMLStreamReader reader;
    private String decoded = "";

    /**
     * @param encodings that the file may be in; UTF-8 among them
     * @throws Refusal if the file is not XML in one of them
     */
    public HardenedXml(String file, InputStream in, Set<Charset> encodings) {
        this.file = file;
        this.encodings = encodings;
        try {
            reader = open(in);
        } catch (XMLStreamException broken) {
            throw refusal(broken, null);
        } catch (IOException broken) {
            if (broken.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new UncheckedIOException(broken);
        }
        requireExpected(reader.getCharacterEncodingScheme());
        requireExpected(reader.getEncoding());
    }

    /** What declares no encoding, or UTF-8, goes to the parser as bytes, which are then held to it. */
    private XMLStreamReader open(InputStream in) throws IOException, XMLStreamException {
        var bytes = new PushbackInputStream(in, HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.unread(head);
        Charset declared = declared(head);
        if (declared == null || declared.equals(StandardCharsets.UTF_8) || !encodings.contains(declared)) {
            return FACTORY.createXMLStreamReader(bytes);
        }
        if (looksLikeUtf8(head)) {
            throw new Refusal(XML_ENCODING_DIFFERS, file, declared.name());
        }
        decoded = declared.name();
        // the parser would put a question mark where a byte means nothing; this decoder refuses
        return FACTORY.createXMLStreamReader(new InputStreamReader(bytes, declared.newDecoder()));
    }

    private static @Nullable Charset declared(byte[] head) {
        var beginning = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(beginning);
        try {
            return declaration.lookingAt() ? Charset.forName(declaration.group(1)) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Russian text in a one-byte encoding is never by chance sound UTF-8. The last character may be cut. */
    private static boolean looksLikeUtf8(byte[] head) {
        var characters = CharBuffer.allocate(head.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), characters, false);
        return !result.isError() && characters.flip().chars().anyMatch(character -> character > 0x7f);
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

    private void requireExpected(@Nullable String encoding) {
        if (encoding == null || encodings.stream().anyMatch(one -> isNamed(one, encoding))) {
            return;
        }
        if (encodings.equals(Set.of(StandardCharsets.UTF_8))) {
            throw new Refusal(XML_ENCODING, file, encoding);
        }
        throw new Refusal(
                XML_ENCODING_UNSUPPORTED,
                file,
                encoding,
                encodings.stream().map(Charset::name).sorted().collect(Collectors.joining(", ")));
    }

    private static boolean isNamed(Charset charset, String name) {
        return charset.name().equalsIgnoreCase(name)
                || charset.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name));
    }

    /** The next event; {@link XMLStreamConstants#END_DOCUMENT} at the end. */
    public int next() {
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
    public String name() {
        return reader.getLocalName();
    }

    /** How many the element has. */
    public int attributes() {
        return reader.getAttributeCount();
    }

    /** Name of the attribute at this place, from 0. */
    public String attributeName(int at) {
        return reader.getAttributeLocalName(at);
    }

    /** Value of the attribute at this place, from 0. */
    public String attribute(int at) {
        return reader.getAttributeValue(at);
    }

    /** Value of the attribute; null if the element has none of the name. */
    public @Nullable String attribute(String name) {
        for (int i = 0; i < attributes(); i++) {
            if (attributeName(i).equals(name)) {
                return attribute(i);
            }
        }
        return null;
    }

    /** Line of the event, from 1. */
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Appends the text of the event as long as the whole stays below the bound. */
    public void appendText(StringBuilder text, int bound) {
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
            if (below instanceof CharacterCodingException) {
                return new Refusal(XML_ENCODING_DIFFERS, file, decoded);
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
    private Refusal at(IntakeProblem problem, @Nullable Location place) {
        return new Refusal(
                problem,
                file,
                Integer.toString(place == null ? 1 : Math.max(1, place.getLineNumber())),
                Integer.toString(place == null ? 1 : Math.max(1, place.getColumnNumber())));
    }

    /** The file holds more in this place than any such file does. */
    public Refusal beyondLimit() {
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
