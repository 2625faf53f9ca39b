package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The tax service's sample of February 2019, loaded as anybody would. */
final class Sample {

    private static final Path FILE = Path.of("src/test/resources/fns/sme-register-2019-02-10-sample.zip");

    private Sample() {}

    /** The INN of one in it, of a kind. */
    static String inn(String kind) throws Exception {
        var upload = new String[] {"Authorization", Door.basic("department", "demo")};
        var taken = Door.send(
                "POST",
                "/api/v1/register/releases?fileName=sample.zip&coverage=EXTRACT",
                upload,
                Files.readAllBytes(FILE));
        assertThat(untilEnded(taken.json().get("id").asText()).get("state").asText())
                .isEqualTo("COMPLETED");
        return Door.api("department", "GET", "entities?limit=1&asOf=2019-02-10&kind=" + kind, null)
                .json()
                .at("/items/0/inn")
                .asText();
    }

    /** The release once its import is over. */
    static JsonNode untilEnded(String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            var release = Door.api("department", "GET", "register/releases/" + id, null)
                    .json();
            if (!Set.of("QUEUED", "RUNNING").contains(release.get("state").asText())) {
                return release;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("release " + id + " does not end");
    }
}
