package ru.mos.clusters.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import ru.mos.clusters.drill.Installation;
import ru.mos.clusters.example.WebhookReceiver;

/**
 * Ten thousand events of a hundred things for one receiver, with a {@code kill -9} of the server again and again while they are sent:
 * all arrive, those of a thing in the order of their changes. {@code CLUSTERS_WEBHOOK_HOSTS=127.0.0.1 ./mvnw -Pdrill
 * -Ddrill.main=ru.mos.clusters.outside.WebhookDrill -Ddrill.kills=3}; not part of {@code verify}.
 */
public final class WebhookDrill {

    private static final int PORT = Integer.getInteger("drill.port", 8090);
    private static final int KILLS = Integer.getInteger("drill.kills", 3);
    private static final int EVENTS = Integer.getInteger("drill.events", 10_000);
    private static final int THINGS = 100;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

    private WebhookDrill() {}

    /** Ends with 0 if all held. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("clusters.url", "http://127.0.0.1:" + PORT + "/");
        var folder = Path.of(System.getProperty("drill.folder", "target/drill"))
                .toAbsolutePath()
                .resolve("webhook-" + System.nanoTime());
        String fault;
        try (var product = Installation.empty(folder, PORT);
                var receiver = new WebhookReceiver("whsec_AAAA")) {
            System.setProperty("clusters.db.url", product.databaseUrl());
            FromOutside.given("admin");
            var made = Door.api("admin", "POST", "webhooks", """
                    {"name": "Испытание", "url": "%s", "types": ["ru.mos.clusters.payment.executed.v1"]}""".formatted(receiver.address()));
            receiver.secret(made.json().get("secret").asText());
            CallsRestIT.run("""
                    insert into platform.change (actor, action, subject_kind, subject)
                    select 'system', 'PAYMENT_EXECUTED', 'PAYMENT',
                           '00000000-0000-0000-0000-' || lpad((n %% %d)::text, 12, '0')
                      from generate_series(1, %d) n""".formatted(THINGS, EVENTS));
            long begun = System.nanoTime();
            for (int kill = 1; kill <= KILLS; kill++) {
                until(receiver, EVENTS * kill / (KILLS + 2), begun);
                System.out.println("kill " + kill + " after " + receiver.taken().size() + " events");
                product.killServer();
            }
            until(receiver, EVENTS, begun);
            System.out.println(EVENTS + " events in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)
                    + " s, sent " + receiver.answered().size() + " times");
            fault = fault(receiver);
        }
        System.out.println(fault == null ? "All held." : "FAILED: " + fault);
        System.exit(fault == null ? 0 : 1);
    }

    private static void until(WebhookReceiver receiver, int many, long begun) throws InterruptedException {
        while (receiver.taken().size() < many && System.nanoTime() - begun < PATIENCE_NANOS) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String fault(WebhookReceiver receiver) throws Exception {
        if (receiver.taken().size() != EVENTS) {
            return "lost " + (EVENTS - receiver.taken().size());
        }
        var last = new HashMap<String, Long>();
        for (var body : receiver.taken()) {
            var event = new ObjectMapper().readTree(body);
            var before = last.put(event.get("subject").asText(), event.get("id").asLong());
            if (before != null && before > event.get("id").asLong()) {
                return event.get("subject") + ": " + before + " came before " + event.get("id");
            }
        }
        return null;
    }
}
