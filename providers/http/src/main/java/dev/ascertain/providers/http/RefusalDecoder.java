package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Shows the vendor's reader what it may see of an answer that is no success. */
final class RefusalDecoder implements ErrorDecoder {
    private final String vendor;
    private final RefusalReader reader;
    private final Clock clock;

    RefusalDecoder(String vendor, RefusalReader reader, Clock clock) {
        this.vendor = vendor;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Exception decode(String method, Response response) {
        if (response.status() < 400) {
            return redirected(response);
        }
        Refusal refusal = refusal(response);
        ProviderException told = reader.read(refusal);
        return told.retryAfter().isPresent() || refusal.retryAfter() == null
                ? told
                : Failures.withRetryAfter(told, refusal.retryAfter());
    }

    private Refusal refusal(Response response) {
        return new Refusal(
                response.status(),
                response.request().httpMethod().name(),
                URI.create(response.request().url()).getPath(),
                text(response.body()),
                MediaType.of(response).isJson(),
                Headers.requestId(response).orElse(null),
                Headers.retryAfter(response, clock).orElse(null));
    }

    private static String text(Response.@Nullable Body body) {
        if (body == null) {
            return "";
        }
        try {
            return new String(body.asInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            return "";
        }
    }

    private ProviderException redirected(Response response) {
        return ProviderException.of(
                        Kind.MALFORMED_RESPONSE,
                        "%s answered with a redirect (%d), which is not followed: a credential goes to no other address."
                                .formatted(vendor, response.status()))
                .hint("Check the address of the account, and whether a proxy stands in between.")
                .build();
    }
}
