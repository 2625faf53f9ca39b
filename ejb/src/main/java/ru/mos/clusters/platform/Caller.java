package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Who asks, and from which network address. */
@ApplicationScoped
public class Caller {

    /** The category in which the server keeps roles given by {@code RunAs}. */
    private static final String BEANS = "ejb";

    private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

    /** Login of the person or program; {@code anonymous} where nobody logged in, {@code system} for timers. */
    public String login() {
        return identity().map(found -> found.getPrincipal().getName()).orElse("system");
    }

    /** Whether the caller has the role; also the one in whose name a bean that is annotated so asks others. */
    public boolean hasRole(String role) {
        return identity()
                .filter(found -> found.getRoles(BEANS, true).contains(role))
                .isPresent();
    }

    /** Network address of the request, or null where none is behind the call. */
    public @Nullable String address() {
        return ADDRESS.get();
    }

    /** Notes the address for the calls of this thread; null ends it. Called by the doors. */
    public static void comesFrom(@Nullable String address) {
        if (address == null) {
            ADDRESS.remove();
        } else {
            ADDRESS.set(address);
        }
    }

    private static Optional<SecurityIdentity> identity() {
        return Optional.ofNullable(SecurityDomain.getCurrent()).map(SecurityDomain::getCurrentSecurityIdentity);
    }
}
