package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.web.Sites.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;

/**
 * One request and one response of HTTP/1.1, spoilt as the scenario says.
 *
 * @param journal is told of each request before it is answered
 */
record Conversation(Address address, Consumer<Visited> journal) {
    private static final int LARGEST_HEAD = 16 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long DRIP_MILLIS = 500;
    private static final long SILENCE_MILLIS = 3_600_000;
    private static final int HUGE_CHUNKS = 1600;

    private record Asking(String method, String path, String host) {}

    void hold(Socket connection) throws IOException, InterruptedException {
        connection.setSoTimeout(PATIENCE_MILLIS);
        var asking = asking(head(new BufferedInputStream(connection.getInputStream())));
        journal.accept(new Visited(
                address.clock().instant(),
                address.address(),
                connection instanceof SSLSocket,
                asking.host(),
                asking.path()));
        var response = address.page(asking.host(), asking.path());
        send(response, asking.method().equals("HEAD"), connection.getOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < LARGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("nothing was asked");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static Asking asking(String head) throws IOException {
        var lines = head.split("\r\n", -1);
        var words = lines[0].split(" ", -1);
        if (words.length != 3) {
            throw new IOException("this is no HTTP");
        }
        var host = "";
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith("host:")) {
                host = line.substring("host:".length()).strip().toLowerCase(Locale.ROOT);
            }
        }
        return new Asking(words[0], words[1], host.replaceFirst(":\\d*$", ""));
    }

    private static void send(Response response, boolean headOnly, OutputStream out)
            throws IOException, InterruptedException {
        var whole = (head(response) + (headOnly ? "" : response.body())).getBytes(StandardCharsets.UTF_8);
        switch (response.flaw()) {
            case SILENT -> Thread.sleep(SILENCE_MILLIS);
            case RESET -> {}
            case GARBAGE -> out.write("\u0000\u0001 this is no HTTP\n".getBytes(StandardCharsets.US_ASCII));
            case DRIP -> {
                for (byte next : whole) {
                    out.write(next);
                    out.flush();
                    Thread.sleep(DRIP_MILLIS);
                }
            }
            case HUGE -> {
                out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                var chunk = "x".repeat(65536).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < HUGE_CHUNKS; i++) {
                    out.write(chunk);
                }
            }
            case null -> out.write(whole);
        }
        out.flush();
    }

    private static String head(Response response) {
        var head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        int length = response.body().getBytes(StandardCharsets.UTF_8).length;
        return head + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }
}
