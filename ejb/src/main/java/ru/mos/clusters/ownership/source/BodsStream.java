package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_LIMIT;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_MALFORMED;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_NOT_A_LIST;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import ru.mos.clusters.platform.intake.Refusal;

/** The statements of a file one by one, each bounded, however long the file is. */
final class BodsStream {

    static final int MOST_STATEMENTS = 1_000_000;
    static final int MOST_TOKENS = 100_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(1 << 16)
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    /** Takes a statement and its place, from 1. */
    interface Visit {
        void statement(JsonNode statement, int position);
    }

    private BodsStream() {}

    /** @throws Refusal if it is not a list in JSON, or not bounded */
    static void read(String name, InputStream in, Visit visit) {
        try (var parser = new Counting(READER.createParser(in))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Refusal(BODS_NOT_A_LIST, name);
            }
            int position = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                position++;
                parser.begin(name, position);
                visit.statement(READER.readTree(parser), position);
            }
            if (parser.nextToken() != null) {
                throw new Refusal(BODS_NOT_A_LIST, name);
            }
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw new Refusal(
                    BODS_MALFORMED,
                    name,
                    Integer.toString(place == null ? 1 : Math.max(1, place.getLineNr())),
                    Integer.toString(place == null ? 1 : Math.max(1, place.getColumnNr())));
        } catch (IOException broken) {
            if (broken.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Counting extends JsonParserDelegate {

        private String name = "";
        private int position;
        private int tokens;

        Counting(JsonParser parser) {
            super(parser);
        }

        void begin(String file, int place) {
            name = file;
            position = place;
            tokens = 0;
            requireBounded(place <= MOST_STATEMENTS);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            requireBounded(++tokens <= MOST_TOKENS);
            return super.nextToken();
        }

        private void requireBounded(boolean bounded) {
            if (!bounded) {
                throw new Refusal(
                        BODS_LIMIT,
                        name,
                        Integer.toString(position),
                        Integer.toString(MOST_STATEMENTS),
                        Integer.toString(MOST_TOKENS));
            }
        }
    }
}
