package dev.ascertain.core.publish;

import dev.ascertain.core.plan.Change;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what several verifications wait for: what is asked for twice is published once. */
final class Gathering {
    private record Place(String name, RecordType type) {}

    private record File(String url, String content) {}

    private final Evidence evidence;
    private final List<String> zones;
    private final Map<Place, Map<Wanted, Set<String>>> records = new LinkedHashMap<>();
    private final Map<File, Set<String>> files = new LinkedHashMap<>();
    private final Map<String, Set<String>> mails = new LinkedHashMap<>();

    Gathering(Evidence evidence, List<String> zones) {
        this.evidence = evidence;
        this.zones = List.copyOf(zones);
    }

    void add(Change change) {
        change.challenges().forEach(challenge -> add(challenge, change.key()));
        Permission.wanted(change, evidence).ifPresent(wanted -> add(wanted, change.key()));
    }

    private void add(Challenge challenge, String key) {
        switch (challenge) {
            case Challenge.Txt(String name, String value, String _) ->
                add(new Wanted(name, RecordType.TXT, value), key);
            case Challenge.Cname(String name, String value, String _) ->
                add(new Wanted(name, RecordType.CNAME, value), key);
            case Challenge.HttpFile(String name, String value, String _) ->
                files.computeIfAbsent(new File(name, value), _ -> new LinkedHashSet<>())
                        .add(key);
            case Challenge.Email(String name, String _, String _) ->
                mails.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(key);
        }
    }

    private void add(Wanted wanted, String key) {
        records.computeIfAbsent(new Place(wanted.name(), wanted.type()), _ -> new LinkedHashMap<>())
                .computeIfAbsent(wanted, _ -> new LinkedHashSet<>())
                .add(key);
    }

    Publications publications() {
        var sets = new ArrayList<RecordSet>();
        records.forEach((place, wanted) -> sets.add(set(place, wanted)));
        return new Publications(
                sets,
                files.entrySet().stream()
                        .map(file -> new WebFile(
                                file.getKey().url(),
                                file.getKey().content(),
                                presence(file.getKey()),
                                List.copyOf(file.getValue())))
                        .toList(),
                mails.entrySet().stream()
                        .map(mail -> new Mail(mail.getKey(), List.copyOf(mail.getValue())))
                        .toList());
    }

    private RecordSet set(Place place, Map<Wanted, Set<String>> wanted) {
        List<Entry> entries = wanted.entrySet().stream()
                .map(one -> new Entry(
                        one.getKey().value(), Sighting.presence(one.getKey(), evidence), List.copyOf(one.getValue())))
                .toList();
        return new RecordSet(place.name(), place.type(), zoneOf(place.name()), entries);
    }

    private Presence presence(File file) {
        return evidence.page(file.url())
                .map(page -> Visited.presence(page, file.content()))
                .orElse(Presence.UNKNOWN);
    }

    /** The nearest zone; that there is none by some name, or that nobody could be asked, makes no zone of it. */
    private @Nullable String zoneOf(String name) {
        Stream<String> seen = evidence.zoneOf(name).stream()
                .filter(zone -> zone.state() == Delegation.State.DELEGATED)
                .map(Delegation::zone);
        return Stream.concat(zones.stream().filter(zone -> Names.isWithin(name, zone)), seen)
                .filter(zone -> !zone.isEmpty())
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
