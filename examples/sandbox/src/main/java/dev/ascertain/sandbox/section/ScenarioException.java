package dev.ascertain.sandbox.section;

/** A scenario that cannot be understood. The message names the file and the place, and says what would be understood. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioException(String message) {
        super(message);
    }
}
