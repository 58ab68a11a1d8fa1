package dev.ascertain.sandbox.socket;

import dev.ascertain.sandbox.section.ScenarioException;
import dev.ascertain.sandbox.section.Section;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The loopback addresses of this machine, and listening at one port of several of them. */
public final class Loopback {
    private static final int ATTEMPTS = 100;

    /** Whatever listens. */
    public interface Listener extends Closeable {
        int port();
    }

    /** Begins to listen. */
    @FunctionalInterface
    public interface Binder<L extends Listener> {
        /** @param port 0 for any free one */
        L bind(InetAddress address, int port) throws IOException;
    }

    private Loopback() {}

    /** The address as it was given. @throws ScenarioException if it is none of the loopback */
    public static String checked(Section section, String key, String address) {
        if (!address.matches("127(\\.\\d{1,3}){3}|::1") || !of(address).isLoopbackAddress()) {
            throw section.wrong(key, "expected an address such as 127.0.0.4 or ::1, found \"" + address + "\".");
        }
        return address;
    }

    /** @param address of four numbers, or {@code ::1}: nobody is asked */
    public static InetAddress of(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new ScenarioException("\"" + address + "\" is no address.");
        }
    }

    /**
     * Listens at the same port of all these addresses. An IPv6 address is left out on a machine without IPv6.
     *
     * @param port 0 for any that is free at all of them
     * @throws ScenarioException if the port is taken
     */
    public static <L extends Listener> List<L> listen(Collection<String> addresses, int port, Binder<L> binder) {
        var there = new LinkedHashSet<>(addresses)
                .stream().filter(Loopback::isThere).toList();
        for (int attempt = 1; ; attempt++) {
            List<L> listeners = new ArrayList<>();
            try {
                for (String address : there) {
                    int common =
                            listeners.isEmpty() ? port : listeners.getFirst().port();
                    listeners.add(binder.bind(of(address), common));
                }
                return listeners;
            } catch (BindException e) {
                closeAll(listeners);
                if (port != 0 || attempt == ATTEMPTS) {
                    var at = there.get(listeners.size());
                    throw new ScenarioException("Could not listen on " + at + ", port " + port + ": " + e.getMessage()
                            + ". Choose another port, or leave it out for any free one.");
                }
            } catch (IOException e) {
                closeAll(listeners);
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isThere(String address) {
        if (!address.contains(":")) {
            return true;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(of(address), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes each of them, whatever becomes of the others. */
    public static void closeAll(Collection<? extends Closeable> all) {
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                // It is on its way out: nothing depends on it any more.
            }
        }
    }
}
