package dev.ascertain.providers.http;

import dev.ascertain.spi.Secret;
import feign.Request;
import java.util.List;

/** How a request is authenticated. Asked anew for every request that goes out, a repeated one included. */
public interface Credential {
    /**
     * @param request the final URL, headers and body
     * @return the same request with the headers that authenticate it
     */
    Request authenticate(Request request);

    /** What must never be seen outside the request. */
    List<Secret> secrets();
}
