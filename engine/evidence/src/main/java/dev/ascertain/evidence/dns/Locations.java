package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import java.net.InetAddress;
import java.util.List;

/** The addresses of hosts, from the source; from the resolvers where that cannot be asked. */
final class Locations {
    private final Walk walk;
    private final Resolvers resolvers;
    private final Gathered gathered;

    Locations(Walk walk, Resolvers resolvers, Gathered gathered) {
        this.walk = walk;
        this.resolvers = resolvers;
        this.gathered = gathered;
    }

    /** IPv6 first. */
    List<InetAddress> of(String name) {
        String host = Names.canonical(name);
        if (!Wire.isAskable(host)) {
            return List.of();
        }
        return Together.each(List.of("AAAA", "A"), type -> data(new Question(host, type))).stream()
                .flatMap(List::stream)
                .flatMap(address -> Contact.address(address).stream())
                .distinct()
                .toList();
    }

    private List<String> data(Question question) {
        return walk.lookup(question, asked -> gathered.authoritative(asked.question(), asked.heard()))
                .orElseGet(() -> resolvers.data(question));
    }
}
