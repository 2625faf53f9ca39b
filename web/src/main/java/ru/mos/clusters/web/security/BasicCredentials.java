package ru.mos.clusters.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import ru.mos.clusters.platform.LogIns;

/**
 * Who an {@code Authorization: Basic} header is. A password is hashed once a minute at most; on every request the version
 * of the rights is compared with the database, so a changed password or role works at once, on every node.
 */
@ApplicationScoped
public class BasicCredentials {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    @EJB
    private LogIns logIns;

    private final RecentCallers recent = new RecentCallers();

    /** Empty when the header is missing, garbled or refused. @throws RealmUnavailableException database away */
    public Optional<SecurityIdentity> identify(@Nullable String header) throws RealmUnavailableException {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        var mark = recent.mark(header);
        var known = recent.find(mark, logIns);
        if (known.isPresent()) {
            return known;
        }
        var pair = decode(header);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        synchronized (recent.turn(mark)) { // many at once need the same hash once
            var meanwhile = recent.find(mark, logIns);
            return meanwhile.isPresent() ? meanwhile : authenticate(pair.get()[0], pair.get()[1], mark);
        }
    }

    private Optional<SecurityIdentity> authenticate(String login, String password, String mark) {
        var rights = logIns.version(login); // before the password is checked, so that a change in between is noticed
        var evidence = new PasswordGuessEvidence(password.toCharArray());
        try {
            var identity = SecurityDomain.getCurrent().authenticate(login, evidence);
            if (rights.isEmpty()) {
                logIns.failed(login, "API");
                return Optional.empty();
            }
            logIns.succeeded(login, "API");
            if (logIns.version(login).equals(rights)) { // else this answer may be old already: ask again next time
                recent.remember(mark, identity, login, rights.get(), REMEMBERED);
            }
            return Optional.of(identity);
        } catch (RealmUnavailableException away) {
            throw new IllegalStateException(away);
        } catch (SecurityException refused) {
            logIns.failed(login, "API");
            return Optional.empty();
        } finally {
            evidence.destroy();
        }
    }

    private static Optional<String[]> decode(String header) {
        try {
            var bytes = Base64.getDecoder().decode(header.substring(6).strip());
            var text = new String(bytes, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new String[] {text.substring(0, colon), text.substring(colon + 1)});
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
