package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import java.util.List;
import java.util.stream.Stream;

/** One thing to look at. Pure: which ones an inquiry gives occasion to. */
sealed interface Errand {
    /** The name that it is about. */
    String name();

    /** The zone of a host. */
    record Zone(String name) implements Errand {}

    /** A TXT record. */
    record Text(String name) implements Errand {}

    /** A CNAME record. */
    record Alias(String name, String target) implements Errand {}

    /** The CAA records for a host. */
    record Permission(String name) implements Errand {}

    /** The addresses of a host. */
    record Location(String name) implements Errand {}

    /** Each once, in the order of the inquiries. */
    static List<Errand> of(List<Inquiry> inquiries) {
        return inquiries.stream().flatMap(Errand::of).distinct().toList();
    }

    private static Stream<Errand> of(Inquiry inquiry) {
        Stream<Errand> proofs = inquiry.challenges().stream().flatMap(Errand::of);
        String host = Names.withoutWildcard(Names.canonical(inquiry.claim().host()));
        if (host.isEmpty()) {
            return proofs;
        }
        boolean visited = inquiry.served()
                || inquiry.challenges().stream()
                        .anyMatch(challenge ->
                                challenge instanceof Challenge.HttpFile || challenge instanceof Challenge.Cname);
        return Stream.of(
                        Stream.of(new Zone(host)),
                        proofs,
                        inquiry.claim().certificate() ? Stream.of(new Permission(host)) : Stream.<Errand>empty(),
                        visited ? Stream.of(new Location(host)) : Stream.<Errand>empty())
                .flatMap(errands -> errands);
    }

    private static Stream<Errand> of(Challenge challenge) {
        return switch (challenge) {
            case Challenge.Txt text -> Stream.of(new Text(Names.canonical(text.name())));
            case Challenge.Cname alias ->
                Stream.of(new Alias(Names.canonical(alias.name()), Names.canonical(alias.value())));
            case Challenge.HttpFile unused -> Stream.empty();
            case Challenge.Email unused -> Stream.empty();
        };
    }
}
