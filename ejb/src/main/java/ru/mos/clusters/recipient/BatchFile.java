package ru.mos.clusters.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;

/** Writes a file for the register of recipients, document by document; and holds a written one to its schema. */
final class BatchFile implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final Schema SCHEMA = schema();

    private final XMLStreamWriter xml;
    private final String composedOn;

    /**
     * Begins a file.
     *
     * @param id under which the tax service knows the file; ИдФайл
     * @param documents how many follow; КолДок
     */
    BatchFile(OutputStream out, String id, String formatVersion, LocalDate composedOn, int documents)
            throws XMLStreamException {
        this.composedOn = DAY.format(composedOn);
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Файл");
        xml.writeAttribute("ИдФайл", id);
        xml.writeAttribute("ВерсФорм", formatVersion);
        xml.writeAttribute("ТипИнф", "РЕЕСТРМСП-ПП");
        xml.writeAttribute("КолДок", Integer.toString(documents));
    }

    void write(SentSupport sent) throws XMLStreamException {
        xml.writeStartElement("Документ");
        xml.writeAttribute("ИдДок", sent.documentId().toString());
        xml.writeAttribute("ДатаСост", composedOn);
        subject(sent);
        support(sent);
        xml.writeEndElement();
    }

    private void subject(SentSupport sent) throws XMLStreamException {
        if (sent.subject() == RecipientSubject.COMPANY) {
            xml.writeEmptyElement("СвЮЛ");
            xml.writeAttribute("ИННЮЛ", sent.inn().digits());
            optional("ОГРН", sent.ogrn());
            xml.writeAttribute("НаимОрг", sent.name());
            return;
        }
        xml.writeStartElement("СвФЛ");
        xml.writeAttribute("ИННФЛ", sent.inn().digits());
        // without a number of entrepreneurs a person is self-employed
        optional("ОГРНИП", sent.subject() == RecipientSubject.ENTREPRENEUR ? sent.ogrn() : null);
        var name = PersonName.of(sent.name()).orElseThrow(); // who has none is held back
        xml.writeEmptyElement("ФИО");
        xml.writeAttribute("Фамилия", name.surname());
        xml.writeAttribute("Имя", name.given());
        optional("Отчество", name.patronymic());
        xml.writeEndElement();
    }

    private void support(SentSupport sent) throws XMLStreamException {
        xml.writeStartElement("СвПредПод");
        optional("НомерПод", sent.registerNumber());
        xml.writeAttribute(
                sent.providerInn().isLegalEntity() ? "ИННЮЛ" : "ИННФЛ",
                sent.providerInn().digits());
        xml.writeAttribute("НаимОрг", sent.providerName());
        xml.writeAttribute("ВидПП", sent.subject().code());
        xml.writeAttribute("КатСуб", sent.category().code());
        xml.writeAttribute("ДатаПрин", DAY.format(sent.decidedOn()));
        xml.writeAttribute("СрокПод", DAY.format(sent.endsOn()));
        optional("ДатаПрекр", sent.stoppedOn() == null ? null : DAY.format(sent.stoppedOn()));
        xml.writeAttribute("ИнфНаруш", sent.violations() == null ? "2" : "1");
        pair("ФормПод", "КодФорм", sent.formCode(), "НаимФорм", sent.formName());
        pair("ВидПод", "КодВид", sent.kindCode(), "НаимВид", sent.kindName());
        pair("РазмПод", "РазмПод", sent.size().toPlainString(), "ЕдПод", sent.unit());
        var violations = Json.tree(sent.violations());
        if (violations != null) {
            for (var violation : violations) {
                violation(violation);
            }
        }
        xml.writeEndElement();
    }

    private void violation(JsonNode violation) throws XMLStreamException {
        xml.writeEmptyElement("Нарушения");
        xml.writeAttribute("ВидНаруш", violation.get("kind").asText().equals("OTHER") ? "2" : "1");
        optional("ДатаНаруш", day(violation.get("on")));
        optional("СрокУстр", day(violation.get("due")));
        optional("ДатаУстр", day(violation.get("corrected")));
    }

    private static @Nullable String day(@Nullable JsonNode date) {
        return date == null || date.isNull() ? null : DAY.format(LocalDate.parse(date.asText()));
    }

    private void pair(String element, String first, String one, String second, String other) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute(first, one);
        xml.writeAttribute(second, other);
    }

    private void optional(String attribute, @Nullable String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeAttribute(attribute, value);
        }
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    /**
     * Holds a file to the schema.
     *
     * @throws Problem {@code batch-file-unsound} with line, column and fault of the first place
     */
    static void requireSound(Path file) throws IOException {
        try {
            SCHEMA.newValidator().validate(new StreamSource(file.toFile()));
        } catch (SAXParseException fault) {
            throw new Problem(
                    RecipientProblem.BATCH_FILE_UNSOUND,
                    fault.getLineNumber(),
                    fault.getColumnNumber(),
                    String.valueOf(fault.getMessage()));
        } catch (SAXException defect) {
            throw new IllegalStateException("a file just written", defect);
        }
    }

    private static Schema schema() {
        try (var text = BatchFile.class.getResourceAsStream("recipients.xsd")) {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(text));
        } catch (SAXException | IOException defect) {
            throw new IllegalStateException("the schema is part of the program", defect);
        }
    }
}
