package dev.ascertain.providers.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves below HTTP: it reads the head of each request and then does as it is told. */
final class RawServer implements AutoCloseable {
    /** What it does once the head of a request has come; the connection is closed afterwards. */
    interface Behaviour {
        void answer(OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final AtomicInteger requests = new AtomicInteger();

    private RawServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static RawServer that(Behaviour behaviour) throws IOException {
        var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Answers with these characters and closes the connection. */
    static RawServer saying(String answer) throws IOException {
        return that(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            readHead(connection.getInputStream());
            requests.incrementAndGet();
            behaviour.answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException goneAway) {
            // the client may leave when it likes
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            switch (in.read()) {
                case -1 -> throw new IOException("no request");
                case '\n' -> newlines++;
                case '\r' -> {}
                default -> newlines = 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
