package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.explain.Link.Step;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Verdict;
import java.util.List;
import java.util.Optional;

/** Which rule speaks of which link, and what it makes of it. */
final class Attribution {
    private Attribution() {}

    /** The link that a finding is about; what must be changed of a certificate that is verified itself is about that. */
    static Step step(Finding finding, Matter the) {
        return finding.rule().equals("F18") && the.isOfCertificate() ? Step.CERTIFICATE : step(finding.rule());
    }

    /** The link that a rule is about, by its id; the provider's where it is about no other. */
    private static Step step(String rule) {
        return switch (rule) {
            case "C1" -> Step.DELEGATION;
            case "C2", "C3", "C5" -> Step.NAME_SERVERS;
            case "C4" -> Step.DNSSEC;
            case "F2", "F3", "F4", "F17" -> Step.VISIBILITY;
            case "F9", "F10", "F16" -> Step.RECORD;
            case "B2" -> Step.CERTIFICATE;
            case String other when other.startsWith("C") || other.startsWith("D") -> Step.CAA;
            case String other when other.matches("E(1[6-9]|2\\d)") -> Step.FILE;
            case String other when other.startsWith("E") -> Step.RECORD;
            default -> Step.PROVIDER;
        };
    }

    /** A rule that decides is heard before the facts: it has seen them too, and more. */
    static State state(Seen seen, List<Finding> findings) {
        return strongest(findings).orElse(seen.state());
    }

    private static Optional<State> strongest(List<Finding> findings) {
        List<State> states = findings.stream()
                .flatMap(finding -> state(finding.verdict()).stream())
                .toList();
        return states.isEmpty() ? Optional.empty() : Optional.of(DelegationLinks.worst(states.stream()));
    }

    private static Optional<State> state(Verdict verdict) {
        return switch (verdict) {
            case BLOCKED, HELD, DEAD, ABSENT -> Optional.of(State.BROKEN);
            case READY, CONVERGING, WAITING -> Optional.of(State.WAITING);
            case UNOBSERVABLE -> Optional.of(State.NOT_SEEN);
            case MET, WARNING, INFO -> Optional.empty();
        };
    }
}
