package dev.ascertain.cli.command;

import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.spi.RunContext;

/** One look at the live state and at the world, for commands that show something else of it than a plan. */
final class Survey {
    private Survey() {}

    /**
     * Tells what could not be read; what the plan says is for the caller to show.
     *
     * @param evidence how the world is looked at; checked before
     */
    static PlanResult of(
            Session session,
            Configuration configuration,
            Selection selection,
            int parallelism,
            EvidenceOptions evidence) {
        RunContext context = session.context(parallelism);
        Onlooker onlooker = evidence.onlooker(session, configuration, context);
        PlanResult result;
        try (Accounts accounts = Accounts.open(configuration, context)) {
            result = new Planner(context, Version.text(), evidence.lookout(onlooker), session.view()::observing)
                    .plan(configuration, accounts, selection);
        }
        session.view().diagnostics(result.diagnostics());
        evidence.save(onlooker, session);
        return result;
    }
}
