package ru.mos.clusters.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the screens: logs in by the form, then asks for pages. */
final class Session {

    private static final Pattern FIELD = Pattern.compile("<input[^>]*>");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI root;

    private Session(URI root) {
        this.root = root;
    }

    static Session of(String url, String login, String password) throws IOException, InterruptedException {
        var session = new Session(URI.create(url));
        session.logIn(login, password);
        return session;
    }

    private void logIn(String login, String password) throws IOException, InterruptedException {
        var form = send(request("login.xhtml").GET().build());
        var fields = new ArrayList<String>();
        for (var field :
                (Iterable<String>) FIELD.matcher(form.body()).results().map(found -> found.group())::iterator) {
            var name = attribute(field, "name");
            var value =
                    name.endsWith("password") ? password : name.endsWith("name") ? login : attribute(field, "value");
            fields.add(encoded(name) + "=" + encoded(value));
        }
        var answer = send(request("login.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", fields)))
                .build());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("not logged in: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** The page as it is sent. @throws IllegalStateException when there is none */
    String page(String path) throws IOException, InterruptedException {
        var answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Accept-Language", "ru")
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
