package dev.ascertain.core.observe;

import dev.ascertain.spi.Observer;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads every target once, as many at a time as the run allows.
 *
 * <p>A 403 concerns its target, since a token may be scoped to some zones. But an account is begun one target at a time
 * until one answers otherwise, and when the first {@value #CAUTIOUS} are all refused the rest is not asked.
 */
public final class Sweep {
    private static final int CAUTIOUS = 5;

    private final RunContext context;
    private final Accounts accounts;
    private final Consumer<ObserveEvent> listener;
    private final Reader reader;
    private final Instant since;
    private final Map<Bound, Look> looks = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    public Sweep(RunContext context, Accounts accounts, Consumer<ObserveEvent> listener) {
        this(context, accounts, listener, new Reader(context));
    }

    public Sweep(RunContext context, Accounts accounts, Consumer<ObserveEvent> listener, Reader reader) {
        this.context = context;
        this.accounts = accounts;
        this.listener = listener;
        this.reader = reader;
        this.since = context.clock().instant();
    }

    /** When it began: nothing that it sees is older. */
    public Instant since() {
        return since;
    }

    /** Returns a look for every target. An instance sweeps once. */
    public Map<Bound, Look> all(List<Bound> targets) {
        var byAccount = targets.stream().collect(Collectors.groupingBy(Bound::account));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byAccount.forEach((account, theirs) ->
                    threads.execute(() -> account(theirs, accounts.observer(account), targets.size())));
        }
        return looks;
    }

    private void account(List<Bound> targets, Observer observer, int total) {
        int next = 0;
        boolean refused = true;
        while (refused && next < Math.min(CAUTIOUS, targets.size())) {
            refused = isRefusal(read(targets.get(next), observer, total));
            next++;
        }
        List<Bound> rest = targets.subList(next, targets.size());
        if (refused && !rest.isEmpty()) {
            rest.forEach(bound -> looks.put(bound, new Look.Unseen(notAsked())));
            return;
        }
        readTogether(rest, observer, total);
    }

    private void readTogether(List<Bound> targets, Observer observer, int total) {
        var next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int workers = Math.min(context.parallelism(), targets.size());
            for (int i = 0; i < workers; i++) {
                threads.execute(() -> {
                    for (int at = next.getAndIncrement(); at < targets.size(); at = next.getAndIncrement()) {
                        read(targets.get(at), observer, total);
                    }
                });
            }
        }
    }

    private Look read(Bound bound, Observer observer, int total) {
        String target = bound.target().describe();
        listener.accept(new ObserveEvent.Started(bound.account(), target, done.get(), total));
        Instant begin = context.clock().instant();
        Look look = reader.read(bound, observer, since);
        looks.put(bound, look);
        String failure = look instanceof Look.Unseen(ProviderException e) ? e.what() : null;
        Duration took = Duration.between(begin, context.clock().instant());
        listener.accept(
                new ObserveEvent.Completed(bound.account(), target, done.incrementAndGet(), total, took, failure));
        return look;
    }

    private static boolean isRefusal(Look look) {
        return look instanceof Look.Unseen(ProviderException e) && e.kind() == Kind.FORBIDDEN;
    }

    private static ProviderException notAsked() {
        return ProviderException.of(
                        Kind.NOT_ASKED,
                        "Not asked: the first " + CAUTIOUS + " of this account were all refused with a 403.")
                .hint("check the permissions of the account's credential")
                .build();
    }
}
