package dev.ascertain.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one server answered to one question, or that it did not.
 *
 * @param authoritative whether it carried the AA bit
 * @param records the answer section, CNAMEs that lead there included
 * @param authority the authority section: the SOA of a negative answer, the NS set of a referral
 * @param errors the extended errors of RFC 8914 as sentences, such as {@code DNSKEY Missing (9): no SEP matching the DS}
 * @param bytes the size of the message; 0 if there was none
 * @param tcp whether it took TCP, because the answer over UDP was cut
 */
public record Answer(
        Server server,
        Outcome outcome,
        boolean authoritative,
        List<DnsRecord> records,
        List<DnsRecord> authority,
        List<String> errors,
        int bytes,
        boolean tcp) {
    /** What became of a question. */
    public enum Outcome {
        /** NOERROR, with records or without. */
        ANSWERED,
        /** NXDOMAIN. */
        NO_SUCH_NAME,
        /** SERVFAIL. */
        SERVER_FAILED,
        /** REFUSED, or another code by which a server says that it will not answer. */
        REFUSED,
        /** Nothing came within the time. */
        SILENT,
        /** There is no way there: no route, or the port is closed. */
        UNREACHABLE,
        /** What came is no answer to this question: cut, forged or nonsense. */
        MALFORMED,
        /** Time was up, or the run was stopped, before it was asked. */
        NOT_ASKED
    }

    public Answer {
        records = List.copyOf(records);
        authority = List.copyOf(authority);
        errors = List.copyOf(errors);
    }

    /** One without a message. */
    public static Answer none(Server server, Outcome outcome) {
        return new Answer(server, outcome, false, List.of(), List.of(), List.of(), 0, false);
    }

    /** Whether it says what the DNS holds: there is such a record, or there is none. */
    public boolean isConclusive() {
        return outcome == Outcome.ANSWERED || outcome == Outcome.NO_SUCH_NAME;
    }

    /** The data of the records of this type at this name. */
    public List<String> data(Question question) {
        return records.stream()
                .filter(record ->
                        record.name().equals(question.name()) && record.type().equals(question.type()))
                .map(DnsRecord::data)
                .toList();
    }

    /** Where the CNAME record at a name leads, in canonical form; empty if this shows none. */
    public Optional<String> alias(String name) {
        return data(new Question(name, "CNAME")).stream().map(Names::canonical).findFirst();
    }

    /** How long a resolver still holds this negative answer: the TTL of its SOA. Empty if it carried none. */
    public Optional<Duration> negativeFor() {
        return authority.stream()
                .filter(record -> record.type().equals("SOA"))
                .map(soa -> Duration.ofSeconds(Math.min(soa.ttl(), minimum(soa))))
                .findFirst();
    }

    /** The last field of an SOA (RFC 2308): the upper bound of negative caching. */
    private static long minimum(DnsRecord soa) {
        String last = soa.data().substring(soa.data().lastIndexOf(' ') + 1);
        return last.matches("\\d{1,10}") ? Long.parseLong(last) : soa.ttl();
    }
}
