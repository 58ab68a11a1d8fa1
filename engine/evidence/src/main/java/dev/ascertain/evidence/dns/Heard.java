package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.List;
import java.util.Optional;

/**
 * An answer, and what is of no use as evidence but leads on.
 *
 * @param recursion RA: whether the server would ask others
 * @param additional the additional section: glue
 */
record Heard(Answer answer, boolean recursion, List<DnsRecord> additional) {
    Heard {
        additional = List.copyOf(additional);
    }

    static Heard nothing(Server server, Outcome outcome) {
        return new Heard(Answer.none(server, outcome), false, List.of());
    }

    /** The same, from whom it was asked under another name of the same address. */
    Heard from(Server server) {
        return new Heard(
                new Answer(
                        server,
                        answer.outcome(),
                        answer.authoritative(),
                        answer.records(),
                        answer.authority(),
                        answer.errors(),
                        answer.bytes(),
                        answer.tcp()),
                recursion,
                additional);
    }

    boolean isAuthoritative() {
        return answer.authoritative() && answer.isConclusive();
    }

    /** Whether it looks as if a resolver answered where the zone's own server was asked. */
    boolean isResolvers() {
        return recursion && !answer.authoritative() && answer.isConclusive();
    }

    /** The owner of an NS set that hands a name on from a zone to a zone below. */
    Optional<String> referral(String name, String zone) {
        boolean answered =
                answer.outcome() == Outcome.ANSWERED && answer.records().isEmpty();
        if (!answered || answer.authoritative()) {
            return Optional.empty();
        }
        return answer.authority().stream()
                .filter(record -> record.type().equals("NS"))
                .map(DnsRecord::name)
                .filter(owner -> !owner.equals(zone) && Names.isWithin(owner, zone) && Names.isWithin(name, owner))
                .findFirst();
    }

    /** The target of the CNAME record at a name. */
    Optional<String> alias(String name) {
        return answer.data(new Question(name, "CNAME")).stream().findFirst();
    }
}
