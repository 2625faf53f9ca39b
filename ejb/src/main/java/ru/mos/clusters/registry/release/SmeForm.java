package ru.mos.clusters.registry.release;

import static java.util.Map.entry;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_CODE_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_DATE_LATER;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_DATE_OTHER;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_SUBJECT_MISSING;
import static ru.mos.clusters.registry.release.ReleaseProblem.FIELD_EMPTY;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.HardenedXml;

/** Documents of the SME register: one subject each. */
final class SmeForm extends Form {

    /** The hash closes the row: it is taken over everything from {@code inn} on. */
    static final String COLUMNS =
            "release_id, file_seq, position, line, document, search_name, inn, kind, category, since,"
                    + " newly_created, social, headcount, region, main_version, main_code, reported_main, ogrn, name, short_name,"
                    + " last_name, first_name, middle_name, place, activities, reported, products, licences, programmes, contracts,"
                    + " hash";

    private static final int LEGAL_ENTITY = 1;
    private static final int MOST_ACTIVITIES = 20_000;
    private static final int MOST_TEXT = 100_000;

    private final Expected expected;
    private final MessageDigest digest = sha256();
    private final Map<String, String> newActivities = new HashMap<>();
    private final Map<String, Set<String>> knownActivities = new HashMap<>();

    private final Items products =
            new Items(List.of(entry("КодПрод", "code"), entry("НаимПрод", "name"), entry("ПрОтнПрод", "innovative")));
    private final Items licences = new Items(List.of(
            entry("СерЛиценз", "series"),
            entry("НомЛиценз", "number"),
            entry("ВидЛиценз", "kind"),
            entry("ДатаЛиценз", "date"),
            entry("ДатаНачЛиценз", "from"),
            entry("ДатаКонЛиценз", "through"),
            entry("ДатаОстЛиценз", "suspended"),
            entry("ОргВыдЛиценз", "issuedBy"),
            entry("ОргОстЛиценз", "suspendedBy")));
    private final Items programmes = new Items(List.of(
            entry("НаимЮЛ_ПП", "partner"),
            entry("ИННЮЛ_ПП", "partnerInn"),
            entry("НомДог", "number"),
            entry("ДатаДог", "date")));
    private final Items contracts = new Items(List.of(
            entry("НаимЮЛ_ЗК", "customer"),
            entry("ИННЮЛ_ЗК", "customerInn"),
            entry("ПредмКонтр", "subject"),
            entry("НомКонтрРеестр", "number"),
            entry("ДатаКонтр", "date"),
            entry("НаимЮЛ_ЗД", "customer223"),
            entry("ИННЮЛ_ЗД", "customerInn223"),
            entry("ПредмДог", "subject223"),
            entry("НомДогРеестр", "number223"),
            entry("ДатаДог", "date223")));
    private final List<String> activities = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private final StringBuilder place = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    private @Nullable String document;
    private @Nullable String inn;
    private @Nullable String ogrn;
    private @Nullable String name;
    private @Nullable String shortName;
    private @Nullable String lastName;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String region;
    private @Nullable String mainVersion;
    private @Nullable String mainCode;
    private @Nullable String reportedMain;
    private @Nullable LocalDate since;
    private @Nullable Boolean newlyCreated;
    private @Nullable Boolean social;
    private @Nullable Integer headcount;
    private int kind;
    private int category;
    private boolean byReport;

