package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands in for a log-in provider: says who it is and by which key it signs, and signs whatever a test wants, right or wrong. */
final class TokenMaker implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer = System.getProperty("clusters.test.issuer");
    private final KeyPair key = key();
    private final HttpServer server;

    TokenMaker() throws IOException {
        var address = URI.create(issuer);
        server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "issuer", issuer,
                                "authorization_endpoint", issuer + "/authorize",
                                "token_endpoint", issuer + "/token",
                                "jwks_uri", issuer + "/keys")));
        var shown = (RSAPublicKey) key.getPublic();
        server.createContext(
                "/keys",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "keys",
                                List.of(Map.of(
                                        "kty", "RSA",
                                        "use", "sig",
                                        "alg", "RS256",
                                        "kid", "one",
                                        "n", unsigned(shown.getModulus().toByteArray()),
                                        "e", unsigned(shown.getPublicExponent().toByteArray()))))));
        server.start();
    }

    private static void answer(HttpExchange exchange, Object said) throws IOException {
        try (exchange) {
            var body = JSON.writeValueAsBytes(said);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static KeyPair key() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What a right token of this subject says; to be spoilt. */
    Map<String, Object> claims(String subject, String... roles) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", List.of("clusters-api"));
        claims.put("iat", now - 5);
        claims.put("exp", now + 300);
        claims.put("typ", "Bearer");
        claims.put("preferred_username", subject);
        claims.put("name", "Вестник " + subject);
        claims.put("roles", List.of(roles));
        return claims;
    }

    String sign(Map<String, Object> claims) throws Exception {
        return sign(claims, key);
    }

    String sign(Map<String, Object> claims, KeyPair by) throws Exception {
        var head = JSON.writeValueAsBytes(Map.of("alg", "RS256", "kid", "one", "typ", "JWT"));
        var content = encoded(head) + "." + encoded(JSON.writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(by.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return content + "." + encoded(signature.sign());
    }

    /** Says it is signed by nobody, which some readers once believed. */
    String unsigned(Map<String, Object> claims) throws Exception {
        return encoded("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + encoded(JSON.writeValueAsBytes(claims)) + ".AA";
    }

    private static String unsigned(byte[] number) {
        return encoded(number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
