package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.PlanText;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.gate.Gate;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain show}. */
final class ShowCommand implements Command {
    Path file = Path.of("");
    OutputOptions output = new OutputOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "show", "Shows a saved plan, also one that may not be applied any more.")
                .word("PLANFILE", Path.class, "The plan.", given -> file = given)
                .with(output::tell)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        output.spare(new Spared(surroundings.folder(), List.of(file)));
        return Session.run(surroundings, output, this::show);
    }

    private ExitCode show(Session session) {
        Plan plan = SavedPlan.readAny(session.resolved(file), ExitCode.ERROR);
        Instant now = session.surroundings().clock().instant();
        session.view().planned(GatedPlan.of(new PlanResult(plan, remarks(plan, now), false), Gate.OPEN), Exit.OK);
        session.view()
                .remark(PlanText.validity(plan, now, session.surroundings().zone()));
        return ExitCode.OK;
    }

    private static List<Diagnostic> remarks(Plan plan, Instant now) {
        var remarks = new ArrayList<Diagnostic>();
        if (plan.appliedAt() != null) {
            remarks.add(Diagnostic.warning(
                    "Plan already applied", "It was applied at %s, and cannot be again.".formatted(plan.appliedAt())));
        }
        if (!plan.expiresAt().isAfter(now)) {
            remarks.add(Diagnostic.warning(
                    "Plan expired",
                    "It was made at %s and could be applied until %s: the world may have moved on."
                            .formatted(plan.createdAt(), plan.expiresAt())));
        }
        if (!plan.complete()) {
            remarks.add(Diagnostic.warning("Plan not complete", "Not all could be asked when it was made."));
        }
        return remarks;
    }
}
