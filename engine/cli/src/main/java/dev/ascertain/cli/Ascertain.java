package dev.ascertain.cli;

import dev.ascertain.cli.command.Commands;
import dev.ascertain.cli.command.Ending;
import dev.ascertain.cli.log.Log;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.core.diagnostic.Visible;
import java.io.IOException;

/** The whole program, but for the process around it. */
public final class Ascertain {
    private Ascertain() {}

    /**
     * Runs one command to its end. Nothing is thrown: what goes wrong is told on standard error.
     *
     * @return the exit code
     */
    public static int run(Surroundings surroundings, String... words) {
        ExitCode code = guarded(surroundings, words);
        if (surroundings.out().closed()) {
            return ExitCode.OUTPUT_CLOSED.number();
        }
        IOException refused = surroundings.out().failure();
        if (refused != null) {
            tell(surroundings, "Output not written", "Standard output cannot be written to: " + refused.getMessage());
            return ExitCode.ERROR.number();
        }
        return code.number();
    }

    private static ExitCode guarded(Surroundings surroundings, String... words) {
        try {
            return Commands.run(surroundings, words);
        } catch (Ending ending) {
            surroundings.err().print(DiagnosticText.of(ending.diagnostic()));
            return ending.code();
        } catch (OutOfMemoryError full) {
            tell(
                    surroundings,
                    "Out of memory",
                    "This run needs more memory than it may use. Give it more with ASCERTAIN_JAVA_OPTS=-Xmx1g.");
            return ExitCode.ERROR;
        } catch (RuntimeException | Error fault) {
            tell(
                    surroundings,
                    "Fault in Ascertain",
                    "Something went wrong that should not: %s.\nRun it again with ASCERTAIN_LOG=debug for the details, and report them."
                            .formatted(Visible.line(fault.toString())));
            Log.trace(fault);
            return ExitCode.ERROR;
        }
    }

    private static void tell(Surroundings surroundings, String summary, String detail) {
        surroundings.err().print(DiagnosticText.of(Diagnostic.error(summary, detail)));
    }
}
