package ru.mos.clusters.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.VouchedPerson;

/**
 * The department's log-in provider by OpenID Connect Core 1.0: people by the authorization code flow with PKCE (RFC 7636),
 * programs by signed access tokens (RFC 6750, RFC 9068). The server's own OIDC client is not used because where it is
 * switched on nobody can come in by a password of ours any more, and the local accounts are what remains when the provider
 * does not.
 */
@Named
@ApplicationScoped
public class LogInProvider {

    /** Session attribute: the provider's proof of who came in, by which one leaves there too. */
    public static final String PROOF = "ru.mos.clusters.proof";

    private static final Logger LOG = Logger.getLogger(LogInProvider.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);
    private static final int CLOCKS_APART_SECONDS = 30;
    private static final Duration KEYS_ASKED_AGAIN = Duration.ofSeconds(10);
    private static final Duration WAITS_FOR_OTHERS = Duration.ofSeconds(1);

    /** Only such as the provider alone can sign with. */
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private final ProviderSettings settings = ProviderSettings.ofServer();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Discovered discovered;
    private volatile @Nullable Instant silentUntil;

    /** What it said of itself, and when. */
    private record Discovered(
            String authorization, String token, @Nullable String leaving, List<JsonWebKey> keys, Instant at) {}

    /**
     * What only the browser that began a log-in has: proves that the answer belongs to it.
     *
     * @param to page that was wanted
     */
    public record Begun(String state, String nonce, String verifier, String to) {}

    /** @param proof the provider's signed word, for leaving there */
    public record Arrival(VouchedPerson person, String proof) {}

    /**
     * A program's token, read.
     *
     * @param until when it ends
     */
    record Token(VouchedPerson person, Instant until) {}

    /** Made with the application, so that the log says at once what is wrong with the settings. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (settings.takesTokens()) {
            LOG.log(Level.INFO, "The log-in provider is {0}.", settings.issuer());
        }
    }

    /** Whether people can log in by it. */
    public boolean isForPeople() {
        return settings.takesPeople();
    }

    /** What people call it. */
    public String getName() {
        return settings.name();
    }

    boolean takesTokens() {
        return settings.takesTokens();
    }

    /** Where forms may lead besides this system: logging out leads there. */
    Optional<String> origin() {
        return settings.takesPeople() ? Optional.of(settings.origin()) : Optional.empty();
    }

