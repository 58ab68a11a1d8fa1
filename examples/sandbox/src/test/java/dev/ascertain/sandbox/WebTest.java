package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.sandbox.web.Visited;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's token host and TLS host, over real sockets. */
class WebTest {
    private static final String WORLD = """
            web:
              sites:
                - addresses: [127.0.0.10]
                  names: [shop.example, www.shop.example]
                  pages:
                    - {path: "/*", status: 403, headers: {cf-mitigated: challenge, Content-Type: text/html}, body: "<html>"}
                    - {path: /.well-known/token, body: right}
                    - {path: /moved, location: "https://www.shop.example/.well-known/token"}
                    - {path: /for-ever, status: 308, location: "/moved"}
                    - {path: /late, after: 10s, body: here}
                  certificates:
                    - names: [shop.example, "*.shop.example", 127.0.0.10]
                      issuer: CN=WE1,O=Google Trust Services,C=US
                      not_before: start-10d
                      not_after: start+80d
                    - {names: [shop.example], issuer: "CN=E7,O=Let's Encrypt,C=US", after_call: POST /sandbox/renew, not_after: start+12000d}
                - addresses: [127.0.0.10, 127.0.0.11]
                  names: [other.example]
                  pages: [{path: /.well-known/token, body: wrong}]
                  certificates: [{names: [other.example], not_after: start-1d, subject: "CN=\\u001b[31mred"}]
                - addresses: [127.0.0.12]
                  pages:
                    - {path: /silent, fault: silent}
                    - {path: /drip, fault: drip}
                    - {path: /reset, fault: reset}
                    - {path: /garbage, fault: garbage}
                    - {path: /huge, fault: huge}
            """;

