package dev.ascertain.providers.http;

import java.time.Duration;

/**
 * How many calls a provider accepts from one credential.
 *
 * @param calls at least 1, in any window of this length
 */
public record Quota(int calls, Duration window) {
    public Quota {
        if (calls < 1 || !window.isPositive()) {
            throw new IllegalArgumentException(calls + " calls per " + window);
        }
    }
}