    /**
     * Address of its log-in page.
     *
     * @param back address of ours to which it sends the browser
     * @throws Problem {@code provider-away}
     */
    public String entrance(Begun begun, String back, String language) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.client());
        query.put("redirect_uri", back);
        query.put("scope", settings.scope());
        query.put("state", begun.state());
        query.put("nonce", begun.nonce());
        query.put("code_challenge", challenge(begun.verifier()));
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", language);
        return with(discovered().authorization(), query);
    }

    /** Address at which a person leaves the provider too; empty where it has none or does not answer. */
    public Optional<String> exit(String proof, String back) {
        try {
            var leaving = discovered().leaving();
            return leaving == null
                    ? Optional.empty()
                    : Optional.of(with(
                            leaving,
                            Map.of(
                                    "id_token_hint", proof,
                                    "client_id", settings.client(),
                                    "post_logout_redirect_uri", back)));
        } catch (Problem away) {
            return Optional.empty();
        }
    }

    /** Whether the answer may come from this provider: not every one names itself (RFC 9207). */
    public boolean is(@Nullable String issuer) {
        return issuer == null || issuer.equals(settings.issuer());
    }

    /**
     * Exchanges the code that the browser brought for the provider's word about the person.
     *
     * @throws Problem {@code login-interrupted}, {@code token-refused}, {@code provider-away}
     */
    public Arrival arrival(String code, Begun begun, String back) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back);
        form.put("code_verifier", begun.verifier());
        var request = HttpRequest.newBuilder(URI.create(discovered().token()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (settings.secret().isEmpty()) {
            form.put("client_id", settings.client());
        } else {
            var pair = encoded(settings.client()) + ":" + encoded(settings.secret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        var answer = ask(
                request.POST(HttpRequest.BodyPublishers.ofString(form(form))).build());
        var proof = json(answer).path("id_token").asText("");
        if (answer.statusCode() != 200 || proof.isEmpty()) {
            LOG.log(Level.WARNING, "the log-in provider did not take a code: {0} {1}", new Object[] {
                answer.statusCode(), json(answer).path("error").asText("")
            });
            throw new Problem(PlatformProblem.LOGIN_INTERRUPTED);
        }
        var claims = claims(proof, settings.client());
        boolean forUs = !claims.hasClaim("azp") || settings.client().equals(claims.getClaimValue("azp"));
        if (!forUs || !begun.nonce().equals(claims.getClaimValue("nonce"))) {
            throw new Problem(PlatformProblem.TOKEN_REFUSED);
        }
        return new Arrival(person(claims), proof);
    }

    /**
     * Reads a program's access token.
     *
     * @throws Problem {@code token-refused}, {@code token-expired}, {@code token-for-another}, {@code provider-away}
     */
    Token read(String token) {
        var claims = claims(token, settings.audience());
        // Keycloak says so: a token for identification or renewal is none for access, whomever it is meant for
        if (claims.getClaimValue("typ") instanceof String kind && !kind.equalsIgnoreCase("Bearer")) {
            throw new Problem(PlatformProblem.TOKEN_REFUSED);
        }
        try {
            return new Token(
                    person(claims),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (MalformedClaimException malformed) {
            throw new Problem(PlatformProblem.TOKEN_REFUSED);
        }
    }

    /** What a token says once issuer, audience, term and signature are right. */
    private JwtClaims claims(String token, String audience) {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ASYMMETRIC)
                .setVerificationKeyResolver(this::key)
                .setExpectedIssuer(settings.issuer())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
                .build();
        try {
            var claims = consumer.processToClaims(token);
            if (claims.getIssuedAt().getValue() > Instant.now().getEpochSecond() + CLOCKS_APART_SECONDS) {
                throw new Problem(PlatformProblem.TOKEN_REFUSED); // else nothing said before then would count
            }
            return claims;
        } catch (InvalidJwtException refused) {
            throw new Problem(fault(refused));
        } catch (MalformedClaimException malformed) {
            throw new Problem(PlatformProblem.TOKEN_REFUSED);
        }
    }

    /** The signature is looked at first: of a forged token nothing else is told. */
    private static PlatformProblem fault(InvalidJwtException refused) {
        if (refused.hasErrorCode(ErrorCodes.EXPIRED)) {
            return PlatformProblem.TOKEN_EXPIRED;
        }
        return refused.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refused.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                ? PlatformProblem.TOKEN_FOR_ANOTHER
                : PlatformProblem.TOKEN_REFUSED;
    }

    private VouchedPerson person(JwtClaims claims) {
        try {
            return new VouchedPerson(
                    claims.getIssuer(),
                    claims.getSubject(),
                    text(claims, settings.loginClaim()),
                    text(claims, "name"),
                    settings.roles(claims.getClaimsMap()),
                    Instant.ofEpochSecond(claims.getIssuedAt().getValue()));
        } catch (MalformedClaimException malformed) {
            throw new Problem(PlatformProblem.TOKEN_REFUSED);
        }
    }

    private static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : "";
    }

    /** A key that is not known may be new; tokens of made-up keys shall not make us ask each time. */
    private Key key(JsonWebSignature signed, List<JsonWebStructure> within) throws UnresolvableKeyException {
        try {
            return new JwksVerificationKeyResolver(discovered().keys()).resolveKey(signed, within);
        } catch (UnresolvableKeyException unknown) {
            return new JwksVerificationKeyResolver(
                            discovered(KEYS_ASKED_AGAIN, WAITS_FOR_OTHERS).keys())
                    .resolveKey(signed, within);
        }
    }

    private Discovered discovered() {
        return discovered(KNOWN_FOR, discovered == null ? WAITS_FOR_OTHERS : Duration.ZERO);
    }

    /**
     * What it said of itself last. One asks it, so that a provider that hangs holds up one request and not all.
     *
     * @param age older than so it is asked again, if it answers
     * @param wait how long to wait for another who is asking; then what is known has to do
     */
    private Discovered discovered(Duration age, Duration wait) {
        if (rests(age) || !mine(wait)) {
            return known();
        }
        try {
            if (!rests(age)) { // nobody has asked meanwhile
                discovered = discover();
            }
        } catch (Problem away) {
            silentUntil = Instant.now().plus(SILENT_FOR);
        } finally {
            asking.unlock();
        }
        return known();
    }

    /** Whether it is not to be asked now: it has answered lately, or lately has not. */
    private boolean rests(Duration age) {
        var now = Instant.now();
        var known = discovered;
        var silent = silentUntil;
        if (known != null && now.isBefore(known.at().plus(age))) {
            return true;
        }
        return silent != null && now.isBefore(silent);
    }

    private boolean mine(Duration wait) {
        try {
            return asking.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was known an hour ago is better than nothing. */
    private Discovered known() {
        var known = discovered;
        if (known == null) {
            throw new Problem(PlatformProblem.PROVIDER_AWAY);
        }
        return known;
    }

    private Discovered discover() {
        var base = settings.issuer().replaceAll("/+$", "");
        var answer = ask(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build());
        var says = json(answer);
        if (answer.statusCode() != 200
                || !settings.issuer().equals(says.path("issuer").asText())) {
            LOG.log(Level.WARNING, "CLUSTERS_OIDC_ISSUER is {0}; there answers {1} for {2}", new Object[] {
                settings.issuer(), answer.statusCode(), says.path("issuer").asText()
            });
            throw new Problem(PlatformProblem.PROVIDER_AWAY);
        }
        var leaving = says.path("end_session_endpoint").asText("");
        return new Discovered(
                says.path("authorization_endpoint").asText(),
                says.path("token_endpoint").asText(),
                leaving.isEmpty() ? null : leaving,
                keys(says.path("jwks_uri").asText()),
                Instant.now());
    }

    private List<JsonWebKey> keys(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
            return new JsonWebKeySet(ask(request.build()).body()).getJsonWebKeys();
        } catch (IllegalArgumentException | JoseException garbled) {
            LOG.log(Level.WARNING, "the log-in provider shows no keys at {0}: {1}", new Object[] {address, garbled});
            throw new Problem(PlatformProblem.PROVIDER_AWAY);
        }
    }

    private HttpResponse<String> ask(HttpRequest request) {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // to the end of the body
        } catch (ExecutionException | TimeoutException away) {
            answer.cancel(true);
            LOG.log(Level.WARNING, "the log-in provider does not answer at {0}: {1}", new Object[] {request.uri(), away
            });
            throw new Problem(PlatformProblem.PROVIDER_AWAY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem(PlatformProblem.PROVIDER_AWAY);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Json.mapper().readTree(answer.body());
        } catch (IOException garbled) {
            return Json.mapper().createObjectNode();
        }
    }

    private static String with(String address, Map<String, String> query) {
        return address + (address.contains("?") ? "&" : "?") + form(query);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
