package dev.ascertain.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Secret;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call through every layer of a real one, but for the network: what is loaded and linked at a first call is there
 * then. It carries no credential.
 */
final class DryRun {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private DryRun() {}

    /** Does it, unless it was begun before: once serves all providers. */
    static void once() {
        if (BEGUN.compareAndSet(false, true)) {
            make();
        }
    }

    static JsonNode make() {
        var settings = new HttpSettings("nobody", new Nobody(), new Quota(1, Duration.ofMinutes(1)), refusal -> {
            throw new IllegalStateException("nobody refuses with " + refusal);
        });
        var context = new RunContext(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), _ -> {}, 1, "nobody");
        try (var access = HttpAccess.over(new Unplugged(context), settings, context)) {
            return access.triggers(Nowhere.class, URI.create("http://localhost"))
                    .ask("anything");
        }
    }

    interface Nowhere {
        @RequestLine("GET /{thing}")
        JsonNode ask(@Param("thing") String thing);
    }

    /** Builds the client, and answers itself. */
    private static final class Unplugged extends Transport {
        Unplugged(RunContext context) {
            super(context.parallelism(), context.userAgent(), Timeouts.USUAL);
        }

        @Override
        public Response execute(Request request, Request.Options options) {
            prepare();
            return Response.builder()
                    .status(200)
                    .request(request)
                    .headers(Map.of("Content-Type", List.of("application/json")))
                    .body("{}", StandardCharsets.UTF_8)
                    .build();
        }
    }

    private record Nobody() implements Credential {
        @Override
        public Request authenticate(Request request) {
            return request;
        }

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }
}
