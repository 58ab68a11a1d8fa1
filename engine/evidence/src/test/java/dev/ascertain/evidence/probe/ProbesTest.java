package dev.ascertain.evidence.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.evidence.dns.DnsSettings;
import dev.ascertain.evidence.dns.FakeInternet;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final String URL = "http://site.shop.example/.well-known/acme-challenge/x";

    private static final Question TOKEN = new Question("_t.shop.example", "TXT");

    private FakeInternet internet;
    private final FakeTime time = FakeTime.at("2026-11-22T04:00:00Z");
    private final RunContext run = new RunContext(time, time, 8, "test");
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
        run.shared().close();
        web.stop(0);
        internet.close();
    }

    @Test
    void namesFilesAndHandshakesAreLookedAtTogether() {
        Evidence evidence = probes(true).look(List.of(inquiry()), Instant.EPOCH);

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

    @Test
    void privateAddressesAreLeftAlone() {
        Evidence evidence = probes(false).look(List.of(inquiry()), Instant.EPOCH);

        assertThat(evidence.page(URL).orElseThrow().visits())
                .flatExtracting(Visit::hops)
                .extracting(Visit.Hop::outcome)
                .isSubsetOf(Visit.Outcome.FORBIDDEN_ADDRESS);
        assertThat(evidence.limits()).hasSize(1);
    }

    @Test
    void whoeverLooksInTheSameWaySharesWhatWasAnsweredHoweverLongTheRunTakes() {
        Instant begun = time.instant();
        Evidence first = probes(true).ask(TOKEN, begun);
        time.advance(Duration.ofMinutes(5));
        Evidence second = probes(true).look(List.of(token()), begun);

        assertThat(second.answers("_t.shop.example", "TXT"))
                .isEqualTo(first.answers("_t.shop.example", "TXT"))
                .satisfies(answers -> assertThat(answers.resolvers()).hasSize(1));
        assertThat(internet.asked().values()).containsOnly(1);
    }

    @Test
    void whoeverBeginsLaterAsksAnew() {
        Probes probes = probes(true);
        Evidence unused = probes.ask(TOKEN, time.instant());
        time.advance(Memory.TOGETHER);
        Evidence together = probes.ask(TOKEN, time.instant());
        assertThat(internet.asked().values()).containsOnly(1);

        time.advance(Duration.ofMillis(1));
        Evidence anew = probes.look(List.of(token()), time.instant());
        assertThat(internet.asked().values()).contains(2).doesNotContain(3);
        assertThat(anew.answers("_t.shop.example", "TXT")).isEqualTo(together.answers("_t.shop.example", "TXT"));
    }

    @Test
    void whatIsOutOfDateIsClosedOnceNobodyLooksThroughIt() {
        try (var memory = new Memory(settings(true), run)) {
            DnsProbe old = memory.with(time.instant(), first -> {
                time.advance(Duration.ofSeconds(2));
                DnsProbe anew = memory.with(time.instant(), names -> names);
                assertThat((Object) anew).isNotSameAs(first);
                assertThat(first.ask(TOKEN).resolvers()).hasSize(1);
                return first;
            });
            var asked = Map.copyOf(internet.asked());
            assertThat(old.ask(new Question("more.shop.example", "TXT")).authoritative())
                    .extracting(Answer::outcome)
                    .isSubsetOf(Answer.Outcome.NOT_ASKED);
            assertThat(internet.asked()).isEqualTo(asked);
        }
    }

    @Test
    void nothingIsAskedOnceTheRunHasNoTimeLeft() {
        var seen = new ArrayList<Evidence>();
        TimeLimit.until(time.instant(), () -> seen.add(probes(true).look(List.of(inquiry(), token()), time.instant())));

        assertThat(internet.asked()).isEmpty();
        assertThat(seen)
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.limits())
                        .contains("Time was up after 0 s: what had not been asked in the DNS by then is not known."));
    }

    private static Inquiry token() {
        return new Inquiry(
                Claim.ownership("shop.example"), List.of(new Challenge.Txt(TOKEN.name(), "token", null)), false);
    }

    private static Inquiry inquiry() {
        return new Inquiry(
                Claim.ownership("site.shop.example"), List.of(new Challenge.HttpFile(URL, "token", null)), true);
    }

    private Probes probes(boolean privateAddresses) {
        return Probes.of(settings(privateAddresses), run);
    }

    private ProbeSettings settings(boolean privateAddresses) {
        Duration probe = Duration.ofSeconds(5);
        var all = internet.settings(probe);
        var dns = new DnsSettings(all.resolvers(), all.root(), all.port(), privateAddresses, probe);
        int port = web.getAddress().getPort();
        return new ProbeSettings(dns, port, 1, privateAddresses, probe, Duration.ofSeconds(60));
    }
}
