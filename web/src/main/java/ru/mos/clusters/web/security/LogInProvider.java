package ru.mos.clusters.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
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
    private static final long KEYS_ASKED_AGAIN_MILLIS = 10_000;

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

    private volatile @Nullable Discovered discovered;
    private volatile @Nullable Instant silentUntil;

    /** What it says of itself, and when it is to be asked again. */
    private record Discovered(
            String authorization,
            String token,
            @Nullable String leaving,
            HttpsJwksVerificationKeyResolver keys,
            Instant until) {}

    /**
     * What only the browser that began a log-in has: proves that the answer belongs to it.
     *
     * @param to page that was wanted
     */
    public record Begun(String state, String nonce, String verifier, String to) implements java.io.Serializable {}

    /** @param proof the provider's signed word, for leaving there */
    public record Arrival(VouchedPerson person, String proof) {}

    /**
     * A program's token, read.
     *
     * @param until when it ends
     */
    record Token(VouchedPerson person, Instant until) {}

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
                .setVerificationKeyResolver(discovered().keys())
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
        for (Throwable at = refused.getCause(); at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return PlatformProblem.PROVIDER_AWAY;
            }
        }
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

    private Discovered discovered() {
        var known = discovered;
        if (known != null && Instant.now().isBefore(known.until())) {
            return known;
        }
        var silent = silentUntil;
        if (silent != null && Instant.now().isBefore(silent)) {
            return known(known);
        }
        try {
            var found = discover();
            discovered = found;
            return found;
        } catch (Problem away) {
            silentUntil = Instant.now().plus(SILENT_FOR);
            return known(known);
        }
    }

    /** What was known an hour ago is better than nothing. */
    private static Discovered known(@Nullable Discovered known) {
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
        var get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        var keys = new HttpsJwks(says.path("jwks_uri").asText());
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(KNOWN_FOR.toSeconds());
        keys.setRefreshReprieveThreshold(
                KEYS_ASKED_AGAIN_MILLIS); // tokens of made-up keys shall not make us ask each time
        var leaving = says.path("end_session_endpoint").asText("");
        return new Discovered(
                says.path("authorization_endpoint").asText(),
                says.path("token_endpoint").asText(),
                leaving.isEmpty() ? null : leaving,
                new HttpsJwksVerificationKeyResolver(keys),
                Instant.now().plus(KNOWN_FOR));
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
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
