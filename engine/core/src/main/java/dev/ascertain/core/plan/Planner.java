package dev.ascertain.core.plan;

import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.spi.RunContext;
import java.util.List;
import java.util.function.Consumer;

/** The straight line of {@code plan}: bind, observe, judge. Never changes anything. */
public final class Planner {
    private final RunContext context;
    private final String version;
    private final Consumer<ObserveEvent> listener;

    /**
     * @param version of Ascertain, as it stands in the plan
     * @param listener is told what happens, from many threads at once
     */
    public Planner(RunContext context, String version, Consumer<ObserveEvent> listener) {
        this.context = context;
        this.version = version;
        this.listener = listener;
    }

    /** Reads the live state of what is selected and tells what differs, why, and what would help. */
    public PlanResult plan(Configuration configuration, Accounts accounts, Selection selection) {
        listener.accept(new ObserveEvent.Started(version, accounts.toString(), 0, 0));
        return new PlanResult(
                new Plan(
                        "",
                        version,
                        context.clock().instant(),
                        context.clock().instant(),
                        configuration.files(),
                        "",
                        selection.targets().isEmpty(),
                        List.of(),
                        null),
                List.of(),
                false);
    }
}
