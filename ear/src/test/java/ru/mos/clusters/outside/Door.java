package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks HTTP by hand, so that also what no decent client would send can be sent. */
final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI ADDRESS = URI.create(FromOutside.URL);
    private static final int PATIENCE_MILLIS = 120_000;

    private Door() {}

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

        String header(String name) {
            var values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? null : values.get(0);
        }

        String body() {
            return new String(bytes, UTF_8);
        }

        JsonNode json() throws IOException {
            return JSON.readTree(bytes);
        }

        @Override
        public String toString() {
            var body = body();
            return status + " " + headers + "\n" + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
        }
    }

    /** Under {@code /api/v1}, as a demo user; null: nobody. */
    static Answer api(String login, String method, String path, String body, String... headers) throws IOException {
        return send(method, "/api/v1/" + path, with(login, body, headers), body == null ? null : body.getBytes(UTF_8));
    }

    private static String[] with(String login, String body, String... headers) {
        var all = new java.util.ArrayList<>(List.of(headers));
        if (login != null) {
            all.add("Authorization");
            all.add(basic(login, "demo"));
        }
        if (body != null && !all.contains("Content-Type")) {
            all.add("Content-Type");
            all.add("application/json");
        }
        return all.toArray(String[]::new);
    }

    static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
    }

    /** The request exactly as given, on a connection of its own. */
    static Answer send(String method, String target, String[] headers, byte[] body) throws IOException {
        return send(method, target, headers, body == null ? -1 : body.length, out -> {
            if (body != null) {
                out.write(body);
            }
        });
    }

    /** With a body of so many zeros, of which no more are made than the server takes. */
    static Answer sendZeros(String method, String target, String[] headers, long size) throws IOException {
        return send(method, target, headers, size, out -> {
            var zeros = new byte[1 << 16];
            for (long sent = 0; sent < size; sent += zeros.length) {
                out.write(zeros, 0, (int) Math.min(zeros.length, size - sent));
            }
        });
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static Answer send(String method, String target, String[] headers, long size, Body body)
            throws IOException {
        try (var socket = new Socket(ADDRESS.getHost(), ADDRESS.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + ADDRESS.getAuthority()
                    + "\r\nConnection: close\r\n");
            for (int i = 0; i < headers.length; i += 2) {
                if (!headers[i + 1].isEmpty()) {
                    head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
                }
            }
            if (size >= 0) {
                head.append("Content-Length: ").append(size).append("\r\n");
            }
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(UTF_8));
            writeUnlessRefused(out, body);
            return read(socket.getInputStream().readAllBytes());
        }
    }

    /** A server that refuses a body early closes the way in; its answer can be read nevertheless. */
    private static void writeUnlessRefused(OutputStream out, Body body) {
        try {
            body.write(out);
            out.flush();
        } catch (IOException refused) {
            // the answer says why
        }
    }

    private static Answer read(byte[] all) {
        int end = new String(all, ISO_8859_1).indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: " + new String(all, ISO_8859_1));
        }
        var lines = new String(all, 0, end, UTF_8).split("\r\n");
        var headers = new HashMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(
                            lines[i].substring(0, colon).toLowerCase(Locale.ROOT), none -> new java.util.ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        var body = java.util.Arrays.copyOfRange(all, end + 4, all.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int line = at;
            while (chunks[line] != '\r') {
                line++;
            }
            int size = Integer.parseInt(new String(chunks, at, line - at, ISO_8859_1).split(";")[0].strip(), 16);
            whole.write(chunks, line + 2, size);
            at = line + 2 + size + 2;
            if (size == 0) {
                break;
            }
        }
        return whole.toByteArray();
    }
}
