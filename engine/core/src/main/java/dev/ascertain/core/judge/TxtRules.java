package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Phase E, first part: TXT records. Each name is in one {@link TxtState}, and each state has one row. */
final class TxtRules {
    /** The largest answer that crosses every network in one piece over UDP (DNS flag day 2020). */
    private static final int LARGEST_ANSWER = 1232;

    private static final int MOST_VALUES = 8;

    static final List<Rule> ALL = List.of(
            row("E1", TxtState.MISSING, Code.TXT_MISSING, TxtRules::missing),
            OutOfSync.RULE,
            row("E3", TxtState.OTHERS, Code.TXT_MISMATCH, TxtRules::others),
            row("E4", TxtState.DOUBLED, Code.NAME_DOUBLED, TxtRules::doubled),
            row("E5", TxtState.MISPLACED, Code.WRONG_LEVEL, TxtRules::misplaced),
            row("E6", TxtState.GARBLED, Code.VALUE_GARBLED, TxtRules::garbled),
            row("E7", TxtState.PARTIAL, Code.TXT_PARTIAL, TxtRules::partial),
            new Rule("E8", TxtRules::tooMuch),
            row("E9", TxtState.HANDED_ON, Code.WRONG_ZONE, TxtRules::handedOn));

    private TxtRules() {}

    private static Rule row(String id, TxtState state, Code code, Function<TxtProof, Complaint> complaint) {
        return new Rule(
                id,
                the -> Complaint.finding(
                        id,
                        Verdict.BLOCKED,
                        code,
                        TxtProof.in(the, state).stream().map(complaint).toList()));
    }

    private static Complaint missing(TxtProof proof) {
        String what = proof.isAlias()
                ? "%s is an alias of %s, and there is no TXT record there"
                        .formatted(proof.name(), proof.published().at())
                : "None of the name servers has a TXT record %s (answered: %s)"
                        .formatted(proof.name(), Wording.named(proof.heard()));
        return new Complaint(what, add(proof, proof.missing()));
    }

    /** In place of the alias or behind it: of a wildcard's CNAME the first is the only way, and simpler in any case. */
    private static String add(TxtProof proof, List<String> values) {
        String record = Wording.txt(proof.name(), values);
        return proof.isAlias()
                ? "add the %s at %s in place of the alias, or the same value%s at %s"
                        .formatted(
                                record,
                                Wording.host(proof.the().evidence().zoneOf(proof.name())),
                                values.size() == 1 ? "" : "s",
                                proof.published().at())
                : "add the %s at %s".formatted(record, Wording.host(proof.zone()));
    }

    private static Complaint others(TxtProof proof) {
        List<String> older = proof.older();
        String what = "%s should hold %s, but holds only %s"
                .formatted(proof.name(), Wording.wanted(proof.wanted()), Wording.found(proof.others()));
        if (older.isEmpty()) {
            return new Complaint(what, add(proof, proof.missing()) + ", beside what is there");
        }
        return new Complaint(
                what + ", which looks like the token of an earlier order",
                add(proof, proof.missing()) + "; what is there may go if no other order needs it");
    }

    private static Complaint doubled(TxtProof proof) {
        String zone = proof.zone().orElseThrow().zone();
        return new Complaint(
                "The TXT record for %s stands at %s: the DNS host appends %s by itself"
                        .formatted(proof.name(), proof.doubled(), zone),
                "publish %s under the short name %s at the DNS host of %s, and remove the TXT record %s"
                        .formatted(
                                Wording.wanted(proof.missing()),
                                Names.relative(proof.name(), zone),
                                zone,
                                proof.doubled()));
    }

    private static Complaint misplaced(TxtProof proof) {
        String above = proof.above().orElseThrow();
        return new Complaint(
                "The TXT record for %s stands at %s, where it does not count".formatted(proof.name(), above),
                "%s, and remove it from %s".formatted(add(proof, proof.missing()), above));
    }

    private static Complaint garbled(TxtProof proof) {
        TxtValue.Slip slip = proof.slip().orElseThrow();
        return new Complaint(
                "%s holds its value %s; it now reads: %s"
                        .formatted(proof.name(), slip.how(), TxtValue.shortened(slip.found())),
                "replace it by the %s at %s: the value is what stands between these quotes"
                        .formatted(Wording.txt(proof.name(), proof.missing()), Wording.host(proof.zone())));
    }

    private static Complaint partial(TxtProof proof) {
        int all = proof.wanted().size();
        return new Complaint(
                "%s needs %d TXT values at the same time, but has only %d of them"
                        .formatted(proof.name(), all, all - proof.missing().size()),
                "%s, beside the others: do not replace them".formatted(add(proof, proof.missing())));
    }

    private static Complaint handedOn(TxtProof proof) {
        return new Complaint(
                "%s is a zone of its own on %s, and the TXT record is not there: what is published elsewhere does not count"
                        .formatted(proof.name(), Wording.nameServers(proof.zone())),
                "add the %s on %s, or remove the NS records %s and add it at the DNS host of %s"
                        .formatted(
                                Wording.txt(proof.name(), proof.missing()),
                                Wording.nameServers(proof.zone()),
                                proof.zone().orElseThrow().zone(),
                                proof.zone().orElseThrow().parent()));
    }

    private static List<TxtProof> crowded(Case the) {
        return TxtProof.of(the).stream()
                .filter(proof -> largest(proof) > LARGEST_ANSWER
                        || proof.published().values().size() > MOST_VALUES)
                .toList();
    }

    private static int largest(TxtProof proof) {
        return proof.the().evidence().answers(proof.published().at(), "TXT").deciding().stream()
                .mapToInt(Answer::bytes)
                .max()
                .orElse(0);
    }

    /** Of other values nobody knows here whose they are: only what looks like an older token is said to go. */
    private static Optional<Finding> tooMuch(Case the) {
        List<Complaint> complaints = crowded(the).stream()
                .map(proof -> new Complaint(
                        "%s holds %d TXT values in an answer of %d bytes; beyond %d values or %d bytes not everybody reads all of it"
                                .formatted(
                                        proof.published().at(),
                                        proof.published().values().size(),
                                        largest(proof),
                                        MOST_VALUES,
                                        LARGEST_ANSWER),
                        proof.older().isEmpty()
                                ? "see which values of %s are still needed"
                                        .formatted(proof.published().at())
                                : "remove what is left of earlier orders, unless another order needs it: "
                                        + Wording.found(proof.older(), MOST_VALUES)))
                .toList();
        return Complaint.finding("E8", Verdict.WARNING, Code.TXT_CROWDED, complaints);
    }
}
