package dev.ascertain.evidence.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.dns.DnsSettings;
import dev.ascertain.evidence.dns.FakeInternet;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.RunContext;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final String URL = "http://site.shop.example/.well-known/acme-challenge/x";

    private FakeInternet internet;
    private HttpServer web;

    @BeforeEach
    void open() throws IOException {
        internet = FakeInternet.shop("site.shop.example. A 127.0.0.1\n_t.shop.example. TXT \"token\"")
                .open();
        web = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        web.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 5);
                exchange.getResponseBody().write("token".getBytes());
            }
        });
        web.start();
    }

    @AfterEach
    void close() throws IOException {
        web.stop(0);
        internet.close();
    }

    @Test
    void namesFilesAndHandshakesAreLookedAtTogether() {
        try (Probes probes = probes(true)) {
            Evidence evidence = probes.look(List.of(inquiry()));

            assertThat(evidence.at()).isEqualTo(Instant.parse("2026-11-22T04:00:00Z"));
            assertThat(evidence.limits()).isEmpty();
            assertThat(evidence.delegations()).containsOnlyKeys("shop.example");
            assertThat(evidence.answers("site.shop.example", "A").authoritative())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.data(new Question("site.shop.example", "A")))
                            .containsExactly("127.0.0.1"));
            assertThat(evidence.page(URL).orElseThrow().visits())
                    .singleElement()
                    .satisfies(visit -> assertThat(visit.last().body()).isEqualTo("token"));
            assertThat(evidence.endpoint("site.shop.example", 443).orElseThrow().handshakes())
                    .extracting(Endpoint.Handshake::outcome)
                    .containsExactly(Endpoint.Outcome.NO_CONNECTION);
        }
    }

    @Test
    void privateAddressesAreLeftAlone() {
        try (Probes probes = probes(false)) {
            Evidence evidence = probes.look(List.of(inquiry()));

            assertThat(evidence.page(URL).orElseThrow().visits())
                    .flatExtracting(Visit::hops)
                    .extracting(Visit.Hop::outcome)
                    .isSubsetOf(Visit.Outcome.FORBIDDEN_ADDRESS);
            assertThat(evidence.limits()).hasSize(1);
        }
    }

    @Test
    void whatOneLookHasAskedAnotherDoesNotAskAgain() {
        try (Probes probes = probes(true)) {
            var question = new Question("_t.shop.example", "TXT");

            assertThat(probes.ask(question)).isEqualTo(probes.ask(question));
            assertThat(probes.ask(question).resolvers()).hasSize(1);
            assertThat(internet.asked().values()).containsOnly(1);
        }
    }

    private static Inquiry inquiry() {
        return new Inquiry(
                Claim.ownership("site.shop.example"), List.of(new Challenge.HttpFile(URL, "token", null)), true);
    }

    private Probes probes(boolean privateAddresses) {
        Duration probe = Duration.ofSeconds(5);
        var all = internet.settings(probe);
        var dns = new DnsSettings(all.resolvers(), all.root(), all.port(), privateAddresses, probe);
        int port = web.getAddress().getPort();
        var time = FakeTime.at("2026-11-22T04:00:00Z");
        return new Probes(
                new ProbeSettings(dns, port, 1, privateAddresses, probe, Duration.ofSeconds(60)),
                new RunContext(time, time, 8, "test"));
    }
}
