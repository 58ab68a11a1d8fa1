package dev.ascertain.evidence.reach;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A look at each address of a host, all at once.
 *
 * <p>On platform threads: a socket that a virtual thread waits on leaves a poller behind, for which the process waits
 * 0.3 s when it exits.
 */
public final class Round {
    /** Of each family. A host has a handful; a hostile one could have thousands. */
    static final int MOST_ADDRESSES = 8;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("look-", 0).factory());

    private Round() {}

    /** IPv6 first, each address once, otherwise in the order given; not more of a family than anybody needs. */
    public static List<InetAddress> ordered(List<InetAddress> addresses) {
        return Stream.of(true, false)
                .flatMap(ipv6 -> addresses.stream()
                        .filter(address -> address instanceof Inet6Address == ipv6)
                        .distinct()
                        .limit(MOST_ADDRESSES))
                .toList();
    }

    /**
     * Looks at all of them. An interrupt ends it at once, and stays set.
     *
     * @param look never throws, and ends by itself: what is under way at an interrupt is left to that
     * @param stopped what an address gets whose look was not waited for
     * @return one result for each address, in their order
     */
    public static <T> List<T> at(
            List<InetAddress> addresses, Function<InetAddress, T> look, Function<InetAddress, T> stopped) {
        var looks = addresses.stream()
                .map(address -> new FutureTask<>(() -> look.apply(address)))
                .toList();
        looks.forEach(THREADS::execute);
        if (!looks.stream().allMatch(Round::isAwaited)) {
            Thread.currentThread().interrupt();
        }
        var results = new ArrayList<T>();
        for (int i = 0; i < looks.size(); i++) {
            var done = looks.get(i);
            results.add(done.state() == Future.State.SUCCESS ? done.resultNow() : stopped.apply(addresses.get(i)));
        }
        return List.copyOf(results);
    }

    /** Whether no interrupt came first. */
    private static boolean isAwaited(Future<?> look) {
        try {
            look.get();
            return true;
        } catch (InterruptedException stop) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a look threw", broken.getCause());
        }
    }
}
