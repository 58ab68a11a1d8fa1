package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Desk.Delivery;
import dev.ascertain.sandbox.socket.Loopback;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One address, over UDP and TCP. A slow answer holds up no other one. */
final class DnsListener implements Loopback.Listener {
    /** For bursts: a benchmark sends hundreds of questions at once. */
    private static final int BUFFER = 4 * 1024 * 1024;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final Duration DRIP = Duration.ofMillis(500);

    private final Desk desk;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** @param port 0 for one that is free for both */
    DnsListener(Desk desk, InetAddress address, int port) throws IOException {
        this.desk = desk;
        this.udp = new DatagramSocket(port, address);
        udp.setReceiveBufferSize(BUFFER);
        try {
            this.tcp = new ServerSocket(udp.getLocalPort(), 128, address);
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return udp.getLocalPort();
    }

    void start() {
        Thread.ofPlatform().daemon().name("dns-" + udp.getLocalAddress()).start(this::receive);
        workers.execute(this::accept);
    }

    private void receive() {
        var buffer = new byte[65535];
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                var from = packet.getSocketAddress();
                workers.execute(() -> answer(bytes, from));
            } catch (IOException e) {
                // Closed, or a datagram that is no good: the next one may be.
            }
        }
    }

    private void answer(byte[] question, SocketAddress from) {
        var delivery = desk.take(question, false);
        var bytes = delivery.bytes();
        if (bytes == null || !passed(delivery.latency())) {
            return;
        }
        try {
            udp.send(new DatagramPacket(bytes, bytes.length, from));
        } catch (IOException e) {
            // Whoever asked is gone.
        }
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                var connection = tcp.accept();
                workers.execute(() -> converse(connection));
            } catch (IOException e) {
                // Closed, or a connection that came to nothing.
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            var in = new DataInputStream(connection.getInputStream());
            while (true) {
                var question = in.readNBytes(in.readUnsignedShort());
                send(desk.take(question, true), connection);
            }
        } catch (IOException e) {
            // The other side has closed, or has said nothing for too long.
        }
    }

    private static void send(Delivery delivery, Socket connection) throws IOException {
        var bytes = delivery.bytes();
        if (bytes == null || !passed(delivery.latency())) {
            return;
        }
        var framed = ByteBuffer.allocate(bytes.length + 2)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
        var out = connection.getOutputStream();
        if (!delivery.drip()) {
            out.write(framed);
            return;
        }
        for (byte next : framed) {
            out.write(next);
            if (!passed(DRIP)) {
                return;
            }
        }
    }

    /** @return false if the sandbox was stopped meanwhile */
    private static boolean passed(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops at once; answers under way are not sent. */
    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        workers.shutdownNow();
    }
}
