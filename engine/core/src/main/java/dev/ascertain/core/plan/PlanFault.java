package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Diagnostic;

/** A plan file that cannot be read, written or marked; nothing was triggered because of it. */
public final class PlanFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean refused;

    PlanFault(Diagnostic diagnostic, boolean refused) {
        super(diagnostic.summary());
        this.diagnostic = diagnostic;
        this.refused = refused;
    }

    /** What is wrong, why, and what to do. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** Whether the file was read and must not be trusted, as against a file that could not be read or written. */
    public boolean refused() {
        return refused;
    }
}
