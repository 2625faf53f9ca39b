package ru.mos.clusters.call.council;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.call.council.ProtocolPaper.Ballot;
import ru.mos.clusters.call.council.ProtocolPaper.Item;
import ru.mos.clusters.call.council.ProtocolPaper.Member;
import ru.mos.clusters.call.council.ProtocolPaper.Moved;
import ru.mos.clusters.call.council.ProtocolPaper.Recused;
import ru.mos.clusters.call.council.ProtocolPaper.Reference;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.paper.Docx;
import ru.mos.clusters.platform.paper.PdfSheet;

class ProtocolWriterTest {

    private static final String APPLICANT = "Автономная некоммерческая организация «Кластер <ИТ> & Ко»";

    static ProtocolPaper paper(int items) {
        var all = new ArrayList<Item>();
        for (int at = 1; at <= items; at++) {
            all.add(item(at));
        }
        return new ProtocolPaper(
                "Комиссия по поддержке",
                "Комиссии Правительства Москвы по финансовой и имущественной поддержке малого и среднего предпринимательства",
                BodyKind.COMMISSION,
                "C-7",
                "Совместные проекты кластеров",
                LocalDate.of(2011, 3, 2),
                "Москва, Вознесенский пер., д. 22",
                SittingForm.MEETING,
                "Гоголь Николай Васильевич",
                "Мицкевич Нинель Яковлевна",
                List.of(
                        new Member(
                                "Гоголь Николай Васильевич",
                                Post.CHAIR,
                                "Правительство Москвы",
                                true,
                                Presence.PRESENT),
                        new Member(
                                "Дюма Илья Кузьмич",
                                Post.MEMBER,
                                "Торгово-промышленная палата",
                                true,
                                Presence.PRESENT),
                        new Member("Черных Фирс Ильич", Post.MEMBER, null, true, Presence.IN_WRITING),
                        new Member("Шевченко Никита Фомич", Post.MEMBER, "Опора России", true, null),
                        new Member(
                                "Мицкевич Нинель Яковлевна", Post.SECRETARY, "Департамент", false, Presence.PRESENT)),
                4,
                3,
                "1/2",
                true,
                true,
                all,
                List.of("Рейтинг заявок на 12 листах"),
                new Reference(UUID.randomUUID(), "1/2011", LocalDate.of(2011, 2, 1)));
    }

    private static Item item(int position) {
        boolean award = position % 2 == 1;
        return new Item(
                position,
                UUID.randomUUID(),
                "З-" + position,
                APPLICANT,
                "7707083893",
                "Опытное производство датчиков",
                position,
                "8,5",
                new BigDecimal("1500000.00"),
                "ELIGIBLE",
                Motion.RECOMMEND,
                new CouncilOpinion(
                        true,
                        "Двое делают общую линию",
                        true,
                        "Опытный образец есть",
                        false,
                        "Смета завышена",
                        "Заключение № 7"),
                new Quorum(4, 3, true),
                List.of(new Recused("Дюма Илья Кузьмич", true, "член органа управления участника проекта")),
                List.of(new Moved(
                        UUID.randomUUID(),
                        award ? Motion.AWARD : Motion.REFUSE,
                        award ? new BigDecimal("1250000.00") : null,
                        award ? 2011 : null,
                        award ? "80704125150102006242" : null,
                        award ? null : "Доля бюджета на последнем этапе не доходит до цели",
                        award ? null : "Постановление Правительства Москвы № 818-ПП",
                        award ? null : LocalDate.of(2010, 7, 27),
                        award ? null : "пункт 3.4",
                        award ? null : "Совет не видел уточнённого плана",
                        Outcome.ADOPTED,
                        new Tally(1, 1, 0, true, true),
                        List.of(
                                new Ballot("Гоголь Николай Васильевич", Choice.FOR, null),
                                new Ballot("Черных Фирс Ильич", Choice.AGAINST, "Срок окупаемости занижен")))));
    }

