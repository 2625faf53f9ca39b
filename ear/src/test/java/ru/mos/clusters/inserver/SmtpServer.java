package ru.mos.clusters.inserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes every letter, or none. */
final class SmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    SmtpServer() throws IOException {
        var thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> letters() {
        return letters;
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept();
                    var in =
                            new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    var out = client.getOutputStream()) {
                out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.equals("DATA")) {
                        out.write("354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write((answer(line, in) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // the next client, or the end
            }
        }
    }

    private String answer(String line, BufferedReader in) throws IOException {
        if (line.startsWith("RCPT") && refusing) {
            return "451 come again later";
        }
        if (line.equals("DATA")) {
            return taken(in);
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private String taken(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        letters.add(letter.toString());
        return "250 taken";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
