package dev.ascertain.evidence.reach;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/**
 * A connection to one address, all reads of which end at one deadline: a server that drips bytes gains nothing by it.
 * TLS may be laid over it.
 *
 * <p>Writing is not bounded: what is written must fit into the system's buffer, some kilobytes.
 */
public final class TimedSocket extends Socket {
    private final Deadline deadline;

    private TimedSocket(Deadline deadline) {
        super(Proxy.NO_PROXY);
        this.deadline = deadline;
    }

    /**
     * Connects to this address and no other: nothing is looked up again.
     *
     * @throws IOException if there is no connection, within the time or at all
     */
    public static TimedSocket to(InetAddress address, int port, Deadline deadline) throws IOException {
        var socket = new TimedSocket(deadline);
        try {
            socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
            return socket;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(super.getInputStream());
    }

    private final class TimedInput extends FilterInputStream {
        TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            setSoTimeout(deadline.millisLeft());
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            setSoTimeout(deadline.millisLeft());
            return in.read(bytes, offset, length);
        }
    }
}
