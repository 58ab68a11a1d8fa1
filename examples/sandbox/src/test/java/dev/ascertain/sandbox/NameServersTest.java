package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ascertain.sandbox.dns.Asked;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** The sandbox's name servers, over UDP and TCP. */
class NameServersTest {
    private static final String WORLD = """
            dns:
              zones:
                - name: shop.example
                  negative_ttl: 60s
                  servers:
                    - {name: ns1.shop.example, addresses: [127.0.0.4, "::1"]}
                    - name: ns2.shop.example
                      addresses: [127.0.0.5]
                      remove: both TXT
                      add: both 60 TXT "old"
                    - {name: ns3.shop.example, addresses: [127.0.0.6], fault: refused, fault_types: [CAA]}
                  dnssec: bogus
                  records: |
                    @      300 A     127.0.0.10
                    @      300 CAA   0 issue "letsencrypt.org"
                    both   60  TXT   "new" "er"
                    many   60  TXT   "a"
                    many   60  TXT   "b"
                    www    60  CNAME apex
                    apex   60  CNAME @
                    away   60  CNAME other.test.
                    loop1  60  CNAME loop2
                    loop2  60  CNAME loop1
                    *.wild 60  A     127.0.0.11
                    a.b.c  60  A     127.0.0.12
                  changes:
                    - {after: 20s, add: "late TXT here"}
                    - {after_questions: 2, add: "asked TXT here", at: [ns1.shop.example]}
                    - {after_call: "POST /sandbox/publish", add: "called TXT here"}
                    - {after: 5s, after_call: "POST /sandbox/publish", remove: "many ANY"}
                - {name: sub.shop.example, servers: [{name: ns.sub.shop.example, addresses: [127.0.0.7]}]}
                - {name: lost.example, delegation: []}
                - {name: stale.example, delegation: [ns1.stale.example, gone.stale.example]}
            """;

    @RegisterExtension
    private final Running running = new Running(WORLD, Sandbox::address);

