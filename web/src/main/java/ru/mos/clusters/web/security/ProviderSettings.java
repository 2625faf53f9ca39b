package ru.mos.clusters.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Environment;
import ru.mos.clusters.platform.Role;

/**
 * How the department's log-in provider (OpenID Connect) is to be spoken with, from {@code CLUSTERS_OIDC_ISSUER} and its
 * neighbours in the environment. Without an issuer there is none; without a client it vouches for programs only.
 *
 * @param issuer its address, exactly as it names itself; empty: no provider
 * @param client by which it knows this system; empty: no log-in of people
 * @param secret empty: the code's own proof (PKCE) is all
 * @param audience whom a program's token must be meant for
 * @param rolesClaim name of the claim that holds roles; dots lead into objects
 * @param roles which of the provider's words is which role
 * @param name what people call it
 */
record ProviderSettings(
        String issuer,
        String client,
        String secret,
        String audience,
        String scope,
        String loginClaim,
        String rolesClaim,
        Map<String, String> roles,
        String name) {

    private static final Logger LOG = Logger.getLogger(ProviderSettings.class.getName());

    /**
     * As the server's environment has them; system properties go first. Where they cannot be understood the log says why and
     * there is no provider: local accounts go on.
     */
    static ProviderSettings ofServer() {
        try {
            return of(name -> Environment.setting(name, ""));
        } catch (IllegalStateException mistyped) {
            LOG.log(Level.SEVERE, "Nobody can log in by the log-in provider: {0}", mistyped.getMessage());
            return of(name -> "");
        }
    }

    /** @throws IllegalStateException when one of them cannot be understood */
    static ProviderSettings of(UnaryOperator<String> environment) {
        var issuer = environment.apply("CLUSTERS_OIDC_ISSUER").strip();
        var host = issuer.isEmpty() ? "" : host(issuer);
        return new ProviderSettings(
                issuer,
                environment.apply("CLUSTERS_OIDC_CLIENT").strip(),
                environment.apply("CLUSTERS_OIDC_SECRET"),
                or(environment.apply("CLUSTERS_OIDC_AUDIENCE"), "clusters-api"),
                or(environment.apply("CLUSTERS_OIDC_SCOPE"), "openid profile"),
                or(environment.apply("CLUSTERS_OIDC_LOGIN_CLAIM"), "preferred_username"),
                or(environment.apply("CLUSTERS_OIDC_ROLES_CLAIM"), "roles"),
                mapping(environment.apply("CLUSTERS_OIDC_ROLES")),
                or(environment.apply("CLUSTERS_OIDC_NAME"), host));
    }

    private static String or(String told, String usual) {
        return told.isBlank() ? usual : told.strip();
    }

    private static String host(String issuer) {
        try {
            var address = new URI(issuer);
            @Nullable String host = address.getHost();
            if (host != null && String.valueOf(address.getScheme()).matches("https?")) {
                return host;
            }
        } catch (URISyntaxException none) {
            // said below
        }
        throw new IllegalStateException("CLUSTERS_OIDC_ISSUER is \"" + issuer + "\": an address is needed.");
    }

    private static Map<String, String> mapping(String told) {
        var roles = new HashMap<String, String>();
        if (told.isBlank()) {
            Role.ALL.forEach(role -> roles.put(role, role));
        }
        for (var pair : told.split(",")) {
            var sides = pair.split("=");
            if (pair.isBlank()) {
                continue;
            }
            if (sides.length != 2 || !Role.ALL.contains(sides[1].strip())) {
                throw new IllegalStateException("CLUSTERS_OIDC_ROLES holds \"" + pair.strip()
                        + "\": a word of the provider, =, and one of " + Role.ALL + " are needed.");
            }
            roles.put(sides[0].strip(), sides[1].strip());
        }
        return Map.copyOf(roles);
    }

    boolean takesTokens() {
        return !issuer.isEmpty();
    }

    boolean takesPeople() {
        return takesTokens() && !client.isEmpty();
    }

    /** Scheme, host and port of the provider, as a browser writes them. */
    String origin() {
        var address = URI.create(issuer);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Our roles among what the claims say; words that are none of ours are passed over. */
    Set<String> roles(Map<String, ?> claims) {
        var found = new TreeSet<String>();
        for (var word : words(at(claims, rolesClaim))) {
            @Nullable String role = roles.get(word);
            if (role != null) {
                found.add(role);
            }
        }
        return found;
    }

    private static List<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? Arrays.asList(one.split("[ ,]+")) : List.of();
    }

    /** A claim may itself hold dots, so the whole name goes first. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
