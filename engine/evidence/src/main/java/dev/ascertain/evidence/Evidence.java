package dev.ascertain.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that was seen in one run. What is missing here was not looked at.
 *
 * @param at when it was looked at; times to live count from here
 * @param limits what could not be looked at, as sentences, such as that there is no way out on port 53
 * @param delegations by the zone's name
 * @param pages by address
 * @param endpoints by {@code name:port}
 */
public record Evidence(
        Instant at,
        List<String> limits,
        Map<String, Delegation> delegations,
        Map<Question, Answers> answers,
        Map<String, Page> pages,
        Map<String, Endpoint> endpoints) {
    /** Comes after every type of record. */
    private static final String AFTER_TYPES = "~";

    private static final String PORT_FOLLOWS = ":";

    /** Comes after every port, and before what follows any longer name. */
    private static final String AFTER_PORTS = ";";

    /** Nothing was looked at. */
    public static final Evidence NONE = new Evidence(Instant.EPOCH, List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Evidence {
        limits = List.copyOf(limits);
        delegations = Collections.unmodifiableMap(new TreeMap<>(delegations));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    }

    public boolean isEmpty() {
        return limits.isEmpty() && delegations.isEmpty() && answers.isEmpty() && pages.isEmpty() && endpoints.isEmpty();
    }

    /** This and what was seen later, which replaces what was seen before of the same thing. */
    public Evidence and(Evidence later) {
        if (isEmpty() || later.isEmpty()) {
            return isEmpty() ? later : this;
        }
        return new Evidence(
                later.at,
                Stream.concat(limits.stream(), later.limits.stream()).distinct().toList(),
                union(delegations, later.delegations),
                union(answers, later.answers),
                union(pages, later.pages),
                union(endpoints, later.endpoints));
    }

    private static <K, V> Map<K, V> union(Map<K, V> before, Map<K, V> later) {
        var union = new HashMap<K, V>(before);
        union.putAll(later);
        return union;
    }

    /** What was answered; nobody's answer if nobody was asked. */
    public Answers answers(String name, String type) {
        var question = new Question(name, type);
        return answers.getOrDefault(question, Answers.none(question));
    }

    /** All that was answered about a name, in the order of the types. */
    public Collection<Answers> about(String name) {
        var sorted = (SortedMap<Question, Answers>) answers;
        return sorted.subMap(new Question(name, ""), new Question(name, AFTER_TYPES))
                .values();
    }

    /** The zone that holds a name: the nearest one whose delegation was looked at. */
    public Optional<Delegation> zoneOf(String name) {
        return Names.upwards(Names.canonical(name)).stream()
                .map(delegations::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    public Optional<Page> page(String url) {
        return Optional.ofNullable(pages.get(url));
    }

    /** What a host serves, at all ports that were looked at. */
    public Collection<Endpoint> endpoints(String host) {
        var sorted = (SortedMap<String, Endpoint>) endpoints;
        return sorted.subMap(host + PORT_FOLLOWS, host + AFTER_PORTS).values();
    }

    public Optional<Endpoint> endpoint(String name, int port) {
        return Optional.ofNullable(endpoints.get(Names.canonical(name) + ":" + port));
    }
}
