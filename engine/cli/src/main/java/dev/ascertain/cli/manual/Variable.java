package dev.ascertain.cli.manual;

/**
 * A variable of the environment.
 *
 * @param meaning what it does, in sentences
 */
public record Variable(String name, String meaning) {}
