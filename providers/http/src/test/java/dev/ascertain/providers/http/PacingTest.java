package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.testkit.FakeTime;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PacingTest {
    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private final List<String> sent = new ArrayList<>();
    private final Pacing pacing = new Pacing(
            (request, _) -> {
                sent.add(time.instant().toString());
                return Response.builder()
                        .status(200)
                        .request(request)
                        .body(new byte[0])
                        .build();
            },
            Stub.settings(new Quota(2, Duration.ofSeconds(10))),
            time.context(4));

    @Test
    void waitsForATokenAndNoLonger() throws IOException {
        for (int i = 0; i < 5; i++) {
            call();
        }

        assertThat(sent)
                .containsExactly(
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:10Z",
                        "2026-01-01T00:00:10Z",
                        "2026-01-01T00:00:20Z");
        assertThat(time.held()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void ctrlCEndsTheWait() throws IOException {
        call();
        call();
        time.stop();

        assertThatThrownBy(this::call)
                .isInstanceOf(ProviderException.class)
                .hasMessage("The run was stopped before this was asked.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasSize(2);
    }

    private void call() throws IOException {
        Request request = Request.create(Request.HttpMethod.GET, "https://acme.example", Map.of(), null, null, null);
        pacing.execute(request, new Request.Options());
    }
}
