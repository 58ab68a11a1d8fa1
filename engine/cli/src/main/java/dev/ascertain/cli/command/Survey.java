package dev.ascertain.cli.command;

import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Witness;
import dev.ascertain.spi.RunContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One look at the live state and at the world, for commands that show something else of it than a plan. */
final class Survey {
    private Survey() {}

    /**
     * Tells what could not be read; what the plan says is for the caller to show.
     *
     * @param replay a file of evidence to go by; null to look
     */
    static PlanResult of(
            Session session, Configuration configuration, Selection selection, int parallelism, @Nullable Path replay) {
        RunContext context = session.context(parallelism);
        try (Accounts accounts = Accounts.open(configuration, context)) {
            PlanResult result = new Planner(
                            context, Version.text(), lookout(session, replay), session.view()::observing)
                    .plan(configuration, accounts, selection);
            session.view().diagnostics(result.diagnostics());
            return result;
        }
    }

    private static Lookout lookout(Session session, @Nullable Path replay) {
        if (replay == null) {
            return Lookout.NONE;
        }
        Evidence evidence = SavedEvidence.read(session.resolved(replay));
        Witness witness = _ -> evidence;
        return new Lookout(witness, Lookout.Gathering.ALL);
    }
}
