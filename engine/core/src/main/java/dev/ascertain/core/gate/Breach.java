package dev.ascertain.core.gate;

/**
 * A condition that holds.
 *
 * @param count for how many verifications; at least 1
 */
public record Breach(Condition condition, int count) {}
