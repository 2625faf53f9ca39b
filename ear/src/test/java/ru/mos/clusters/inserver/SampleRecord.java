package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** One document of a sample, read by a reader that has nothing in common with the product's. */
record SampleRecord(Element document) {

    private static final List<String> LICENCE = List.of(
            "СерЛиценз=series",
            "НомЛиценз=number",
            "ВидЛиценз=kind",
            "ДатаЛиценз=date",
            "ДатаНачЛиценз=from",
            "ДатаКонЛиценз=through",
            "ДатаОстЛиценз=suspended",
            "ОргВыдЛиценз=issuedBy",
            "ОргОстЛиценз=suspendedBy");

    private static final String NOTHING = null;

    static List<SampleRecord> of(Path zip, Collection<String> inns) throws Exception {
        var found = new ArrayList<SampleRecord>();
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().toList()) {
                try (var in = archive.getInputStream(entry)) {
                    var root = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getDocumentElement();
                    elements(root, "Документ")
                            .map(SampleRecord::new)
                            .filter(record -> inns.contains(record.inn()))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Stream<Element> elements(Element in, String name) {
        var nodes = in.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    /** The attribute of the only element of that name, or null. */
    private String value(String element, String attribute) {
        return element.equals("Документ")
                ? attribute(document, attribute)
                : elements(document, element)
                        .findAny()
                        .map(one -> attribute(one, attribute))
                        .orElse(null);
    }

    private static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    String inn() {
        var entity = value("ОргВклМСП", "ИННЮЛ");
        return entity == null ? value("ИПВклМСП", "ИННФЛ") : entity;
    }

    void assertShownBy(JsonNode card) {
        assertText(card, "/inn", inn());
        assertText(card, "/ogrn", NOTHING);
        assertText(
                card,
                "/kind",
                List.of("LEGAL_ENTITY", "ENTREPRENEUR", "FARM_HEAD").get(code("ВидСубМСП")));
        assertText(card, "/name", name());
        assertText(card, "/shortName", value("ОргВклМСП", "НаимОргСокр"));
        assertText(card, "/region", value("СведМН", "КодРегион"));
        for (var part : List.of("Регион", "Район", "Город", "НаселПункт")) {
            if (value(part, "Наим") != null) {
                assertThat(card.get("place").asText()).as(inn()).contains(value(part, "Наим"), value(part, "Тип"));
            }
        }
        assertText(card, "/sme/status", "IN");
        assertText(card, "/sme/category", List.of("MICRO", "SMALL", "MEDIUM").get(code("КатСубМСП")));
        assertText(card, "/sme/since", iso(value("Документ", "ДатаВклМСП")));
        assertText(card, "/sme/newlyCreated", Boolean.toString(code("ПризНовМСП") == 0));
        assertText(card, "/sme/socialEnterprise", NOTHING);
        assertText(card, "/sme/source/document", value("Документ", "ИдДок"));
        assertText(card, "/sme/source/date", iso(value("Документ", "ДатаСост")));
        assertText(card, "/mainActivity/code", value("СвОКВЭДОсн", "КодОКВЭД"));
        assertText(card, "/mainActivity/name", value("СвОКВЭДОсн", "НаимОКВЭД"));
        assertText(card, "/mainActivity/version", value("СвОКВЭДОсн", "ВерсОКВЭД"));
        assertThat(ReleasesRestIT.items(card.get("activities")))
                .as(inn())
                .extracting(one -> one.get("version").asText() + " "
                        + one.get("code").asText() + " " + one.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(elements(document, "СвОКВЭДДоп")
                        .map(one -> attribute(one, "ВерсОКВЭД") + " " + attribute(one, "КодОКВЭД") + " "
                                + attribute(one, "НаимОКВЭД"))
                        .toList());
        assertThat(ReleasesRestIT.items(card.get("products")))
                .as(inn())
                .extracting(
                        one -> one.get("code").asText() + " " + one.get("name").asText() + " "
                                + (one.get("innovative").asBoolean() ? "1" : "2"))
                .containsExactlyInAnyOrderElementsOf(elements(document, "СвПрод")
                        .map(one -> attribute(one, "КодПрод") + " " + attribute(one, "НаимПрод") + " "
                                + attribute(one, "ПрОтнПрод"))
                        .toList());
        assertThat(ReleasesRestIT.items(card.get("licences")).stream().map(SampleRecord::shown))
                .as(inn())
                .containsExactlyInAnyOrderElementsOf(elements(document, "СвЛиценз")
                        .map(SampleRecord::licence)
                        .toList());
    }

    private int code(String attribute) {
        return Integer.parseInt(value("Документ", attribute)) - 1;
    }

    private String name() {
        var entity = value("ОргВклМСП", "НаимОрг");
        return entity != null
                ? entity
                : Stream.of("Фамилия", "Имя", "Отчество")
                        .map(part -> value("ФИОИП", part))
                        .filter(part -> part != null)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow();
    }

    private static String iso(String date) {
        return date.substring(6) + "-" + date.substring(3, 5) + "-" + date.substring(0, 2);
    }

    private static Map<String, String> licence(Element licence) {
        var members = new TreeMap<String, String>();
        for (var name : LICENCE) {
            var attribute = name.substring(0, name.indexOf('='));
            if (licence.hasAttribute(attribute)) {
                var value = licence.getAttribute(attribute);
                members.put(name.substring(name.indexOf('=') + 1), attribute.startsWith("Дата") ? iso(value) : value);
            }
        }
        members.put("activities", texts(licence, "НаимЛицВД").toString());
        members.put("addresses", texts(licence, "СведАдрЛицВД").toString());
        return members;
    }

    private static List<String> texts(Element licence, String name) {
        return elements(licence, name).map(Element::getTextContent).toList();
    }

    private static Map<String, String> shown(JsonNode licence) {
        var members = new TreeMap<String, String>();
        licence.properties().forEach(member -> {
            if (member.getValue().isArray()) {
                members.put(
                        member.getKey(),
                        ReleasesRestIT.items(member.getValue()).stream()
                                .map(JsonNode::asText)
                                .toList()
                                .toString());
            } else if (!member.getValue().isNull()) {
                members.put(member.getKey(), member.getValue().asText());
            }
        });
        return members;
    }

    private void assertText(JsonNode card, String pointer, String expected) {
        var shown = card.at(pointer);
        assertThat(shown.isNull() || shown.isMissingNode() ? null : shown.asText())
                .as(inn() + " " + pointer)
                .isEqualTo(expected);
    }
}
