package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.plan.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
        surroundings
                .err()
                .print("\nDo you want to ask for %s? Only \"yes\" is accepted.\n  Answer: ".formatted(wanted));
        String answer = answer();
        if (answer.isEmpty()) {
            surroundings.err().print("\n");
        }
        if (!answer.strip().equals("yes")) {
            throw Ending.of(ExitCode.REFUSED, "Not approved", "The answer was not \"yes\". Nothing was triggered.");
        }
        surroundings.err().print("\n");
    }

    /** The line that is typed, with its end; empty if the input ends before. Ctrl-C ends the wait for it. */
    private String answer() {
        var line = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().name("answer").start(() -> line.complete(read()));
        try {
            while (!line.isDone()) {
                surroundings.pause().hold(GLANCE);
            }
        } catch (InterruptedException stopped) {
            throw Ending.of(ExitCode.INTERRUPTED, "Interrupted", "Nothing was triggered.");
        }
        return line.join();
    }

    private String read() {
        try {
            var reader = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            return line == null ? "" : line + "\n";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
