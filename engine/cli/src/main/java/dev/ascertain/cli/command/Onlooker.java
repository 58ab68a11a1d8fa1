package dev.ascertain.cli.command;

import dev.ascertain.cli.log.Log;
import dev.ascertain.cli.view.EvidenceEvent;
import dev.ascertain.cli.view.View;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Witness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the world for a run: opens its eyes when there is something to see, tells what goes on, keeps all that was
 * seen. Safe for many threads.
 */
final class Onlooker implements Witness {
    private final View view;
    private final Clock clock;
    private final Supplier<Witness> opening;
    private final Set<String> told = new HashSet<>();
    private @Nullable Witness eyes;
    private Evidence seen = Evidence.NONE;

    Onlooker(View view, Clock clock, Supplier<Witness> opening) {
        this.view = view;
        this.clock = clock;
        this.opening = opening;
    }

    @Override
    public Evidence look(List<Inquiry> inquiries, Instant since) {
        view.gathering(new EvidenceEvent.Started(inquiries.size()));
        Instant begin = clock.instant();
        Evidence evidence = guarded(inquiries, since);
        view.gathering(new EvidenceEvent.Completed(
                inquiries.size(),
                evidence.answers().size(),
                evidence.pages().size(),
                evidence.endpoints().size(),
                Duration.between(begin, clock.instant())));
        keep(evidence);
        return evidence;
    }

    /** All that was seen, what was seen last of each thing. */
    synchronized Evidence seen() {
        return seen;
    }

    /** Whatever goes wrong while looking, the provider's answer is still there to decide. */
    private Evidence guarded(List<Inquiry> inquiries, Instant since) {
        try {
            return eyes().look(inquiries, since);
        } catch (RuntimeException | StackOverflowError | LinkageError fault) {
            Log.trace(fault);
            String limit =
                    "Ascertain stumbled over what it saw (%s). Report this as a bug, with the output of ASCERTAIN_LOG=debug."
                            .formatted(fault.getClass().getSimpleName());
            return new Evidence(clock.instant(), List.of(limit), Map.of(), Map.of(), Map.of(), Map.of());
        }
    }

    private synchronized Witness eyes() {
        Witness open = eyes;
        if (open == null) {
            open = opening.get();
            eyes = open;
        }
        return open;
    }

    private synchronized void keep(Evidence evidence) {
        seen = seen.and(evidence);
        view.diagnostics(evidence.limits().stream()
                .filter(told::add)
                .map(limit -> Diagnostic.warning("Not all could be seen", limit))
                .toList());
    }
}
