package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;

/**
 * All texts of the screens in the language of the page, as {@code #{t['users.title']}}; with values as {@code
 * #{t.with('list.found', count)}}. They lie in {@code texts_ru.properties} and {@code texts_en.properties} of each
 * capability; a new capability is named in {@link #CAPABILITIES}.
 */
@Named("t")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {

    /** Folders that hold texts. */
    static final List<String> CAPABILITIES = List.of(
            "shell",
            "platform",
            "registry",
            "release",
            "entities",
            "ownership",
            "assessment",
            "cluster",
            "eligibility",
            "joining",
            "merger",
            "consultation",
            "infrastructure",
            "structure",
            "opendata",
            "support",
            "recipient",
            "ledger",
            "bank",
            "agreement",
            "fulfilment",
            "recovery",
            "reconciliation",
            "execution",
            "dashboard",
            "rules",
            "call",
            "council",
            "application",
            "project",
            "expertise",
            "inkind",
            "webhook");

    private static final Map<Locale, Map<String, String>> ALL = new ConcurrentHashMap<>();

    /** The text of the key in the language of the page. */
    @Override
    public String get(@Nullable Object key) {
        return text(String.valueOf(key), Language.current());
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return all(Language.current()).containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return all(Language.current()).entrySet();
    }

    /** The text with its places filled by the values, or by the entries of a map if that is the only one. */
    public String with(String key, @Nullable Object... values) {
        return with(Language.current(), key, values);
    }

    /** The text of a key that need not exist, such as the name of an action recorded by an older version. */
    public String orElse(String key, String otherwise) {
        return find(key, Language.current()).orElse(otherwise);
    }

    static String with(Locale locale, String key, @Nullable Object... values) {
        return Phrase.fill(text(key, locale), locale, place -> {
            if (values.length == 1 && values[0] instanceof Map<?, ?> named) {
                return named.get(place);
            }
            return values[Integer.parseInt(place)];
        });
    }

    static String text(String key, Locale locale) {
        return find(key, locale).orElse("[" + key + "]");
    }

    static Optional<String> find(String key, Locale locale) {
        return Optional.ofNullable(all(locale).get(key));
    }

    /** The word for an enum constant: key {@code SmeStatus.IN} of the screens or of the package that owns it. */
    static String name(Enum<?> constant, Locale locale) {
        var type = constant.getDeclaringClass();
        var key = type.getSimpleName() + "." + constant.name();
        return find(key, locale).orElseGet(() -> {
            try {
                return ProblemTexts.text(type, key, locale);
            } catch (MissingResourceException unnamed) {
                return constant.name();
            }
        });
    }

    private static Map<String, String> all(Locale locale) {
        return ALL.computeIfAbsent(ProblemTexts.supported(locale), Texts::load);
    }

    private static Map<String, String> load(Locale locale) {
        var all = new HashMap<String, String>();
        for (var capability : CAPABILITIES) {
            read(capability, locale).forEach((key, text) -> all.put((String) key, (String) text));
        }
        return Map.copyOf(all);
    }

    /** The texts of one capability; none where it has no such file. */
    static Properties read(String capability, Locale locale) {
        var name = "ru/mos/clusters/web/" + capability + "/texts_" + locale.getLanguage() + ".properties";
        var properties = new Properties();
        try (var file = Texts.class.getClassLoader().getResourceAsStream(name)) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(CAPABILITIES.toArray());
    }
}
