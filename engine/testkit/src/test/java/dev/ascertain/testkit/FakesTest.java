package dev.ascertain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FakesTest {
    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private final FakeProvider provider = new FakeProvider(time);
    private final Target place =
            provider.bind(new Declared("fake_verification.a", "fake_verification", Map.of("place", Value.of("a"))));

    @Test
    void waitingMovesTheClockAndIsRecorded() throws InterruptedException {
        time.hold(Duration.ofSeconds(5));
        time.hold(Duration.ZERO);

        assertThat(time.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:05Z"));
        assertThat(time.held()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void stopsAfterSomeWaits() throws InterruptedException {
        time.stopAfter(1);
        time.hold(Duration.ofSeconds(5));

        assertThatThrownBy(() -> time.hold(Duration.ZERO)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void followsItsScript() {
        LiveVerification unmet = FakeProvider.live("a.example.com", Status.NEEDS_PROOF);
        LiveVerification met = FakeProvider.live("a.example.com", Status.VERIFIED);
        provider.shows("a", unmet).showsAfterTrigger("a", met);

        assertThat(read()).containsExactly(unmet);
        assertThat(read()).containsExactly(unmet);
        provider.trigger(place, new Trigger(Trigger.Kind.RECHECK, "Fake to check", "a.example.com"));
        assertThat(read()).containsExactly(met);
        assertThat(provider.observed()).containsExactly("a", "a", "a");
        assertThat(provider.triggered()).hasSize(1);
    }

    @Test
    void failsAsScripted() {
        var outage =
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Out.").build();
        provider.fails("a", outage);

        assertThatThrownBy(this::read).isSameAs(outage);
    }

    private List<LiveVerification> read() {
        return provider.observe(place, Interest.PLAIN).verifications();
    }
}
