package dev.ascertain.core.explain;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.publish.RecordType;
import dev.ascertain.core.publish.Wanted;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is explained: one change, and what was seen of the world. */
record Matter(Change change, String vendor, Evidence evidence) {
    boolean isMet() {
        return change.action() == Action.NONE;
    }

    /** Whether a certificate is what is verified, and not what comes of it: no authority takes part, and yet it ends. */
    boolean isOfCertificate() {
        return !claim().certificate() && change.schedule().notAfter() != null;
    }

    Claim claim() {
        return change.claim();
    }

    /** The records that prove it. */
    List<Wanted> records() {
        return change.challenges().stream()
                .flatMap(challenge -> record(challenge).stream())
                .distinct()
                .toList();
    }

    private static Optional<Wanted> record(Challenge challenge) {
        return switch (challenge) {
            case Challenge.Txt(String name, String value, String _) ->
                Optional.of(new Wanted(name, RecordType.TXT, value));
            case Challenge.Cname(String name, String value, String _) ->
                Optional.of(new Wanted(name, RecordType.CNAME, value));
            case Challenge.HttpFile _, Challenge.Email _ -> Optional.empty();
        };
    }

    /** The files that prove it. */
    List<Challenge.HttpFile> files() {
        return change.challenges().stream()
                .filter(Challenge.HttpFile.class::isInstance)
                .map(Challenge.HttpFile.class::cast)
                .toList();
    }

    /** The zones on which it depends, or the names that should be in one; those above before those below. */
    List<Delegation> zones() {
        return names().flatMap(name -> evidence.zoneOf(name).stream())
                .distinct()
                .sorted(Comparator.comparingInt(
                        zone -> Names.upwards(zone.zone()).size()))
                .toList();
    }

    private Stream<String> names() {
        Stream<String> hosts = files().stream().map(file -> host(file.name()));
        Stream<String> own = Stream.of(Names.withoutWildcard(claim().host()));
        return Stream.of(records().stream().map(Wanted::name), hosts, own)
                .flatMap(part -> part)
                .map(Names::canonical)
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
