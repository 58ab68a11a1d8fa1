import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A stub of both clouds, one with TLS and one without: each call has one answer, a file. */
final class Clouds implements AutoCloseable {
    private static final Map<String, String> ANSWERS = Map.of(
            "/zones", "zones.json",
            "/ssl/verification", "verification.json",
            "/ssl/certificate_packs", "packs.json",
            "/v3/projects", "projects.json",
            "/domain/verification", "domain.json",
            "/pki-validation/ca3.txt", "zones.csv");

    private final HttpServer plain;
    private final HttpServer secure;

    private Clouds(HttpServer plain, HttpServer secure) {
        this.plain = plain;
        this.secure = secure;
    }

    /**
     * @param folder the answers
     * @param tls the certificate of the one with TLS
     */
    static Clouds start(Path folder, SSLContext tls) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpsServer secure = HttpsServer.create(loopback, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Clouds(started(HttpServer.create(loopback, 0), folder), started(secure, folder));
    }

    private static HttpServer started(HttpServer server, Path folder) {
        server.createContext("/", exchange -> answer(exchange, folder));
        server.start();
        return server;
    }

    String plain() {
        return "http://127.0.0.1:" + plain.getAddress().getPort();
    }

    /** Of the one without TLS. */
    String port() {
        return Integer.toString(plain.getAddress().getPort());
    }

    String secure() {
        return "https://127.0.0.1:" + secure.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = ANSWERS.entrySet().stream()
                .filter(answer -> path.endsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IOException("no answer to " + path));
        byte[] body = Files.readAllBytes(folder.resolve(file));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        plain.stop(0);
        secure.stop(0);
    }
}
