package dev.ascertain.evidence.web;

import dev.ascertain.evidence.AddressText;
import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import dev.ascertain.evidence.reach.Deadline;
import dev.ascertain.evidence.reach.Round;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From one address along the redirects that an authority follows, to where it ends. */
final class Walk {
    static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 307, 308);

    private final Exchange exchange;
    private final Addresses addresses;

    Walk(Exchange exchange, Addresses addresses) {
        this.exchange = exchange;
        this.addresses = addresses;
    }

    /** A link, and the address of its host that is asked. */
    private record Place(Link link, InetAddress address) {}

    /** Takes one deadline for all of it. */
    Visit from(Link start, InetAddress address) {
        Deadline deadline = exchange.deadline();
        var hops = new ArrayList<Hop>();
        var visited = new ArrayList<Link>();
        Optional<Place> next = Optional.of(new Place(start, address));
        while (next.isPresent()) {
            Place place = next.get();
            visited.add(place.link());
            Hop hop = exchange.ask(place.link(), place.address(), deadline);
            hops.add(hop);
            String location = hop.location();
            if (location == null) {
                break;
            }
            Optional<Link> link = allowed(hop, place.link().to(location), visited);
            next = link.flatMap(to -> place(to, place));
            if (next.isEmpty()) {
                Outcome why = link.isPresent() ? Outcome.NO_ADDRESS : Outcome.BAD_REDIRECT;
                hops.add(Hop.failed(link.map(Link::url).orElse(location), why));
            }
        }
        return new Visit(AddressText.of(address), hops);
    }

    /** The link, if an authority would follow it. */
    private Optional<Link> allowed(Hop hop, Optional<Link> link, List<Link> visited) {
        return link.filter(_ -> FOLLOWED.contains(hop.status()))
                .filter(exchange::isUsual)
                .filter(_ -> visited.size() <= MOST_REDIRECTS)
                .filter(to -> !visited.contains(to));
    }

    /** The same host stays at the same address, so that each is seen for itself; of another one it is the first. */
    private Optional<Place> place(Link link, Place from) {
        return link.host().equals(from.link().host())
                ? Optional.of(new Place(link, from.address()))
                : Round.ordered(addresses.of(link.host())).stream()
                        .findFirst()
                        .map(address -> new Place(link, address));
    }
}
