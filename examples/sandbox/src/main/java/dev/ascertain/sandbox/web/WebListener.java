package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.socket.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One address and port, over TLS or not. A slow conversation holds up no other one. */
final class WebListener implements Loopback.Listener {
    private final Conversation conversation;
    private final @Nullable SSLSocketFactory tls;
    private final ServerSocket server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param tls null for plain HTTP
     * @param port 0 for a free one
     */
    WebListener(Conversation conversation, @Nullable SSLSocketFactory tls, InetAddress address, int port)
            throws IOException {
        this.conversation = conversation;
        this.tls = tls;
        this.server = new ServerSocket(port, 128, address);
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    void start() {
        workers.execute(() -> {
            while (!server.isClosed()) {
                try {
                    var connection = server.accept();
                    workers.execute(() -> converse(connection));
                } catch (IOException e) {
                    // Closed, or a connection that came to nothing.
                }
            }
        });
    }

    private void converse(Socket connection) {
        try (connection;
                var spoken = tls == null ? connection : secured(connection, tls)) {
            conversation.hold(spoken);
        } catch (IOException e) {
            // The other side has what it wanted, or gives up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket secured(Socket connection, SSLSocketFactory tls) throws IOException {
        var secured = (SSLSocket) tls.createSocket(connection, null, connection.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    @Override
    public void close() throws IOException {
        server.close();
        workers.shutdownNow();
    }
}
