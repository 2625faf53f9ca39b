package ru.mos.clusters.generator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to spoil one document; all work on its text, so that nothing sound is needed to know of them. */
final class DocumentDamage {
    private DocumentDamage() {}

    static Damage.OfDocument without(String attribute) {
        return replacing(attribute(attribute), "");
    }

    static Damage.OfDocument with(String attribute, String value) {
        return replacing(attribute(attribute), " " + attribute + "=\"" + value + "\"");
    }

    static Damage.OfDocument withoutElement(String element) {
        return replacing("<" + element + "( [^>]*/>|[ >].*?</" + element + ">)", "");
    }

    /** At the end of the document. */
    static Damage.OfDocument adding(String element) {
        return replacing("</Документ>", element + "</Документ>");
    }

    /** The last digit of a number is wrong. */
    static Damage.OfDocument wrongCheckDigit(String attributes) {
        Pattern number = Pattern.compile("(?<= (" + attributes + ")=\")\\d+");
        return document -> number.matcher(document).replaceFirst(found -> CheckDigits.spoilt(found.group()));
    }

    /** A legal entity that claims to be an entrepreneur. */
    static Damage.OfDocument kindOfPersonOnEntity() {
        return replacing(" ВидСубМСП=\"1\"", " ВидСубМСП=\"2\"");
    }

    /** The document twice, the second time with an identifier of its own and perhaps another category. */
    static Damage.OfDocument twice(boolean contradicting) {
        return document -> {
            String twin = document.replaceFirst("ИдДок=\"........", "ИдДок=\"00000000");
            if (contradicting) {
                String category = document.contains(" КатСубМСП=\"1\"") ? "2" : "1";
                twin = with("КатСубМСП", category).spoil(twin);
            }
            return document + twin;
        };
    }

    /** Distinct codes, as many as the longest list in the real register. */
    static Damage.OfDocument activities(int count) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(
                    "<СвОКВЭДДоп КодОКВЭД=\"%02d.%d%d.%d\" НаимОКВЭД=\"Деятельность, придуманная %d-й\" ВерсОКВЭД=\"2014\"/>"
                            .formatted(1 + i / 64, 1 + i / 8 % 8, 1 + i % 8, 1 + i % 9, i + 1));
        }
        return document -> {
            String bare = document.replaceAll("<СвОКВЭДДоп [^>]*>", "");
            return bare.replaceFirst("</СвОКВЭД>", list + "</СвОКВЭД>");
        };
    }

    private static Damage.OfDocument replacing(String pattern, String replacement) {
        Pattern compiled = Pattern.compile(pattern);
        return document -> compiled.matcher(document).replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static String attribute(String name) {
        return " " + name + "=\"[^\"]*\"";
    }
}
