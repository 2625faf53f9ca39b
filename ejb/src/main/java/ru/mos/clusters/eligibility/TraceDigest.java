package ru.mos.clusters.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import ru.mos.clusters.platform.Json;

/**
 * The digest by which a verdict is known again: SHA-256 over the RFC 8785 canonical form of its trace without what may
 * differ between two tellings of the same verdict. Anyone can recompute it from an answer in any language.
 */
final class TraceDigest {

    /** Members left out at any depth: texts in some language, the digest itself, and when it was asked. */
    private static final Set<String> LEFT_OUT =
            Set.of("digest", "knownOn", "explanation", "why", "message", "statement", "name");

    private TraceDigest() {}

    static String of(VerdictView view) {
        return ofOwn(Json.mapper().<JsonNode>valueToTree(view));
    }

    static String of(JsonNode trace) {
        return ofOwn(trace.deepCopy());
    }

    private static String ofOwn(JsonNode kept) {
        strip(kept);
        try {
            var canonical = new JsonCanonicalizer(kept.toString()).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LEFT_OUT);
        }
        node.forEach(TraceDigest::strip);
    }
}
