package ru.mos.clusters.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program of another department that is told of events: it takes what is signed with the secret, new, and not known yet. Needs
 * nothing but a JDK. Over a network put it behind {@code https}.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Integer> answered = new CopyOnWriteArrayList<>();
    private volatile String secret;
    private HttpServer server;
    private int port;

    /** Opens on a free port of this machine. */
    public WebhookReceiver(String secret) throws IOException {
        this.secret = secret;
        listen();
    }

    /** Arguments: the secret. Prints each event it takes. */
    public static void main(String[] arguments) throws IOException {
        var receiver = new WebhookReceiver(arguments[0]);
        System.out.println("Enter " + receiver.address() + " as the address of a webhook");
    }

    private void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/events", this::receive);
        server.start();
        port = server.getAddress().getPort();
    }

    /** Where events are to be sent. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/events");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int status = answer(exchange, body);
            answered.add(status);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int answer(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        var id = headers.getFirst("webhook-id");
        var sent = headers.getFirst("webhook-timestamp");
        var signatures = headers.getFirst("webhook-signature");
        if (id == null || sent == null || signatures == null || !signed(id, sent, body, signatures)) {
            return 401;
        }
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(sent)), Instant.now())
                        .abs()
                        .compareTo(OLDEST)
                > 0) {
            return 401; // somebody repeats what they once overheard
        }
        synchronized (ids) {
            if (ids.add(id)) { // else it came before and only our answer was lost
                taken.add(body);
            }
        }
        return 204;
    }

    /** One of the signatures has to be right: while a secret is being changed there are two. */
    private boolean signed(String id, String sent, String body, String signatures) {
        var right = "v1," + sign(id + "." + sent + "." + body);
        boolean found = false;
        for (var one : signatures.split(" ", -1)) {
            found |= MessageDigest.isEqual(one.getBytes(UTF_8), right.getBytes(UTF_8));
        }
        return found;
    }

    private String sign(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bodies of the events taken, in the order in which they came, each once. */
    public List<String> taken() {
        return new ArrayList<>(taken);
    }

    /** Statuses answered so far. */
    public List<Integer> answered() {
        return new ArrayList<>(answered);
    }

    /** Works with another secret from now on. */
    public void secret(String another) {
        secret = another;
    }

    /** Is down. */
    public void stop() {
        server.stop(0);
    }

    /** Is back where it was. */
    public void start() throws IOException {
        listen();
    }

    @Override
    public void close() {
        stop();
    }
}