    @RegisterExtension
    private final Running running = new Running(WORLD, Sandbox::address);

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10 | shop.example     | /.well-known/token | 'HTTP/1.1 200 ;Content-Length: 5;Connection: close;;right'
            10 | SHOP.example:8080| /.well-known/token | 'HTTP/1.1 200 ;Content-Length: 5;Connection: close;;right'
            10 | other.example    | /.well-known/token | 'HTTP/1.1 200 ;Content-Length: 5;Connection: close;;wrong'
            11 | other.example    | /.well-known/token | 'HTTP/1.1 200 ;Content-Length: 5;Connection: close;;wrong'
            11 | shop.example     | /.well-known/token | 'HTTP/1.1 404 ;Content-Type: text/plain;Content-Length: 10;Connection: close;;not found;'
            10 | shop.example     | /moved             | 'HTTP/1.1 302 ;Location: https://www.shop.example/.well-known/token;Content-Length: 0;Connection: close;;'
            10 | shop.example     | /for-ever          | 'HTTP/1.1 308 ;Location: /moved;Content-Length: 0;Connection: close;;'
            """)
    void serves(int last, String host, String path, String response) throws IOException {
        assertThat(get(last, host, path)).isEqualTo(response);
    }

    @Test
    void namesNoPortWhereNobodyListens() {
        var plain = Scenario.parse("web: {sites: [{addresses: [127.0.0.10], pages: [{path: /}]}]}");
        try (var other = Sandbox.start(plain, running.clock)) {
            assertThat(other.environment())
                    .containsKeys("SANDBOX_ADDRESS", "SANDBOX_PRIVATE_ADDRESSES", "SANDBOX_HTTP_PORT")
                    .doesNotContainKeys("SANDBOX_TLS_PORT", "SANDBOX_DNS_PORT", "ASCERTAIN_DNS_ROOT");
        }
    }

    @Test
    void challenges() throws IOException {
        assertThat(get(10, "shop.example", "/anything").split(";"))
                .contains("HTTP/1.1 403 ", "cf-mitigated: challenge", "Content-Type: text/html", "<html>");
    }

    @Test
    void pagesComeWithTime() throws IOException {
        assertThat(get(10, "shop.example", "/late")).startsWith("HTTP/1.1 403");
        running.clock.pass("10s");
        assertThat(get(10, "shop.example", "/late")).endsWith(";here");
        assertThat(running.sandbox().visits())
                .containsExactly(
                        new Visited(SettableClock.START, "127.0.0.10", false, "shop.example", "/late"),
                        new Visited(SettableClock.START.plusSeconds(10), "127.0.0.10", false, "shop.example", "/late"));
    }

    @Test
    void badPages() throws IOException {
        assertThat(get(12, "any", "/reset")).isEmpty();
        assertThat(get(12, "any", "/garbage")).isEqualTo("\u0000\u0001 this is no HTTP;");
        assertThat(get(12, "any", "/huge").length()).isGreaterThan(100_000_000);
        for (String path : List.of("/silent", "/drip")) {
            assertThatThrownBy(() -> get(12, "any", path, 400)).hasMessage("Read timed out");
        }
    }

    private String get(int last, String host, String path) throws IOException {
        return get(last, host, path, 20_000);
    }

    private String get(int last, String host, String path, int patienceMillis) throws IOException {
        try (var socket = new Socket("127.0.0." + last, port("SANDBOX_HTTP_PORT"))) {
            socket.setSoTimeout(patienceMillis);
            return get(socket, host, path);
        }
    }

    /** All that comes, lines ended by semicolons. */
    private static String get(Socket socket, String host, String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return all.replace("\r\n", ";").replace("\n", ";");
    }

    private int port(String name) {
        return Integer.parseInt(running.sandbox().environment().get(name));
    }

    @Test
    void showsTheCertificateOfTheNameThatIsAskedFor() throws Exception {
        var shown = certificate(10, "www.shop.example");
        assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=shop.example");
        assertThat(shown.getIssuerX500Principal().getName()).isEqualTo("CN=WE1,O=Google Trust Services,C=US");
        assertThat(shown.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "shop.example"), List.of(2, "*.shop.example"), List.of(7, "127.0.0.10"));
        assertThat(shown.getNotBefore()).isEqualTo("2026-02-19T12:00:00Z");
        assertThat(shown.getNotAfter()).isEqualTo("2026-05-20T12:00:00Z");
        assertThat(shown.getSigAlgName()).isEqualTo("SHA256withECDSA");

        var other = certificate(11, "other.example");
        assertThat(other.getSubjectX500Principal().getName()).isEqualTo("CN=\u001b[31mred");
        assertThat(other.getNotAfter()).isEqualTo("2026-02-28T12:00:00Z");
    }

    @Test
    void certificatesComeAfterACall() throws Exception {
        running.client().send("POST", "/sandbox/renew", "");
        var shown = certificate(10, "shop.example");
        assertThat(shown.getIssuerX500Principal().getName()).isEqualTo("CN=E7,O=Let's Encrypt,C=US");
        assertThat(shown.getNotAfter()).isEqualTo("2059-01-07T12:00:00Z");
    }

    @Test
    void refusesAHandshakeForANameThatIsNotThere() {
        assertThatThrownBy(() -> certificate(11, "shop.example")).hasMessageContaining("handshake_failure");
    }

    @Test
    void servesPagesOverTlsToo() throws Exception {
        try (var socket = secured(10, "shop.example")) {
            assertThat(get(socket, "shop.example", "/.well-known/token")).endsWith(";right");
        }
        assertThat(running.sandbox().visits())
                .containsExactly(
                        new Visited(SettableClock.START, "127.0.0.10", true, "shop.example", "/.well-known/token"));
    }

    private X509Certificate certificate(int last, String name) throws IOException, GeneralSecurityException {
        try (var socket = secured(last, name)) {
            socket.startHandshake();
            var chain = (X509Certificate[]) socket.getSession().getPeerCertificates();
            chain[0].verify(chain[1].getPublicKey());
            return chain[0];
        }
    }

    private SSLSocket secured(int last, String name) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
        var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0." + last, port("SANDBOX_TLS_PORT"));
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
