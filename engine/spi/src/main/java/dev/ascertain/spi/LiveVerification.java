package dev.ascertain.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One verification as the provider reports it.
 *
 * @param id what it is recognized by in the next reading of the same target; unique there
 * @param label what tells it apart for people where a declaration matches several, such as a hostname; may be empty
 *     where a target has only one
 * @param attributes by {@link LiveAttribute} name, in the vendor's order; what the provider left out is missing
 * @param status the provider's own word in the engine's classes
 * @param obstacles what the provider itself says stands in the way of this one
 * @param challenges what must be published for it
 * @param words the provider's own messages about it, such as the CA's errors, as they came
 * @param schedule the provider's own clock
 * @param claim what it is about in the world outside the provider
 */
public record LiveVerification(
        String id,
        String label,
        Map<String, Value> attributes,
        Status status,
        List<Obstacle> obstacles,
        List<Challenge> challenges,
        List<String> words,
        Schedule schedule,
        Claim claim) {
    public LiveVerification {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        obstacles = List.copyOf(obstacles);
        challenges = List.copyOf(challenges);
        words = List.copyOf(words);
    }

    /** One of which nothing can be seen outside the provider. */
    public LiveVerification(
            String id,
            String label,
            Map<String, Value> attributes,
            Status status,
            List<Obstacle> obstacles,
            List<Challenge> challenges,
            List<String> words,
            Schedule schedule) {
        this(id, label, attributes, status, obstacles, challenges, words, schedule, Claim.NONE);
    }

    public Optional<Value> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