    private static byte[] pdf(ProtocolPaper paper) {
        var out = new ByteArrayOutputStream();
        var writer = new ProtocolWriter(paper, "3/2011");
        try (var sheet = new PdfSheet(out, writer.title(), writer.shortTitle())) {
            writer.write(sheet);
        }
        return out.toByteArray();
    }

    private static byte[] docx(ProtocolPaper paper) {
        var out = new ByteArrayOutputStream();
        try (var sheet = new Docx(out)) {
            new ProtocolWriter(paper, "3/2011").write(sheet);
        }
        return out.toByteArray();
    }

    private static final List<String> SAID = List.of(
            "ПРОТОКОЛ № 3/2011",
            "заседания Комиссии",
            "2 марта 2011 г.",
            "Вознесенский пер.",
            "протоколом № 1/2011",
            "Состав",
            "Повестка",
            "1. Заявка З-1: Автономная некоммерческая организация «Кластер",
            "Приложения",
            "Подписи",
            "председатель",
            "голосует письменно",
            "отсутствует",
            "без права голоса",
            "Участвуют: 3",
            "более 1/2",
            "Автономной некоммерческой организации «Кластер",
            "доклад Мицкевич Нинели Яковлевны",
            "соответствует",
            "Отвод Дюма Ильи Кузьмича (установлен)",
            "участвуют 3 из 4",
            "за — 1, против — 1, воздержались — 0",
            "решил голос председательствующего",
            "предоставить Автономной некоммерческой организации",
            "за счёт средств 2011 года по КБК 80704125150102006242",
            "отказать Автономной некоммерческой организации",
            "редакция от 27.07.2010, пункт 3.4.",
            "отступает от рекомендации совета: Совет не видел",
            "Особое мнение Черных Фирса Ильича: Срок окупаемости занижен.",
            "Рейтинг заявок на 12 листах",
            "Н. В. Гоголь",
            "Н. Я. Мицкевич");

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void the_pdf_says_all_that_a_protocol_must_say() throws IOException {
        var reader = new PdfReader(pdf(paper(2)));
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
        }
        // letters of lines and cells stand apart in the extract, so what may be broken is looked for without blanks
        var squeezed = plain(text.toString()).replace(" ", "");
        assertThat(SAID).allSatisfy(said -> assertThat(squeezed).contains(said.replace(" ", "")));
    }

    @Test
    void the_docx_is_well_formed_says_the_same_and_is_taken_for_one(@TempDir Path folder) throws Exception {
        var bytes = docx(paper(2));
        var file = Files.write(folder.resolve("protocol"), bytes);
        assertThat(FileType.of(file)).contains(FileType.DOCX);
        var parts = new ArrayList<String>();
        String document = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readAllBytes();
                parts.add(entry.getName());
                var factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
                if (entry.getName().equals("word/document.xml")) {
                    document = new String(content, StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(parts)
                .contains("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml")
                .first()
                .isEqualTo("[Content_Types].xml");
        var text =
                plain(document.replaceAll("<[^>]+>", " ").replace("&lt;", "<").replace("&amp;", "&"));
        assertThat(SAID).allSatisfy(said -> assertThat(text).contains(said));
        assertThat(docx(paper(2)).length).isEqualTo(bytes.length);
    }

    @Test
    void what_is_kept_of_a_protocol_makes_the_same_paper_again() throws Exception {
        var kept = Json.write(paper(3));

        assertThat(Json.mapper().readValue(kept, ProtocolPaper.class))
                .isEqualTo(Json.mapper()
                        .readValue(
                                Json.write(Json.mapper().readValue(kept, ProtocolPaper.class)), ProtocolPaper.class));
    }

    @Test
    void a_protocol_of_a_hundred_pages_is_printed_in_seconds() throws IOException {
        long began = System.nanoTime();
        var reader = new PdfReader(pdf(paper(220)));

        assertThat(reader.getNumberOfPages()).isGreaterThan(100);
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void a_draft_says_that_it_bears_no_number() {
        assertThat(new ProtocolWriter(paper(1), null).title()).startsWith("Протокол № б/н (проект)");
    }
}
