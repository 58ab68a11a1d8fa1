package dev.ascertain.providers.huaweicloud.live;

import feign.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request's headers, whatever case their names are written in. */
final class RequestHeaders {
    private RequestHeaders() {}

    /** The first value of a header. */
    static Optional<String> first(Request request, String name) {
        return ignoringCase(request).getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The same request with these headers in place of any of their names: there are never two of one. */
    static Request with(Request request, Map<String, String> replacing) {
        Map<String, Collection<String>> headers = ignoringCase(request);
        replacing.forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }

    private static Map<String, Collection<String>> ignoringCase(Request request) {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        return headers;
    }
}
