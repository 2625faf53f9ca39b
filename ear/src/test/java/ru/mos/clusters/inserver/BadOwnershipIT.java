package ru.mos.clusters.inserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.all;
import static ru.mos.clusters.inserver.OwnershipDoor.get;
import static ru.mos.clusters.inserver.OwnershipDoor.imported;
import static ru.mos.clusters.inserver.OwnershipDoor.pair;
import static ru.mos.clusters.inserver.OwnershipDoor.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with files of ownership is told in words, and never makes anybody unaffiliated who may be affiliated. */
@RunAsClient
class BadOwnershipIT extends InServer {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String P = Egrul.person(1);
    private static final String Q = Egrul.person(2);
    private static final String A = Register.inn(901);
    private static final String B = Register.inn(902);
    private static final String C = Register.inn(903);
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final List<String> TABLE = new ArrayList<>();

    /**
     * A bad input.
     *
     * @param code the refusal, or something that is told; null: nothing is told
     * @param verdict of A and B afterwards
     */
    private record Bad(String input, byte[] bytes, String state, String code, String verdict) {
        @Override
        public String toString() {
            return input;
        }
    }

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "department2");
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        OwnershipDoor.empty();
    }

    /** What was taken in and how the product answered, for people to read. */
    @AfterAll
    static void table_of_bad_ownership() throws Exception {
        TABLE.add(0, "| input | state | code | verdict | seconds | message |\n| --- | --- | --- | --- | --- | --- |");
        Files.write(Path.of("target", "bad-ownership.md"), TABLE);
    }

    /** A is P's and directed by P, in good order. */
    private static Egrul good() {
        return Egrul.of(A, DAY).holder(P, "1/1").head(P);
    }

    private static Bad extracts(String input, String code, String verdict, Egrul... more) {
        return new Bad(
                input,
                Egrul.file(Stream.concat(Stream.of(good()), Stream.of(more)).toArray(Egrul[]::new)),
                "COMPLETED",
                code,
                verdict);
    }

    private static Bad text(String input, byte[] bytes, String code) {
        return new Bad(input, bytes, "REFUSED", code, "UNKNOWN");
    }

    private static Egrul b() {
        return Egrul.of(B, DAY);
    }

    private static String ofB(String from, String to) {
        return Egrul.xml(good(), b().holder(Q, "1/1").head(Q)).replace(from, to);
    }

    private static byte[] declared(String encoding, Charset used) {
        return ofB("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"").getBytes(used);
    }

    static Stream<Bad> bad() {
        return Stream.of(files(), texts(), founders(), shapes(), statements()).flatMap(all -> all);
    }

    private static Stream<Bad> files() {
        var whole = ofB("", "");
        return Stream.of(
                text("cut file", whole.substring(0, whole.length() - 30).getBytes(UTF_8), "xml-malformed"),
                text("file of zeros", new byte[500], "upload-not-ownership"),
                text("not XML", "ИНН;ОГРН\n1;2\n".getBytes(UTF_8), "upload-not-ownership"),
                text("another root", "<?xml version=\"1.0\"?><Реестр/>".getBytes(UTF_8), "extract-root-unknown"),
                text(
                        "register of small enterprises",
                        whole.replace("ЕГРЮЛ_ОТКР_СВЕД", "РЕЕСТРМСП").getBytes(UTF_8),
                        "extract-kind-unknown"),
                text("claims UTF-8, is windows-1251", declared("UTF-8", WINDOWS), "xml-not-utf8"),
                text("claims windows-1251, is UTF-8", declared("windows-1251", UTF_8), "xml-encoding-differs"),
                text("claims UTF-16", declared("UTF-16", UTF_8), "xml-malformed"),
                text("claims KOI8-R", declared("KOI8-R", Charset.forName("KOI8-R")), "xml-encoding-unsupported"),
                text(
                        "document type",
                        ofB("<Файл", "<!DOCTYPE Файл [<!ENTITY x \"y\">]><Файл").getBytes(UTF_8),
                        "xml-dtd"),
                text("no documents", Egrul.file(), "import-empty"),
                text("archive without files", Egrul.zip(), "archive-empty"),
                text(
                        "archive with both formats",
                        Egrul.zip("a.xml", Egrul.file(good()), "b.json", "[]".getBytes(UTF_8)),
                        "import-formats-mixed"),
                new Bad(
                        "windows-1251, as it says",
                        declared("windows-1251", WINDOWS),
                        "COMPLETED",
                        null,
                        "NOT_AFFILIATED"),
                new Bad(
                        "one broken file among good ones",
                        Egrul.zip(
                                "a.xml",
                                Egrul.file(good()),
                                "b.xml",
                                whole.substring(0, 900).getBytes(UTF_8)),
                        "COMPLETED",
                        "xml-malformed",
                        "UNKNOWN"),
                new Bad(
                        "older format",
                        ofB("ВерсФорм=\"4.08\"", "ВерсФорм=\"4.06\"").getBytes(UTF_8),
                        "COMPLETED",
                        "format-version-unproven",
                        "NOT_AFFILIATED"),
                new Bad(
                        "other count than declared",
                        ofB("КолДок=\"2\"", "КолДок=\"   9\"").getBytes(UTF_8),
                        "COMPLETED",
                        "count-differs",
                        "NOT_AFFILIATED"));
    }

    /** A document that breaks the schema is left out; A's own always arrives. */
    private static Stream<Bad> texts() {
        var on = "<СвЮЛ ДатаВып=\"" + DAY + "\" ОГРН=\"" + Egrul.ogrn(B) + "\"";
        return Stream.of(
                        List.of(
                                "no date of the extract",
                                on,
                                on.replace("ДатаВып=\"" + DAY + "\"", ""),
                                "extract-attribute-missing"),
                        List.of(
                                "text for a date",
                                on,
                                on.replace(DAY.toString(), "первое марта"),
                                "extract-date-impossible"),
                        List.of("30 February", on, on.replace(DAY.toString(), "2024-02-30"), "extract-date-impossible"),
                        List.of(
                                "date with another calendar's digits",
                                on,
                                on.replace(DAY.toString(), "٢٠٢٤-٠٣-٠١"),
                                "extract-date-impossible"),
                        List.of(
                                "extract of the future",
                                on,
                                on.replace(DAY.toString(), "2199-01-01"),
                                "extract-date-later"),
                        List.of(
                                "wrong INN of the subject",
                                "ИНН=\"" + B + "\" СпрОПФ",
                                "ИНН=\"7700000017\" СпрОПФ",
                                "extract-number-wrong"),
                        List.of(
                                "wrong OGRN of the subject",
                                on,
                                on.replace(Egrul.ogrn(B), "1027700000001"),
                                "extract-number-wrong"),
                        List.of(
                                "no subject",
                                "<СвЮЛ ДатаВып=\"" + DAY + "\" ОГРН=\"" + Egrul.ogrn(B),
                                "<СвНечто ДатаВып=\"" + DAY + "\" ОГРН=\"" + Egrul.ogrn(B),
                                "extract-subject-missing"))
                .map(row -> {
                    var xml = ofB(row.get(1), row.get(2));
                    if (row.get(2).startsWith("<СвНечто")) {
                        int end = xml.lastIndexOf("</СвЮЛ>");
                        xml = xml.substring(0, end) + "</СвНечто>" + xml.substring(end + 7);
                    }
                    return new Bad(row.get(0), xml.getBytes(UTF_8), "COMPLETED", row.get(3), "UNKNOWN");
                });
    }

    private static String whole(String who, String share) {
        return "<УчрФЛ>" + who + "<ДоляУстКап НоминСтоим=\"100\"><РазмерДоли>" + share + "</РазмерДоли>"
                + Egrul.record(DAY) + "</ДоляУстКап></УчрФЛ>";
    }

    private static Stream<Bad> founders() {
        var nameless = "<СвФЛ Фамилия=\"ПЕТРОВ\" Имя=\"ПЁТР\"/>";
        var all = "<Процент>100</Процент>";
        return Stream.of(
                extracts(
                        "founder without any identifier",
                        "founder-unidentified",
                        "UNKNOWN",
                        b().founder(whole(nameless, all)).head(Q)),
                extracts(
                        "founder without even a name",
                        "founder-unidentified",
                        "UNKNOWN",
                        b().founder(whole("<СвФЛ/>", all)).head(Q)),
                extracts(
                        "founder with a wrong INN",
                        "party-number-wrong",
                        "UNKNOWN",
                        b().founder(whole("<СвФЛ Фамилия=\"ПЕТРОВ\" ИННФЛ=\"770000000157\"/>", all))
                                .head(Q)),
                extracts(
                        "withheld founder",
                        "shares-missing",
                        "UNKNOWN",
                        b().founder("<УчрФЛ><ОгрДосСв ОгрДосСв=\"1\"/></УчрФЛ>").head(Q)),
                extracts(
                        "founders withheld as a whole",
                        null,
                        "UNKNOWN",
                        b().founder("<ОгрДосСв ОгрДосСв=\"1\"/>").head(Q)),
                extracts(
                        "shares that sum to nothing",
                        "shares-zero",
                        "UNKNOWN",
                        b().holder(Q, "0/1").head(Q)),
                extracts(
                        "shares that sum to 150 %",
                        "shares-exceed",
                        "UNKNOWN",
                        b().holder(Q, "1/1").holder(Egrul.person(3), "1/2").head(Q)),
                extracts(
                        "a share of nothing by nothing",
                        "extract-number-impossible",
                        "UNKNOWN",
                        b().holder(Q, "0/0").head(Q)),
                extracts(
                        "text for a share",
                        "extract-number-impossible",
                        "UNKNOWN",
                        b().holder(Q, "1/один").head(Q)),
                extracts(
                        "text for the date of a record",
                        "extract-date-impossible",
                        "UNKNOWN",
                        b().founder(whole(Egrul.natural(Q), all)
                                        .replace("ДатаЗаписи=\"" + DAY + "\"", "ДатаЗаписи=\"позавчера\""))
                                .head(Q)),
                extracts(
                        "text for the company's own share",
                        "extract-number-impossible",
                        "UNKNOWN",
                        b().with(
                                        "<СвДоляООО"
                                                + " НоминСтоим=\"сто\"><РазмерДоли><Процент>сто</Процент></РазмерДоли></СвДоляООО>")
                                .holder(Q, "1/1")
                                .head(Q)),
                extracts(
                        "a negative share",
                        "extract-number-impossible",
                        "UNKNOWN",
                        b().founder(whole(Egrul.natural(Q), "<Процент>-5</Процент>"))
                                .head(Q)),
                extracts(
                        "a share without end",
                        "extract-number-impossible",
                        "UNKNOWN",
                        b().founder(whole(Egrul.natural(Q), "<Процент>1e9</Процент>"))
                                .head(Q)),
                extracts(
                        "votes in words nobody can count",
                        "votes-unreadable",
                        "UNKNOWN",
                        b().founder("<УчрФЛ>" + Egrul.natural(Q) + "<ДоляУстКап НоминСтоим=\"100\"><РазмерДоли>" + all
                                        + "</РазмерДоли></ДоляУстКап><СвОбъемПрав ОбъемПрав=\"по договору\"/></УчрФЛ>")
                                .head(Q)),
                extracts(
                        "two executives, one of them A's",
                        "executives-several",
                        "AFFILIATED",
                        b().holder(Q, "1/1").head(Q).head(P)),
                extracts("no executive", null, "UNKNOWN", b().holder(Q, "1/1")),
                extracts(
                        "a record later than its extract",
                        "extract-date-later",
                        "UNKNOWN",
                        b().holder(Q, "1/1", DAY.plusDays(1)).head(Q)),
                extracts(
                        "unknown element",
                        "element-unknown",
                        "NOT_AFFILIATED",
                        b().with("<СвНебывалое Код=\"1\"><Внутри/></СвНебывалое>")
                                .holder(Q, "1/1")
                                .head(Q)),
                extracts(
                        "unknown kind of record",
                        null,
                        "NOT_AFFILIATED",
                        b().with("<СвЗапЕГРЮЛ ИдЗап=\"1\" ГРН=\"2027704005129\" ДатаЗап=\"2015-03-20\"><ВидЗап"
                                        + " КодСПВЗ=\"99999\" НаимВидЗап=\"Небывалая"
                                        + " запись\"/><СвНебывалое/></СвЗапЕГРЮЛ>")
                                .holder(Q, "1/1")
                                .head(Q)),
                extracts(
                        "unknown kind of founder",
                        "founder-kind-unknown",
                        "UNKNOWN",
                        b().founder("<УчрРобот/>").holder(Q, "1/2").head(Q)),
                extracts(
                        "joint-stock company that shows founders",
                        "founders-of-joint-stock",
                        "UNKNOWN",
                        b().form("12267").holder(Q, "1/1").head(Q)),
                extracts(
                        "stale extract",
                        null,
                        "UNKNOWN",
                        Egrul.of(B, DAY.minusDays(181)).holder(Q, "1/1").head(Q)));
    }

    /** Who holds whom in strange ways: all is taken in. */
    private static Stream<Bad> shapes() {
        var five = IntStream.range(0, 5).mapToObj(i -> Register.inn(910 + i)).toList();
        var ring = IntStream.range(0, 5)
                .mapToObj(i -> Egrul.of(five.get(i), DAY)
                        .holder(five.get((i + 1) % 5), "1/1")
                        .head(Q))
                .toArray(Egrul[]::new);
        var thin = IntStream.range(0, 5)
                .mapToObj(i -> Egrul.of(five.get(i), DAY)
                        .holder(five.get((i + 1) % 5), "1/10")
                        .holder(Q, "9/10")
                        .head(Q))
                .toArray(Egrul[]::new);
        return Stream.of(
                extracts(
                        "a ring of fifty companies that rule each other, one of them B's owner",
                        null,
                        "UNKNOWN",
                        with(
                                IntStream.range(0, 50)
                                        .mapToObj(i -> Egrul.of(many(i), DAY)
                                                .holder(many((i + 1) % 50), "51/100")
                                                .holder(Q, "49/100")
                                                .head(Q))
                                        .toArray(Egrul[]::new),
                                b().holder(many(0), "1/1").head(Q))),
                extracts(
                        "a clique of thirty, one of them B's owner",
                        null,
                        "NOT_AFFILIATED",
                        with(
                                IntStream.range(0, 30)
                                        .mapToObj(BadOwnershipIT::ofClique)
                                        .toArray(Egrul[]::new),
                                b().holder(many(0), "1/1").head(Q))),
                extracts(
                        "a hub: B's owner owns ten thousand companies more",
                        null,
                        "NOT_AFFILIATED",
                        with(
                                IntStream.range(0, 10_000)
                                        .mapToObj(i -> Egrul.of(many(i), DAY)
                                                .holder(Q, "1/1")
                                                .head(Q))
                                        .toArray(Egrul[]::new),
                                b().holder(Q, "1/1").head(Q))),
                extracts(
                        "a cycle of five that own each other whole, B too",
                        null,
                        "NOT_AFFILIATED",
                        with(ring, b().holder(five.get(0), "1/1").head(Q))),
                extracts(
                        "a cycle of five with small stakes",
                        null,
                        "NOT_AFFILIATED",
                        with(thin, b().holder(five.get(0), "1/1").head(Q))),
                extracts(
                        "A in a cycle with B",
                        null,
                        "AFFILIATED",
                        b().holder(A, "6/10").holder(Q, "4/10").head(Q),
                        Egrul.of(A, DAY.plusDays(1))
                                .holder(B, "6/10")
                                .holder(P, "4/10")
                                .head(P)),
                extracts(
                        "a company that holds all of itself",
                        "owns-itself",
                        "UNKNOWN",
                        b().holder(B, "1/1").head(Q)),
                extracts(
                        "a company that holds a part of itself",
                        "owns-itself",
                        "NOT_AFFILIATED",
                        b().holder(B, "1/2").holder(Q, "1/2").head(Q)),
                extracts("replaced by A", null, "AFFILIATED", b().ceased(DAY, A)),
                extracts(
                        "an owner replaced by A",
                        null,
                        "AFFILIATED",
                        b().holder(C, "1/1").head(Q),
                        Egrul.of(C, DAY).ceased(DAY, A)),
                extracts(
                        "an owner divided between A and another",
                        null,
                        "UNKNOWN",
                        b().holder(C, "1/1").head(Q),
                        Egrul.of(C, DAY).ceased(DAY, A, five.get(0))),
                extracts(
                        "two extracts of one day that contradict each other",
                        null,
                        "UNKNOWN",
                        b().holder(Q, "1/1").head(Q),
                        b().holder(P, "1/1").head(P)));
    }

    private static String many(int number) {
        return Register.inn(40_000 + number);
    }

    private static Egrul ofClique(int number) {
        var one = Egrul.of(many(number), DAY).head(Egrul.person(100 + number));
        IntStream.range(0, 30).filter(other -> other != number).forEach(other -> one.holder(many(other), "1/30"));
        return one.holder(Egrul.person(100 + number), "1/30");
    }

    private static Egrul[] with(Egrul[] some, Egrul more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Egrul[]::new);
    }

    private static Bad bods(String input, String state, String code, String verdict, String... statements) {
        return new Bad(input, Bods.file(statements), state, code, verdict);
    }

    private static Stream<Bad> statements() {
        var anna = Bods.person("anna", P);
        var alfa = Bods.company("alfa", A);
        var beta = Bods.company("beta", B);
        var whole = Bods.holds("r1", "2020-01-01", "r1", "new", "anna", "alfa", 100, "2020-01-01");
        return Stream.of(
                text("JSON cut", "[{\"statementId\": \"1".getBytes(UTF_8), "bods-malformed"),
                text("JSON that is no list", "{\"a\": 1}".getBytes(UTF_8), "bods-not-a-list"),
                bods(
                        "statement against the schema",
                        "REFUSED",
                        "bods-invalid",
                        "UNKNOWN",
                        anna,
                        alfa,
                        whole.replace("\"recordType\": \"relationship\", ", "")),
                bods(
                        "30 February in a statement",
                        "REFUSED",
                        "bods-invalid",
                        "UNKNOWN",
                        anna,
                        alfa,
                        whole.replace("\"startDate\": \"2020-01-01\"", "\"startDate\": \"2020-02-30\"")),
                bods("one statement id twice", "REFUSED", "bods-invalid", "UNKNOWN", anna, alfa, whole, whole),
                bods(
                        "refers to absent statements",
                        "COMPLETED",
                        "bods-reference-absent",
                        "UNKNOWN",
                        beta,
                        anna,
                        Bods.holds("r2", "2020-01-01", "r2", "new", "nobody", "beta", 100, "2020-01-01")),
                bods(
                        "closes an unknown record",
                        "COMPLETED",
                        "bods-predecessor-absent",
                        "UNKNOWN",
                        anna,
                        alfa,
                        Bods.holds("r3", "2020-01-01", "r3", "closed", "anna", "alfa", 100, "2019-01-01")),
                bods(
                        "closes an unknown record without naming interests",
                        "COMPLETED",
                        "bods-predecessor-absent",
                        "UNKNOWN",
                        anna,
                        alfa,
                        Bods.statement(
                                "r3",
                                "2020-01-01",
                                "r3",
                                "relationship",
                                "closed",
                                "{\"isComponent\": false, \"subject\": \"alfa\", \"interestedParty\": \"anna\"}")),
                bods(
                        "several statements against the schema, each told",
                        "REFUSED",
                        "bods-invalid",
                        "UNKNOWN",
                        anna.replace("knownPerson", "somePerson"),
                        alfa.replace("registeredEntity", "firm"),
                        whole.replace("\"recordStatus\": \"new\"", "\"recordStatus\": \"old\"")),
                bods(
                        "ends before it begins",
                        "COMPLETED",
                        "bods-dates-impossible",
                        "UNKNOWN",
                        anna,
                        alfa,
                        beta,
                        Bods.holds("r9", "2020-01-01", "r9", "new", "anna", "beta", 10, "2020-01-01"),
                        whole.replace(
                                "\"startDate\": \"2020-01-01\"",
                                "\"startDate\": \"2020-01-01\", \"endDate\": \"2019-01-01\"")),
                bods(
                        "a statement of the future",
                        "COMPLETED",
                        "bods-dates-impossible",
                        "UNKNOWN",
                        anna,
                        alfa,
                        beta,
                        Bods.holds("r9", "2020-01-01", "r9", "new", "anna", "beta", 10, "2020-01-01"),
                        whole.replace("2020-01-01\", \"declarationSubject", "2199-01-01\", \"declarationSubject")),
                bods(
                        "more than the whole at once",
                        "COMPLETED",
                        "bods-shares-exceed",
                        "UNKNOWN",
                        anna,
                        alfa,
                        beta,
                        whole,
                        Bods.holds("r4", "2020-01-01", "r4", "new", "beta", "alfa", 60, "2020-01-01")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_file_is_answered_in_words_and_never_certifies_anything(Bad bad) throws Exception {
        var since = System.nanoTime();
        var found = imported("file", bad.bytes());
        var took = Duration.ofNanos(System.nanoTime() - since);
        var place = "ownership/imports/" + found.get("id").asText();
        var answer = pair(A, B, DAY, "");
        var verdict = answer.get("verdict").asText();
        var problems = all(place + "/problems");
        var refusal = found.get("refusal");
        var told = refusal.isNull() ? told(problems, bad.code()) : refusal;
        TABLE.add("| " + bad.input() + " | " + found.get("state").asText() + " | "
                + (told == null ? "-" : told.get("code").asText()) + " | " + verdict + " | "
                + String.format(java.util.Locale.ROOT, "%.1f", took.toMillis() / 1000.0) + " | "
                + (told == null ? answer.get("explanation") : told.get("message")).asText() + " |");

        assertThat(found.get("state").asText()).as(found.toString()).isEqualTo(bad.state());
        assertThat(told == null ? null : told.get("code").asText())
                .as(problems.toString())
                .isEqualTo(bad.code());
        if (told != null) {
            assertSpoken(
                    told,
                    refusal.isNull()
                            ? told(OwnershipDoor.items(get(place + "/problems?limit=500", "en")), bad.code())
                            : get(place, "en").get("refusal"));
        }
        if (bad.input().startsWith("several statements")) {
            assertThat(problems).as("each fault is named").hasSizeGreaterThanOrEqualTo(3);
        }
        if (bad.state().equals("REFUSED")) {
            assertThat(rows("select 1 from ownership.extract union all select 2 from ownership.stake union all select 3"
                            + " from ownership.party"))
                    .as("nothing is half stored")
                    .isEmpty();
        }
        assertThat(verdict).as(answer.toString()).isEqualTo(bad.verdict());
    }

    /** What is expected, else whatever is told. */
    private static JsonNode told(List<JsonNode> problems, String code) {
        return problems.stream()
                .filter(problem -> problem.get("code").asText().equals(code))
                .findFirst()
                .orElse(problems.isEmpty() ? null : problems.get(0));
    }

    private static void assertSpoken(JsonNode russian, JsonNode english) {
        assertThat(russian.get("message").asText())
                .contains(" ")
                .containsPattern("[а-я]{3}")
                .doesNotContainPattern("\\{\\d}");
        assertThat(english.get("message").asText())
                .contains(" ")
                .containsPattern("[a-z]{3}")
                .doesNotContainPattern("\\{\\d}")
                .isNotEqualTo(russian.get("message").asText());
    }
}
