import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A stub of both clouds: each call has one answer, a file. */
final class Clouds implements AutoCloseable {
    private static final Map<String, String> ANSWERS = Map.of(
            "/zones", "zones.json",
            "/ssl/verification", "verification.json",
            "/ssl/certificate_packs", "packs.json",
            "/v3/projects", "projects.json",
            "/domain/verification", "domain.json");

    private final HttpServer server;

    private Clouds(HttpServer server) {
        this.server = server;
    }

    static Clouds start(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, folder));
        server.start();
        return new Clouds(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        server.stop(0);
    }
}
