package dev.ascertain.testkit;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerReply;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.spi.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A provider that follows a script, for tests of the engine. Each place has a sequence of answers: a reading takes the
 * next one, and the last one stays. A trigger begins the sequence that is scripted for after it, if there is one. A
 * place without a script is empty.
 *
 * <p>Safe for many threads.
 */
public final class FakeProvider implements Provider {
    /** A place as it is declared. */
    public record Place(String name) implements Target {
        @Override
        public String describe() {
            return "place " + name;
        }
    }

    /** What one reading meets. */
    private sealed interface Answer {
        record Shown(List<LiveVerification> verifications, List<Obstacle> obstacles) implements Answer {}

        record Failed(ProviderException exception) implements Answer {}
    }

    private final Clock clock;
    private final Map<String, List<Answer>> script = new HashMap<>();
    private final Map<String, List<Answer>> afterTrigger = new HashMap<>();
    private final Map<String, ProviderException> refusedTriggers = new HashMap<>();
    private final List<String> observed = new ArrayList<>();
    private final List<Duration> given = new ArrayList<>();
    private final List<Trigger> triggered = new ArrayList<>();
    private Runnable beforeReading = () -> {};
    private boolean closed;

    public FakeProvider(Clock clock) {
        this.clock = clock;
    }

    /** A live verification with {@code state} and {@code hostname}, and whatever else is given. */
    public static LiveVerification live(String hostname, Status status, Map<String, Value> more) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("state", Value.of(status.name().toLowerCase(Locale.ROOT)));
        attributes.put("hostname", Value.of(hostname));
        attributes.putAll(more);
        return new LiveVerification(
                hostname, hostname, attributes, status, List.of(), List.of(), List.of(), Schedule.UNKNOWN);
    }

    /** A live verification with {@code state} and {@code hostname}. */
    public static LiveVerification live(String hostname, Status status) {
        return live(hostname, status, Map.of());
    }

    /** Adds a reading to a place's sequence. */
    public synchronized FakeProvider shows(String place, LiveVerification... verifications) {
        answers(script, place).add(new Answer.Shown(List.of(verifications), List.of()));
        return this;
    }

    /** Adds a reading where something stands in the way of all of the place. */
    public synchronized FakeProvider showsObstacle(String place, Obstacle obstacle, LiveVerification... verifications) {
        answers(script, place).add(new Answer.Shown(List.of(verifications), List.of(obstacle)));
        return this;
    }

    /** Adds a reading that fails. */
    public synchronized FakeProvider fails(String place, ProviderException exception) {
        answers(script, place).add(new Answer.Failed(exception));
        return this;
    }

    /** Adds a reading to the sequence that begins when a check was asked for. */
    public synchronized FakeProvider showsAfterTrigger(String place, LiveVerification... verifications) {
        answers(afterTrigger, place).add(new Answer.Shown(List.of(verifications), List.of()));
        return this;
    }

    /** Adds a reading that fails to the sequence that begins when a check was asked for. */
    public synchronized FakeProvider failsAfterTrigger(String place, ProviderException exception) {
        answers(afterTrigger, place).add(new Answer.Failed(exception));
        return this;
    }

    /** Makes this happen before each reading from now on, such as time going by. */
    public synchronized FakeProvider beforeReading(Runnable happening) {
        beforeReading = happening;
        return this;
    }

    /** Makes every trigger of a place fail. It is recorded all the same. */
    public synchronized FakeProvider refusesTrigger(String place, ProviderException exception) {
        refusedTriggers.put(place, exception);
        return this;
    }

    /** The places read, in order. */
    public synchronized List<String> observed() {
        return List.copyOf(observed);
    }

    /** How much of a day each reading was given, in order: all of it where there is no {@link TimeLimit}. */
    public synchronized List<Duration> given() {
        return List.copyOf(given);
    }

    /** The triggers sent, in order. */
    public synchronized List<Trigger> triggered() {
        return List.copyOf(triggered);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public Target bind(Declared declared) {
        String place = declared.text("place");
        return new Place(place == null ? Objects.requireNonNull(declared.text("place_id")) : place);
    }

    @Override
    public synchronized Observation observe(Target target, Interest interest) {
        String place = name(target);
        observed.add(place);
        beforeReading.run();
        given.add(TimeLimit.within(Duration.ofDays(1), clock));
        List<Answer> answers = answers(script, place);
        Answer answer = answers.isEmpty()
                ? new Answer.Shown(List.of(), List.of())
                : answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
        return switch (answer) {
            case Answer.Shown(List<LiveVerification> verifications, List<Obstacle> obstacles) ->
                new Observation(clock.instant(), verifications, obstacles, List.of());
            case Answer.Failed(ProviderException exception) -> throw exception;
        };
    }

    /** Every place that has a script, two on a page. */
    @Override
    public Discovery discovery() {
        return new FakeDiscovery(places());
    }

    private synchronized List<String> places() {
        return script.keySet().stream().sorted().toList();
    }

    @Override
    public List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes) {
        return wishes.stream().map(wish -> decide(target, wish)).toList();
    }

    private static TriggerDecision decide(Target target, TriggerWish wish) {
        String way = Objects.requireNonNullElse(wish.declared().text("trigger"), "each");
        return switch (way) {
            case "none" -> new TriggerDecision.OnlyLook("The manifest says not to ask.");
            case "impossible" -> new TriggerDecision.Impossible("There is no call for this one. Ask by hand.");
            case "all" -> ask(target, wish.kind(), "all");
            default -> ask(target, wish.kind(), wish.live().id());
        };
    }

    private static TriggerDecision ask(Target target, Trigger.Kind kind, String call) {
        String description = "Fake to check (%s, %s)".formatted(target.describe(), call);
        return new TriggerDecision.Ask(new Trigger(kind, description, call));
    }

    @Override
    public synchronized TriggerReply trigger(Target target, Trigger trigger) {
        String place = name(target);
        triggered.add(trigger);
        ProviderException refused = refusedTriggers.get(place);
        if (refused != null) {
            throw refused;
        }
        if (afterTrigger.containsKey(place)) {
            script.put(place, new ArrayList<>(answers(afterTrigger, place)));
        }
        return TriggerReply.accepted();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private static String name(Target target) {
        return ((Place) target).name();
    }

    private static List<Answer> answers(Map<String, List<Answer>> of, String place) {
        return of.computeIfAbsent(place, _ -> new ArrayList<>());
    }
}
