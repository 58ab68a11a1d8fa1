package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Inquiry;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.RunContext;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand names at a distance. */
class ManyNamesTest {
    @Test
    void aThousandMissingTokensAreAskedForOnce() throws IOException {
        List<Inquiry> many = IntStream.range(0, 1000)
                .mapToObj(i -> "h" + i + ".shop.example")
                .map(host -> new Inquiry(
                        new Claim(host, true, List.of("letsencrypt.org"), null, null),
                        List.of(new Challenge.Txt("_acme-challenge." + host, "token", null)),
                        false))
                .toList();
        var time = FakeTime.at("2026-11-22T04:00:00Z");
        try (var internet = FakeInternet.shop("").delay(20).open();
                var probe = new DnsProbe(
                        internet.settings(Duration.ofSeconds(10)),
                        new RunContext(time, time, 64, "test"),
                        Duration.ofSeconds(60))) {
            probe.look(many);

            assertThat(internet.asked().values()).containsOnly(1);
            assertThat(internet.asked().size()).isBetween(8_000, 12_000);
        }
    }
}
