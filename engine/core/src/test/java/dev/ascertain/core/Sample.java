package dev.ascertain.core;

import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.manifest.Address;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Declarations and readings of an imagined provider, for tests of the engine. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    public static final ResourceType TYPE = new ResourceType(
            "acme_verification",
            "A verification at Acme.",
            List.of(
                    DeclaredAttribute.text("zone", "The zone.").mandatory(),
                    DeclaredAttribute.word("method", "How it is proved.", "http", "txt")
                            .asDesired()),
            List.of(
                    LiveAttribute.text("state", "The state.", "active", "pending", "working", "timed_out"),
                    LiveAttribute.text("hostname", "The name."),
                    LiveAttribute.text("signature", "The signature."),
                    LiveAttribute.text("method", "How it is proved.")),
            List.of(),
            List.of(),
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    private Sample() {}

    public static Declaration declaration(String name) {
        return declaration(name, Map.of(), Map.of(), Match.EVERY, Retry.AUTO);
    }

    public static Declaration declaration(
            String name, Map<String, Value> declared, Map<String, Matcher> select, Match match, Retry retry) {
        var attributes = new HashMap<String, Value>(declared);
        attributes.putIfAbsent("zone", Value.of("example.com"));
        Address address = new Address(TYPE.name(), name, null);
        return new Declaration(
                address,
                TYPE,
                "acme",
                new Declared(address.toString(), TYPE.name(), attributes),
                select,
                match,
                Map.of("state", new Matcher.Equals(Value.of("active"))),
                retry,
                Severity.ERROR,
                null,
                new Place("shop.yaml", 3, 5, 4, "  - type: acme_verification"));
    }

    public static LiveVerification live(String hostname, Status status, String word) {
        return live(hostname, status, word, Schedule.UNKNOWN);
    }

    public static LiveVerification live(String hostname, Status status, String word, Schedule schedule) {
        return new LiveVerification(
                hostname + "/" + word,
                hostname,
                Map.of(
                        "state", Value.of(word),
                        "hostname", Value.of(hostname),
                        "signature", Value.of("ecdsa"),
                        "method", Value.of("txt")),
                status,
                List.of(),
                List.of(),
                List.of(),
                schedule);
    }

    public static LiveVerification with(LiveVerification live, Obstacle obstacle) {
        return with(live, List.of(obstacle));
    }

    public static LiveVerification with(LiveVerification live, List<Obstacle> obstacles) {
        return new LiveVerification(
                live.id(),
                live.label(),
                live.attributes(),
                live.status(),
                obstacles,
                live.challenges(),
                live.words(),
                live.schedule());
    }

    public static Observation observation(LiveVerification... verifications) {
        return new Observation(NOW, List.of(verifications), List.of(), List.of());
    }
}
