package dev.ascertain.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import dev.ascertain.evidence.reach.Keys;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.testkit.FakeTime;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebProbeTest {
    private static final String PATH = "/.well-known/pki-validation/token.txt";
    private static final String URL = "http://shop.example" + PATH;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Site site = new Site();
    private final FakeTime time = FakeTime.at("2026-03-01T00:00:00Z");

    @AfterEach
    void close() {
        site.close();
    }

    /** What only this test knows: every name but one is here. */
    private static List<InetAddress> here(String name) {
        return switch (name) {
            case "nowhere.example" -> List.of();
            default -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    }

    private Page look(String url) {
        return probe(true, LONG, WebProbeTest::here).look(url);
    }

    private WebProbe probe(boolean special, Duration within, Addresses addresses) {
        var reach = new Reach(site.port(), site.port(), special, within);
        return new WebProbe(reach, time.context(1), addresses);
    }

    private Visit visit() {
        Page page = look(URL);
        assertThat(page.url()).isEqualTo(URL);
        assertThat(page.visits()).hasSize(1);
        return page.visits().getFirst();
    }

    @Test
    void keepsWhatMattersOfAnAnswer() {
        site.says(
                PATH,
                "HTTP/1.1 403 Forbidden\r\nContent-Type: Text/HTML; charset=x\r\ncf-mitigated: challenge\r\n\r\nno \n\t ");

        assertThat(visit())
                .isEqualTo(new Visit(
                        "127.0.0.1", List.of(new Hop(URL, Outcome.ANSWERED, 403, null, "no", "text/html", true))));
    }

    @Test
    void saysWhoAsksAndNothingElse() {
        site.shows(PATH, "token");

        visit();

        assertThat(site.requests()).containsExactly("""
                        GET %s HTTP/1.1
                        Host: shop.example
                        User-Agent: ascertain/test
                        Accept: */*
                        Connection: close
                        """.formatted(PATH));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {301, 302, 307, 308})
    void followsARedirect(int status) {
        site.redirects(PATH, status, "//www.shop.example/a b?c=d#e").shows("/a%20b?c=d", "token");

        assertThat(visit().hops())
                .containsExactly(
                        new Hop(URL, Outcome.ANSWERED, status, "//www.shop.example/a b?c=d#e", "", null, false),
                        new Hop(
                                "http://www.shop.example/a%20b?c=d",
                                Outcome.ANSWERED, 200, null, "token", "text/plain", false));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "300, /elsewhere",
        "303, /elsewhere",
        "304, /elsewhere",
        "302, file:///etc/passwd",
        "302, ftp://shop.example/",
        "302, javascript:alert(1)",
        "302, http://10.0.0.1/",
        "302, http://127.1/",
        "302, http://0x7f000001/",
        "302, http://2130706433/",
        "302, http://[::1]/",
        "302, http://shop.example:22/",
        "302, http://shop.example:99999/",
        "302, http://user:secret@shop.example/",
        "302, http://shop.example%2eevil.example/",
        "302, http://shop.example\\@evil.example/",
        "302, http://sh\u00f6p.example/",
        "302, http://a..b/",
        "302, http:///nothing",
        "302, %zz",
    })
    void refusesARedirect(int status, String location) {
        site.redirects(PATH, status, location).shows("/elsewhere", "token");

        assertThat(visit().hops()).hasSize(2).last().isEqualTo(Hop.failed(location, Outcome.BAD_REDIRECT));
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void leavesACircle() {
        site.redirects(PATH, 302, "/b").redirects("/b", 302, "/c#1").redirects("/c", 302, URL + "#again");

        assertThat(visit().hops())
                .extracting(Hop::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.ANSWERED, Outcome.BAD_REDIRECT);
    }

    @Test
    void followsTenRedirectsAndNoMore() {
        site.redirects(PATH, 302, "/1");
        for (int i = 1; i < 10; i++) {
            site.redirects("/" + i, 302, "/" + (i + 1));
        }
        site.shows("/10", "token");
        assertThat(visit().last().body()).isEqualTo("token");

        site.redirects("/10", 302, "/11").shows("/11", "token");
        assertThat(visit().last()).isEqualTo(Hop.failed("/11", Outcome.BAD_REDIRECT));
    }

    @Test
    void followsToThePortsThatAreUsualHere() {
        site.redirects(PATH, 302, "http://www.shop.example:" + site.port() + "/1")
                .redirects("/1", 302, "http://www.shop.example:443/2")
                .shows("/2", "token");

        assertThat(visit().last().body()).isEqualTo("token");
        assertThat(site.requests().getLast()).contains("Host: www.shop.example:443\n");
    }

    @Test
    void aRedirectToANameWithoutAddressEnds() {
        site.redirects(PATH, 302, "http://nowhere.example/");

        assertThat(visit().last()).isEqualTo(Hop.failed("http://nowhere.example/", Outcome.NO_ADDRESS));
    }

    /** Every hop goes this way, not the first alone. */
    @Test
    void noHopGoesIntoThePrivateNetwork() {
        var exchange = new Exchange(new Reach(site.port(), site.port(), false, LONG), time.context(1));
        Link link = Link.of("http://internal.example/").orElseThrow();

        Hop hop = exchange.ask(link, InetAddress.ofLiteral("10.1.2.3"), exchange.deadline());

        assertThat(hop).isEqualTo(Hop.failed("http://internal.example/", Outcome.FORBIDDEN_ADDRESS));
    }

    @Test
    void asksNoSpecialAddress() {
        Page page = probe(false, LONG, WebProbeTest::here).look(URL);

        assertThat(page.visits())
                .containsExactly(new Visit("127.0.0.1", List.of(Hop.failed(URL, Outcome.FORBIDDEN_ADDRESS))));
        assertThat(site.requests()).isEmpty();
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                broken("no HTTP", "SSH-2.0-OpenSSH_9.9\r\n", Outcome.MALFORMED),
                broken("HTTP of another kind", "HTTP/9.9 200 OK\r\n\r\n", Outcome.MALFORMED),
                broken("no status", "HTTP/1.1 OK\r\n\r\n", Outcome.MALFORMED),
                broken("a line without an end", "HTTP/1.1 200 " + "x".repeat(100_000), Outcome.MALFORMED),
                broken("headers without an end", "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(1000), Outcome.MALFORMED),
                broken("interim responses", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100), Outcome.MALFORMED),
                broken(
                        "broken chunks",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                        Outcome.MALFORMED),
                broken("nothing", "", Outcome.SILENT),
                broken("half a head", "HTTP/1.1 200 OK\r\nA", Outcome.MALFORMED),
                broken("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", Outcome.SILENT));
    }

    private static Arguments broken(String what, String response, Outcome outcome) {
        return Arguments.of(what, response, outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void aBrokenAnswerIsAnOutcome(String what, String response, Outcome outcome) {
        site.says(PATH, response);

        assertThat(visit().last()).isEqualTo(Hop.failed(URL, outcome));
    }

    @Test
    void readsNotMoreThanItMust() {
        site.replies(PATH, out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] filler = "\ud83d\ude00".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(filler);
            }
        });

        assertThat(visit().last().body()).isEqualTo("\ud83d\ude00".repeat(Hop.LARGEST_BODY / 2));
    }

    @Test
    void aServerThatDripsEndsAtTheDeadline() {
        var over = new CountDownLatch(1);
        site.replies(PATH, out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
            }
        });

        Page page = probe(true, SHORT, WebProbeTest::here).look(URL);
        over.countDown();

        assertThat(page.visits().getFirst().last()).isEqualTo(Hop.failed(URL, Outcome.SILENT));
    }

    @Test
    void redirectsThatDripShareOneDeadline() {
        var over = new CountDownLatch(1);
        site.redirects(PATH, 302, "/slow").replies("/slow", _ -> over.await());

        Page page = probe(true, SHORT, WebProbeTest::here).look(URL);
        over.countDown();

        assertThat(page.visits().getFirst().last()).isEqualTo(Hop.failed("http://shop.example/slow", Outcome.SILENT));
    }

    @Test
    void nobodyListens() {
        site.close();

        assertThat(visit().last()).isEqualTo(Hop.failed(URL, Outcome.NO_CONNECTION));
    }

    @Test
    void noTlsWhereARedirectPromisesIt() {
        try (var plain = Site.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            site.redirects(PATH, 302, "https://shop.example/");
            var reach = new Reach(site.port(), plain.port(), true, LONG);

            Page page = new WebProbe(reach, time.context(1), WebProbeTest::here).look(URL);

            assertThat(page.visits().getFirst().last())
                    .isEqualTo(Hop.failed("https://shop.example/", Outcome.NO_CONNECTION));
        }
    }

    /** An authority does the same: what is at the other end of the redirect proves control over the name's web. */
    @Test
    void believesAnyCertificateBehindARedirect(@TempDir Path folder) throws Exception {
        var key = new Keys(folder).make("other", "-dname", "CN=other.example");
        try (var secure = Site.secured(key.serverSocket())) {
            secure.shows("/secure", "token");
            site.redirects(PATH, 308, "https://shop.example/secure");
            var reach = new Reach(site.port(), secure.port(), true, LONG);

            Page page = new WebProbe(reach, time.context(1), WebProbeTest::here).look(URL);

            assertThat(page.visits().getFirst().last().body()).isEqualTo("token");
            assertThat(secure.requests().getFirst()).contains("Host: shop.example\n");
        }
    }

    @Test
    void eachAddressIsVisitedForItself() {
        site.redirects(PATH, 302, "/moved").shows("/moved", "token");
        Addresses two = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2"));

        List<Visit> visits = probe(true, LONG, two).look(URL).visits();

        assertThat(visits).extracting(Visit::address).containsExactly("127.0.0.1", "127.0.0.2");
        assertThat(visits.getFirst().last().body()).isEqualTo("token");
        assertThat(visits.getLast().last().outcome()).isEqualTo(Outcome.NO_CONNECTION);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "shop.example/token",
                "file:///etc/passwd",
                "http://shop.example:22/",
                "http://127.0.0.1/token",
                "http://user@shop.example/",
                "http://shop.example/\r\nHost: evil.example",
                "http://shop.example/\u0000",
                "http://sh\u202eop.example/",
                "http://[::1%25eth0]/",
                "http://*.shop.example/",
            })
    void whatIsNoAddressIsNotAsked(String url) {
        assertThat(look(url)).isEqualTo(new Page(url, List.of()));
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void aHostWithoutAddressHasNoVisit() {
        assertThat(look("http://nowhere.example/")).isEqualTo(new Page("http://nowhere.example/", List.of()));
    }

    @Test
    void afterCtrlCAsksNothing() {
        time.stop();

        assertThat(visit().last()).isEqualTo(Hop.failed(URL, Outcome.NOT_ASKED));
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void anInterruptEndsItAtOnce() {
        var over = new CountDownLatch(1);
        site.replies(PATH, _ -> over.await());

        Thread.currentThread().interrupt();
        Visit visit = visit();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(visit.last()).isEqualTo(Hop.failed(URL, Outcome.NOT_ASKED));
        over.countDown();
    }
}
