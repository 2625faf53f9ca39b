package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What programs do on the way to what a test is about; whatever is refused says where. */
final class Programs {

    private Programs() {}

    static JsonNode made(String login, String path, String body) throws Exception {
        var answer = Door.api(login, "POST", path, body);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(201);
        return answer.json();
    }

    static JsonNode step(String login, String path, String body) throws Exception {
        var answer = Door.api(login, "POST", path, body);
        assertThat(answer.status()).as(path + " " + answer).isBetween(200, 201);
        return answer.json();
    }

    /** Replaces a part of what {@code whole} names, as it reads now. */
    static void write(String login, String whole, String part, String body) throws Exception {
        var version = Door.api(login, "GET", whole, null).header("ETag");
        var answer = Door.api(login, "PUT", whole + part, body, "If-Match", version);
        assertThat(answer.status()).as(whole + part + " " + answer).isEqualTo(200);
    }
}
