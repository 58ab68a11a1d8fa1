package dev.ascertain.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.Pause;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Secret;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A vendor called Acme, as a provider would set it up. */
final class Stub {
    static final String CANARY = "canary/7f3a \"quoted\" +token";
    static final Quota WIDE = new Quota(100_000, Duration.ofSeconds(1));
    static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(900));
    /** Waits are over at once. */
    static final Pause NO_TIME = duration -> {};

    private Stub() {}

    interface Reading {
        @RequestLine("GET /things/{name}")
        Thing thing(@Param("name") String name);

        @RequestLine("GET /things/{name}")
        JsonNode tree(@Param("name") String name);
    }

    interface Asking {
        @RequestLine("PATCH /things/{name}")
        @Headers("Content-Type: application/json")
        Thing change(@Param("name") String name, Thing body);

        @RequestLine("POST /things")
        void add(Thing body);
    }

    record Thing(String name, Boolean verified) {}

    record Bearer(Secret token) implements Credential {
        @Override
        public Request authenticate(Request request) {
            request.header("Authorization", "Bearer " + token.reveal());
            return request;
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    static HttpSettings settings(Quota quota) {
        return new HttpSettings("Acme", new Bearer(Secret.of(CANARY)), quota, Stub::refused);
    }

    static RunContext context(Pause pause) {
        return new RunContext(Clock.systemUTC(), pause, 8, "ascertain/1.2.3");
    }

    static HttpAccess access(Pause pause) {
        return HttpAccess.open(settings(WIDE), context(pause), SHORT);
    }

    static URI at(int port) {
        return URI.create("http://localhost:" + port + "/v1");
    }

    private static ProviderException refused(Refusal refusal) {
        return ProviderException.of(
                        refusal.kind(), "Acme answered %d (%s).".formatted(refusal.status(), refusal.body()))
                .build();
    }
}
