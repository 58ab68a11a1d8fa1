package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
    @ParameterizedTest
    @CsvSource({
        "'\"default\";r=50;t=30', 50, 30",
        "'\"default\"; r=0; t=0', 0, 0",
        "'\"default\";t=30;r=50', 50, 30",
        "'\"default\";r=50;t=30, \"burst\";r=3;t=1', 3, 1",
    })
    void isRead(String header, int left, int seconds) {
        assertThat(RateLimit.parse(header)).contains(new RateLimit(left, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "default", "\"default\";r=50", "\"default\";r=-1;t=1", "\"d\";r=99999999999;t=1"})
    void anythingElseSaysNothing(String header) {
        assertThat(RateLimit.parse(header)).isEqualTo(Optional.empty());
    }
}
