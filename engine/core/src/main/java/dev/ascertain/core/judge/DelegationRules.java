package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phase C, first half: whether the registry leads to name servers that answer for the zone. */
final class DelegationRules {
    static final List<Rule> ALL = List.of(
            new Rule("C1", the -> missing(the).map(DelegationRules::notDelegated)),
            new Rule("C3", the -> lame(the).map(DelegationRules::lameServers)),
            new Rule("C2", the -> mismatch(the).map(DelegationRules::mismatchingSets)));

    /** One zone whose name servers do not all answer for it. */
    private record Lame(Delegation zone, List<Answer> lame, int asked) {
        /** More than half of those asked: a CA that picks one at random is likely to fail. */
        boolean most() {
            return lame.size() * 2 > asked;
        }
    }

    private record Mismatch(Delegation zone, List<String> child) {}

    private DelegationRules() {}

    /** The zones that hold the names on which the verification depends. */
    private static Stream<Delegation> zones(Case the) {
        return the.isOpen()
                ? the.names().stream()
                        .map(name -> the.evidence().zoneOf(name))
                        .flatMap(Optional::stream)
                        .distinct()
                : Stream.empty();
    }

    private static Optional<Delegation> missing(Case the) {
        return zones(the)
                .filter(zone -> zone.state() == Delegation.State.NOT_DELEGATED)
                .findFirst();
    }

    private static Finding notDelegated(Delegation zone) {
        return Finding.of(
                "C1",
                Verdict.BLOCKED,
                Code.NOT_DELEGATED,
                "%s does not exist in the DNS: the servers of %s know no such name."
                        .formatted(zone.zone(), zone.parent().isEmpty() ? "the root" : zone.parent()),
                "register or renew %s at its registrar, and set its name servers there".formatted(zone.zone()),
                Party.YOU);
    }

    private static Optional<Mismatch> mismatch(Case the) {
        return zones(the)
                .filter(zone -> zone.state() == Delegation.State.DELEGATED)
                .flatMap(zone -> childSets(the, zone).stream()
                        .filter(child -> !new TreeSet<>(zone.nameServers()).equals(new TreeSet<>(child)))
                        .map(child -> new Mismatch(zone, child)))
                .findFirst();
    }

    /** The NS sets that the zone's own servers give; servers that disagree give several. */
    private static List<List<String>> childSets(Case the, Delegation zone) {
        return the.evidence().answers(zone.zone(), "NS").authoritative().stream()
                .filter(Answer::authoritative)
                .map(answer -> answer.records().stream()
                        .filter(record -> record.type().equals("NS"))
                        .map(DnsRecord::data)
                        .map(Names::canonical)
                        .sorted()
                        .toList())
                .filter(set -> !set.isEmpty())
                .distinct()
                .toList();
    }

    private static Finding mismatchingSets(Mismatch mismatch) {
        return Finding.of(
                "C2",
                Verdict.WARNING,
                Code.NS_MISMATCH,
                "The registry delegates %s to %s; the zone itself names %s."
                        .formatted(
                                mismatch.zone().zone(),
                                String.join(", ", mismatch.zone().nameServers()),
                                String.join(", ", mismatch.child())),
                "make the name servers at the registrar and in the zone the same",
                Party.YOU);
    }

    /** Nothing is said of a zone of which nobody was heard: then the way out is more likely to be closed. */
    private static Optional<Lame> lame(Case the) {
        return zones(the)
                .filter(zone -> zone.state() == Delegation.State.DELEGATED)
                .map(zone -> lame(the, zone))
                .filter(lame -> !lame.lame().isEmpty())
                .findFirst();
    }

    private static Lame lame(Case the, Delegation zone) {
        List<Answer> asked = the.evidence().answers(zone.zone(), "NS").authoritative().stream()
                .filter(DelegationRules::isMeant)
                .toList();
        return new Lame(zone, asked.stream().filter(DelegationRules::isLame).toList(), asked.size());
    }

    /** An IPv6 address that cannot be reached may be this machine's fault: many have no IPv6. */
    private static boolean isMeant(Answer answer) {
        boolean unheard = answer.outcome() == Outcome.UNREACHABLE || answer.outcome() == Outcome.SILENT;
        return answer.outcome() != Outcome.NOT_ASKED
                && !(unheard && answer.server().isIpv6());
    }

    /**
     * Silent, refusing, failing, or referring elsewhere. One that answers the question without the AA bit is no name
     * server but something in between that intercepts port 53, and proves nothing.
     */
    private static boolean isLame(Answer answer) {
        return switch (answer.outcome()) {
            case SILENT, UNREACHABLE, REFUSED, SERVER_FAILED -> true;
            case ANSWERED, NO_SUCH_NAME ->
                !answer.authoritative() && answer.records().isEmpty();
            case MALFORMED, NOT_ASKED -> false;
        };
    }

    private static Finding lameServers(Lame lame) {
        String servers = lame.lame().stream()
                .map(answer -> answer.server().described() + " " + said(answer))
                .collect(Collectors.joining(", "));
        List<String> names = lame.lame().stream()
                .map(Answer::server)
                .map(Server::name)
                .distinct()
                .toList();
        return Finding.of(
                "C3",
                lame.most() ? Verdict.BLOCKED : Verdict.WARNING,
                Code.LAME_NS,
                "%d of %d name server addresses of %s do not answer for it: %s."
                        .formatted(lame.lame().size(), lame.asked(), lame.zone().zone(), servers),
                "repair %s, or take %s out of the delegation of %s"
                        .formatted(
                                String.join(" and ", names),
                                names.size() == 1 ? "it" : "them",
                                lame.zone().zone()),
                Party.YOU);
    }

    private static final Map<Outcome, String> SAID = Map.of(
            Outcome.SILENT, "is silent",
            Outcome.UNREACHABLE, "cannot be reached",
            Outcome.REFUSED, "refuses",
            Outcome.SERVER_FAILED, "fails");

    private static String said(Answer answer) {
        return SAID.getOrDefault(answer.outcome(), "is not authoritative");
    }
}
