package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong, over HTTP: each answer is spoilt for real. */
class FaultsTest {
    private static final String WORLD = """
            cloudflare:
              tokens: [{token: all}]
              zones:
                - name: shop.example
                  id: "11111111111111111111111111111111"
                  verifications:
                    - hostname: shop.example
                      certificate_status: timing_out
                      changes: [{after_trigger: 0s, set: {certificate_status: active}}]
            faults:
            """;

    private static final String VERIFICATION = "/zones/11111111111111111111111111111111/ssl/verification";

    private final SettableClock clock = new SettableClock();

    @Test
    void answersWithHtmlTheFirstTimes() {
        try (var sandbox = with("- {path: /client/v4/*, first: 2, answer: html}");
                var client = client(sandbox)) {
            var answer = client.get(VERIFICATION + "?retry=true");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
            assertThat(answer.body()).startsWith("<!DOCTYPE html>");
            assertThat(client.get("/zones").statusCode()).isEqualTo(503);
            assertThat(status(client)).as("the trigger did not arrive").isEqualTo("timing_out");
        }
    }

    @Test
    void throttles() {
        try (var sandbox = with("- {path: /client/v4/zones, answer: throttled, first: 1, retry_after: 2s}");
                var client = client(sandbox)) {
            var answer = client.get("/zones");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(client.get("/zones").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWithTime() {
        try (var sandbox = with("- {path: \"*\", until: 10s, answer: html}");
                var client = client(sandbox)) {
            assertThat(client.get("/zones").statusCode()).isEqualTo(503);
            clock.pass("10s");
            assertThat(client.get("/zones").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void cutsTheAnswerButNotTheCall() {
        try (var sandbox = with("- {path: \"*retry=true\", answer: cut}");
                var client = client(sandbox)) {
            assertThatThrownBy(() -> client.get(VERIFICATION + "?retry=true")).hasCauseInstanceOf(IOException.class);
            assertThat(status(client)).as("the trigger arrived").isEqualTo("active");
        }
    }

    @Test
    void sendsHalfTheJson() {
        try (var sandbox = with("- {path: \"*\", answer: half}");
                var client = client(sandbox)) {
            var answer = client.get("/zones");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> new ObjectMapper().readTree(answer.body()))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void sendsAHundredMegabytes() {
        try (var sandbox = with("- {path: \"*\", answer: huge}");
                var client = client(sandbox)) {
            assertThat(client.get("/zones").body().length()).isGreaterThan(100_000_000);
        }
    }

    @Test
    void closesTheConnection() {
        try (var sandbox = with("- {path: \"*\", method: GET, answer: reset}");
                var client = client(sandbox)) {
            assertThatThrownBy(() -> client.get("/zones")).hasCauseInstanceOf(IOException.class);
            assertThat(client.send("POST", "/zones", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void neverAnswers() {
        try (var sandbox = with("- {path: \"*\", answer: never}");
                var client = client(sandbox).waiting(Duration.ofMillis(200))) {
            assertThatThrownBy(() -> client.get("/zones")).hasCauseInstanceOf(HttpTimeoutException.class);
            assertThat(sandbox.requests()).extracting(Exchange::spoilt).containsExactly("never");
        }
    }

    @Test
    void takesItsTime() {
        try (var sandbox = with("- {path: \"*\", latency: 150ms}");
                var client = client(sandbox)) {
            client.get("/zones");
            long begin = System.nanoTime();
            client.get("/zones");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
        }
    }

    private Sandbox with(String fault) {
        return Sandbox.start(Scenario.parse(WORLD + "  " + fault + "\n"), clock);
    }

    private static Client client(Sandbox sandbox) {
        return new Client(sandbox.cloudflare(), "Authorization", "Bearer all");
    }

    private static String status(Client client) {
        return client.result(VERIFICATION).path(0).path("certificate_status").asText();
    }
}
