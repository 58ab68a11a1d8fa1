package dev.ascertain.spi;

/**
 * One part of a provider's own idea of <em>verified</em>.
 *
 * @param attribute a live attribute
 * @param value what it should be
 * @param ifReported whether an attribute that the provider leaves out satisfies this
 */
public record DefaultExpectation(String attribute, Value value, boolean ifReported) {}
