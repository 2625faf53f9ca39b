package ru.mos.clusters.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;

class HardenedXmlTest {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final Set<Charset> BOTH = Set.of(StandardCharsets.UTF_8, WINDOWS);

    private static String xml(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><Файл Имя=\"Ёлка\"/>";
    }

    private static String read(byte[] bytes, Set<Charset> encodings) {
        try (var xml = new HardenedXml("a.xml", new ByteArrayInputStream(bytes), encodings)) {
            var read = "nothing";
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    read = xml.name() + " " + xml.attribute("Имя");
                }
            }
            return read;
        } catch (Refusal refused) {
            return refused.code().slug() + " " + refused.arguments();
        }
    }

    @Test
    void an_expected_encoding_is_read_whatever_its_name_looks_like() {
        assertThat(read(xml("UTF-8").getBytes(StandardCharsets.UTF_8), BOTH)).isEqualTo("Файл Ёлка");
        assertThat(read("<Файл Имя='Ёлка'/>".getBytes(StandardCharsets.UTF_8), BOTH))
                .isEqualTo("Файл Ёлка");
        assertThat(read(xml("windows-1251").getBytes(WINDOWS), BOTH)).isEqualTo("Файл Ёлка");
        assertThat(read(xml("WINDOWS-1251").getBytes(WINDOWS), BOTH)).isEqualTo("Файл Ёлка");
        assertThat(read(xml("cp1251").getBytes(WINDOWS), BOTH)).isEqualTo("Файл Ёлка");
    }

    @Test
    void an_encoding_that_is_not_expected_is_refused_by_name() {
        assertThat(read(xml("windows-1251").getBytes(WINDOWS), Set.of(StandardCharsets.UTF_8)))
                .isEqualTo("xml-encoding [a.xml, windows-1251]");
        assertThat(read(xml("KOI8-R").getBytes(Charset.forName("KOI8-R")), BOTH))
                .isEqualTo("xml-encoding-unsupported [a.xml, KOI8-R, UTF-8, windows-1251]");
        assertThat(read(xml("nonsense").getBytes(StandardCharsets.UTF_8), BOTH)).startsWith("xml-");
    }

    @Test
    void an_encoding_that_is_declared_but_not_used_is_refused() {
        assertThat(read(xml("windows-1251").getBytes(StandardCharsets.UTF_8), BOTH))
                .isEqualTo("xml-encoding-differs [a.xml, windows-1251]");
        assertThat(read(xml("UTF-8").getBytes(WINDOWS), BOTH)).startsWith("xml-not-utf8 [a.xml, 1, ");
    }

    @Test
    void a_byte_that_means_nothing_in_the_declared_encoding_is_refused_and_not_replaced() {
        byte[] bytes = xml("windows-1251").getBytes(WINDOWS);
        bytes[bytes.length - 5] = (byte) 0x98;

        assertThat(read(bytes, BOTH)).isEqualTo("xml-encoding-differs [a.xml, windows-1251]");
    }
}
