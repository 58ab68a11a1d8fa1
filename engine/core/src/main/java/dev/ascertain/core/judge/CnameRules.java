package dev.ascertain.core.judge;

import dev.ascertain.evidence.Delegation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Phase E, second part: CNAME records, by which the provider is left to publish the proof (E10 to E12), or which are the
 * proof themselves (E13 to E15).
 */
final class CnameRules {
    /** The identifier in the target is not known here: what is not placed by then is probably led to another zone. */
    private static final Duration PLACED_WITHIN = Duration.ofHours(24);

    static final List<Rule> ALL = List.of(
            row("E10", Code.DELEGATION_WRONG_TARGET, CnameRules::wrongTargets),
            row("E11", Code.DELEGATION_SHADOWED, CnameRules::shadowed),
            new Rule("E12", CnameRules::leftToProvider),
            row("E13", Code.CNAME_MISSING, the -> cnames(the, CnameState.MISSING, CnameRules::missing)),
            row("E14", Code.CNAME_FLATTENED, the -> cnames(the, CnameState.FLATTENED, CnameRules::flattened)),
            row("E15", Code.CNAME_CHAIN, CnameRules::chains));

    private CnameRules() {}

    private static Rule row(String id, Code code, Function<Case, Stream<Complaint>> complaints) {
        return new Rule(
                id,
                the -> Complaint.finding(
                        id, Verdict.BLOCKED, code, complaints.apply(the).toList()));
    }

    private static Stream<Complaint> cnames(Case the, CnameState state, Function<CnameProof, Complaint> complaint) {
        return CnameProof.in(the, state).stream().map(complaint);
    }

    private static Stream<Complaint> texts(Case the, TxtState state, Function<TxtProof, Complaint> complaint) {
        return TxtProof.in(the, state).stream().map(complaint);
    }

    private static Stream<Complaint> wrongTargets(Case the) {
        Stream<Complaint> guessed = texts(the, TxtState.LED_WRONG, proof -> {
            String right = DelegatedProof.of(the.claim()).pattern(proof.name());
            return new Complaint(
                    "%s leads to %s, where %s publishes nothing for it"
                            .formatted(proof.name(), Wording.listed(List.copyOf(proof.aliases())), the.vendor()),
                    "change the target of the CNAME record %s to %s, with the <id> that %s shows for the zone"
                            .formatted(proof.name(), right, the.vendor()));
        });
        return Stream.concat(guessed, cnames(the, CnameState.LED_WRONG, CnameRules::missing));
    }

    private static Stream<Complaint> shadowed(Case the) {
        Stream<Complaint> beside = texts(
                the,
                TxtState.SHADOWED,
                proof -> new Complaint(
                        "%s has a CNAME record to %s, but also holds %s itself, which hides what stands there"
                                .formatted(
                                        proof.name(),
                                        Wording.listed(List.copyOf(proof.aliases())),
                                        Wording.found(proof.own())),
                        "remove every TXT record %s at %s, and keep the CNAME record"
                                .formatted(proof.name(), host(the, proof.name()))));
        Stream<Complaint> instead = cnames(
                the,
                CnameState.SHADOWED,
                proof -> new Complaint(
                        "%s should have a CNAME record to %s, but holds %s in its place"
                                .formatted(proof.name(), proof.target(), Wording.found(proof.texts())),
                        "replace every TXT record there by the %s at %s"
                                .formatted(proof.record(), host(the, proof.name()))));
        return Stream.concat(beside, instead);
    }

    private static Optional<Finding> leftToProvider(Case the) {
        boolean late = the.olderThan(PLACED_WITHIN);
        Stream<Complaint> complaints = texts(
                the,
                TxtState.LEFT_TO_PROVIDER,
                proof -> new Complaint(
                        "%s leads to %s, where %s publishes the proof itself and has not %s"
                                .formatted(
                                        proof.name(),
                                        Wording.listed(List.copyOf(proof.aliases())),
                                        the.vendor(),
                                        late ? "for more than a day" : "yet"),
                        late
                                ? "compare the target of the CNAME record %s with the one that %s shows for the zone"
                                        .formatted(proof.name(), the.vendor())
                                : ""));
        Verdict verdict = late ? Verdict.BLOCKED : Verdict.CONVERGING;
        Optional<Finding> finding = Complaint.finding("E12", verdict, Code.PROVIDER_PLACES_TOKEN, complaints.toList());
        return late ? finding : finding.map(early -> early.owner(Party.PROVIDER));
    }

