package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

class HttpsResolverTest {
    private static final Duration PROBE = Duration.ofSeconds(5);

    static Stream<Arguments> resolvers() {
        return Stream.of(
                Arguments.of(
                        "answers", handler(200, HttpsResolverTest::answer), "ANSWERED | _t.shop.example TXT token"),
                Arguments.of("has an error page", handler(500, HttpsResolverTest::answer), "MALFORMED"),
                Arguments.of("redirects", handler(302, HttpsResolverTest::answer), "MALFORMED"),
                Arguments.of("sends a web page", handler(200, _ -> "<html>".getBytes()), "MALFORMED"),
                Arguments.of("sends nothing", handler(200, _ -> new byte[0]), "MALFORMED"),
                Arguments.of("sends too much", handler(200, _ -> new byte[70_000]), "MALFORMED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resolvers")
    void whatAResolverOverHttpsDoesIsTold(String name, HttpHandler handler, String seen) throws IOException {
        assertThat(seen(handler, PROBE)).isEqualTo("_t.shop.example TXT public " + seen + "\n");
    }

    @Test
    void aResolverThatKeepsSilentIsNotWaitedForLong() throws IOException {
        assertThat(seen(_ -> {}, Duration.ofMillis(300))).isEqualTo("_t.shop.example TXT public SILENT\n");
    }

    private static String seen(HttpHandler handler, Duration probe) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dns-query", handler);
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dns-query");
        try (var internet = FakeInternet.shop("_t.shop.example. TXT \"token\"").open()) {
            DnsSettings all = internet.settings(probe);
            var settings =
                    new DnsSettings(List.of(new Contact.Https(address)), all.root(), all.port(), true, all.probe());
            try (var dns = FakeInternet.probe(settings)) {
                dns.look(List.of(Look.text("shop.example", "_t.shop.example")));
                return Look.of(dns.seen(), "_t.shop.example TXT public").replace(address + " ", "");
            }
        } finally {
            server.stop(0);
        }
    }

    /** What is sent back. */
    private interface Body {
        byte[] to(Message query);
    }

    private static HttpHandler handler(int status, Body body) {
        return exchange -> {
            try (exchange) {
                byte[] bytes = body.to(new Message(exchange.getRequestBody().readAllBytes()));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                boolean asked = isAsked(exchange);
                exchange.sendResponseHeaders(asked ? status : 400, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    private static boolean isAsked(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestHeaders().getFirst("Content-Type").equals("application/dns-message");
    }

    private static byte[] answer(Message query) {
        Message reply = FakeInternet.reply(query);
        if (query.getQuestion().getName().toString().startsWith("_t")) {
            reply.addRecord(new TXTRecord(query.getQuestion().getName(), DClass.IN, 300, "token"), Section.ANSWER);
        }
        return reply.toWire();
    }
}
