package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Change;
import dev.ascertain.sandbox.dns.Landscape.Contents;
import dev.ascertain.sandbox.dns.Landscape.Flaw;
import dev.ascertain.sandbox.dns.Landscape.Resolver;
import dev.ascertain.sandbox.dns.Landscape.Security;
import dev.ascertain.sandbox.dns.Landscape.Server;
import dev.ascertain.sandbox.dns.Landscape.Zone;
import dev.ascertain.sandbox.moment.When;
import dev.ascertain.sandbox.section.Section;
import dev.ascertain.sandbox.socket.Loopback;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/** From the section {@code dns} of a scenario to a {@link Landscape}. Whatever is left out gets a sensible value. */
public final class LandscapeReader {
    private static final List<String> SERVERS = List.of("127.0.0.4", "127.0.0.5");
    private static final List<String> RESOLVERS = List.of("127.0.0.51", "127.0.0.52", "127.0.0.53");
    private static final Duration NEGATIVE_TTL = Duration.ofMinutes(5);

    private LandscapeReader() {}

    /** @throws dev.ascertain.sandbox.section.ScenarioException if it says something that the language does not know */
    public static Landscape read(Section section) {
        var resolvers = section.each("resolvers", LandscapeReader::resolver);
        var landscape = new Landscape(
                section.number("port"),
                Objects.requireNonNullElse(section.duration("latency"), Duration.ZERO),
                section.each("zones", LandscapeReader::zone),
                resolvers.isEmpty() ? usualResolvers() : resolvers);
        section.close();
        return landscape;
    }

    private static List<Resolver> usualResolvers() {
        return RESOLVERS.stream()
                .map(address -> new Resolver(address, null, Duration.ZERO, Flaw.NONE, List.of()))
                .toList();
    }

    private static Resolver resolver(Section section) {
        return new Resolver(
                Loopback.checked(section, "address", section.required("address")),
                section.duration("latency"),
                Objects.requireNonNullElse(section.duration("lags"), Duration.ZERO),
                flaw(section),
                RecordText.listed(section, "asked"));
    }

    private static Zone zone(Section section) {
        var name = RecordText.name(section, "name", section.required("name"), Name.root);
        var servers = section.each("servers", server -> server(server, name));
        return new Zone(
                name,
                servers.isEmpty() ? usualServers(name) : servers,
                section.has("delegation") ? names(section, "delegation") : null,
                Objects.requireNonNullElse(section.word("dnssec", Security.class), Security.NONE),
                new Contents(
                        Objects.requireNonNullElse(section.duration("negative_ttl"), NEGATIVE_TTL),
                        RecordText.records(section, "records", name),
                        section.each("changes", change -> change(change, name))));
    }

    private static List<Server> usualServers(Name zone) {
        return Stream.of(0, 1)
                .map(i -> new Server(
                        Completion.below("ns" + (i + 1), zone), List.of(SERVERS.get(i)), null, Flaw.NONE, List.of()))
                .toList();
    }

    private static Server server(Section section, Name zone) {
        var name = RecordText.name(section, "name", section.required("name"), Name.root);
        var addresses = section.texts("addresses");
        if (addresses.isEmpty()) {
            throw section.wrong("addresses", "at least one is needed.");
        }
        addresses.forEach(address -> Loopback.checked(section, "addresses", address));
        var add = RecordText.records(section, "add", zone);
        var remove = RecordText.keys(section, "remove", zone);
        return new Server(
                name,
                addresses,
                section.duration("latency"),
                flaw(section),
                List.of(new Change(new When.Always(), List.of(name), add, remove)));
    }

    private static Change change(Section section, Name zone) {
        return new Change(
                When.of(section),
                names(section, "at"),
                RecordText.records(section, "add", zone),
                RecordText.keys(section, "remove", zone));
    }

    private static Flaw flaw(Section section) {
        var kind = section.word("fault", Flaw.Kind.class);
        var types = section.texts("fault_types").stream()
                .map(word -> RecordText.type(section, "fault_types", word))
                .collect(Collectors.toUnmodifiableSet());
        return kind == null ? Flaw.NONE : new Flaw(kind, types);
    }

    private static List<Name> names(Section section, String key) {
        return section.texts(key).stream()
                .map(text -> RecordText.name(section, key, text, Name.root))
                .toList();
    }
}
