package ru.mos.clusters.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.SubjectName;

/** Functions of the tag library {@code clusters}. */
public final class Functions {

    private Functions() {}

    /** A fault to show on top, and the field it concerns, empty for the form as a whole. */
    public record Fault(String field, String text) {}

    /** Any value as people read it. */
    public static String show(@Nullable Object value) {
        return Formats.show(value, Language.current());
    }

    /** An instant to the second. */
    public static String exact(@Nullable Instant instant) {
        return Formats.exact(instant, Language.current());
    }

    /** A subject's name as people write it in a list: ООО «Ёлка». */
    public static @Nullable String brief(@Nullable String name) {
        return name == null ? null : SubjectName.brief(name);
    }

    /** Roubles. */
    public static String money(@Nullable BigDecimal amount) {
        return Formats.money(amount, Language.current());
    }

    /** What is wrong and what to do, in the language of the page. */
    public static String problem(Problem problem) {
        return ProblemTexts.text(problem, Language.current());
    }

    /** The address of another page for the same date: {@code asOf} stays when a link is followed. */
    public static String link(String address) {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        var asOf = context.getRequestParameterMap().get("asOf");
        var full = context.getRequestContextPath() + address;
        if (asOf == null || asOf.isBlank() || address.contains("asOf=")) {
            return full;
        }
        return full + (address.contains("?") ? "&" : "?") + "asOf=" + encode(asOf.strip());
    }

    /** A value inside an address. */
    public static String encode(@Nullable Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** The faults of the last post, in the order of the page. */
    public static List<Fault> faults() {
        var context = FacesContext.getCurrentInstance();
        var faults = new ArrayList<Fault>();
        context.getClientIdsWithMessages()
                .forEachRemaining(id -> context.getMessages(id)
                        .forEachRemaining(message -> faults.add(new Fault(id == null ? "" : id, text(message)))));
        return faults;
    }

    private static String text(FacesMessage message) {
        return message.getDetail() == null ? message.getSummary() : message.getDetail();
    }

    /** The results that wait to be shown. */
    public static List<Messages.Result> results() {
        return Messages.take();
    }
}
