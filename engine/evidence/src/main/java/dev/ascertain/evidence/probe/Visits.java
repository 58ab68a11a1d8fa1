package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.tls.TlsProbe;
import dev.ascertain.evidence.web.WebProbe;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The token files that are fetched and the handshakes that are made in one look, within its time. */
final class Visits implements AutoCloseable {
    private final ProbeSettings settings;
    private final RunContext context;
    private final Addresses addresses;
    private final ExecutorService threads;
    private final Duration allowed;
    private final long end;
    private final List<Future<?>> begun = new ArrayList<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final List<String> limits = new ArrayList<>();

    Visits(ProbeSettings settings, RunContext context, Addresses addresses) {
        this.settings = settings;
        this.context = context;
        this.addresses = addresses;
        this.threads = Executors.newFixedThreadPool(
                context.parallelism(),
                Thread.ofPlatform().daemon().name("visit-", 0).factory());
        this.allowed = TimeLimit.within(settings.total(), context.clock());
        this.end = System.nanoTime() + allowed.toNanos();
    }

    /** Each file and each host once. What a wildcard covers has no name of its own that could be visited. */
    void begin(List<Inquiry> inquiries) {
        fetch(inquiries.stream()
                .flatMap(inquiry -> inquiry.challenges().stream())
                .filter(Challenge.HttpFile.class::isInstance)
                .map(Challenge::name)
                .distinct()
                .toList());
        shake(inquiries.stream()
                .filter(Inquiry::served)
                .map(inquiry -> Names.canonical(inquiry.claim().host()))
                .filter(host -> !host.isEmpty() && !Names.isWildcard(host))
                .distinct()
                .toList());
    }

    private void fetch(List<String> urls) {
        if (urls.isEmpty()) {
            return;
        }
        var web = new WebProbe(Probes.reach(settings), context, addresses);
        urls.forEach(url -> begun.add(threads.submit(() -> pages.put(url, web.look(url)))));
    }

    private void shake(List<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        var tls = new TlsProbe(Probes.reach(settings), context, addresses);
        hosts.forEach(host -> begun.add(threads.submit(() -> {
            Endpoint endpoint = tls.look(host, Reach.TLS);
            endpoints.put(endpoint.name() + ":" + endpoint.port(), endpoint);
        })));
    }

    /** Waits until all is done, time is up, or the thread is interrupted, which stays set. */
    void finish() {
        try {
            for (Future<?> visit : begun) {
                visit.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stop) {
            limits.add("The run was stopped: not every file and certificate was looked at.");
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            limits.add("Time was up after %d s: not every file and certificate was looked at."
                    .formatted(allowed.toSeconds()));
        } catch (ExecutionException broken) {
            limits.add(
                    "A visit failed (%s), so not every file and certificate was looked at. This is a fault of the probe."
                            .formatted(broken.getClass().getSimpleName()));
        }
    }

    List<String> limits() {
        return List.copyOf(limits);
    }

    Map<String, Page> pages() {
        return new TreeMap<>(pages);
    }

    Map<String, Endpoint> endpoints() {
        return new TreeMap<>(endpoints);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
