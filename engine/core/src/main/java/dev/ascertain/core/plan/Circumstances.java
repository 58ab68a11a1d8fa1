package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Sight;
import dev.ascertain.core.judge.Vantage;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.plan.Assessment.Force;
import dev.ascertain.core.plan.Assessment.Permission;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.spi.Observation;
import java.time.Instant;
import java.util.Map;

/**
 * What an assessment goes by beside the provider's answer.
 *
 * @param vantage what was seen of the world
 * @param asked what this run has asked for already, by {@link dev.ascertain.spi.LiveVerification#id}
 * @param permission one that is refused is left alone by the calls for the others
 * @param force one that is forced is asked for although something stands in the way
 * @param now the time at which it is judged
 */
public record Circumstances(
        Vantage vantage, Map<String, Sight.Asked> asked, Permission permission, Force force, Instant now) {
    public Circumstances {
        asked = Map.copyOf(asked);
    }

    /** Nothing was asked for, everything may be. */
    public static Circumstances planning(Evidence evidence, Instant now) {
        return planning(evidence, Forcing.NONE, now);
    }

    /** Nothing was asked for, everything may be, and what is forced is. */
    public static Circumstances planning(Evidence evidence, Forcing forcing, Instant now) {
        Force force = (subject, _) -> forcing.holds(subject.address(), subject.instance());
        return new Circumstances(Vantage.of(evidence), Map.of(), Permission.OPEN, force, now);
    }

    Sight sight(Observation observation) {
        return new Sight(observation, vantage, asked, now);
    }
}
