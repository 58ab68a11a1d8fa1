package dev.ascertain.evidence.reach;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How servers are reached.
 *
 * @param httpPort what is connected to where port 80 is meant
 * @param tlsPort what is connected to where port 443 is meant
 * @param specialAddresses whether {@linkplain SpecialAddresses special addresses} may be connected to
 * @param within the time for all that is done at one address, redirects included
 */
public record Reach(int httpPort, int tlsPort, boolean specialAddresses, Duration within) {
    public static final int HTTP = 80;
    public static final int TLS = 443;

    public boolean permits(InetAddress address) {
        return specialAddresses || !SpecialAddresses.contain(address);
    }

    /** The port that is connected to where one is meant. */
    public int port(int meant) {
        return switch (meant) {
            case HTTP -> httpPort;
            case TLS -> tlsPort;
            default -> meant;
        };
    }
}
