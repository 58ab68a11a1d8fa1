package dev.ascertain.providers.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes secrets out of every body as it comes in, before anybody sees it: some vendors answer a failed signature with
 * all that was signed.
 */
final class Cleaning implements Client {
    private final Client next;
    private final Redaction redaction;

    Cleaning(Client next, Redaction redaction) {
        this.next = next;
        this.redaction = redaction;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Response response = next.execute(request, options);
        String body = new String(response.body().asInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String clean = redaction.clean(body);
        return clean.equals(body)
                ? response
                : response.toBuilder().body(clean, StandardCharsets.UTF_8).build();
    }
}
