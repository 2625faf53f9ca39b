package ru.mos.clusters.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an action says about its result. A result is kept in the session until the next page shows it, so it outlives the
 * redirect after a post.
 */
public final class Messages {

    private static final String WAITING = "ru.mos.clusters.messages";

    private Messages() {}

    /**
     * What is shown once.
     *
     * @param look {@code met} for what is done, {@code unknown} for what is not as it should be
     */
    public record Result(String text, String look) implements Serializable {}

    /** The action is done. */
    public static void info(String key, @Nullable Object... values) {
        waiting(session()).add(new Result(Texts.with(Language.current(), key, values), "met"));
    }

    /** Something is not as it should be, and nothing was done. */
    public static void warn(String key, @Nullable Object... values) {
        waiting(session()).add(new Result(Texts.with(Language.current(), key, values), "unknown"));
    }

    /** A fault of the form as a whole. */
    public static void error(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    /** A fault of the field with this client id. */
    public static void error(String clientId, String text) {
        FacesContext.getCurrentInstance()
                .addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    /** What waits to be shown; it is not there a second time. */
    static List<Result> take() {
        var session = session();
        var waiting = List.copyOf(waiting(session));
        session.remove(WAITING);
        return waiting;
    }

    private static Map<String, Object> session() {
        return FacesContext.getCurrentInstance().getExternalContext().getSessionMap();
    }

    @SuppressWarnings("unchecked")
    private static List<Result> waiting(Map<String, Object> session) {
        return (List<Result>) session.computeIfAbsent(WAITING, none -> new ArrayList<Result>());
    }
}
