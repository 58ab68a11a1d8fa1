package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Server;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen, as lines that a test can hold against a text. Without ports, sizes and times. */
public final class Look {
    private Look() {}

    /** A token that should be there as a TXT record; no certificate authority takes part. */
    static Inquiry text(String host, String name) {
        return new Inquiry(Claim.ownership(host), List.of(new Challenge.Txt(name, "token", null)), false);
    }

    static Inquiry alias(String host, String name, String target) {
        return new Inquiry(Claim.ownership(host), List.of(new Challenge.Cname(name, target, null)), false);
    }

    /** Only the CAA records matter. */
    static Inquiry certificate(String host) {
        return new Inquiry(new Claim(host, true, List.of("letsencrypt.org"), null, null), List.of(), false);
    }

    /** Every line; or those that begin with one of the beginnings. */
    static String of(DnsProbe.Seen seen, String... beginnings) {
        Stream<String> limits = seen.limits().stream().map(sentence -> "limit " + sentence);
        Stream<String> delegations = new TreeMap<>(seen.delegations())
                .values().stream()
                        .map(delegation -> "zone %s from '%s' %s %s at %s%s"
                                .formatted(
                                        delegation.zone(),
                                        delegation.parent(),
                                        delegation.state(),
                                        delegation.nameServers(),
                                        delegation.servers().stream()
                                                .map(Look::server)
                                                .toList(),
                                        delegation.signed() ? " signed" : ""));
        Stream<String> answers = new TreeMap<>(seen.answers())
                .values().stream()
                        .flatMap(all -> Stream.of(
                                        all.authoritative().stream().map(answer -> " " + line(answer)),
                                        all.resolvers().stream().map(answer -> " public " + line(answer)),
                                        all.unchecked().stream().map(answer -> " unchecked " + line(answer)))
                                .flatMap(lines -> lines)
                                .map(line -> all.question() + line));
        return Stream.of(limits, delegations, answers)
                .flatMap(lines -> lines)
                .filter(line ->
                        beginnings.length == 0 || Arrays.stream(beginnings).anyMatch(line::startsWith))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String server(Server server) {
        return server.address().isEmpty() ? server.name() + " nowhere" : place(server);
    }

    private static String place(Server server) {
        return server.address().replaceFirst(":\\d+$", "");
    }

    private static String line(Answer answer) {
        return "%s %s%s%s%s%s"
                .formatted(
                        place(answer.server()),
                        answer.outcome(),
                        answer.authoritative() ? " AA" : "",
                        answer.tcp() ? " TCP" : "",
                        answer.errors().isEmpty() ? "" : " " + answer.errors(),
                        answer.records().stream().map(Look::record).collect(Collectors.joining()));
    }

    private static String record(DnsRecord record) {
        return " | %s %s %s".formatted(record.name(), record.type(), record.data());
    }
}
