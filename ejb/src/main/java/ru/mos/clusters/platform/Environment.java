package ru.mos.clusters.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Settings of the installation. */
public final class Environment {

    private Environment() {}

    /**
     * What the operator set, as the environment variable of that name or, before it, as the system property {@code
     * clusters.webhook.hosts} for {@code CLUSTERS_WEBHOOK_HOSTS}.
     *
     * @param usual where nothing is set
     */
    public static String setting(String name, String usual) {
        @Nullable String told = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
        return told != null ? told : System.getenv().getOrDefault(name, usual);
    }
}
