package ru.mos.clusters.bank.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Payee;

/** A payment order as ISO 20022 CustomerCreditTransferInitiationV03 (pain.001.001.03). */
final class Pain001Writer {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";

    /** Under which ISO 20022 keeps the BICs of the Bank of Russia, and tax numbers. */
    private static final String RUSSIAN_BIC = "RUCBC";

    private static final String TAX_NUMBER = "TXID";
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_LINE = 140;

    private final XMLStreamWriter xml;

    private Pain001Writer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(PaymentOrder order, LocalDateTime sentAt) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Pain001Writer(xml).document(order, sentAt);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void document(PaymentOrder order, LocalDateTime sentAt) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        open("GrpHdr");
        leaf("MsgId", order.reference());
        leaf(
                "CreDtTm",
                sentAt.truncatedTo(ChronoUnit.SECONDS).toString().length() == 16
                        ? sentAt.truncatedTo(ChronoUnit.SECONDS) + ":00"
                        : sentAt.truncatedTo(ChronoUnit.SECONDS).toString());
        leaf("NbOfTxs", "1");
        leaf("CtrlSum", order.amount().toPlainString());
        open("InitgPty");
        party(order.payer());
        close(2);
        payment(order);
        close(2);
        xml.writeEndDocument();
    }

    private void payment(PaymentOrder order) throws XMLStreamException {
        open("PmtInf");
        leaf("PmtInfId", order.reference());
        leaf("PmtMtd", "TRF");
        leaf("NbOfTxs", "1");
        leaf("CtrlSum", order.amount().toPlainString());
        leaf("ReqdExctnDt", order.day().toString());
        open("Dbtr");
        party(order.payer());
        close(1);
        account("DbtrAcct", order.payer().account(), true);
        bank("DbtrAgt", order.payer());
        transfer(order);
        close(1);
    }

    private void transfer(PaymentOrder order) throws XMLStreamException {
        open("CdtTrfTxInf");
        open("PmtId");
        leaf("InstrId", Integer.toString(order.number()));
        leaf("EndToEndId", order.reference());
        close(1);
        open("Amt");
        sum("InstdAmt", order.amount());
        close(1);
        bank("CdtrAgt", order.payee());
        if (order.payee().correspondent() != null) {
            account("CdtrAgtAcct", order.payee().correspondent(), false);
        }
        open("Cdtr");
        party(order.payee());
        close(1);
        account("CdtrAcct", order.payee().account(), true);
        tax(order);
        remittance(order.purpose());
        close(1);
    }

    /** The budget code and the territory have no elements of their own; they go where taxes carry theirs. */
    private void tax(PaymentOrder order) throws XMLStreamException {
        open("Tax");
        taxpayer("Cdtr", order.payee());
        taxpayer("Dbtr", order.payer());
        leaf("AdmstnZn", order.oktmo());
        open("Rcrd");
        leaf("Ctgy", order.kbk());
        close(2);
    }

    private void taxpayer(String element, Payee side) throws XMLStreamException {
        open(element);
        leaf("TaxId", side.inn());
        leaf("RegnId", side.kpp());
        close(1);
    }

    private void remittance(String purpose) throws XMLStreamException {
        open("RmtInf");
        for (int from = 0; from < purpose.length(); from += LONGEST_LINE) {
            leaf("Ustrd", purpose.substring(from, Math.min(from + LONGEST_LINE, purpose.length())));
        }
        close(1);
    }

    private void party(Payee side) throws XMLStreamException {
        leaf("Nm", side.name().length() > LONGEST_NAME ? side.name().substring(0, LONGEST_NAME) : side.name());
        open("Id");
        open(side.inn().length() == 10 ? "OrgId" : "PrvtId");
        open("Othr");
        leaf("Id", side.inn());
        open("SchmeNm");
        leaf("Cd", TAX_NUMBER);
        close(4);
    }

    private void account(String element, String account, boolean roubles) throws XMLStreamException {
        open(element);
        open("Id");
        open("Othr");
        leaf("Id", account);
        close(2);
        leaf("Ccy", roubles ? "RUB" : null);
        close(1);
    }

    private void bank(String element, Payee side) throws XMLStreamException {
        open(element);
        open("FinInstnId");
        open("ClrSysMmbId");
        open("ClrSysId");
        leaf("Cd", RUSSIAN_BIC);
        close(1);
        leaf("MmbId", side.bic());
        close(1);
        leaf("Nm", side.bank().length() > LONGEST_NAME ? side.bank().substring(0, LONGEST_NAME) : side.bank());
        close(2);
    }

    private void sum(String element, BigDecimal amount) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("Ccy", "RUB");
        xml.writeCharacters(amount.toPlainString());
        xml.writeEndElement();
    }

    private void leaf(String element, @Nullable String value) throws XMLStreamException {
        if (value == null || value.isBlank()) {
            return; // the schema refuses empty texts
        }
        xml.writeStartElement(element);
        xml.writeCharacters(value.replaceAll("[\\s\\p{Cntrl}]+", " "));
        xml.writeEndElement();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
