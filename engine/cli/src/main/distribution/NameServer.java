import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A stub of the whole DNS: root, registry, name server and resolver at once. Every name lives on this machine and has the
 * TXT record that the rehearsal looks for; nothing else exists.
 */
final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int LARGEST = 4096;
    private static final int A = 1;
    private static final int NS = 2;
    private static final int SOA = 6;
    private static final int TXT = 16;

    /** A pointer to the name in the question, which always begins behind the header. */
    private static final short QUESTION = (short) 0xc00c;

    private final DatagramSocket socket;

    private NameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    static NameServer start() throws IOException {
        var server = new NameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(server::serve);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            while (true) {
                packet.setLength(LARGEST);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The rehearsal is over.
        }
    }

    private static byte[] answer(ByteBuffer asked) {
        int end = HEADER;
        while (asked.get(end) != 0) {
            end += asked.get(end) + 1;
        }
        int type = asked.getShort(end + 1);
        boolean positive = type == A || type == NS || type == TXT;
        var answer = new ByteArrayOutputStream();
        // The id; an authoritative answer that offers recursion; one question, and a record in one of the sections.
        bytes(
                answer,
                asked.getShort(0),
                (short) 0x8580,
                (short) 1,
                (short) (positive ? 1 : 0),
                (short) (positive ? 0 : 1),
                (short) (type == NS ? 1 : 0));
        answer.write(asked.array(), HEADER, end + 5 - HEADER);
        byte[] data = data(positive ? type : SOA);
        bytes(answer, QUESTION, (short) (positive ? type : SOA), (short) 1, (short) 0, (short) 300, (short)
                data.length);
        int at = answer.size();
        answer.writeBytes(data);
        if (type == NS) {
            // The address of the name server that was just written.
            bytes(answer, (short) (0xc000 | at), (short) A, (short) 1, (short) 0, (short) 300, (short) 4);
            answer.writeBytes(data(A));
        }
        return answer.toByteArray();
    }

    private static byte[] data(int type) {
        return switch (type) {
            case A -> new byte[] {127, 0, 0, 1};
            case NS -> name("ns", "example", "com");
            case TXT -> text("rehearsal");
            default -> soa();
        };
    }

    private static byte[] soa() {
        var soa = new ByteArrayOutputStream();
        soa.writeBytes(name("ns", "example", "com"));
        soa.writeBytes(name("host", "example", "com"));
        soa.writeBytes(ByteBuffer.allocate(20)
                .putInt(1)
                .putInt(7200)
                .putInt(900)
                .putInt(1209600)
                .putInt(300)
                .array());
        return soa.toByteArray();
    }

    private static byte[] name(String... labels) {
        var name = new ByteArrayOutputStream();
        for (String label : labels) {
            name.writeBytes(text(label));
        }
        name.write(0);
        return name.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static void bytes(ByteArrayOutputStream out, short... values) {
        for (short value : values) {
            out.write(value >> 8);
            out.write(value);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
