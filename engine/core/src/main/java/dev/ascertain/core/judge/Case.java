package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is gathered about one live verification: what every rule gets to see.
 *
 * @param vendor the provider's name in sentences
 * @param live the verification
 * @param sight the reading that it comes from, with its siblings, and what was seen of the world
 * @param differences what is not as expected; empty if it is met
 */
record Case(String vendor, Declaration declaration, LiveVerification live, Sight sight, List<Difference> differences) {
    /** How long a step of the provider's own usually takes at most (rule F7). */
    static final Duration USUAL_STEP = Duration.ofMinutes(15);

    Instant now() {
        return sight.now();
    }

    Vantage vantage() {
        return sight.vantage();
    }

    Evidence evidence() {
        return vantage().evidence();
    }

    Claim claim() {
        return live.claim();
    }

    boolean isMet() {
        return differences.isEmpty();
    }

    /** Whether the proof is what the verification waits for: only then does its absence mean anything. */
    boolean awaitsProof() {
        return !isMet() && (is(Status.NEEDS_PROOF) || is(Status.GAVE_UP));
    }

    /** Whether what stands in the way outside matters: proof is awaited, or the provider's own step takes too long. */
    boolean isOpen() {
        return awaitsProof() || (!isMet() && is(Status.IN_PROGRESS) && olderThan(USUAL_STEP));
    }

    /** What must be published, of one kind. */
    <T extends Challenge> List<T> challenges(Class<T> kind) {
        return live.challenges().stream()
                .filter(kind::isInstance)
                .<T>map(kind::cast)
                .toList();
    }

    /** The names on which the verification depends: of the records to publish, and the host itself. */
    List<String> names() {
        Stream<String> records = live.challenges().stream()
                .filter(challenge -> challenge instanceof Challenge.Txt || challenge instanceof Challenge.Cname)
                .map(Challenge::name);
        return Stream.concat(records, Stream.of(Names.withoutWildcard(claim().host())))
                .map(Names::canonical)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What this run has asked for already. */
    Sight.Asked asked() {
        return sight.asked().getOrDefault(live.id(), Sight.Asked.NEVER);
    }

    /** The obstacle of this kind, be it the verification's own or its target's. */
    <T extends Obstacle> Optional<T> obstacle(Class<T> kind) {
        return obstacles(kind).findFirst();
    }

    /** Why an attribute that is not as expected is not. */
    Optional<Obstacle.ToChange> cause() {
        return obstacles(Obstacle.ToChange.class)
                .filter(change ->
                        differences.stream().map(Difference::attribute).anyMatch(change::explains))
                .findFirst();
    }

    private <T extends Obstacle> Stream<T> obstacles(Class<T> kind) {
        return Stream.concat(sight.observation().obstacles().stream(), live.obstacles().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    boolean is(Status status) {
        return live.status() == status;
    }

    /** Whether the order began longer ago than this; false if nobody knows when it did. */
    boolean olderThan(Duration age) {
        Instant created = live.schedule().created();
        return created != null && created.plus(age).isBefore(now());
    }

    /** What the provider itself says about it, as a sentence behind another one; empty if it says nothing. */
    String said() {
        return live.words().isEmpty() ? "" : " It says: \"" + live.words().getFirst() + "\".";
    }

    /** Whether the manifest lets a check be asked for. */
    boolean retries() {
        return declaration.retry() == Retry.AUTO;
    }

    /** Whether another value of a desired attribute is live. */
    boolean undesired() {
        return !Expectations.undesired(declaration, live).isEmpty();
    }

    /** The verified sibling of the same name and signature that this one is to replace. */
    Optional<LiveVerification> predecessor() {
        return sight.observation().verifications().stream()
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
