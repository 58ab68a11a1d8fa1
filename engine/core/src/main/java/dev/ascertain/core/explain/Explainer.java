package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.Step;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.evidence.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** From what a plan says of one verification, and what was seen of the world, to an explanation. Pure. */
public final class Explainer {
    private Explainer() {}

    /**
     * @param vendor the provider's name in sentences
     * @param evidence what the plan was judged by; with {@link Evidence#NONE} most links are not seen
     * @param now what lies before it does not happen any more
     */
    public static Explanation explain(Change change, String vendor, Evidence evidence, Instant now) {
        var the = new Matter(change, vendor, evidence);
        return new Explanation(
                change,
                vendor,
                links(the),
                acts(the),
                Publications.of(List.of(change), evidence, List.of()),
                Clock.moments(the, now),
                evidence.limits());
    }

    private static List<Link> links(Matter the) {
        Map<Step, List<Finding>> findings = new EnumMap<>(Step.class);
        the.change().findings().stream()
                .filter(finding -> finding.verdict() != Verdict.MET)
                .forEach(finding -> findings.computeIfAbsent(Attribution.step(finding, the), _ -> new ArrayList<>())
                        .add(finding));
        Seen source = RecordLinks.source(the);
        var links = new ArrayList<Link>();
        for (Step step : Step.values()) {
            Seen seen = seen(step, the, source);
            List<Finding> own = findings.getOrDefault(step, List.of());
            links.add(new Link(step, Attribution.state(seen, own), seen.facts(), own));
        }
        return links;
    }

    private static Seen seen(Step step, Matter the, Seen source) {
        return switch (step) {
            case DELEGATION -> DelegationLinks.delegation(the);
            case NAME_SERVERS -> DelegationLinks.nameServers(the);
            case DNSSEC -> DnssecLink.of(the);
            case CAA -> CaaLink.of(the);
            case RECORD -> source;
            case VISIBILITY -> RecordLinks.visibility(the, source.state());
            case FILE -> WebLinks.file(the);
            case PROVIDER -> ProviderLink.of(the);
            case CERTIFICATE -> WebLinks.certificate(the);
        };
    }

    /** What must be done, by the headline or by what else blocks; then what should be. */
    private static List<Act> acts(Matter the) {
        Change change = the.change();
        var acts = new ArrayList<Act>();
        if (change.action() == Action.RETRY) {
            acts.add(new Act(
                    Party.OPERATOR,
                    true,
                    change.reason().message(),
                    "run \"ascertain apply\": it will "
                            + Objects.requireNonNullElse(change.next(), "ask for a check")));
        }
        asked(change, true).forEach(acts::add);
        if (acts.isEmpty() && change.action() == Action.MANUAL) {
            String what = Objects.requireNonNullElse(change.next(), "publish what is asked for");
            acts.add(new Act(Party.YOU, true, change.reason().message(), what));
        }
        asked(change, false).forEach(acts::add);
        return acts;
    }

    private static Stream<Act> asked(Change change, boolean must) {
        return change.findings().stream()
                .filter(finding -> must ? blocks(finding.verdict()) : finding.verdict() == Verdict.WARNING)
                .flatMap(finding -> finding.next() == null
                        ? Stream.empty()
                        : Stream.of(
                                new Act(finding.owner(), must, finding.reason().message(), finding.next())))
                .distinct();
    }

    private static boolean blocks(Verdict verdict) {
        return switch (verdict) {
            case BLOCKED, HELD, DEAD, ABSENT, UNOBSERVABLE -> true;
            case MET, READY, CONVERGING, WAITING, WARNING, INFO -> false;
        };
    }
}
