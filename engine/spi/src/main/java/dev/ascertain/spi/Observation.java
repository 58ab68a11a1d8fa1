package dev.ascertain.spi;

import java.time.Instant;
import java.util.List;

/**
 * What one read returned.
 *
 * @param at when it was read
 * @param verifications in the provider's order; empty if it knows none, which is a difference and no failure
 * @param obstacles what stands in the way of every verification of the target, such as a zone that is not active
 * @param notices what else people should be told, such as a look-up that was refused and is missing here; whole
 *     sentences
 */
public record Observation(
        Instant at, List<LiveVerification> verifications, List<Obstacle> obstacles, List<String> notices) {
    public Observation {
        verifications = List.copyOf(verifications);
        obstacles = List.copyOf(obstacles);
        notices = List.copyOf(notices);
    }
}
