package dev.ascertain.sandbox;

/** A scenario that cannot be understood. The message names the file and the place, and says what would be understood. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }
}
