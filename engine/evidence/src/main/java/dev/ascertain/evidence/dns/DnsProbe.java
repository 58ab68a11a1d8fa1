package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Looks at the DNS, once: an instance keeps every answer, and sends no question twice. Safe for many threads. Nothing is
 * thrown for what goes wrong: that is part of what is seen.
 */
public final class DnsProbe implements Addresses, AutoCloseable {
    /** For each question that may be under way: enough that there is always a next one. */
    private static final int ERRANDS = 4;

    private final RunTime time;
    private final Duration total;
    private final int errands;
    private final RunContext context;
    private final Gathered gathered = new Gathered();
    private final Asker asker;
    private final Walk walk;
    private final Zones zones;
    private final Tokens tokens;
    private final Permissions permissions;
    private final Locations locations;

    /**
     * Asks nobody yet.
     *
     * @param total how long a look may take; what is left then is not asked
     */
    public DnsProbe(DnsSettings settings, RunContext context, Duration total) {
        this.total = total;
        this.context = context;
        this.errands = ERRANDS * context.parallelism();
        this.time = new RunTime(context.pause(), total);
        this.asker = new Asker(time, settings.probe(), context.parallelism());
        var courier = new Courier(asker, settings, gathered);
        this.walk = new Walk(courier, RootHints.root(settings), gathered);
        var resolvers = new Resolvers(asker, settings.resolvers(), walk, gathered);
        this.zones = new Zones(walk, courier, resolvers, gathered);
        var authority = new Authority(walk, courier, zones, gathered);
        this.tokens = new Tokens(walk, authority, zones, resolvers);
        this.permissions = new Permissions(walk, authority, resolvers);
        this.locations = new Locations(walk, resolvers, gathered);
    }

    /**
     * What was seen.
     *
     * @param limits what could not be looked at, as sentences
     */
    public record Seen(List<String> limits, Map<String, Delegation> delegations, Map<Question, Answers> answers) {
        public Seen {
            limits = List.copyOf(limits);
            delegations = Map.copyOf(delegations);
            answers = Map.copyOf(answers);
        }
    }

    /** Begins a look: it has the whole time, or as much as is left to the run. */
    public void begin() {
        time.begin(TimeLimit.within(total, context.clock()));
    }

    /** Looks at all that is of interest. Ends early, and with the interrupt set, if the thread is interrupted. */
    public void look(List<Inquiry> inquiries) {
        begin();
        finish(Together.begin(() -> Together.each(Errand.of(inquiries), errands, this::run)));
    }

    @Override
    public List<InetAddress> of(String name) {
        return locations.of(name);
    }

    /** Asks one question at each server of its zone, and the resolvers if there is such a record. */
    public Answers ask(Question question) {
        begin();
        if (Wire.isAskable(question.name())) {
            tokens.record(question);
        }
        return gathered.answers(question);
    }

    /** What was seen until now. */
    public Seen seen() {
        if (time.isStopped()) {
            gathered.limit("The run was stopped: what had not been asked in the DNS by then is not known.");
        } else if (time.isMissed()) {
            gathered.limit("Time was up after %d s: what had not been asked in the DNS by then is not known."
                    .formatted(time.allowed().toSeconds()));
        }
        return new Seen(gathered.limits(), gathered.delegations(), gathered.answers());
    }

    /** How many questions were sent, repetitions not counted. */
    public int questions() {
        return asker.sent();
    }

    private boolean run(Errand errand) {
        if (!Wire.isAskable(errand.name())) {
            unaskable(errand.name());
            return false;
        }
        try {
            go(errand);
        } catch (RuntimeException broken) {
            gathered.limit(
                    "Looking up %s in the DNS failed (%s), so not all of it is known. This is a fault of the probe."
                            .formatted(errand.name(), cause(broken).getClass().getSimpleName()));
        }
        return true;
    }

    private void go(Errand errand) {
        switch (errand) {
            case Errand.Zone(String name) -> zones.examine(walk.cutOf(name));
            case Errand.Text(String name) -> tokens.text(name);
            case Errand.Alias(String name, String target) -> alias(name, target);
            case Errand.Permission(String name) -> permissions.climb(name);
            case Errand.Location(String name) -> locations.of(name);
        }
    }

    private void alias(String name, String target) {
        if (!Wire.isAskable(target)) {
            unaskable(target);
        }
        tokens.alias(name, target);
    }

    private void unaskable(String name) {
        gathered.limit("\"%s\" is no name that the DNS can hold, so nothing was asked about it."
                .formatted(Presentation.printable(name)));
    }

    private static Throwable cause(Throwable broken) {
        Throwable cause = broken.getCause();
        return broken instanceof CompletionException && cause != null ? cause(cause) : broken;
    }

    /** Once the run is to stop, nothing more is asked, and what is under way ends soon. */
    private void finish(CompletableFuture<?> work) {
        boolean interrupted = false;
        while (!work.isDone()) {
            try {
                work.get();
            } catch (InterruptedException stop) {
                interrupted = true;
                time.stop();
            } catch (ExecutionException broken) {
                throw new IllegalStateException("a look at the DNS failed", broken.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is asked afterwards is not asked at all. */
    @Override
    public void close() {
        time.stop();
        asker.close();
    }
}
