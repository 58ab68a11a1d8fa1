package dev.ascertain.cli;

import dev.ascertain.cli.log.Log;
import dev.ascertain.cli.terminal.ThisProcess;

/** Where the process begins and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        // A fault in a thread of a run ends in the run's own report; its trace is for the log.
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> Log.trace(fault));
        int code = Ascertain.run(ThisProcess.surroundings(), words);
        // All is written, and nothing is registered for the end: leaving in order would only look for a logger.
        Runtime.getRuntime().halt(code);
    }
}
