package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.AddressText;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a question is sent. */
public sealed interface Contact {
    /** The port of the DNS, which is left out where it is written down. */
    int USUAL_PORT = 53;

    /** As it stands in evidence and in the manifest. */
    String text();

    /**
     * Over UDP, and over TCP if the answer is cut.
     *
     * @param port 1 to 65535
     */
    record Plain(InetAddress address, int port) implements Contact {
        @Override
        public String text() {
            String host = AddressText.of(address);
            if (port == USUAL_PORT) {
                return host;
            }
            return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
        }
    }

    /** Over HTTPS (RFC 8484). */
    record Https(URI address) implements Contact {
        @Override
        public String text() {
            return address.toString();
        }
    }

    /** Reads an address, {@code address:port}, {@code [address]:port} or {@code https://…}; empty if it is none. */
    static Optional<Contact> parse(String text) {
        return text.startsWith("https://") ? https(text) : plain(text);
    }

    /** Reads an IPv4 address of four numbers or an IPv6 address; never looks a name up. Empty if it is neither. */
    static Optional<InetAddress> address(String text) {
        if (text.indexOf(':') < 0 && !Form.IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Contact> plain(String text) {
        var parts = Form.WITH_PORT.matcher(text);
        boolean withPort = parts.matches();
        int port = withPort ? Integer.parseInt(parts.group("port")) : USUAL_PORT;
        String host = text;
        if (withPort) {
            host = parts.group("ipv6") == null ? parts.group("ipv4") : parts.group("ipv6");
        }
        return address(host).filter(_ -> port >= 1 && port <= 65_535).map(address -> new Plain(address, port));
    }

    private static Optional<Contact> https(String text) {
        try {
            URI uri = new URI(text);
            boolean usable = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return usable ? Optional.of(new Https(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The forms of an address. */
    final class Form {
        private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
        private static final Pattern WITH_PORT =
                Pattern.compile("(\\[(?<ipv6>[^\\]]+)]|(?<ipv4>[0-9.]+)):(?<port>\\d{1,5})");

        private Form() {}
    }
}
