package dev.ascertain.evidence.reach;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that lead to no public server: this machine, its neighbours, private networks, groups, reserved space. A
 * provider's answer, or whoever holds a domain, could otherwise turn the tool against the network that it runs in.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 registry</a>
 */
public final class SpecialAddresses {
    private static final int IPV4_BYTES = 4;

    private static final List<Prefix> IPV4 = List.of(
            Prefix.of("0.0.0.0", 8), // this network
            Prefix.of("10.0.0.0", 8), // private
            Prefix.of("100.64.0.0", 10), // shared by a carrier's customers (CGNAT)
            Prefix.of("127.0.0.0", 8), // loopback
            Prefix.of("169.254.0.0", 16), // link-local; a cloud's metadata service
            Prefix.of("172.16.0.0", 12), // private
            Prefix.of("192.0.0.0", 24), // protocol assignments
            Prefix.of("192.0.2.0", 24), // documentation
            Prefix.of("192.88.99.0", 24), // relays of 6to4, out of use
            Prefix.of("192.168.0.0", 16), // private
            Prefix.of("198.18.0.0", 15), // benchmarks
            Prefix.of("198.51.100.0", 24), // documentation
            Prefix.of("203.0.113.0", 24), // documentation
            Prefix.of("224.0.0.0", 4), // multicast
            Prefix.of("240.0.0.0", 4)); // reserved; broadcast

    /** The only space that is handed out. Unique-local, link-local and multicast addresses are outside of it. */
    private static final Prefix GLOBAL_UNICAST = Prefix.of("2000::", 3);

    private static final List<Prefix> IPV6 = List.of(
            Prefix.of("2001::", 23), // protocol assignments: Teredo, benchmarks, ORCHID
            Prefix.of("2001:db8::", 32), // documentation
            Prefix.of("3fff::", 20)); // documentation

    /** Prefixes behind which an IPv4 address stands, and where. */
    private static final Prefix NAT64 = Prefix.of("64:ff9b::", 96);

    private static final Prefix MAPPED = new Prefix(mapped(), 96);
    private static final Prefix SIX_TO_FOUR = Prefix.of("2002::", 16);

    private SpecialAddresses() {}

    /** Whether an address is one of them. An IPv6 address that wraps an IPv4 one goes by that. */
    public static boolean contain(InetAddress address) {
        return contain(address.getAddress());
    }

    private static boolean contain(byte[] bytes) {
        if (bytes.length == IPV4_BYTES) {
            return IPV4.stream().anyMatch(prefix -> prefix.covers(bytes));
        }
        if (NAT64.covers(bytes) || MAPPED.covers(bytes)) {
            return contain(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.covers(bytes)) {
            return contain(Arrays.copyOfRange(bytes, 2, 6));
        }
        return !GLOBAL_UNICAST.covers(bytes) || IPV6.stream().anyMatch(prefix -> prefix.covers(bytes));
    }

    /** {@code ::ffff:0:0}, which the JDK turns into an IPv4 address wherever it reads one. */
    private static byte[] mapped() {
        byte[] network = new byte[16];
        network[10] = (byte) 0xff;
        network[11] = (byte) 0xff;
        return network;
    }

    /** Addresses that share their first bits. */
    private static final class Prefix {
        private final byte[] network;
        private final int bits;

        private Prefix(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Prefix of(String network, int bits) {
            return new Prefix(InetAddress.ofLiteral(network).getAddress(), bits);
        }

        boolean covers(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = (0xff00 >> bits % Byte.SIZE) & 0xff;
            return Arrays.equals(address, 0, whole, network, 0, whole)
                    && (rest == 0 || ((address[whole] ^ network[whole]) & rest) == 0);
        }
    }
}
