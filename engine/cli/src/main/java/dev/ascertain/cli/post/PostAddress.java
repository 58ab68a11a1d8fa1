package dev.ascertain.cli.post;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.spi.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where messages are sent. Whoever knows such an address can send there, so that all of it but the host is a secret: it
 * is revealed in the request only.
 */
public final class PostAddress {
    /** By form alone: a name that merely resolves to loopback is no loopback, whoever answers for it. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern SECRET_PART = Pattern.compile("(?i)(https?://[^/?#\\s'\"@]*)[/?#@][^\\s'\"]*");

    private final Secret address;
    private final String host;

    private PostAddress(URI address) {
        this.address = Secret.of(address.toString());
        this.host = Visible.line(address.getHost());
    }

    /** Whether a text means an address: no file is called so. */
    public static boolean isMeant(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * @param text {@code https}, or {@code http} for loopback
     * @throws AddressFault if it is something else
     */
    public static PostAddress of(String text) throws AddressFault {
        try {
            var address = new URI(text.strip());
            check(address);
            return new PostAddress(address);
        } catch (URISyntaxException _) {
            throw new AddressFault("that is no address");
        }
    }

    private static void check(URI address) throws AddressFault {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new AddressFault("an address begins with https:// here");
        }
        String host = address.getHost();
        if (host == null) {
            throw new AddressFault("this address names no host");
        }
        if (address.getRawUserInfo() != null) {
            throw new AddressFault("this address holds a user name or a password, which would not be sent");
        }
        if (scheme.equals("http")
                && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new AddressFault("with http:// the address could be read on the way, so that is accepted for this"
                    + " machine only (localhost, 127.0.0.1, [::1]); use https://");
        }
    }

    /** A text with the secret part of every address in it left out. */
    public static String masked(String text) {
        return SECRET_PART.matcher(text).replaceAll("$1/…");
    }

    /** What may be told of it, as a harmless line. */
    public String host() {
        return host;
    }

    URI reveal() {
        return URI.create(address.reveal());
    }

    /** Whether a word stands in the address itself. */
    boolean contains(String word) {
        return address.reveal().contains(word);
    }

    @Override
    public String toString() {
        return host;
    }
}
