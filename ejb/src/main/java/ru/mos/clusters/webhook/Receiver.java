package ru.mos.clusters.webhook;

import static ru.mos.clusters.platform.Environment.setting;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.Problem;

/**
 * Where events may be sent. Over open networks only encrypted, and never into a network that the server alone can reach, unless
 * the setting {@code CLUSTERS_WEBHOOK_HOSTS} names the host: else whoever enters an address could knock at doors behind ours.
 */
final class Receiver {

    private static final int LONGEST = 1000;

    private Receiver() {}

    /**
     * The address, if it may be entered. A host that no name server knows yet passes; it is looked at again whenever something is
     * sent.
     *
     * @throws Problem {@code receiver-malformed}, {@code receiver-not-encrypted}, {@code receiver-forbidden}
     */
    static URI enterable(String text) {
        var address = parsed(text.strip());
        if (!isNamed(address.getHost())) {
            if (!address.getScheme().equalsIgnoreCase("https")) {
                throw new Problem(WebhookProblem.RECEIVER_NOT_ENCRYPTED).at("/url");
            }
            try {
                requirePublic(address.getHost());
            } catch (UnknownHostException later) {
                return address;
            }
        }
        return address;
    }

    /**
     * Refuses to send where a name has come to lead. The client looks the name up again, but within the time for which the
     * runtime keeps answers, so it is told the same.
     *
     * @throws Problem {@code receiver-forbidden}
     * @throws UnknownHostException when no name server knows the host
     */
    static void requireReachable(URI address) throws UnknownHostException {
        if (!isNamed(address.getHost())) {
            requirePublic(address.getHost());
        }
    }

    private static URI parsed(String text) {
        try {
            var address = new URI(text);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && text.length() <= LONGEST
                    && List.of("http", "https").contains(scheme)) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new Problem(WebhookProblem.RECEIVER_MALFORMED).at("/url");
    }

    /** Whether the operator has vouched for the host. */
    private static boolean isNamed(String host) {
        return Arrays.stream(setting("CLUSTERS_WEBHOOK_HOSTS", "").split("[\\s,]+", -1))
                .anyMatch(host::equalsIgnoreCase);
    }

    private static void requirePublic(String host) throws UnknownHostException {
        for (var address : InetAddress.getAllByName(host)) {
            if (isInner(address)) {
                throw new Problem(WebhookProblem.RECEIVER_FORBIDDEN, host).at("/url");
            }
        }
    }

    /** Of this machine, its networks, a cloud's metadata, or of no host at all. */
    static boolean isInner(InetAddress address) {
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean unique = address instanceof Inet6Address && (first & 0xfe) == 0xfc;
        boolean carriers = !(address instanceof Inet6Address) && first == 100 && (second & 0xc0) == 64;
        boolean none = !(address instanceof Inet6Address) && (first == 0 || first >= 240);
        boolean embedded = address instanceof Inet6Address && holdsIpv4(bytes);
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || unique
                || carriers
                || none
                || embedded;
    }

    /** Prefixes whose addresses stand for others of version 4: translation (64:ff9b::), 6to4, Teredo, compatible ones. */
    private static boolean holdsIpv4(byte[] bytes) {
        int start = word(bytes, 0);
        int next = word(bytes, 2);
        return start == 0 || (start == 0x64 && next == 0xff9b) || start == 0x2002 || (start == 0x2001 && next == 0);
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