    private static Complaint missing(CnameProof proof) {
        String host = host(proof.the(), proof.name());
        if (proof.published().values().isEmpty()) {
            return new Complaint(
                    "None of the name servers has a CNAME record %s (answered: %s)"
                            .formatted(proof.name(), Wording.named(proof.heard())),
                    "add the %s at %s%s".formatted(proof.record(), host, proof.isApex() ? ATOP : ""));
        }
        return new Complaint(
                "%s leads to %s, not to %s"
                        .formatted(
                                proof.name(),
                                Wording.listed(List.copyOf(proof.published().values())),
                                proof.target()),
                "change the target of the CNAME record %s to %s at %s".formatted(proof.name(), proof.target(), host));
    }

    /** RFC 1034: no CNAME record beside the SOA and NS records of a zone's own name. */
    private static final String ATOP = " (at a zone's own name: as what it calls ALIAS, ANAME or flattening)";

    private static Complaint flattened(CnameProof proof) {
        return new Complaint(
                "%s has addresses of its own (%s) in place of the CNAME record to %s"
                        .formatted(proof.name(), Wording.listed(List.copyOf(proof.addresses()), 4), proof.target()),
                (proof.isApex()
                                ? "let it have the addresses of %3$s (ALIAS, ANAME or flattening to it, no proxy) at %2$s"
                                : "publish the %s at %s as DNS only: no proxy, no flattening")
                        .formatted(proof.record(), host(proof.the(), proof.name()), proof.target()));
    }

    private static Stream<Complaint> chains(Case the) {
        Stream<Complaint> texts = texts(
                the,
                TxtState.CIRCLING,
                proof -> new Complaint(
                        "%s leads in a circle: %s"
                                .formatted(proof.name(), path(Aliases.of(the.evidence(), proof.name()))),
                        "replace the CNAME record %s by the %s at %s"
                                .formatted(
                                        proof.name(),
                                        Wording.txt(proof.name(), proof.wanted()),
                                        host(the, proof.name()))));
        return Stream.concat(texts, cnames(the, CnameState.BROKEN, CnameRules::chain));
    }

    private static Complaint chain(CnameProof proof) {
        String straight = "change the target of the CNAME record %s to %s at %s"
                .formatted(proof.name(), proof.target(), host(proof.the(), proof.name()));
        String last = proof.chain().path().getLast();
        return switch (proof.chain().end()) {
            case CIRCLE ->
                new Complaint("%s leads in a circle: %s".formatted(proof.name(), path(proof.chain())), straight);
            case NO_SUCH_NAME ->
                new Complaint(
                        "%s leads to %s, which does not exist; whoever creates that name takes over %s"
                                .formatted(proof.name(), last, proof.name()),
                        last.equals(proof.target())
                                ? "remove the CNAME record %s, or ask %s why its target does not exist"
                                        .formatted(proof.name(), proof.the().vendor())
                                : straight);
            case OPEN ->
                new Complaint(
                        "%s leads on through %d CNAME records, more than %d: %s"
                                .formatted(
                                        proof.name(), proof.chain().hops(), CnameProof.MOST_HOPS, path(proof.chain())),
                        straight);
        };
    }

    private static String path(Aliases chain) {
        List<String> names = chain.path();
        int most = CnameProof.MOST_HOPS + 2;
        return String.join(" → ", names.subList(0, Math.min(most, names.size()))) + (names.size() > most ? " → …" : "");
    }

    private static String host(Case the, String name) {
        Optional<Delegation> zone = the.evidence().zoneOf(name);
        return Wording.host(zone);
    }
}
