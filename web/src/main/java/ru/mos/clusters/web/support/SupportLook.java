package ru.mos.clusters.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.support.SupportDirectory;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.support.rule.ViolationKind;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** How support looks and reads on pages, and what pages offer to whom. */
@Named
@RequestScoped
public class SupportLook {

    @EJB
    private SupportDirectory directory;

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    private @Nullable List<SupportDirectory.Form> forms;
    private @Nullable List<SupportDirectory.Kind> kinds;
    private @Nullable List<SupportDirectory.Unit> units;

    /** Whether the person enters records and violations. */
    public boolean isEntering() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    /** Whether the person imports, annuls and sets parameters. */
    public boolean isKeeping() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    public List<Map.Entry<String, String>> getForms() {
        return allForms().stream()
                .map(form -> Map.entry(form.code(), in(form.nameRu(), form.nameEn())))
                .toList();
    }

    /** Kinds with their form: one choice says both. */
    public List<Map.Entry<String, String>> getKinds() {
        return allKinds().stream()
                .map(kind -> Map.entry(kind.form() + "/" + kind.code(), kind(kind.form(), kind.code())))
                .toList();
    }

    public List<Map.Entry<String, String>> getUnits() {
        return allUnits().stream()
                .map(unit -> Map.entry(unit.code(), in(unit.nameRu(), unit.nameEn())))
                .toList();
    }

    /** Kinds of violations to choose from. */
    public List<Map.Entry<String, String>> getViolationKinds() {
        return ViolationKind.ENTERED.stream()
                .map(kind -> Map.entry(kind.name(), Functions.show(kind)))
                .toList();
    }

    /** The name of the form with the code. */
    public String form(String code) {
        return allForms().stream()
                .filter(form -> form.code().equals(code))
                .map(form -> in(form.nameRu(), form.nameEn()))
                .findFirst()
                .orElse(code);
    }

    /** Form and kind in words. */
    public String kind(String form, String code) {
        var name = allKinds().stream()
                .filter(kind -> kind.form().equals(form) && kind.code().equals(code))
                .map(kind -> in(kind.nameRu(), kind.nameEn()))
                .findFirst()
                .orElse(code);
        return texts.with("support.formAndKind", form(form), name);
    }

    /** How much. */
    public String size(BigDecimal size, String unit) {
        if (unit.equals("ROUBLE")) {
            return Functions.money(size);
        }
        return Functions.show(size.stripTrailingZeros()) + "\u00a0" + unit(unit);
    }

    /** What it is counted in. */
    public String unit(String code) {
        return allUnits().stream()
                .filter(unit -> unit.code().equals(code))
                .map(unit -> in(unit.nameRu(), unit.nameEn()))
                .findFirst()
                .orElse(code);
    }

    /** With which colour and sign an outcome is shown. */
    public String of(SupportOutcome outcome) {
        return switch (outcome) {
            case MET -> "met";
            case NOT_MET -> "notmet";
            case UNKNOWN -> "unknown";
            case MANUAL -> "manual";
        };
    }

    /** Where a support stands today: key of the text. */
    public String standing(SupportRecordView support) {
        if (support.annulled()) {
            return "support.annulled";
        }
        return support.running() ? "support.running" : support.stoppedOn() != null ? "support.stopped" : "support.over";
    }

    public String look(SupportRecordView support) {
        return support.annulled() ? "notmet" : support.running() ? "manual" : "unknown";
    }

    /** Whether a violation was mended: key of the text. */
    public String standing(ViolationView violation) {
        if (violation.annulled()) {
            return "violation.annulled";
        }
        var inTime = violation.correctedInTime();
        return inTime == null ? "violation.open" : inTime ? "violation.inTime" : "violation.late";
    }

    public String look(ViolationView violation) {
        return Boolean.TRUE.equals(violation.correctedInTime()) ? "met" : violation.annulled() ? "unknown" : "notmet";
    }

    private static String in(String russian, String english) {
        return Language.current().getLanguage().equals("en") ? english : russian;
    }

    private List<SupportDirectory.Form> allForms() {
        if (forms == null) {
            forms = directory.forms();
        }
        return forms;
    }

    private List<SupportDirectory.Kind> allKinds() {
        if (kinds == null) {
            kinds = directory.kinds();
        }
        return kinds;
    }

    private List<SupportDirectory.Unit> allUnits() {
        if (units == null) {
            units = directory.units();
        }
        return units;
    }
}
