package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Diagnostic;

/** Ends a command before its end, with one thing to be told. */
public final class Ending extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final ExitCode code;

    Ending(ExitCode code, Diagnostic diagnostic) {
        super(diagnostic.summary(), null, false, false);
        this.code = code;
        this.diagnostic = diagnostic;
    }

    static Ending of(ExitCode code, String summary, String detail) {
        return new Ending(code, Diagnostic.error(summary, detail));
    }

    public ExitCode code() {
        return code;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