    private Asker asker(String server) {
        return Asker.of(running.sandbox(), server);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.2 | example            | NS    | NOERROR
            127.0.0.2 | test               | A     | NXDOMAIN aa
            127.0.0.2 | .                  | NS    | NOERROR aa root-server.
            127.0.0.3 | shop.example       | A     | NOERROR
            127.0.0.3 | shop.example       | DS    | NOERROR aa 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
            127.0.0.3 | sub.shop.example   | A     | NOERROR
            127.0.0.3 | lost.example       | A     | NXDOMAIN aa
            127.0.0.4 | shop.example       | A     | NOERROR aa 127.0.0.10
            127.0.0.4 | SHOP.EXAMPLE       | A     | NOERROR aa 127.0.0.10
            127.0.0.4 | shop.example       | NS    | NOERROR aa ns1.shop.example. ns2.shop.example. ns3.shop.example.
            127.0.0.4 | shop.example       | CAA   | NOERROR aa 0 issue "letsencrypt.org"
            127.0.0.6 | shop.example       | CAA   | REFUSED
            127.0.0.6 | shop.example       | A     | NOERROR aa 127.0.0.10
            127.0.0.4 | both.shop.example  | TXT   | NOERROR aa new er
            127.0.0.5 | both.shop.example  | TXT   | NOERROR aa old
            127.0.0.4 | many.shop.example  | TXT   | NOERROR aa a b
            127.0.0.4 | www.shop.example   | A     | NOERROR aa apex.shop.example. shop.example. 127.0.0.10
            127.0.0.4 | away.shop.example  | TXT   | NOERROR aa other.test.
            127.0.0.4 | away.shop.example  | CNAME | NOERROR aa other.test.
            127.0.0.4 | x.wild.shop.example| A     | NOERROR aa 127.0.0.11
            127.0.0.4 | x.wild.shop.example| TXT   | NOERROR aa
            127.0.0.4 | b.c.shop.example   | A     | NOERROR aa
            127.0.0.4 | none.shop.example  | A     | NXDOMAIN aa
            127.0.0.4 | x.sub.shop.example | A     | NOERROR
            127.0.0.4 | other.test         | A     | REFUSED
            127.0.0.4 | ns1.shop.example   | A     | NOERROR aa 127.0.0.4
            127.0.0.4 | ns1.shop.example   | AAAA  | NOERROR aa 0:0:0:0:0:0:0:1
            """)
    void answers(String server, String name, String type, String answer) {
        assertThat(asker(server).brief(name, type)).isEqualTo(answer);
        assertThat(asker(server).tcp().brief(name, type)).isEqualTo(answer);
    }

    @Test
    void delegates() throws IOException {
        var referral = asker("127.0.0.3").ask("www.shop.example", "A");
        assertThat(Asker.data(referral, Section.AUTHORITY))
                .isEqualTo(" ns1.shop.example. ns2.shop.example. ns3.shop.example.");
        assertThat(Asker.data(referral, Section.ADDITIONAL))
                .startsWith(" 127.0.0.4 0:0:0:0:0:0:0:1 127.0.0.5 127.0.0.6");
        assertThat(referral.getHeader().getFlag(Flags.AA)).isFalse();

        var stale = asker("127.0.0.3").ask("stale.example", "A");
        assertThat(Asker.data(stale, Section.AUTHORITY)).isEqualTo(" ns1.stale.example. gone.stale.example.");
    }

    @Test
    void saysForHowLongSomethingIsNotThere() throws IOException {
        var soa = asker("127.0.0.4")
                .ask("none.shop.example", "A")
                .getSection(Section.AUTHORITY)
                .getFirst();
        assertThat(soa.getTTL()).isEqualTo(60);
        assertThat(soa.rdataToString()).endsWith(" 60");
    }

    @Test
    void listensOnIpv6WhereThereIsOne() {
        assumeThat(hasIpv6()).isTrue();
        assertThat(asker("::1").brief("shop.example", "A")).isEqualTo("NOERROR aa 127.0.0.10");
    }

    private static boolean hasIpv6() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void recordsComeWithTime() {
        assertThat(at("late", "127.0.0.5")).isEqualTo("NXDOMAIN aa");
        running.clock.pass("19s");
        assertThat(at("late", "127.0.0.5")).isEqualTo("NXDOMAIN aa");
        running.clock.pass("1s");
        assertThat(at("late", "127.0.0.5")).isEqualTo("NOERROR aa here");
    }

    @Test
    void recordsComeAfterQuestionsAndAtOneServerOnly() {
        assertThat(at("asked", "127.0.0.5")).isEqualTo("NXDOMAIN aa");
        assertThat(at("asked", "127.0.0.4")).isEqualTo("NXDOMAIN aa");
        assertThat(at("asked", "127.0.0.4")).isEqualTo("NOERROR aa here");
        assertThat(at("asked", "127.0.0.5")).isEqualTo("NXDOMAIN aa");
    }

    @Test
    void recordsComeAndGoAfterACall() {
        assertThat(at("called", "127.0.0.4")).isEqualTo("NXDOMAIN aa");
        assertThat(running.client().send("POST", "/sandbox/publish", "").statusCode())
                .isEqualTo(200);
        assertThat(at("called", "127.0.0.4")).isEqualTo("NOERROR aa here");
        assertThat(at("many", "127.0.0.4")).isEqualTo("NOERROR aa a b");
        running.clock.pass("5s");
        assertThat(at("many", "127.0.0.4")).isEqualTo("NXDOMAIN aa");
    }

    private String at(String label, String server) {
        return asker(server).brief(label + ".shop.example", "TXT");
    }

    @Test
    void countsWhatIsAsked() {
        asker("127.0.0.4").brief("WWW.shop.example", "TXT");
        asker("127.0.0.51").recursive().unchecked().tcp().brief("www.shop.example", "A");
        var now = SettableClock.START;
        assertThat(running.sandbox().questions())
                .containsExactly(
                        new Asked(now, "127.0.0.4", "www.shop.example", "TXT", false, false),
                        new Asked(now, "127.0.0.51", "www.shop.example", "A", true, true));
        assertThat(running.client().get("/sandbox/questions").body())
                .isEqualTo("[{\"at\":\"2026-03-01T12:00:00Z\",\"server\":\"127.0.0.4\",\"name\":\"www.shop.example\","
                        + "\"type\":\"TXT\",\"tcp\":false,\"unchecked\":false},"
                        + "{\"at\":\"2026-03-01T12:00:00Z\",\"server\":\"127.0.0.51\",\"name\":\"www.shop.example\","
                        + "\"type\":\"A\",\"tcp\":true,\"unchecked\":true}]");
    }

    @Test
    void saysWhereItIs() {
        var port = running.sandbox().environment().get("SANDBOX_DNS_PORT");
        assertThat(running.sandbox().environment())
                .containsEntry("ASCERTAIN_DNS_ROOT", "127.0.0.2")
                .containsEntry(
                        "ASCERTAIN_RESOLVERS", "127.0.0.51:" + port + ",127.0.0.52:" + port + ",127.0.0.53:" + port)
                .containsEntry("SANDBOX_PRIVATE_ADDRESSES", "allow")
                .doesNotContainKey("SANDBOX_HTTP_PORT");
    }

    @Test
    void twoCanRunBesideEachOther() {
        try (var other = Sandbox.start(Scenario.parse(WORLD), running.clock)) {
            assertThat(other.environment().get("SANDBOX_DNS_PORT"))
                    .isNotEqualTo(running.sandbox().environment().get("SANDBOX_DNS_PORT"));
            assertThat(Asker.of(other, "127.0.0.4").brief("shop.example", "A")).isEqualTo("NOERROR aa 127.0.0.10");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var port = running.sandbox().environment().get("SANDBOX_DNS_PORT");
        var again = Scenario.parse("dns: {port: " + port + ", zones: [{name: shop.example}]}");
        assertThatThrownBy(() -> Sandbox.start(again, running.clock))
                .hasMessageStartingWith("Could not listen on 127.0.0.")
                .hasMessageContaining(", port " + port + ": ")
                .hasMessageEndingWith(". Choose another port, or leave it out for any free one.");
    }

    @Test
    void survivesWhatIsNoQuestion() throws IOException {
        int port = Integer.parseInt(running.sandbox().environment().get("SANDBOX_DNS_PORT"));
        var server = new InetSocketAddress(InetAddress.getByName("127.0.0.4"), port);
        try (var udp = new DatagramSocket();
                var tcp = new Socket(server.getAddress(), port)) {
            for (String text : new String[] {"", "x", "no DNS at all, but rather long", "\0".repeat(12)}) {
                var bytes = text.getBytes(StandardCharsets.US_ASCII);
                udp.send(new DatagramPacket(bytes, bytes.length, server));
            }
            tcp.getOutputStream().write(new byte[] {0, 2, 1, 1, 0, 0});
        }
        assertThat(at("both", "127.0.0.4")).isEqualTo("NOERROR aa new er");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            refused           | REFUSED
            servfail          | SERVFAIL
            not_authoritative | NOERROR a
            upwards           | NOERROR
            """)
    void badServersThatAnswer(String fault, String answer) {
        try (var bad = bad(fault)) {
            assertThat(Asker.of(bad, "127.0.0.4").brief("bad.example", "TXT")).isEqualTo(answer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"silent", "cut", "garbage", "wrong_id", "wrong_question", "drip"})
    void badServersThatBringNothing(String fault) {
        try (var bad = bad(fault)) {
            var asker = Asker.of(bad, "127.0.0.4").patient(Duration.ofMillis(400));
            assertThatThrownBy(() -> asker.ask("bad.example", "TXT")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aHugeAnswerIsCutOverUdpAndWholeOverTcp() throws IOException {
        try (var bad = bad("huge")) {
            Message answer = Asker.of(bad, "127.0.0.4").ask("bad.example", "TXT");
            assertThat(answer.numBytes()).isBetween(60_000, 65_535);
        }
    }

    private Sandbox bad(String fault) {
        return Sandbox.start(Scenario.parse("""
                dns:
                  zones:
                    - name: bad.example
                      servers: [{name: ns.bad.example, addresses: [127.0.0.4], fault: %s}]
                      records: '@ 60 TXT "a"'
                """.formatted(fault)), running.clock);
    }
}
