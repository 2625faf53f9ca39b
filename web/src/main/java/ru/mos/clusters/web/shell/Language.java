package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;

/** The language of the page: the one chosen by the switch, which a cookie keeps; Russian until then. */
@Named
@RequestScoped
public class Language {

    /** The cookie that keeps the choice. */
    public static final String COOKIE = "LANGUAGE";

    @Inject
    private HttpServletRequest request;

    /** Of the page being made now; Russian where none is. */
    public static Locale current() {
        var context = FacesContext.getCurrentInstance();
        return context == null
                ? ProblemTexts.RUSSIAN
                : of((HttpServletRequest) context.getExternalContext().getRequest());
    }

    /** Of this request. */
    public static Locale of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return named(cookie.getValue());
                }
            }
        }
        return ProblemTexts.RUSSIAN;
    }

    /** English for {@code en}, Russian for everything else. */
    public static Locale named(@Nullable String code) {
        return "en".equals(code) ? Locale.ENGLISH : ProblemTexts.RUSSIAN;
    }

    public Locale getLocale() {
        return of(request);
    }

    public String getCode() {
        return getLocale().getLanguage();
    }

    /** The one to switch to. */
    public String getOther() {
        return getCode().equals("en") ? "ru" : "en";
    }
}
