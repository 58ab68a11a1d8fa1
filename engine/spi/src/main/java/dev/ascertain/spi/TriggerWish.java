package dev.ascertain.spi;

/**
 * A verification for which a check should be asked.
 *
 * @param declared the declaration, with what it says of how to ask
 * @param kind whether another check or a new order is wished
 */
public record TriggerWish(Declared declared, LiveVerification live, Trigger.Kind kind) {}
