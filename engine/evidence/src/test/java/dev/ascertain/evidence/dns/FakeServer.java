package dev.ascertain.evidence.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Message;

/** Listens at one address over UDP and TCP, and answers with whatever bytes it is told to. */
final class FakeServer implements AutoCloseable {
    /** What is said. */
    interface Tongue {
        /** The messages to send, none for silence. */
        List<byte[]> say(Message query, boolean tcp);

        /** How long to wait before each byte over TCP. */
        default Duration drip() {
            return Duration.ZERO;
        }
    }

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Tongue tongue;
    private final ScheduledExecutorService later;
    private final long delayMillis;
    private final CountDownLatch closed = new CountDownLatch(1);

    FakeServer(InetSocketAddress place, Tongue tongue, ScheduledExecutorService later, long delayMillis)
            throws IOException {
        this.udp = new DatagramSocket(place);
        this.tcp = besides(udp, place.getAddress());
        this.tongue = tongue;
        this.later = later;
        this.delayMillis = delayMillis;
        Thread.ofPlatform().daemon().start(this::datagrams);
        Thread.ofPlatform().daemon().start(this::connections);
    }

    private static ServerSocket besides(DatagramSocket udp, InetAddress address) throws IOException {
        try {
            return new ServerSocket(udp.getLocalPort(), 50, address);
        } catch (IOException taken) {
            udp.close();
            throw taken;
        }
    }

    int port() {
        return udp.getLocalPort();
    }

    private void datagrams() {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            while (true) {
                packet.setLength(65_535);
                udp.receive(packet);
                var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                var from = packet.getSocketAddress();
                later.schedule(
                        () -> {
                            for (byte[] bytes : tongue.say(query, false)) {
                                udp.send(new DatagramPacket(bytes, bytes.length, from));
                            }
                            return true;
                        },
                        delayMillis,
                        TimeUnit.MILLISECONDS);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void connections() {
        try {
            while (true) {
                Socket connection = tcp.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new DataInputStream(connection.getInputStream());
            var query = new Message(in.readNBytes(in.readUnsignedShort()));
            OutputStream out = connection.getOutputStream();
            for (byte[] bytes : tongue.say(query, true)) {
                write(
                        ByteBuffer.allocate(2 + bytes.length)
                                .putShort((short) bytes.length)
                                .put(bytes)
                                .array(),
                        out);
            }
            in.read(); // until the other side has had enough
        } catch (IOException gone) {
            return;
        }
    }

    private void write(byte[] bytes, OutputStream out) throws IOException {
        if (tongue.drip().isZero()) {
            out.write(bytes);
            return;
        }
        for (byte one : bytes) {
            if (isClosedWithin(tongue.drip())) {
                return;
            }
            out.write(one);
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        udp.close();
        try {
            tcp.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
