package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Inquiry;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsProbeTest {
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final String TOKEN = "_acme-challenge.www.shop.example";

    @Test
    void aPublishedTokenIsSeenAtTheSourceAndAtTheResolver() throws Exception {
        try (var internet = internet("%s. TXT \"token\"".formatted(TOKEN)).open();
                var probe = internet.probe(PROBE)) {
            probe.look(List.of(inquiry()));
            var seen = probe.seen();
            System.err.println(seen.limits());
            seen.delegations().values().forEach(System.err::println);
            seen.answers().values().forEach(System.err::println);
            internet.asked().forEach((k, v) -> System.err.println(k + " " + v));
            assertThat(internet.asked().values()).containsOnly(1);
        }
    }

    private static Inquiry inquiry() {
        return new Inquiry(
                new Claim("www.shop.example", true, List.of("letsencrypt.org"), null, null),
                List.of(new Challenge.Txt(TOKEN, "token", null)),
                false);
    }

    private static FakeInternet internet(String records) {
        return new FakeInternet()
                .zone(FakeInternet.ROOT, ".", """
                        example. NS ns.example.
                        ns.example. A 127.0.0.2
                        """)
                .zone("127.0.0.2", "example.", """
                        example. NS ns.example.
                        ns.example. A 127.0.0.2
                        shop.example. NS ns1.shop.example.
                        shop.example. NS ns2.shop.example.
                        ns1.shop.example. A 127.0.0.3
                        ns2.shop.example. A 127.0.0.4
                        """)
                .zone("127.0.0.3", "shop.example.", shop(records))
                .zone("127.0.0.4", "shop.example.", shop(records));
    }

    private static String shop(String records) {
        return """
                shop.example. NS ns1.shop.example.
                shop.example. NS ns2.shop.example.
                ns1.shop.example. A 127.0.0.3
                ns2.shop.example. A 127.0.0.4
                www.shop.example. A 192.0.2.1
                """ + records;
    }
}
