package dev.ascertain.evidence.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Endpoint.Outcome;
import dev.ascertain.evidence.reach.Keys;
import dev.ascertain.evidence.reach.Keys.Key;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsProbeTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    static Path folder;

    private static Key authority;
    private static Key shop;

    private final FakeTime time = FakeTime.at(NOW.toString());

    /** What a server on loopback does with a connection. */
    private interface Serving {
        void serve(Socket connection) throws IOException, InterruptedException;
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = keys().make("authority", "-dname", "CN=Authority", "-ext", "bc:c");
        shop = keys().make(
                        "shop",
                        authority,
                        "-dname",
                        "CN=shop.example, O=Ünïted, C=DE",
                        "-ext",
                        "san=dns:shop.example,dns:*.shop.example,ip:192.0.2.1,email:me@shop.example");
    }

    private static Keys keys() {
        return new Keys(folder);
    }

    private static ServerSocket serving(ServerSocket server, Serving serving) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                    serving.serve(connection);
                } catch (IOException | InterruptedException gone) {
                    // The probe has seen enough, or the test is over.
                }
            }
        });
        return server;
    }

    private static ServerSocket serving(Key key) throws Exception {
        return serving(key.serverSocket(), connection -> ((SSLSocket) connection).startHandshake());
    }

    private static ServerSocket plain(Serving serving) {
        try {
            return serving(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), serving);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Endpoint look(ServerSocket server, String name, Duration within) throws Exception {
        var reach = new Reach(80, server.getLocalPort(), true, within);
        var probe = new TlsProbe(
                reach,
                time.context(1),
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                Trust.of(authority.certificate()));
        return probe.look(name, 443);
    }

    private Certificate certificate(Key key, String name) throws Exception {
        try (ServerSocket server = serving(key)) {
            Handshake handshake = look(server, name, LONG).handshakes().getFirst();
            assertThat(handshake.outcome()).isEqualTo(Outcome.SERVED);
            return handshake.certificate();
        }
    }

    private Handshake failure(ServerSocket server, Duration within) throws Exception {
        try (server) {
            return look(server, "shop.example", within).handshakes().getFirst();
        }
    }

    @Test
    void readsACertificate() throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(shop.certificate().getEncoded());

        assertThat(certificate(shop, "shop.example"))
                .isEqualTo(new Certificate(
                        "CN=shop.example,O=Ünïted,C=DE",
                        List.of("shop.example", "*.shop.example", "192.0.2.1"),
                        "CN=Authority",
                        shop.certificate().getNotBefore().toInstant(),
                        shop.certificate().getNotAfter().toInstant(),
                        "SHA384withECDSA",
                        shop.certificate().getSerialNumber().toString(16),
                        "sha256:" + HexFormat.of().formatHex(digest),
                        null));
    }

    @Test
    void sendsTheName() throws Exception {
        var sent = new ArrayBlockingQueue<String>(1);
        try (ServerSocket server = serving(shop.serverSocket(), connection -> {
            ((SSLSocket) connection).startHandshake();
            var session = (ExtendedSSLSession) ((SSLSocket) connection).getSession();
            sent.add(session.getRequestedServerNames().toString());
        })) {
            Endpoint endpoint = look(server, "WWW.Shop.Example.", LONG);

            assertThat(endpoint.name()).isEqualTo("www.shop.example");
            assertThat(endpoint.port()).isEqualTo(443);
            assertThat(sent.poll(20, TimeUnit.SECONDS)).contains("www.shop.example");
        }
    }

    @Test
    void tellsWhyAClientWouldRefuseIt() throws Exception {
        assertThat(certificate(shop, "a.shop.example").fault()).isNull();
        assertThat(certificate(shop, "a.b.shop.example").fault()).isEqualTo("it is not valid for a.b.shop.example");
        assertThat(certificate(authority, "shop.example").fault()).isEqualTo("it is not valid for shop.example");
        assertThat(certificate(
                                keys().make("self", "-dname", "CN=shop.example", "-ext", "san=dns:shop.example"),
                                "shop.example")
                        .fault())
                .isEqualTo("it is self-signed");
    }

    @Test
    void tellsOfAnUnknownAuthority() throws Exception {
        Key unknown = keys().make("unknown", "-dname", "CN=Unknown", "-ext", "bc:c");
        Key own = keys().make("own", unknown, "-dname", "CN=x", "-ext", "san=dns:shop.example");

        assertThat(certificate(own, "shop.example").fault())
                .isEqualTo("it leads to no certificate authority that is known here: it is a private one, or an"
                        + " intermediate certificate is not served along with it");
    }

    @Test
    void tellsOfTheTime() throws Exception {
        Instant end = shop.certificate().getNotAfter().toInstant();
        time.advance(Duration.between(NOW, end.plusSeconds(1)));

        assertThat(certificate(shop, "shop.example").fault()).isEqualTo("it expired at " + end);
    }

    @Test
    void tellsOfATimeThatHasNotCome() throws Exception {
        Instant begin = shop.certificate().getNotBefore().toInstant();
        time.advance(Duration.between(NOW, begin.minusSeconds(1)));

        assertThat(certificate(shop, "other.example").fault())
                .isEqualTo("it is not valid before " + begin + "; it is not valid for other.example");
    }

    /** No server of the JDK would serve it. */
    @Test
    void tellsOfAWeakKey() throws Exception {
        Key weak = keys().make("weak", authority, "-dname", "CN=x", "-keyalg", "RSA", "-keysize", "512");
        var chain = List.of(weak.certificate(), authority.certificate());

        assertThat(Trust.of(authority.certificate()).fault(chain, NOW))
                .contains("is made with a key or an algorithm that is too weak");
    }

    /** The names are given as bytes: the tool would refuse such texts. */
    @Test
    void hostileNamesDoNoHarm() throws Exception {
        String names = der(0x30, der(0x82, hex("evil\u001b[2J.example")) + der(0x82, hex("a\u0000b".repeat(200))));
        Key hostile =
                keys().make("hostile", "-dname", "CN=\u001b[31m\u202eevil,O=\"a,b\"", "-ext", "2.5.29.17=" + names);

        Certificate certificate = certificate(hostile, "shop.example");

        assertThat(certificate.subject()).isEqualTo("CN=\\1B[31m\\E2\\80\\AEevil,O=a\\,b");
        assertThat(certificate.names().getFirst()).isEqualTo("evil\\1B[2J.example");
        assertThat(certificate.names().getLast())
                .hasSize(255)
                .startsWith("a\\00ba\\00b")
                .endsWith("…");
        assertThat(certificate.fault()).isEqualTo("it is not valid for shop.example; it is self-signed");
    }

    @Test
    void ofManyNamesThoseThatCoverTheHostAreKept() throws Exception {
        String names = IntStream.range(0, Reading.MOST_NAMES + 100)
                .mapToObj(i -> der(0x82, hex("n" + i + ".example")))
                .collect(Collectors.joining());
        String last = der(0x82, hex("shop.example"));
        Key many = keys().make("many", authority, "-dname", "CN=x", "-ext", "2.5.29.17=" + der(0x30, names + last));

        Certificate certificate = certificate(many, "shop.example");

        assertThat(certificate.names()).hasSize(Reading.MOST_NAMES).startsWith("shop.example", "n0.example");
        assertThat(certificate.fault()).isNull();
    }

    @Test
    void tenThousandNamesAreCut() throws Exception {
        Key many = keys().make("ten-thousand", "-dname", "CN=x", "-ext", "2.5.29.17=" + der(0x30, names(10_000, "a")));

        assertThat(certificate(many, "shop.example").names()).hasSize(Reading.MOST_NAMES);
    }

    /** The JDK takes no message of a handshake above 32 KiB. */
    @Test
    void aCertificateBeyondAllBoundsIsNoTls() throws Exception {
        Key large = keys().make("large", "-dname", "CN=x", "-ext", "2.5.29.17=" + der(0x30, names(6_000, "n.eu")));

        assertThat(failure(serving(large), LONG)).isEqualTo(new Handshake("127.0.0.1", Outcome.NO_TLS, null));
    }

    private static String names(int count, String name) {
        return der(0x82, hex(name)).repeat(count);
    }

    @Test
    void whatIsNoTlsIsAnOutcome() throws Exception {
        ServerSocket plain = plain(connection ->
                connection.getOutputStream().write("HTTP/1.1 400 No\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(failure(plain, LONG)).isEqualTo(new Handshake("127.0.0.1", Outcome.NO_TLS, null));
    }

    @Test
    void whoHangsUpSpeaksNoTls() throws Exception {
        assertThat(failure(plain(Socket::close), LONG).outcome()).isEqualTo(Outcome.NO_TLS);
    }

    /** A record of TLS that announces 16 KiB and never ends. */
    @Test
    void aServerThatDripsEndsAtTheDeadline() throws Exception {
        var over = new CountDownLatch(1);
        ServerSocket dripping = plain(connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(new byte[] {22, 3, 3, 0x40, 0});
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                out.write(0);
            }
        });

        assertThat(failure(dripping, SHORT).outcome()).isEqualTo(Outcome.SILENT);
        over.countDown();
    }

    @Test
    void nobodyListens() throws Exception {
        // Never accepted on: a socket that a thread waits at may take one more connection after it was closed.
        var server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        server.close();

        assertThat(look(server, "shop.example", LONG).handshakes())
                .containsExactly(new Handshake("127.0.0.1", Outcome.NO_CONNECTION, null));
    }

    @Test
    void asksNoSpecialAddress() {
        var reach = new Reach(80, 443, false, LONG);
        var probe = new TlsProbe(reach, time.context(1), _ -> List.of(InetAddress.ofLiteral("169.254.169.254")));

        assertThat(probe.look("shop.example", 443).handshakes())
                .containsExactly(new Handshake("169.254.169.254", Outcome.FORBIDDEN_ADDRESS, null));
    }

    @Test
    void aHostWithoutAddressHasNoHandshake() {
        var probe = new TlsProbe(new Reach(80, 443, true, LONG), time.context(1), _ -> List.of());

        assertThat(probe.look("shop.example", 8443)).isEqualTo(new Endpoint("shop.example", 8443, List.of()));
    }

    @Test
    void afterCtrlCAsksNothing() throws Exception {
        time.stop();

        assertThat(failure(serving(shop), LONG).outcome()).isEqualTo(Outcome.NOT_ASKED);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A tag, a length, the content, all in hexadecimal. */
    private static String der(int tag, String content) {
        int length = content.length() / 2;
        String size = length < 128
                ? "%02x".formatted(length)
                : length < 256
                        ? "81%02x".formatted(length)
                        : length < 65536 ? "82%04x".formatted(length) : "83%06x".formatted(length);
        return "%02x".formatted(tag) + size + content;
    }
}
