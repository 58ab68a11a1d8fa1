package dev.ascertain.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cloudflare's reads, as fast as this machine can: a virtual thread for each connection, and answers that are cut from
 * one template. Its own speed is measured and printed, so that it can be seen not to be the bottleneck.
 *
 * <p>Arguments: latency in milliseconds; then, if a quota is to be enforced, calls and window in milliseconds. Prints its
 * port, and serves until it is killed. {@code GET /count} tells how many zones were read and how many calls refused, and
 * begins to count anew.
 */
final class StubServer {
    private static final Pattern ZONE = Pattern.compile("/client/v4/zones/([0-9a-f]{32})/ssl/verification");
    private static final String ACTIVE = """
            {"success":true,"errors":[],"messages":[],"result":[{"certificate_status":"active","brand_check":false,\
            "cert_pack_uuid":"a77f8bd7-3b47-46b4-a6f1-75cf98109948","signature":"ECDSAWithSHA256",\
            "validation_method":"txt","validation_type":"dv","hostname":"ZONE.example",\
            "verification_info":{"record_name":"_acme-challenge.ZONE.example","record_target":"value"},\
            "verification_status":true,"verification_type":"cname"}]}
            """;
    private static final String REFUSED =
            "{\"success\":false,\"errors\":[{\"code\":971,\"message\":\"Slow down\"}],\"messages\":[],\"result\":null}\n";

    private final long latencyMillis;
    private final @Nullable FixedWindow quota;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    private StubServer(long latencyMillis, @Nullable FixedWindow quota) {
        this.latencyMillis = latencyMillis;
        this.quota = quota;
    }

    public static void main(String[] arguments) throws IOException {
        var quota = arguments.length < 3
                ? null
                : new FixedWindow(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        var stub = new StubServer(Long.parseLong(arguments[0]), quota);
        try (var listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress())) {
            System.out.println(listener.getLocalPort());
            System.out.flush();
            while (true) {
                var socket = listener.accept();
                Thread.startVirtualThread(() -> stub.serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var head = Wire.head(in); !head.first().isEmpty(); head = Wire.head(in)) {
                answer(head.first().split(" ", 3)[1], socket.getOutputStream());
            }
        } catch (IOException _) {
            // The client went away.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String path, OutputStream out) throws IOException, InterruptedException {
        if (path.equals("/count")) {
            send(out, 200, "", reads.getAndSet(0) + " " + refusals.getAndSet(0) + "\n");
            return;
        }
        var zone = ZONE.matcher(path);
        if (!zone.matches()) {
            send(out, 404, "", REFUSED);
            return;
        }
        var reading = quota == null ? new FixedWindow.Reading(0, 0, false) : quota.count(System.nanoTime());
        Thread.sleep(latencyMillis);
        if (reading.exceeded()) {
            refusals.incrementAndGet();
            send(out, 429, "Retry-After: " + reading.seconds() + "\r\n", REFUSED);
            return;
        }
        reads.incrementAndGet();
        var limit =
                quota == null ? "" : "Ratelimit: \"default\";r=" + reading.left() + ";t=" + reading.seconds() + "\r\n";
        send(out, 200, limit, ACTIVE.replace("ZONE", zone.group(1)));
    }

    private static void send(OutputStream out, int status, String headers, String body) throws IOException {
        var head = "HTTP/1.1 " + status + " -\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.US_ASCII));
    }
}
