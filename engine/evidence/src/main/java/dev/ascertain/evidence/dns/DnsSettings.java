package dev.ascertain.evidence.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Who is asked, and how long.
 *
 * @param resolvers the public resolvers
 * @param root the addresses of a private root's name servers; empty for the public root
 * @param port where authoritative servers listen, 1 to 65535
 * @param privateAddresses whether name servers at loopback, private and other special addresses are asked; those of a
 *     private root are in any case
 * @param probe for one question, every repetition included
 */
public record DnsSettings(
        List<Contact> resolvers, List<InetAddress> root, int port, boolean privateAddresses, Duration probe) {
    public DnsSettings {
        resolvers = List.copyOf(resolvers);
        root = List.copyOf(root);
    }
}
