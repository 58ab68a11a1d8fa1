package dev.ascertain.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a name server over UDP as fast as it answers, so that it can be seen not to be the bottleneck.
 *
 * <p>Arguments: address, port, questions, parallelism. Prints the answers per second.
 */
final class BareQuestions {
    private static final int LARGEST = 4096;
    private static final int PATIENCE_MILLIS = 5000;

    private BareQuestions() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        int questions = Integer.parseInt(arguments[2]);
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        Workers.run(Integer.parseInt(arguments[3]), () -> ask(server, next, questions));
        System.out.println(Math.round(questions * 1e9 / (System.nanoTime() - begin)));
    }

    private static Void ask(InetSocketAddress server, AtomicInteger next, int questions) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answer = new DatagramPacket(new byte[LARGEST], LARGEST);
            for (int i = next.getAndIncrement(); i < questions; i = next.getAndIncrement()) {
                byte[] question = question("bare" + i + ".z0.example");
                socket.send(new DatagramPacket(question, question.length));
                socket.receive(answer);
            }
        }
        return null;
    }

    /** For its A records: id 0, one question, nothing else. */
    private static byte[] question(String name) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (String label : name.split("\\.", -1)) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes(new byte[] {0, 0, 1, 0, 1});
        return bytes.toByteArray();
    }
}
