package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.plan.Plan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a person whether a plan may be applied. */
final class Approval {
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Surroundings surroundings;

    Approval(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Returns if the plan may be applied: approved beforehand, approved now, or with nothing to approve.
     *
     * @param mayAsk whether a person may be asked
     * @throws Ending if it is not approved
     */
    void require(Plan plan, boolean approved, boolean mayAsk) {
        int checks = plan.checks();
        if (approved || checks == 0) {
            return;
        }
        String wanted = checks == 1 ? "1 check" : checks + " checks";
        if (!mayAsk || !surroundings.window().in()) {
            throw Ending.of(
                    ExitCode.REFUSED,
                    "Not approved",
                    "The plan asks for %s, and there is nobody here to approve it. Nothing was triggered.\n"
                                    .formatted(wanted)
                            + "Add --auto-approve, or save a plan with \"ascertain plan --out FILE\", and apply that.");
        }
        CompletableFuture<String> line = surroundings.in().line();
        surroundings
                .err()
                .print("\nDo you want to ask for %s? Only \"yes\" is accepted.\n  Answer: ".formatted(wanted));
        String answer = answer(line);
        if (answer.isEmpty()) {
            surroundings.err().print("\n");
        }
        if (!answer.strip().equals("yes")) {
            throw Ending.of(ExitCode.REFUSED, "Not approved", "The answer was not \"yes\". Nothing was triggered.");
        }
        surroundings.err().print("\n");
    }

    /** The line, once it is typed. Ctrl-C ends the wait for it. */
    private String answer(CompletableFuture<String> line) {
        try {
            while (!line.isDone()) {
                surroundings.pause().hold(GLANCE);
            }
        } catch (InterruptedException stopped) {
            surroundings.err().print("\n");
            throw Ending.of(ExitCode.INTERRUPTED, "Interrupted", "Nothing was triggered.");
        }
        return line.join();
    }
}
