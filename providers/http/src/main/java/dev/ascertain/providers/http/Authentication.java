package dev.ascertain.providers.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs each request that goes out, seen with its final address, headers and body.
 *
 * <p>The credential is given a copy, so that a request which is built once and sent twice never carries two signatures.
 */
final class Authentication implements Client {
    private final Client next;
    private final Credential credential;

    Authentication(Client next, Credential credential) {
        this.next = next;
        this.credential = credential;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Request signed = credential.authenticate(copy(request));
        int authorizations = signed.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .mapToInt(header -> header.getValue().size())
                .sum();
        if (authorizations > 1) {
            throw new IllegalStateException("a request with " + authorizations + " Authorization headers");
        }
        return next.execute(signed, options);
    }

    private static Request copy(Request request) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
