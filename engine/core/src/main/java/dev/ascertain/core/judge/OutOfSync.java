package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record that some of the zone's servers hold and some do not. Those that give no authoritative answer are told of by
 * the rules on delegation, and do not count here.
 *
 * @param record what it is, as {@link Wording} names it
 * @param at the zone, or the name where that is not known
 * @param behind the addresses that lack it, at least one
 * @param refresh the longest after which they ask for changes by themselves; empty if the zone does not say
 */
record OutOfSync(String record, String at, List<Server> behind, Optional<Duration> refresh) {
    /** From then on nobody expects a name server to catch up by itself. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    static final Rule RULE = new Rule("E2", OutOfSync::finding);

    static List<OutOfSync> of(Case the) {
        Stream<OutOfSync> texts = TxtProof.in(the, TxtState.OUT_OF_SYNC).stream()
                .map(proof -> of(
                        the,
                        Wording.txt(proof.name(), proof.wanted()),
                        proof.published(),
                        proof.published().lacking(proof.written())));
        Stream<OutOfSync> aliases = CnameProof.in(the, CnameState.OUT_OF_SYNC).stream()
                .map(proof -> of(
                        the,
                        proof.record(),
                        proof.published(),
                        proof.published().lacking(List.of(proof.target()))));
        return Stream.concat(texts, aliases).toList();
    }

    private static OutOfSync of(Case the, String record, Published published, List<Server> behind) {
        String at = the.evidence().zoneOf(published.at()).map(Delegation::zone).orElse(published.at());
        Stream<Answers> asked = Stream.of(
                the.evidence().answers(published.at(), published.question().type()),
                the.evidence().answers(at, "SOA"));
        Optional<Duration> refresh = asked.flatMap(answers -> answers.deciding().stream())
                .flatMap(answer -> refresh(answer).stream())
                .max(Duration::compareTo);
        return new OutOfSync(record, at, behind, refresh);
    }

    /** The fourth field of an SOA (RFC 1035): after so many seconds a secondary asks its primary. */
    private static Optional<Duration> refresh(Answer answer) {
        return Stream.concat(answer.authority().stream(), answer.records().stream())
                .filter(record -> record.type().equals("SOA"))
                .map(DnsRecord::data)
                .map(data -> data.split(" ", -1))
                .filter(fields -> fields.length > 3 && fields[3].matches("\\d{1,9}"))
                .map(fields -> Duration.ofSeconds(Long.parseLong(fields[3])))
                .findFirst();
    }

    private static Optional<Finding> finding(Case the) {
        List<OutOfSync> all = of(the);
        boolean late = the.olderThan(PATIENCE);
        List<Complaint> complaints =
                all.stream().map(one -> late ? one.late() : one.early()).toList();
        Verdict verdict = late ? Verdict.BLOCKED : Verdict.WAITING;
        Optional<Finding> finding = Complaint.finding("E2", verdict, Code.NS_OUT_OF_SYNC, complaints);
        return late
                ? finding
                : finding.map(early -> early.again(the.evidence().at().plus(patience(all))));
    }

    /** Most secondaries are told of a change at once: looking again costs less than the whole refresh. */
    private static Duration patience(List<OutOfSync> all) {
        return all.stream()
                .flatMap(one -> one.refresh().stream())
                .filter(refresh -> refresh.compareTo(PATIENCE) < 0)
                .max(Duration::compareTo)
                .orElse(PATIENCE);
    }

    private Complaint early() {
        String within = refresh.map(
                        time -> ". One that is told of no change asks for it every " + Wording.duration(time))
                .orElse("");
        return new Complaint(
                "%s %s not have the %s yet; the other name servers of %s do%s"
                        .formatted(Wording.servers(behind), does(), record, at, within),
                "");
    }

    private Complaint late() {
        return new Complaint(
                "%s %s not have the %s; the other name servers of %s do"
                        .formatted(Wording.servers(behind), does(), record, at),
                "make %s load the zone %s again, or take %s out of its NS records"
                        .formatted(Wording.servers(behind), at, behind.size() == 1 ? "it" : "them"));
    }

    private String does() {
        return behind.size() == 1 ? "does" : "do";
    }
}
