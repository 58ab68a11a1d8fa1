package dev.ascertain.providers.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of an API: {@code https}, or {@code http} for loopback only. */
public final class BaseUrl {
    /** By form alone: a name that merely resolves to loopback is no loopback, whoever answers for it. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[(0{1,4}:){7}0{0,3}1]");

    private BaseUrl() {}

    /**
     * @return what is wrong with it, in sentences; empty if nothing is
     */
    public static Optional<String> fault(String url) {
        try {
            return Optional.ofNullable(fault(new URI(url)));
        } catch (URISyntaxException malformed) {
            return Optional.of("This is no address. Write it like https://api.example.com/v1.");
        }
    }

    private static @Nullable String fault(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return "An address begins with https:// here. Write it like https://api.example.com/v1.";
        }
        if (uri.getHost() == null) {
            return "This address names no host. Write it like https://api.example.com/v1.";
        }
        if (uri.getRawUserInfo() != null) {
            return "This address holds a user name or a password. Take it out: credentials have settings of their own.";
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return "This address goes on after its path. End it before the ? or #.";
        }
        if (scheme.equals("http")
                && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            return "With http:// the credential could be read on the way, so that is accepted for this machine only"
                    + " (localhost, 127.0.0.1, [::1]). Use https://.";
        }
        return null;
    }

    /**
     * @param url in which {@link #fault} found nothing; a slash at its end does not count
     * @throws IllegalArgumentException if {@link #fault} does find something; its message is that
     */
    public static URI of(String url) {
        fault(url).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        String trimmed = url;
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return URI.create(trimmed);
    }
}
