package ru.mos.clusters.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Brings one event to one receiver and tells what came of it. It follows no redirect and reads no long answer. */
@ApplicationScoped
class Courier {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For the whole of it, the answer included; far shorter than the lease of the sender. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LONGEST_REMARK = 1000;

    private static final int GONE = 410;

    private HttpClient client;

    /**
     * What came of a try.
     *
     * @param status null: there was no answer
     * @param remark the beginning of the answer, or why there was none
     */
    record Outcome(@Nullable Integer status, String remark) {
        boolean taken() {
            return status != null && status / 100 == 2;
        }

        /** The receiver wants nothing any more. */
        boolean gone() {
            return status != null && status == GONE;
        }
    }

    @PostConstruct
    void open() {
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @param secrets with which to sign, the current one first */
    Outcome bring(Event event, URI address, List<String> secrets) {
        try {
            return answered(request(event, address, secrets));
        } catch (Problem forbidden) {
            return new Outcome(null, ProblemTexts.text(forbidden, ProblemTexts.RUSSIAN));
        } catch (UnknownHostException unknown) {
            return new Outcome(null, "unknown host " + address.getHost());
        } catch (TimeoutException late) {
            return new Outcome(null, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (IOException failure) {
            return new Outcome(null, remark(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
        }
    }

    private static HttpRequest request(Event event, URI address, List<String> secrets) {
        var body = event.json();
        var now = Instant.now(); // the receiver compares it with its own clock
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("User-Agent", "cluster-support-webhook/1")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(secrets, event.id(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Outcome answered(HttpRequest request) throws IOException, TimeoutException {
        try {
            return once(request);
        } catch (ConnectException | UnknownHostException absent) {
            throw absent;
        } catch (IOException stale) {
            return once(request); // a connection kept from the event before, which the receiver had closed meanwhile
        }
    }

    private Outcome once(HttpRequest request) throws IOException, TimeoutException {
        Receiver.requireReachable(request.uri());
        var sent = client.sendAsync(request, any -> new FirstBytes());
        try {
            HttpResponse<String> answer = sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome(answer.statusCode(), remark(answer.body()));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw new TimeoutException();
            }
            throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", shutdown);
        } finally {
            sent.cancel(true); // nothing where it is done
        }
    }

    private static String remark(@Nullable String text) {
        var printable = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return printable.substring(0, Math.min(printable.length(), LONGEST_REMARK));
    }
}
