package ru.mos.clusters.outside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of events that answers with a status of our choice, late or at great length. */
final class BadReceiver implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int status;
    private volatile int seconds;
    private volatile int bytes;

    BadReceiver(int first) throws IOException {
        status = first;
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "bad receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                TimeUnit.SECONDS.sleep(seconds);
                if (status / 100 == 3) {
                    exchange.getResponseHeaders().add("Location", address() + "elsewhere");
                }
                exchange.sendResponseHeaders(status, bytes == 0 ? -1 : bytes);
                for (int sent = 0; sent < bytes; sent += 1000) {
                    exchange.getResponseBody().write(new byte[1000]);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    int calls() {
        return calls.get();
    }

    BadReceiver answering(int another) {
        status = another;
        return this;
    }

    BadReceiver after(int pause) {
        seconds = pause;
        return this;
    }

    BadReceiver with(int size) {
        bytes = size;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
