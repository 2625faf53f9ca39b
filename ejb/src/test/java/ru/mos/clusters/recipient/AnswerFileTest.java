package ru.mos.clusters.recipient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Problem;

class AnswerFileTest {

    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    @Test
    void documents_are_read_with_outcome_number_and_line() {
        var answered = read("""
                <Файл ВерсФорм="4.01">
                  <Документ ИдДок="%s" КодРезОбр="01" ИдПоддерж="77-1" НаимПолуч="ООО"/>
                  <Документ ИдДок="%s" КодРезОбр="02" НаимПолуч="ООО"/>
                </Файл>""".formatted(ONE, OTHER));

        assertThat(answered).hasSize(2);
        assertThat(answered.get(0).outcome()).isEqualTo(ItemOutcome.ACCEPTED);
        assertThat(answered.get(0).number()).isEqualTo("77-1");
        assertThat(answered.get(1).outcome()).isEqualTo(ItemOutcome.REFUSED);
        assertThat(answered.get(1).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            xml-dtd                   | <!DOCTYPE a [<!ENTITY x "y">]><a ИдДок="1"/>
            answer-empty              | <Файл/>
            answer-attribute-missing  | <a ИдДок="00000000-0000-4000-8000-000000000001" КодРезОбр="01"/>
            answer-attribute-missing  | <a ИдДок="00000000-0000-4000-8000-000000000001"/>
            answer-code-unknown       | <a ИдДок="00000000-0000-4000-8000-000000000001" КодРезОбр="03"/>
            answer-document-unknown   | <a ИдДок="7" КодРезОбр="02"/>
            answer-number-malformed   | <a ИдДок="00000000-0000-4000-8000-000000000001" КодРезОбр="01" ИдПоддерж="7 7"/>
            answer-document-twice     | <Ф><a ИдДок="00000000-0000-4000-8000-000000000001" КодРезОбр="02"/><a ИдДок="00000000-0000-4000-8000-000000000001" КодРезОбр="02"/></Ф>""")
    void what_is_wrong_is_refused(String code, String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Problem.class, fault -> assertThat(fault.code().slug()).isEqualTo(code));
    }

    private static List<AnsweredDocument> read(String file) {
        return AnswerFile.read("answer.xml", new ByteArrayInputStream(file.getBytes(UTF_8)));
    }
}
