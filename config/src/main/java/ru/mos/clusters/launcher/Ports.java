package ru.mos.clusters.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports, looked at before anything is started that would find them taken only after a while. */
final class Ports {

    private Ports() {}

    /** @throws IllegalStateException when somebody listens there already, or nobody may */
    static void requireFree(String address, int port, String purpose) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            probe.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException("the " + purpose + " port " + port + " cannot be used on " + address + " ("
                    + taken.getMessage() + "). Stop the program that listens there, or set CLUSTERS_HTTP_PORT: the"
                    + " management port lies " + Settings.MANAGEMENT_OFFSET + " above it.");
        }
    }
}
