package ru.mos.clusters.bank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Camt053ReaderTest {

    static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
              <BkToCstmrStmt>
                <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-03-12T06:00:00</CreDtTm></GrpHdr>
                <Stmt>
                  <Id>S-1</Id><CreDtTm>2026-03-12T06:00:00</CreDtTm>
                  <FrToDt><FrDtTm>2026-03-11T00:00:00</FrDtTm><ToDtTm>2026-03-11T23:59:59</ToDtTm></FrToDt>
                  <Acct><Id><Othr><Id>40201810200000000001</Id></Othr></Id><Ccy>RUB</Ccy></Acct>
                  <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-11</Dt></Dt></Bal>
                  <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">825.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-11</Dt></Dt></Bal>
                  <TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>75.50</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>250.00</Sum></TtlDbtNtries></TxsSummry>
                  <Ntry>
                    <Amt Ccy="RUB">250.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-11</Dt></BookgDt>
                    <BkTxCd><Prtry><Cd>01</Cd></Prtry></BkTxCd>
                    <NtryDtls><TxDtls>
                      <Refs><InstrId>17</InstrId><EndToEndId>0c9d8f5e6a674c5b9f2e9a1f52f3a001</EndToEndId></Refs>
                      <RltdPties><Cdtr><Nm>АО «Бета»</Nm><Id><OrgId><Othr><Id>7700000023</Id></Othr></OrgId></Id></Cdtr><CdtrAcct><Id><Othr><Id>40703810400000000101</Id></Othr></Id></CdtrAcct></RltdPties>
                      <RltdAgts><CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>044525225</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt></RltdAgts>
                      <RmtInf><Ustrd>Субсидия по </Ustrd><Ustrd>соглашению № 5</Ustrd></RmtInf>
                    </TxDtls></NtryDtls>
                  </Ntry>
                  <Ntry>
                    <Amt Ccy="RUB">75.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-11</Dt></BookgDt>
                    <BkTxCd><Prtry><Cd>01</Cd></Prtry></BkTxCd>
                    <NtryDtls><TxDtls>
                      <RltdPties><Dbtr><Nm>ООО «Альфа»</Nm><Id><OrgId><Othr><Id>ИНН 7700000016</Id></Othr></OrgId></Id></Dbtr></RltdPties>
                      <RmtInf><Ustrd>Возврат</Ustrd></RmtInf>
                    </TxDtls></NtryDtls>
                  </Ntry>
                  <Ntry>
                    <Amt Ccy="RUB">9.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-03-11</Dt></BookgDt>
                    <BkTxCd><Prtry><Cd>01</Cd></Prtry></BkTxCd>
                  </Ntry>
                </Stmt>
              </BkToCstmrStmt>
            </Document>
            """;

    private static StatementText.Reading read(String text) {
        return StatementText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void booked_entries_are_documents_and_pending_ones_are_not() {
        var read = read(SAMPLE);

        assertThat(read.codes()).isEmpty();
        assertThat(read.summary().account()).isEqualTo(StatementText.OURS);
        assertThat(read.summary().opening()).isEqualByComparingTo("1000.00");
        assertThat(read.summary().closing()).isEqualByComparingTo("825.50");
        assertThat(read.documents()).hasSize(2);
        var paid = read.documents().get(0);
        assertThat(paid.incoming()).isFalse();
        assertThat(paid.number()).isEqualTo("17");
        assertThat(paid.reference()).isEqualTo("0c9d8f5e6a674c5b9f2e9a1f52f3a001");
        assertThat(paid.bookedOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(paid.other().inn()).isEqualTo("7700000023");
        assertThat(paid.other().account()).isEqualTo(StatementText.THEIRS);
        assertThat(paid.purpose()).isEqualTo("Субсидия по соглашению № 5");
        assertThat(read.documents().get(1).other().inn()).isEqualTo("7700000016");
    }

    @ParameterizedTest(name = "version {0}")
    @ValueSource(strings = {"03", "04", "06"})
    void versions_that_differ_elsewhere_are_read_alike(String version) {
        assertThat(read(SAMPLE.replace("camt.053.001.02", "camt.053.001." + version))
                        .summary()
                        .version())
                .isEqualTo("001." + version);
    }

    @Test
    void the_eighth_version_names_states_and_parties_a_level_deeper() {
        var text = SAMPLE.replace("camt.053.001.02", "camt.053.001.08")
                .replaceAll("<Sts>(\\w+)</Sts>", "<Sts><Cd>$1</Cd></Sts>")
                .replaceAll("<(Dbtr|Cdtr)>(.*?)</\\1>", "<$1><Pty>$2</Pty></$1>");

        var read = read(text);

        assertThat(read.documents()).hasSize(2);
        assertThat(read.documents().get(0).other().name()).isEqualTo("АО «Бета»");
    }

    @Test
    void a_prefix_of_the_names_changes_nothing() {
        var text = SAMPLE.replace("xmlns=", "xmlns:c=").replaceAll("<(/?)(?=[A-Z])", "<$1c:");

        assertThat(read(text).documents()).hasSize(2);
    }

    @Test
    void an_entry_of_several_payments_is_taken_apart_where_the_bank_says_their_sums() {
        var text = SAMPLE.replaceFirst(
                "<TxDtls>\\s*<Refs>",
                "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"RUB\">200.00</Amt></TxAmt></AmtDtls></TxDtls>"
                        + "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"RUB\">50.00</Amt></TxAmt></AmtDtls><Refs>");

        assertThat(read(text).documents()).hasSize(3);
        assertThatThrownBy(() -> read(text.replace(">50.00<", ">50.01<")))
                .hasMessageStartingWith("statement-entry-parts");
    }

    @Test
    void entities_are_not_resolved() {
        var hostile = SAMPLE.replace(
                "<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<Document");

        assertThatThrownBy(() -> read(hostile)).hasMessageStartingWith("xml-dtd");
    }

    @Test
    void a_file_cut_in_the_middle_is_refused() {
        assertThatThrownBy(() -> read(SAMPLE.substring(0, SAMPLE.length() / 2)))
                .hasMessageStartingWith("xml-malformed");
    }

    @Test
    void another_currency_is_refused() {
        assertThatThrownBy(() -> read(SAMPLE.replaceFirst("Ccy=\"RUB\">250", "Ccy=\"USD\">250")))
                .hasMessageStartingWith("statement-currency");
    }

    @Test
    void another_message_is_refused() {
        assertThatThrownBy(() -> read(SAMPLE.replace("camt.053.001.02", "camt.054.001.02")))
                .hasMessageStartingWith("statement-format-unknown");
    }
}
