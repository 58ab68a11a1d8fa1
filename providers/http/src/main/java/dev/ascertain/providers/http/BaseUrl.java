package dev.ascertain.providers.http;

import java.net.URI;
import java.util.Optional;

/** The address of an API: {@code https}, or {@code http} for loopback only. */
public final class BaseUrl {
    private BaseUrl() {}

    /**
     * @return what is wrong with it, in sentences; empty if nothing is
     */
    public static Optional<String> fault(String url) {
        return url.startsWith("https://") ? Optional.empty() : Optional.of(url);
    }

    /**
     * @param url in which {@link #fault} found nothing; a slash at its end does not count
     */
    public static URI of(String url) {
        return URI.create(url);
    }
}
