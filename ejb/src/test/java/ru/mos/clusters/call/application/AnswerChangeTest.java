package ru.mos.clusters.call.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Json;

class AnswerChangeTest {

    @Test
    void a_round_tells_what_was_added_changed_and_taken_out() {
        var before = Json.tree("{\"applicant\": {\"phone\": \"1\", \"email\": \"a@b.ru\"}, \"documents\": [\"x\"]}");
        var after = Json.tree("{\"applicant\": {\"phone\": \"2\", \"email\": null}, \"documents\": [\"x\", \"y\"]}");

        assertThat(AnswerChange.between(before, after, ""))
                .containsExactly(
                        new AnswerChange("/applicant/phone", "1", "2"),
                        new AnswerChange("/applicant/email", "a@b.ru", null),
                        new AnswerChange("/documents/1", null, "y"));
    }

    @Test
    void rounds_that_say_the_same_differ_in_nothing() {
        var same = Json.tree("{\"a\": [1.50, {\"b\": true}]}");

        assertThat(AnswerChange.between(same, same.deepCopy(), "/content")).isEmpty();
    }
}
