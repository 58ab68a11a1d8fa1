package dev.ascertain.core.apply;

import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Binder;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.observe.Reader;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The straight line of {@code apply}: per target observe, look at the world, judge again, trigger, poll. */
public final class Applier {
    private final RunContext context;
    private final Lookout lookout;
    private final Consumer<ApplyEvent> listener;

    /**
     * @param lookout looks at the world before a check is asked for
     * @param listener is told what happens, from many threads at once
     */
    public Applier(RunContext context, Lookout lookout, Consumer<ApplyEvent> listener) {
        this.context = context;
        this.lookout = lookout;
        this.listener = listener;
    }

    /**
     * Steps through an approved plan. Returns an outcome for every change, whatever happens.
     *
     * @param configuration the manifests from which the plan was made
     * @param patience one deadline for the whole run, counted from its begin; zero to trigger and not to wait
     */
    public ApplyResult apply(Plan plan, Configuration configuration, Accounts accounts, Duration patience) {
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        Consumer<Outcome> ended = outcome -> {
            outcomes.put(outcome.planned().key(), outcome);
            listener.accept(new ApplyEvent.Completed(outcome));
        };
        plan.changes().stream()
                .filter(change -> !isActive(change))
                .map(Applier::settled)
                .forEach(ended);
        Set<String> notices = ConcurrentHashMap.newKeySet();
        Consumer<ApplyEvent> toldOnce = event -> {
            if (!(event instanceof ApplyEvent.Notice(String message)) || notices.add(message)) {
                listener.accept(event);
            }
        };
        Deadline deadline =
                patience.isZero() ? null : Deadline.after(context.clock().instant(), patience);
        var surroundings = new TargetRun.Surroundings(context, new Reader(context), lookout, toldOnce, ended, deadline);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Map.Entry<Bound, List<Change>> work :
                    work(plan, configuration, accounts).entrySet()) {
                threads.execute(() -> new TargetRun(work.getKey(), work.getValue(), accounts, surroundings).run());
            }
        }
        List<Outcome> inOrder = plan.changes().stream()
                .map(change -> outcomes.getOrDefault(change.key(), lost(change)))
                .toList();
        List<Diagnostic> told = notices.stream()
                .sorted()
                .map(notice -> Diagnostic.warning("Told by the provider", notice))
                .toList();
        return new ApplyResult(plan, inOrder, told, interrupted(inOrder));
    }

    /** The targets with something to do, each with every declaration of the plan that it serves. */
    private static Map<Bound, List<Change>> work(Plan plan, Configuration configuration, Accounts accounts) {
        Set<String> planned = plan.changes().stream()
                .map(change -> change.subject().address())
                .collect(Collectors.toSet());
        List<Declaration> declarations = configuration.declarations().stream()
                .filter(declaration -> planned.contains(declaration.address().toString()))
                .toList();
        Map<String, List<Change>> active = plan.changes().stream()
                .filter(Applier::isActive)
                .collect(Collectors.groupingBy(change -> change.subject().address()));
        var work = new HashMap<Bound, List<Change>>();
        for (Bound bound : Binder.bind(declarations, accounts)) {
            List<Change> changes = bound.declarations().stream()
                    .flatMap(declaration ->
                            active.getOrDefault(declaration.address().toString(), List.of()).stream())
                    .toList();
            if (!changes.isEmpty()) {
                work.put(bound, changes);
            }
        }
        return work;
    }

    private static boolean isActive(Change change) {
        return change.action() == Action.RETRY || change.action() == Action.WAIT;
    }

    /** The outcome of a change about which apply does nothing. */
    private static Outcome settled(Change change) {
        String why = change.reason().message();
        return switch (change.action()) {
            case NONE -> new Outcome(change, Result.MET, "It is as expected.", null, 0, null);
            case MANUAL -> new Outcome(change, Result.NEEDS_PERSON, why, change.next(), 0, null);
            case ERROR -> new Outcome(change, Result.FAILED, why, change.next(), 0, null);
            case RETRY, WAIT -> throw new IllegalArgumentException(change.key() + " is not settled");
        };
    }

    /** An outcome for a change that came to none: a fault of Ascertain's own, and still told. */
    private static Outcome lost(Change change) {
        return new Outcome(
                change, Result.FAILED, "Ascertain lost sight of it.", "plan again, and report this as a bug", 0, null);
    }

    private static boolean interrupted(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.result() == Result.INTERRUPTED);
    }
}
