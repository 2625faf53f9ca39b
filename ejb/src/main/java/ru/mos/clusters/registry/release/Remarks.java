package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.intake.IntakeProblem.ATTRIBUTE_UNKNOWN;
import static ru.mos.clusters.platform.intake.IntakeProblem.ELEMENT_UNKNOWN;
import static ru.mos.clusters.platform.intake.IntakeProblem.TEXT_CUT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/** Findings of one file, in order; what would repeat in every document is said once. */
final class Remarks {

    static final int LONGEST_TEXT = 1000;

    private final Set<String> said = new HashSet<>();
    private List<Finding> findings = new ArrayList<>();
    private @Nullable String document;
    private int line;

    /** Further remarks concern this document. */
    void begin(int line) {
        this.line = line;
        this.document = null;
    }

    void document(@Nullable String id) {
        this.document = id;
    }

    void reject(DocumentFault fault, @Nullable String inn) {
        findings.add(new Finding(document, line, fault.field(), fault.code(), fault.arguments(), true, inn));
    }

    void remark(ProblemCode code, @Nullable String field, String... args) {
        findings.add(new Finding(document, line, field, code, List.of(args), false, null));
    }

    /** Of the file as a whole. */
    void ofFile(ProblemCode code, @Nullable String field, String... args) {
        findings.add(new Finding(null, null, field, code, List.of(args), false, null));
    }

    /** @return false, for "not known" */
    boolean unknownElement(String name) {
        if (said.size() < LONGEST_TEXT && said.add("<" + name)) {
            remark(ELEMENT_UNKNOWN, bounded(name), bounded(name));
        }
        return false;
    }

    void unknownAttribute(String element, String name) {
        if (said.size() < LONGEST_TEXT && said.add(element + "@" + name)) {
            remark(ATTRIBUTE_UNKNOWN, bounded(element + "/@" + name), bounded(name), bounded(element));
        }
    }

    /** The text, cut where it is longer than anything the register may hold. */
    String cut(String field, String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        remark(TEXT_CUT, field, Integer.toString(text.length()), Integer.toString(LONGEST_TEXT));
        return bounded(text);
    }

    private static String bounded(String text) {
        int end = Math.min(text.length(), LONGEST_TEXT);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    List<Finding> take() {
        var taken = findings;
        findings = new ArrayList<>();
        return taken;
    }
}
