package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Binder;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.observe.Reader;
import dev.ascertain.core.observe.Sweep;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** The straight line of {@code plan}: bind, observe, judge. Never changes anything. */
public final class Planner {
    /** How long a plan may be applied: long enough to read it, short enough to still be true. */
    public static final Duration VALIDITY = Duration.ofHours(1);

    private final RunContext context;
    private final String version;
    private final Lookout lookout;
    private final Consumer<ObserveEvent> listener;
    private final boolean expiry;

    /**
     * @param version of Ascertain, as it stands in the plan
     * @param lookout looks at the world before anything is judged
     * @param listener is told what happens, from many threads at once
     */
    public Planner(RunContext context, String version, Lookout lookout, Consumer<ObserveEvent> listener) {
        this(context, version, lookout, listener, false);
    }

    private Planner(
            RunContext context, String version, Lookout lookout, Consumer<ObserveEvent> listener, boolean expiry) {
        this.context = context;
        this.version = version;
        this.lookout = lookout;
        this.listener = listener;
        this.expiry = expiry;
    }

    /** The same; wanted is also until when what is as expected stays in service, see {@link Interest#expiry}. */
    public Planner minding(boolean expiryToo) {
        return new Planner(context, version, lookout, listener, expiryToo);
    }

    /** Reads the live state of what is selected and tells what differs, why, and what would help. */
    public PlanResult plan(Configuration configuration, Accounts accounts, Selection selection) {
        return plan(configuration, accounts, selection, Forcing.NONE);
    }

    /** The same, with checks that are asked for although something stands in the way. */
    public PlanResult plan(Configuration configuration, Accounts accounts, Selection selection, Forcing forcing) {
        List<Declaration> declarations = configuration.declarations().stream()
                .filter(declaration -> selection.holds(declaration.address().toString()))
                .toList();
        List<Bound> targets = Binder.bind(declarations, accounts);
        var sweep = new Sweep(context, accounts, listener, new Reader(context, expiry));
        Map<Bound, Look> looks = sweep.all(targets);
        Evidence evidence = context.pause().isStopped()
                ? Evidence.NONE
                : lookout.look(looks, sweep.since(), context.clock().instant());
        var circumstances =
                Circumstances.planning(evidence, forcing, context.clock().instant());
        List<Change> changes = inOrder(declarations, assess(targets, looks, accounts, circumstances));
        boolean stopped = context.pause().isStopped();
        boolean complete = !stopped && looks.values().stream().allMatch(Planner::wasAsked);
        var notices = new ArrayList<>(notices(targets, looks));
        if (!stopped) {
            notices.addAll(inVain(forcing, changes));
        }
        return new PlanResult(plan(configuration, complete, changes), notices, stopped, evidence);
    }

    private Plan plan(Configuration configuration, boolean complete, List<Change> changes) {
        Instant now = context.clock().instant();
        return new Plan(
                UUID.randomUUID().toString(),
                version,
                now,
                now.plus(VALIDITY),
                configuration.files(),
                configuration.digest(),
                complete,
                changes,
                null);
    }

    private static List<Change> assess(
            List<Bound> targets, Map<Bound, Look> looks, Accounts accounts, Circumstances circumstances) {
        var changes = new ArrayList<Change>();
        for (Bound bound : targets) {
            Look look = Objects.requireNonNull(looks.get(bound));
            changes.addAll(Assessment.assess(
                    bound, look, accounts.vendor(bound.account()), accounts.observer(bound.account()), circumstances));
        }
        return changes;
    }

    private static List<Change> inOrder(List<Declaration> declarations, List<Change> changes) {
        var order = new HashMap<String, Integer>();
        declarations.forEach(declaration -> order.put(declaration.address().toString(), order.size()));
        return changes.stream()
                .sorted(Comparator.comparing(
                        change -> order.getOrDefault(change.subject().address(), 0)))
                .toList();
    }

    /** Whether it was asked at all: a refused credential, like a stopped run, leaves a plan with holes. */
    private static boolean wasAsked(Look look) {
        return !(look instanceof Look.Unseen(ProviderException failure)
                && (failure.kind() == Kind.NOT_ASKED || failure.kind() == Kind.UNAUTHORIZED));
    }

    private static List<Diagnostic> notices(List<Bound> targets, Map<Bound, Look> looks) {
        var notices = new ArrayList<Diagnostic>();
        for (Bound bound : targets) {
            if (looks.get(bound) instanceof Look.Seen(Observation observation)) {
                observation
                        .notices()
                        .forEach(notice -> notices.add(Diagnostic.warning("Not all could be read", notice)
                                .in(bound.target().describe())));
            }
        }
        return notices;
    }

    /** What was to be forced, and is not: it would look as if it had been. */
    private static List<Diagnostic> inVain(Forcing forcing, List<Change> changes) {
        return forcing.patterns().stream()
                .filter(pattern -> changes.stream()
                        .noneMatch(change -> change.action() == Action.RETRY
                                && Forcing.means(
                                        pattern,
                                        change.subject().address(),
                                        change.subject().instance())))
                .map(pattern -> Diagnostic.warning(
                        "Nothing forced",
                        "--force-retry \"%s\" asks for nothing: what it means is as expected, over, not there, not readable, or no call asks for it."
                                .formatted(pattern)))
                .toList();
    }
}
