package dev.ascertain.spi;

/**
 * What one read returns, such as "zone X's verifications". Implemented by a record: two declarations with equal targets
 * share one read.
 */
public interface Target {
    /** The target in a few words, such as {@code zone example.com}. No secret. */
    String describe();
}
