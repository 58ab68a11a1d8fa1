package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Questions to the zone that holds a name, wherever that is found to be. */
final class Authority {
    /** Zones below zones that are found only by asking. */
    private static final int MOST_REFERRALS = 5;

    private final Walk walk;
    private final Courier courier;
    private final Zones zones;
    private final Gathered gathered;

    Authority(Walk walk, Courier courier, Zones zones, Gathered gathered) {
        this.walk = walk;
        this.courier = courier;
        this.zones = zones;
        this.gathered = gathered;
    }

    /** What was said, and by which zone. */
    record Said(Cut cut, List<Heard> heard) {
        /** Whether there is a record of the type: at the name, or behind an alias that the same zone holds. */
        boolean isPositive(String type) {
            return answers()
                    .anyMatch(heard -> heard.answer().records().stream()
                            .anyMatch(record -> record.type().equals(type)));
        }

        /** Where the name is an alias for, according to any of them. */
        List<String> aliases(String name) {
            return answers()
                    .flatMap(heard -> heard.alias(name).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        private Stream<Heard> answers() {
            return heard.stream().filter(Heard::isAuthoritative);
        }
    }

    /** Asks every address of every server of the zone. */
    Said everywhere(Question question) {
        Cut cut = walk.cutOf(question.name());
        for (int i = 0; ; i++) {
            List<Heard> heard = courier.each(zones.servers(cut), question, cut.zone());
            Optional<Cut> below = below(heard, cut, question.name());
            if (below.isEmpty() || i == MOST_REFERRALS) {
                gathered.authoritative(question, heard);
                return new Said(cut, heard);
            }
            cut = walk.found(below.get());
        }
    }

    /** Asks one server of the zone. */
    Optional<Heard> once(Question question) {
        if (!Wire.isAskable(question.name())) {
            return Optional.empty();
        }
        Optional<Heard> heard = walk.any(walk.cutOf(question.name()), question);
        heard.ifPresent(one -> gathered.authoritative(question, one));
        return heard;
    }

    /** Asks one address of each of two name servers; of all of them if those two do not agree, or say nothing. */
    Said briefly(Question question) {
        Cut cut = walk.cutOf(question.name());
        List<Host> each = oneOfEach(Registries.contain(cut.zone()) ? walk.hosts(cut) : zones.servers(cut));
        List<Heard> heard = courier.each(each.stream().limit(2).toList(), question, cut.zone());
        if (!isAgreed(heard, question)) {
            heard = courier.each(each, question, cut.zone());
        }
        gathered.authoritative(question, heard);
        return new Said(cut, heard);
    }

    /** One address of each name server, IPv4 rather than IPv6, for not every machine has that. */
    private static List<Host> oneOfEach(List<Host> hosts) {
        var byName = new TreeMap<String, Host>();
        hosts.forEach(host -> byName.merge(host.name(), host, (one, other) -> one.isIpv4() ? one : other));
        return List.copyOf(byName.values());
    }

    private static boolean isAgreed(List<Heard> heard, Question question) {
        return heard.stream().allMatch(Heard::isAuthoritative)
                && heard.stream()
                                .map(one -> Set.copyOf(one.answer().data(question)))
                                .distinct()
                                .count()
                        <= 1;
    }

    private static Optional<Cut> below(List<Heard> heard, Cut cut, String name) {
        return heard.stream()
                .filter(one -> one.referral(name, cut.zone()).isPresent())
                .map(one -> Cut.in(one, cut, name).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