    SmeForm(Expected expected, Remarks remarks) {
        super(remarks);
        this.expected = expected;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    void begin() {
        document = inn = ogrn = name = shortName = lastName = firstName = middleName = null;
        region = mainVersion = mainCode = reportedMain = null;
        since = null;
        newlyCreated = social = null;
        headcount = null;
        byReport = false;
        activities.clear();
        reported.clear();
        place.setLength(0);
        products.clear();
        licences.clear();
        programmes.clear();
        contracts.clear();
    }

    @Override
    boolean element(HardenedXml xml) throws DocumentFault {
        switch (xml.name()) {
            case "Документ" -> document(xml);
            case "ОргВклМСП" -> organisation(xml);
            case "ИПВклМСП" -> entrepreneur(xml);
            case "ФИОИП" -> person(xml);
            case "СведМН", "СвМН" -> region(xml);
            case "Регион", "Район", "Город", "НаселПункт" -> place(xml);
            case "СвОКВЭД" -> byReport = false;
            case "СвОКВЭДотч" -> byReport = true;
            case "СвОКВЭДОсн", "СвОКВЭДДоп" -> activity(xml, xml.name().equals("СвОКВЭДОсн"));
            case "СвПрод" -> products.begin(xml, remarks);
            case "СвЛиценз" -> licences.begin(xml, remarks);
            case "СвПрогПарт" -> programmes.begin(xml, remarks);
            case "СвКонтр", "СвДог" -> contracts.begin(xml, remarks);
            case "НаимЛицВД", "СведАдрЛицВД" -> text.setLength(0);
            default -> {
                return remarks.unknownElement(xml.name());
            }
        }
        return true;
    }

    @Override
    void text(HardenedXml xml) {
        xml.appendText(text, MOST_TEXT);
    }

    @Override
    void end(String element) {
        switch (element) {
            case "СвПрод" -> products.end();
            case "СвЛиценз" -> licences.end();
            case "СвПрогПарт" -> programmes.end();
            case "СвКонтр", "СвДог" -> contracts.end();
            case "НаимЛицВД" -> licences.add("activities", remarks.cut("НаимЛицВД", text.toString()));
            case "СведАдрЛицВД" -> licences.add("addresses", remarks.cut("СведАдрЛицВД", text.toString()));
            default -> {}
        }
    }

    private void document(HardenedXml xml) throws DocumentFault {
        String stateOn = null;
        String entered = null;
        String kindCode = null;
        String categoryCode = null;
        String people = null;
        for (int i = 0; i < xml.attributes(); i++) {
            String value = xml.attribute(i);
            switch (xml.attributeName(i)) {
                case "ИдДок" -> document = remarks.cut("ИдДок", value);
                case "ДатаСост" -> stateOn = value;
                case "ДатаВклМСП" -> entered = value;
                case "ВидСубМСП" -> kindCode = value;
                case "КатСубМСП" -> categoryCode = value;
                case "ПризНовМСП" -> newlyCreated = flag("ПризНовМСП", value);
                case "СведСоцПред" -> social = flag("СведСоцПред", value);
                case "ССЧР" -> people = value;
                default -> remarks.unknownAttribute("Документ", xml.attributeName(i));
            }
        }
        remarks.document(document);
        kind = 0;
        if (!Values.date("ДатаСост", stateOn).equals(expected.stateOn())) {
            throw new DocumentFault(
                    DOCUMENT_DATE_OTHER, "ДатаСост", String.valueOf(stateOn), Values.written(expected.stateOn()));
        }
        since = Values.date("ДатаВклМСП", entered);
        if (since.isAfter(expected.stateOn())) {
            throw new DocumentFault(
                    DOCUMENT_DATE_LATER, "ДатаВклМСП", String.valueOf(entered), Values.written(expected.stateOn()));
        }
        kind = Values.code("ВидСубМСП", kindCode, 3);
        category = Values.code("КатСубМСП", categoryCode, 3);
        headcount = people == null ? null : Values.count("ССЧР", people);
    }

    private @Nullable Boolean flag(String field, String value) {
        if (value.equals("1")) {
            return true;
        }
        if (!value.equals("2")) {
            remarks.remark(DOCUMENT_CODE_UNKNOWN, field, remarks.cut(field, value));
        }
        return value.equals("2") ? false : null;
    }

    private void organisation(HardenedXml xml) throws DocumentFault {
        String number = null;
        for (int i = 0; i < xml.attributes(); i++) {
            String value = xml.attribute(i);
            switch (xml.attributeName(i)) {
                case "НаимОрг" -> name = remarks.cut("НаимОрг", value);
                case "НаимОргСокр" -> shortName = remarks.cut("НаимОргСокр", value);
                case "ИННЮЛ" -> number = value;
                case "ОГРН" -> ogrn = value;
                default -> remarks.unknownAttribute("ОргВклМСП", xml.attributeName(i));
            }
        }
        inn = Values.inn("ИННЮЛ", number, 10);
        ogrn = Values.ogrn("ОГРН", ogrn);
        if (kind != LEGAL_ENTITY) {
            throw new DocumentFault(DOCUMENT_SUBJECT_MISSING, "ИПВклМСП", "ИПВклМСП");
        }
        Values.required("НаимОрг", name);
    }

    private void entrepreneur(HardenedXml xml) throws DocumentFault {
        String number = null;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "ИННФЛ" -> number = xml.attribute(i);
                case "ОГРНИП" -> ogrn = xml.attribute(i);
                default -> remarks.unknownAttribute("ИПВклМСП", xml.attributeName(i));
            }
        }
        inn = Values.inn("ИННФЛ", number, 12);
        ogrn = Values.ogrn("ОГРНИП", ogrn);
        if (kind == LEGAL_ENTITY) {
            throw new DocumentFault(DOCUMENT_SUBJECT_MISSING, "ОргВклМСП", "ОргВклМСП");
        }
    }

    private void person(HardenedXml xml) throws DocumentFault {
        for (int i = 0; i < xml.attributes(); i++) {
            String value = xml.attribute(i);
            switch (xml.attributeName(i)) {
                case "Фамилия" -> lastName = remarks.cut("Фамилия", value);
                case "Имя" -> firstName = remarks.cut("Имя", value);
                case "Отчество" -> middleName = remarks.cut("Отчество", value);
                default -> remarks.unknownAttribute("ФИОИП", xml.attributeName(i));
            }
        }
        name = Values.required("Фамилия", lastName);
        for (String part : new String[] {firstName, middleName}) {
            name = part == null || part.isBlank() ? name : name + " " + part;
        }
    }

    private void region(HardenedXml xml) {
        for (int i = 0; i < xml.attributes(); i++) {
            if (xml.attributeName(i).equals("КодРегион")) {
                region = remarks.cut("КодРегион", xml.attribute(i));
            } else {
                remarks.unknownAttribute(xml.name(), xml.attributeName(i));
            }
        }
    }

    private void place(HardenedXml xml) {
        String type = null;
        String called = null;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "Тип" -> type = xml.attribute(i);
                case "Наим" -> called = xml.attribute(i);
                default -> remarks.unknownAttribute(xml.name(), xml.attributeName(i));
            }
        }
        if (called == null || place.length() > 1000) {
            return;
        }
        place.append(place.isEmpty() ? "" : ", ");
        boolean typeLast = xml.name().equals("Регион") || xml.name().equals("Район");
        if (type != null && !typeLast) {
            place.append(remarks.cut("Тип", type)).append(' ');
        }
        place.append(remarks.cut("Наим", called));
        if (type != null && typeLast) {
            place.append(' ').append(remarks.cut("Тип", type));
        }
    }

    private void activity(HardenedXml xml, boolean main) throws DocumentFault {
        String code = null;
        String version = null;
        int called = -1;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "КодОКВЭД" -> code = xml.attribute(i);
                case "ВерсОКВЭД" -> version = xml.attribute(i);
                case "НаимОКВЭД" -> called = i;
                default -> remarks.unknownAttribute(xml.name(), xml.attributeName(i));
            }
        }
        code = Values.required("КодОКВЭД", code);
        if (code.length() > 20 || activities.size() + reported.size() > MOST_ACTIVITIES) {
            throw new DocumentFault(DOCUMENT_CODE_UNKNOWN, "КодОКВЭД", remarks.cut("КодОКВЭД", code));
        }
        version = version == null || version.length() > 20 ? "" : version;
        if (called >= 0
                && knownActivities
                        .computeIfAbsent(version, v -> new HashSet<>())
                        .add(code)) {
            newActivities.put(version + ":" + code, remarks.cut("НаимОКВЭД", xml.attribute(called)));
        }
        if (main && !byReport) {
            declareMain(code, version);
            return;
        }
        if (mainVersion == null && !version.isEmpty()) {
            mainVersion = version;
        }
        String qualified = version.isEmpty() || version.equals(mainVersion) ? code : version + ":" + code;
        if (main) {
            reportedMain = qualified;
        } else {
            (byReport ? reported : activities).add(qualified);
        }
    }

    /** The edition of the declared main activity is that of every code which does not name its own. */
    private void declareMain(String code, String version) {
        String before = mainVersion;
        mainCode = code;
        mainVersion = version.isEmpty() ? before : version;
        if (before != null && !before.equals(mainVersion)) {
            activities.replaceAll(other -> other.contains(":") ? other : before + ":" + other);
            reported.replaceAll(other -> other.contains(":") ? other : before + ":" + other);
            reportedMain =
                    reportedMain == null || reportedMain.contains(":") ? reportedMain : before + ":" + reportedMain;
        }
    }

    /** Activities first met since the last call, names by edition and code. */
    Map<String, String> takeActivities() {
        var taken = Map.copyOf(newActivities);
        newActivities.clear();
        return taken;
    }

    @Override
    void finish(CopyText row, int position, int line) throws DocumentFault {
        if (inn == null) {
            String element = kind == LEGAL_ENTITY ? "ОргВклМСП" : "ИПВклМСП";
            throw new DocumentFault(DOCUMENT_SUBJECT_MISSING, element, element);
        }
        String name = Values.required("Фамилия", this.name);
        remarkMissing("ИдДок", document);
        remarkMissing("ПризНовМСП", newlyCreated);
        remarkMissing("КодРегион", region);
        row.number(expected.release());
        row.number(expected.file());
        row.number(position);
        row.number(line);
        row.text(document);
        row.text(SearchForm.of(shortName, name));
        int content = row.size();
        row.text(inn);
        row.number(kind);
        row.number(category);
        row.text(String.valueOf(since));
        row.flag(newlyCreated);
        row.flag(social);
        row.number(headcount);
        row.text(region);
        row.text(mainVersion);
        row.text(mainCode);
        row.text(reportedMain);
        row.text(ogrn);
        row.text(name);
        row.text(shortName);
        row.text(lastName);
        row.text(firstName);
        row.text(middleName);
        row.text(place.isEmpty() ? null : place.toString());
        row.array(inOrder(activities));
        row.array(inOrder(reported));
        row.text(products.json());
        row.text(licences.json());
        row.text(programmes.json());
        row.text(contracts.json());
        row.digestSince(content, digest);
        row.endRow();
    }

    private void remarkMissing(String field, @Nullable Object value) {
        if (value == null) {
            remarks.remark(FIELD_EMPTY, field, field);
        }
    }

    private static List<String> inOrder(List<String> codes) {
        codes.sort(null);
        for (int i = codes.size() - 1; i > 0; i--) {
            if (codes.get(i).equals(codes.get(i - 1))) {
                codes.remove(i);
            }
        }
        return codes;
    }

    @Override
    @Nullable
    String document() {
        return document;
    }

    @Override
    @Nullable
    String inn() {
        return inn;
    }
}
