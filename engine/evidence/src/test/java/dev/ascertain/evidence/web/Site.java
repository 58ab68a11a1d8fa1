package dev.ascertain.evidence.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback that says byte for byte what it is told to. */
final class Site implements AutoCloseable {
    /** Says something to whoever asked. */
    interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final String greeting;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    Site() {
        this(listening(), "");
    }

    private Site(ServerSocket server, String greeting) {
        this.server = server;
        this.greeting = greeting;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** One that speaks first, and says nothing else. */
    static Site greeting(String greeting) {
        return new Site(listening(), greeting);
    }

    static Site secured(ServerSocket server) {
        return new Site(server, "");
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every request head, as it came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    Site says(String target, String response) {
        return replies(target, out -> out.write(response.getBytes(StandardCharsets.UTF_8)));
    }

    Site replies(String target, Reply reply) {
        replies.put(target, reply);
        return this;
    }

    /** A page with this body. */
    Site shows(String target, String body) {
        return says(target, "HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; charset=utf-8\r\n\r\n" + body);
    }

    Site redirects(String target, int status, String location) {
        return says(target, "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\n\r\n");
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
            if (!greeting.isEmpty()) {
                return;
            }
            String head = head(connection);
            requests.add(head);
            String[] words = head.split(" ", 3);
            Reply reply = replies.get(words.length < 2 ? "" : words[1]);
            if (reply == null) {
                reply = out -> out.write(
                        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            }
            reply.to(connection.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // The probe has seen enough.
        }
    }

    private static String head(Socket connection) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
