package dev.ascertain.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this machine can do at all: as many reads as fast as possible, nothing done with the answers.
 *
 * <p>Arguments: {@code http} for the JDK's HTTP client or {@code socket} for hardly any client; port, calls, parallelism.
 * Prints calls per second.
 */
final class BareClient {
    private static final String PATH = "/client/v4/zones/%032x/ssl/verification";

    private BareClient() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int port = Integer.parseInt(arguments[1]);
        int calls = Integer.parseInt(arguments[2]);
        int parallelism = Integer.parseInt(arguments[3]);
        var next = new AtomicInteger();
        Callable<Void> worker =
                arguments[0].equals("http") ? () -> overHttp(port, next, calls) : () -> overSocket(port, next, calls);
        long begin = System.nanoTime();
        Workers.run(parallelism, worker);
        System.out.println(Math.round(calls * 1e9 / (System.nanoTime() - begin)));
    }

    private static final class Shared {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static Void overHttp(int port, AtomicInteger next, int calls) throws IOException, InterruptedException {
        for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
            var uri = URI.create("http://127.0.0.1:" + port + PATH.formatted(i));
            Shared.CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        return null;
    }

    private static Void overSocket(int port, AtomicInteger next, int calls) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                var request = "GET " + PATH.formatted(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                in.skipNBytes(Wire.head(in).length());
            }
        }
        return null;
    }
}
