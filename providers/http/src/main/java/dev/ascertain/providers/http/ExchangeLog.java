package dev.ascertain.providers.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs every exchange: a line at debug, headers and body too at trace. No secret, and no control character. */
final class ExchangeLog implements Client {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeLog.class);

    private final Client next;
    private final Redaction redaction;
    private final Clock clock;

    ExchangeLog(Client next, Redaction redaction, Clock clock) {
        this.next = next;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        if (!LOG.isDebugEnabled()) {
            return next.execute(request, options);
        }
        var start = clock.instant();
        try {
            Response response = next.execute(request, options);
            log(request, response, Duration.between(start, clock.instant()));
            return response;
        } catch (IOException fault) {
            LOG.debug("{} -> {}", shown(request), shown(fault.toString()));
            throw fault;
        }
    }

    private void log(Request request, Response response, Duration duration) throws IOException {
        byte[] body = response.body().asInputStream().readAllBytes();
        LOG.debug("{} -> {}, {} ms, {} bytes", shown(request), response.status(), duration.toMillis(), body.length);
        if (LOG.isTraceEnabled()) {
            LOG.trace("sent {} {}", headers(request.headers()), shown(text(request.body())));
            LOG.trace("received {} {}", headers(response.headers()), shown(text(body)));
        }
    }

    private String shown(Request request) {
        return shown(request.httpMethod() + " " + request.url());
    }

    private String headers(Map<String, Collection<String>> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey() + ": " + redaction.header(header.getKey(), value)))
                .map(this::shown)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /** Without secrets; a character that could forge a line or steer a terminal is written as a number. */
    private String shown(String text) {
        return redaction
                .clean(text)
                .codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? "\\u{%x}".formatted(c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }
}
