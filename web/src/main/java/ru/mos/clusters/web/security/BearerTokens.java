package ru.mos.clusters.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.Roles;
import ru.mos.clusters.platform.LogIns;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProvidedPeople;

/** Who an {@code Authorization: Bearer} header is: nobody may do more by a token than the token itself says. */
@ApplicationScoped
public class BearerTokens {

    private static final Pattern HEADER =
            Pattern.compile("Bearer +([\\w-]+\\.[\\w-]+\\.[\\w-]+)", Pattern.CASE_INSENSITIVE);

    @Inject
    private LogInProvider provider;

    @EJB
    private ProvidedPeople people;

    @EJB
    private LogIns logIns;

    private final RecentCallers recent = new RecentCallers();

    /** The signed token in the header; empty where there is none, or nobody who could have signed it. */
    Optional<String> token(@Nullable String header) {
        var found = HEADER.matcher(header == null || !provider.takesTokens() ? "" : header.strip());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /**
     * Whose token it is.
     *
     * @throws Problem {@code token-refused}, {@code token-expired}, {@code token-for-another}, {@code token-without-role}, {@code
     *     login-taken}, {@code account-closed}, {@code provider-away}
     */
    SecurityIdentity identify(String signed) {
        var mark = recent.mark(signed);
        var known = recent.find(mark, logIns);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (recent.turn(mark)) { // many at once need the same answer once
            return recent.find(mark, logIns).orElseGet(() -> authenticate(signed, mark));
        }
    }

    private SecurityIdentity authenticate(String signed, String mark) {
        var token = provider.read(signed);
        var login =
                people.admitToken(token.person()).orElseThrow(() -> new Problem(PlatformProblem.TOKEN_WITHOUT_ROLE));
        var rights = logIns.version(login).orElseThrow(() -> new Problem(PlatformProblem.ACCOUNT_CLOSED));
        var roles = Roles.fromSet(token.person().roles());
        var identity = SecurityDomain.getCurrent()
                .getAnonymousSecurityIdentity()
                .createRunAsIdentity(login, false)
                .withDefaultRoleMapper(all -> all.and(roles));
        logIns.succeeded(login, "API");
        if (logIns.version(login).equals(Optional.of(rights))) {
            recent.remember(mark, identity, login, rights, Duration.between(Instant.now(), token.until()));
        }
        return identity;
    }
}
