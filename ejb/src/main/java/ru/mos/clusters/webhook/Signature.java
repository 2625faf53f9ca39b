package ru.mos.clusters.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures by which a receiver knows that an event is ours, unaltered and new: HMAC-SHA256 over id, instant and body.
 *
 * <p>Source: Standard Webhooks, "Signature scheme" (symmetric).
 */
final class Signature {

    private static final String SCHEME = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /**
     * The secret of a subscription, as its receiver is to keep it. It is made from the installation's key each time, so none is
     * stored.
     *
     * @param generation which of the subscription's secrets, counted from 1
     */
    static String secret(byte[] key, UUID subscription, int generation) {
        return PREFIX + Base64.getEncoder().encodeToString(hmac(key, subscription + "." + generation));
    }

    /** The value of {@code webhook-signature}: one signature for each secret that is valid. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        return secrets.stream()
                .map(secret -> Base64.getDecoder().decode(secret.substring(PREFIX.length())))
                .map(key -> hmac(key, id + "." + at.getEpochSecond() + "." + body))
                .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(SCHEME);
            mac.init(new SecretKeySpec(key, SCHEME));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
