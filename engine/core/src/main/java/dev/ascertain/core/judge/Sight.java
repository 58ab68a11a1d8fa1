package dev.ascertain.core.judge;

import dev.ascertain.spi.Observation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one target at one time: what the provider said, what was seen of the world, what was asked.
 *
 * @param vantage what was seen of the world
 * @param asked what this run has asked for already, by {@link dev.ascertain.spi.LiveVerification#id}
 * @param now the time at which it is judged
 */
public record Sight(Observation observation, Vantage vantage, Map<String, Asked> asked, Instant now) {
    /**
     * The checks that were asked for.
     *
     * @param times at least 0
     * @param last null if none was
     */
    public record Asked(int times, @Nullable Instant last) {
        public static final Asked NEVER = new Asked(0, null);
    }

    public Sight {
        asked = Map.copyOf(asked);
    }

    /** What the provider said, and nothing else. */
    public static Sight of(Observation observation, Instant now) {
        return new Sight(observation, Vantage.NONE, Map.of(), now);
    }
}
