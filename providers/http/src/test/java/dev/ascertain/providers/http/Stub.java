package dev.ascertain.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Secret;
import dev.ascertain.testkit.FakeTime;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A vendor called Acme, as a provider would set it up. */
final class Stub {
    static final String CANARY = "canary/7f3a \"quoted\" +token==";
    static final Quota WIDE = new Quota(100_000, Duration.ofSeconds(1));
    static final int PARALLELISM = 8;

    private Stub() {}

    interface Reading {
        @RequestLine("GET /things/{name}")
        Thing thing(@Param("name") String name);

        @RequestLine("GET /things/{name}")
        JsonNode tree(@Param("name") String name);

        default Thing main() {
            return thing("main");
        }
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

    static HttpAccess access(FakeTime time) {
        return HttpAccess.open(settings(WIDE), time.context(PARALLELISM));
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
