package dev.ascertain.evidence.web;

import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.reach.Reach;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a certificate authority would ask: {@code http} or {@code https}, a host name, no more. It comes from
 * a provider or a server, so nothing else gets through: no user, no IP address, no control character.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in lower case, without a final dot, in the ASCII form of the DNS
 * @param port as written; the scheme's own if none is
 * @param portWritten whether it is
 * @param target path and query, printable ASCII; at least {@code /}
 */
record Link(String scheme, String host, int port, boolean portWritten, String target) {
    /** Longer ones exist, but none that leads to a token. */
    static final int LONGEST = 2048;

    private static final Pattern AUTHORITY =
            Pattern.compile("([a-zA-Z0-9_-]{1,63}(?:\\.[a-zA-Z0-9_-]{1,63})*\\.?)(?::([0-9]{1,5}))?");
    private static final Pattern LIKE_AN_IP_ADDRESS = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final int LONGEST_NAME = 253;
    private static final int HIGHEST_PORT = 65535;

    /** Empty if it is not such an address. */
    static Optional<Link> of(String url) {
        return parsed(url).flatMap(Link::of);
    }

    /** Where a redirect leads from here; empty if that is not such an address. */
    Optional<Link> to(String location) {
        return parsed(location).map(URI.create(url())::resolve).flatMap(Link::of);
    }

    private static Optional<URI> parsed(String url) {
        if (url.length() > LONGEST || url.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(encoded(url.strip())));
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }

    /** What browsers and authorities encode by themselves, encoded. */
    private static String encoded(String url) {
        var text = new StringBuilder();
        url.codePoints().forEach(point -> {
            if (point > 0x7e || " \"<>\\^`{|}".indexOf(point) >= 0) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                for (byte each : bytes) {
                    text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
                }
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static Optional<Link> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = Names.canonical(parts.group(1));
        String written = parts.group(2);
        int port = written == null ? usualPort(scheme) : Integer.parseInt(written);
        if (host.length() > LONGEST_NAME
                || LIKE_AN_IP_ADDRESS.matcher(host).matches()
                || port < 1
                || port > HIGHEST_PORT) {
            return Optional.empty();
        }
        return Optional.of(new Link(scheme, host, port, written != null, target(uri)));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? Reach.TLS : Reach.HTTP;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** As it stands in {@code Host}. */
    String authority() {
        return portWritten ? host + ":" + port : host;
    }

    String url() {
        return scheme + "://" + authority() + target;
    }

    /** Whether an authority would connect to this port: those of HTTP and HTTPS, and what stands for them here. */
    boolean hasUsualPort(Reach reach) {
        return port == Reach.HTTP || port == Reach.TLS || port == reach.httpPort() || port == reach.tlsPort();
    }
}
