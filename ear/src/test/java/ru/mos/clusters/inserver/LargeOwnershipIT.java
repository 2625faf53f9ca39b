package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.holding;
import static ru.mos.clusters.inserver.OwnershipDoor.inForce;
import static ru.mos.clusters.inserver.OwnershipDoor.pair;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs that nobody should have: an answer comes in good time, or it is said that none was determined. */
@RunAsClient
class LargeOwnershipIT extends InServer {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String P = Egrul.person(1);
    private static final String Q = Egrul.person(2);
    private static final List<String> TABLE = new ArrayList<>();

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "department2");
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        OwnershipDoor.empty();
    }

    @AfterAll
    static void table_of_large_ownership() throws Exception {
        TABLE.add(0, "| graph | asked | verdict | seconds |\n| --- | --- | --- | --- |");
        Files.write(Path.of("target", "large-ownership.md"), TABLE);
    }

    private static String firm(int number) {
        return Register.inn(20_000 + number);
    }

    private static byte[] all(List<Egrul> extracts) {
        var files = new ArrayList<Object>();
        for (int from = 0; from < extracts.size(); from += 500) {
            files.add("f" + from + ".xml");
            files.add(Egrul.file(extracts.subList(from, Math.min(extracts.size(), from + 500))
                    .toArray(Egrul[]::new)));
        }
        return Egrul.zip(files.toArray());
    }

    /** The verdict, in good time; what is missing is said where it is open. */
    private static String asked(String graph, String a, String b, String more) throws Exception {
        var since = System.nanoTime();
        var answer = pair(a, b, DAY, more);
        var took = Duration.ofNanos(System.nanoTime() - since);
        var verdict = answer.get("verdict").asText();
        TABLE.add(
                "| " + graph + " | " + a + " " + b + more + " | " + verdict + " | " + took.toMillis() / 1000.0 + " |");
        assertThat(took).isLessThan(PATIENCE);
        if (verdict.equals("UNKNOWN")) {
            assertThat(answer.get("missing")).isNotEmpty();
        }
        return verdict;
    }

    @Test
    void a_hub_of_ten_thousand_firms_is_answered_or_said_to_be_beyond_the_limit() throws Exception {
        var extracts = new ArrayList<Egrul>();
        for (int i = 0; i < 10_000; i++) {
            extracts.add(Egrul.of(firm(i), DAY).holder(P, "1/1").head(P));
        }
        extracts.add(Egrul.of(firm(10_000), DAY).holder(Q, "1/1").head(Q));
        inForce("hub.zip", all(extracts));

        for (var more : List.of("", "&profile=GROUP_135", "&profile=INTERDEP_105")) {
            assertThat(asked("hub", firm(1), firm(9_999), more)).isEqualTo("AFFILIATED");
            assertThat(asked("hub", firm(1), firm(10_000), more)).isIn("NOT_AFFILIATED", "UNKNOWN");
        }
        assertThat(holding(P, firm(77), DAY)).isEqualTo("1/1 1/1 1/1 true");
    }

    @Test
    void a_hub_beyond_the_limit_of_work_is_not_determined_and_never_certified() throws Exception {
        var extracts = new ArrayList<Egrul>();
        for (int i = 0; i < 12_000; i++) {
            extracts.add(Egrul.of(firm(i), DAY)
                    .holder(P, "6/10")
                    .holder(Egrul.person(1000 + i), "4/10")
                    .head(P));
        }
        extracts.add(Egrul.of(firm(12_000), DAY).holder(Q, "1/1").head(Q));
        inForce("hub.zip", all(extracts));
        OwnershipDoor.sql("insert into ownership.parameter (code, valid_from, value, basis)"
                + " values ('WORK_LIMIT', '2001-01-01', '9000', 'проба')");
        try {
            assertThat(asked("hub beyond the limit", firm(1), firm(12_000), "")).isEqualTo("UNKNOWN");
        } finally {
            OwnershipDoor.sql("delete from ownership.parameter where valid_from = '2001-01-01'");
        }
    }

    @Test
    void a_ring_of_fifty_is_answered() throws Exception {
        var ring = IntStream.range(0, 50)
                .mapToObj(i -> Egrul.of(firm(i), DAY)
                        .holder(firm((i + 1) % 50), "51/100")
                        .holder(P, "49/100")
                        .head(P))
                .toList();
        var extracts = new ArrayList<>(ring);
        extracts.add(Egrul.of(firm(60), DAY).holder(Q, "1/1").head(Q));
        inForce("ring.zip", all(extracts));

        assertThat(asked("ring of 50", firm(0), firm(25), "")).isEqualTo("AFFILIATED");
        assertThat(asked("ring of 50", firm(0), firm(60), ""))
                .as("control goes on beyond the depth looked at")
                .isEqualTo("UNKNOWN");
        assertThat(asked("ring of 50", firm(0), firm(25), "&profile=INTERDEP_105"))
                .isEqualTo("AFFILIATED");
        assertThat(asked("ring of 50", firm(0), firm(60), "&profile=INTERDEP_105"))
                .as("what is left of a share by then is too little")
                .isEqualTo("NOT_AFFILIATED");
        assertThat(holding(P, firm(7), DAY)).isEqualTo("49/100 1/1 49/100 false");
    }

    @Test
    void a_clique_of_thirty_is_answered() throws Exception {
        var extracts = new ArrayList<Egrul>();
        for (int i = 0; i < 30; i++) {
            var one = Egrul.of(firm(i), DAY).head(Egrul.person(100 + i));
            for (int j = 0; j < 30; j++) {
                if (j != i) {
                    one.holder(firm(j), "1/30");
                }
            }
            extracts.add(one.holder(Egrul.person(100 + i), "1/30"));
        }
        extracts.add(Egrul.of(firm(60), DAY).holder(Q, "1/1").head(Q));
        inForce("clique.zip", all(extracts));

        assertThat(asked("clique of 30", firm(0), firm(29), "")).isEqualTo("NOT_AFFILIATED");
        assertThat(asked("clique of 30", firm(0), firm(60), "")).isEqualTo("NOT_AFFILIATED");
        assertThat(holding(firm(0), firm(29), DAY)).as("e = 1/30 + 28/30 e").isEqualTo("1/30 1/2 1/30 false");
        assertThat(asked("clique of 30", firm(0), firm(29), "&profile=INTERDEP_105"))
                .isEqualTo("AFFILIATED");
    }
}
