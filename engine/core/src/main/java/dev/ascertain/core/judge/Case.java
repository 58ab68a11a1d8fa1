package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is gathered about one live verification that is not as expected: what every rule gets to see.
 *
 * @param vendor the provider's name in sentences
 * @param live the verification
 * @param observation the reading that it comes from, with its siblings
 * @param differences what is not as expected; never empty
 * @param now the time at which it is judged
 */
record Case(
        String vendor,
        Declaration declaration,
        LiveVerification live,
        Observation observation,
        List<Difference> differences,
        Instant now) {

    /** The obstacle of this kind, be it the verification's own or its target's. */
    <T extends Obstacle> Optional<T> obstacle(Class<T> kind) {
        return Stream.concat(observation.obstacles().stream(), live.obstacles().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    boolean is(Status status) {
        return live.status() == status;
    }

    /** Whether the order began longer ago than this; false if nobody knows when it did. */
    boolean olderThan(Duration age) {
        Instant created = live.schedule().created();
        return created != null && created.plus(age).isBefore(now);
    }

    /** What the provider itself says about it, as a sentence behind another one; empty if it says nothing. */
    String said() {
        return live.words().isEmpty() ? "" : " It says: \"" + live.words().getFirst() + "\".";
    }

    /** Whether another value of a desired attribute is live. */
    boolean undesired() {
        return !Expectations.undesired(declaration, live).isEmpty();
    }

    /** The verified sibling of the same name and signature that this one is to replace. */
    Optional<LiveVerification> predecessor() {
        return observation.verifications().stream()
                .filter(other ->
                        other.status() == Status.VERIFIED && !other.id().equals(live.id()))
                .filter(other -> same(other, "hostname") && same(other, "signature"))
                .findFirst();
    }

    private boolean same(LiveVerification other, String attribute) {
        return live.attribute(attribute).isPresent()
                && live.attribute(attribute).equals(other.attribute(attribute));
    }
}
