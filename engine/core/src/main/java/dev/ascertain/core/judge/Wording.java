package dev.ascertain.core.judge;

import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Server;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records, values and servers as every rule on the token names them. */
final class Wording {
    private static final int MOST_SERVERS = 4;
    private static final int MOST_FOUND = 3;

    private Wording() {}

    /** Records to publish, values whole: {@code TXT record _acme-challenge.shop.example "token"}. */
    static String txt(String name, Collection<String> values) {
        return "TXT record%s %s %s".formatted(values.size() == 1 ? "" : "s", name, wanted(values));
    }

    /** Values to publish, in quotes, never cut. */
    static String wanted(Collection<String> values) {
        return listed(values.stream().map(value -> "\"" + value + "\"").toList());
    }

    /** Values that were found, in quotes, long ones cut, of many the first. */
    static String found(Collection<String> values) {
        return found(values, MOST_FOUND);
    }

    static String found(Collection<String> values, int most) {
        return listed(values.stream().map(TxtValue::shown).toList(), most);
    }

    static String servers(List<Server> servers) {
        return listed(servers.stream().map(Server::described).toList(), MOST_SERVERS);
    }

    /** By name alone, where all of their addresses say the same. */
    static String named(List<Server> servers) {
        return listed(servers.stream().map(Server::name).distinct().toList(), MOST_SERVERS);
    }

    /** In the unit in which people would say it: {@code 90 s}, {@code 30 min}, {@code 2 h}. */
    static String duration(Duration time) {
        if (time.toSeconds() < 120) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /** Where the zone's records are entered. */
    static String host(Optional<Delegation> zone) {
        return zone.map(known -> "the DNS host of " + known.zone()).orElse("its DNS host");
    }

    /** The zone's name servers by name, as its parent gives them. */
    static String nameServers(Optional<Delegation> zone) {
        return zone.filter(known -> !known.nameServers().isEmpty())
                .map(known -> listed(known.nameServers(), MOST_SERVERS))
                .orElse("its name servers");
    }

    static String listed(List<String> parts) {
        return listed(parts, Integer.MAX_VALUE);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; of more than the most {@code a, b and 7 more}. */
    static String listed(List<String> parts, int most) {
        if (parts.size() > most) {
            return "%s and %d more".formatted(String.join(", ", parts.subList(0, most)), parts.size() - most);
        }
        String first = parts.stream().limit(Math.max(0, parts.size() - 1)).collect(Collectors.joining(", "));
        return first.isEmpty() ? String.join("", parts) : first + " and " + parts.getLast();
    }
}
