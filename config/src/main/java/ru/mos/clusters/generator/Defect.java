package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_16;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * One thing that can be wrong with a file, or (where the meaning says "lawful") that only looks wrong. Most can also be
 * strewn into a sound release: {@link Release#with}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the damages are functions without state
public enum Defect {
    TRUNCATED_ARCHIVE("archive that ends in the middle", ArchiveDamage.truncated()),
    NOT_AN_ARCHIVE("a page of HTML under the name of an archive", ArchiveDamage.replacedBy("<html>503</html>")),
    NOTHING("no bytes at all", ArchiveDamage.replacedBy("")),
    EMPTY_ARCHIVE("sound archive without entries", ArchiveDamage.withoutEntries()),
    NESTED_ARCHIVE("archive within the archive", ArchiveDamage.nested()),
    TOO_MANY_ENTRIES("60 000 entries without documents", ArchiveDamage.ofEntries(60_000)),
    SAME_ENTRY_TWICE("two entries of one name", ArchiveDamage.twice()),
    FOREIGN_ENTRY("a text file beside the sound one", ArchiveDamage.withEntry("readme.txt", "Читайте описание")),
    ONLY_FOREIGN_ENTRY("a text file and no XML", ArchiveDamage.ofEntry("readme.txt", "Читайте описание")),
    PATH_UPWARDS("entry name that climbs out: ../", changed("../../../../tmp/clusters.xml")),
    PATH_ABSOLUTE("entry name that begins at the root: /tmp/", changed("/tmp/clusters.xml")),
    PATH_BACKSLASH("entry name that climbs out the Windows way: ..\\", changed("..\\..\\clusters.xml")),
    SYMBOLIC_LINK("entry that is a link to /etc/passwd", ArchiveDamage.ofSymbolicLink("/etc/passwd")),
    FALSE_SIZE(
            "entry that claims 1000 bytes and unpacks to more",
            ArchiveDamage.ofChanged(file -> file.claimingSize(1000))),
    FALSE_CHECKSUM("entry whose checksum is wrong", ArchiveDamage.ofChanged(file -> file.claimingCrc(1))),
    ENCRYPTED_ENTRY("entry that claims to be encrypted", ArchiveDamage.ofChanged(Packed::claimingEncryption)),

    RATIO_BOMB(
            "1 GB of spaces, packed a thousandfold",
            FileDamage.stuffed("</Документ>", 1 << 20, at -> " ".repeat(1 << 10))),
    HUGE_ATTRIBUTE("name of 300 MB", FileDamage.stuffed("\" ИННЮЛ", 300 << 10, at -> "A".repeat(1 << 10))),
    MANY_ATTRIBUTES(
            "2 million attributes on one element", FileDamage.stuffed(" ИННЮЛ", 2_000_000, at -> " a" + at + "=\"\"")),
    DEEP_NESTING(
            "5 million elements, each within the other",
            FileDamage.stuffed("</Документ>", 5_000_000, at -> "<a>", at -> "</a>")),
    DOCTYPE("document type declared", FileDamage.withDoctype("<!DOCTYPE Файл [<!ENTITY a \"б\">]>", "&a;")),
    EXTERNAL_ENTITY(
            "entity that reads file:///etc/passwd",
            FileDamage.withDoctype("<!DOCTYPE Файл [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")),
    EXTERNAL_DOCTYPE(
            "document type to be fetched from a server",
            FileDamage.withDoctype("<!DOCTYPE Файл SYSTEM \"http://127.0.0.1:9/a.dtd\">", "а")),
    BILLION_LAUGHS("entities that grow to a billion words", FileDamage.billionLaughs()),
    WINDOWS_1251_AS_UTF_8("says UTF-8, is windows-1251", FileDamage.inWindows1251("UTF-8")),
    WINDOWS_1251("says windows-1251 and is; readable", FileDamage.inWindows1251("windows-1251")),
    UTF_16_DECLARED("says UTF-16 and is; readable", FileDamage.encoded("UTF-16", UTF_16)),
    BYTE_ORDER_MARK("UTF-8 with a mark before it; lawful", FileDamage.edited(file -> '\uFEFF' + file)),
    WRONG_ROOT(
            "root Реестр instead of Файл",
            FileDamage.edited(file -> file.replace("<Файл", "<Реестр").replace("</Файл", "</Реестр"))),
    COUNT_DIFFERS(
            "КолДок is 7777 whatever the number of documents", FileDamage.replacing("КолДок=\"\\d+", "КолДок=\"7777")),
    EMPTY_FILE("XML file of 0 bytes", FileDamage.empty()),
    NO_DOCUMENTS("sound file with КолДок 0 and no document; lawful", FileDamage.withoutDocuments()),
    UNKNOWN_VERSION("ВерсФорм 9.99", FileDamage.replacing("ВерсФорм=\"[^\"]*", "ВерсФорм=\"9.99")),
    UNKNOWN_INFORMATION(
            "ТипИнф of another register", FileDamage.replacing("ТипИнф=\"[^\"]*", "ТипИнф=\"РЕЕСТРДИСКВАЛ")),
    NOT_WELL_FORMED("an end tag is missing in the middle of the file", FileDamage.unclosed()),
    TRUNCATED_FILE("XML that ends in the middle", FileDamage.cutInHalf()),
    ATTRIBUTE_TWICE(
            "one attribute twice on one element", FileDamage.replacing("<Документ ", "<Документ ВидСубМСП=\"1\" ")),
    NUL_REFERENCE("&#0; in a name", FileDamage.replacing("(?=\" ИННЮЛ)", "&#0;")),
    CONTROL_REFERENCE("&#1; in a name", FileDamage.replacing("(?=\" ИННЮЛ)", "&#1;")),
    CONTROL_CHARACTER("the character U+0007 itself in a name", FileDamage.replacing("(?=\" ИННЮЛ)", "\u0007")),

    MISSING_INN_OF_ENTITY("no ИННЮЛ", DocumentDamage.without("ИННЮЛ")),
    MISSING_INN_OF_PERSON("no ИННФЛ", DocumentDamage.without("ИННФЛ")),
    MISSING_SUBJECT("neither ОргВклМСП nor ИПВклМСП", DocumentDamage.withoutElement("(ОргВклМСП|ИПВклМСП)")),
    MISSING_NAME("no НаимОрг", DocumentDamage.without("НаимОрг")),
    MISSING_KIND("no ВидСубМСП", DocumentDamage.without("ВидСубМСП")),
    MISSING_CATEGORY("no КатСубМСП", DocumentDamage.without("КатСубМСП")),
    MISSING_ENTRY_DATE("no ДатаВклМСП", DocumentDamage.without("ДатаВклМСП")),
    MISSING_STATE_DATE("no ДатаСост", DocumentDamage.without("ДатаСост")),
    MISSING_REGION("no КодРегион", DocumentDamage.without("КодРегион")),
    UNKNOWN_KIND("ВидСубМСП 9", DocumentDamage.with("ВидСубМСП", "9")),
    KIND_CONTRADICTS("ВидСубМСП of an entrepreneur on a legal entity", DocumentDamage.kindOfPersonOnEntity()),
    UNKNOWN_CATEGORY("КатСубМСП 4", DocumentDamage.with("КатСубМСП", "4")),
    IMPOSSIBLE_DATE("ДатаВклМСП 31.02.2026", DocumentDamage.with("ДатаВклМСП", "31.02.2026")),
    FUTURE_ENTRY_DATE("ДатаВклМСП long after ДатаСост", DocumentDamage.with("ДатаВклМСП", "10.01.2099")),
    OTHER_STATE_DATE("ДатаСост other than in the rest of the file", DocumentDamage.with("ДатаСост", "10.12.2016")),
    INN_CHECKSUM("INN with a wrong check digit", DocumentDamage.wrongCheckDigit("ИННЮЛ|ИННФЛ")),
    INN_MALFORMED("INN of nine digits and a letter", DocumentDamage.with("ИННЮЛ", "77000000O1")),
    OGRN_CHECKSUM("OGRN with a wrong check digit", DocumentDamage.wrongCheckDigit("ОГРН|ОГРНИП")),
    SAME_SUBJECT_TWICE("two like documents of one INN and kind", DocumentDamage.twice(false)),
    SAME_SUBJECT_CONTRADICTED(
            "two documents of one INN and kind with different categories", DocumentDamage.twice(true)),
    ACTIVITIES_616("616 additional activities; lawful", DocumentDamage.activities(616)),
    LONG_NAME("name of 10 000 characters", DocumentDamage.with("НаимОрг", "Ё".repeat(10_000))),
    UNKNOWN_ELEMENT(
            "element nobody knows; to be passed over", DocumentDamage.adding("<СвНовое Знак=\"1\"><Ещё/></СвНовое>")),
    NEGATIVE_STAFF("ССЧР -5 in the register", DocumentDamage.with("ССЧР", "-5")),
    NEGATIVE_HEADCOUNT("КолРаб -5 in a headcount file", DocumentDamage.with("КолРаб", "-5")),
    HEADCOUNT_NOT_A_NUMBER("КолРаб in words", DocumentDamage.with("КолРаб", "пять")),
    INCOME_TOO_FINE("СумДоход with a tenth of a kopeck", DocumentDamage.with("СумДоход", "1000.005"));

    private static final LocalDate STATE_ON = LocalDate.of(2026, 9, 10);

    private final String meaning;
    private final Damage damage;

    Defect(String meaning, Damage damage) {
        this.meaning = meaning;
        this.damage = damage;
    }

    /** One line in words. */
    public String meaning() {
        return meaning;
    }

    /** Whether it can stand among sound files and documents; otherwise it concerns the archive as a whole. */
    public boolean fitsIntoRelease() {
        return !(damage instanceof Damage.OfArchive);
    }

    /**
     * Writes a small file that has this defect and no other: an archive, or one XML file where the name ends in
     * {@code .xml}. Big contents are streamed and pack small.
     *
     * @throws IllegalArgumentException when the defect is one of archives and an XML file is asked for
     */
    public void writeTo(Path target) throws IOException {
        if (!(damage instanceof Damage.OfArchive archive)) {
            sample().with(this, 1).writeTo(target);
        } else if (target.toString().endsWith(".xml")) {
            throw new IllegalArgumentException(this + " needs an archive");
        } else {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                archive.spoil(new Packing(sample().content(), Map.of()).firstFile(), out);
            }
        }
    }

    /** The sound release of 20 records, state of 10.09.2026, that the defective file is made of. */
    public Release sample() {
        SmeRelease register = SmeRelease.first(1, 20, STATE_ON, FormatVersion.V4_06);
        return switch (this) {
            case NEGATIVE_HEADCOUNT, HEADCOUNT_NOT_A_NUMBER -> register.headcount(2025);
            case INCOME_TOO_FINE -> register.income(2025);
            default -> register;
        };
    }

    boolean isOfDocument() {
        return damage instanceof Damage.OfDocument;
    }

    String damageDocument(String document) {
        return ((Damage.OfDocument) damage).spoil(document);
    }

    void damageFile(String file, OutputStream out) throws IOException {
        ((Damage.OfFile) damage).spoil(file, out);
    }

    private static Damage changed(String name) {
        return ArchiveDamage.ofChanged(file -> file.named(name));
    }
}
