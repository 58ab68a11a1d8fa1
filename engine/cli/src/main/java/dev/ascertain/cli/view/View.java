package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.plan.PlanResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run is shown. Called from many threads at once while something is under way. */
public interface View {
    /** What people should know about their input or the run. */
    void diagnostics(List<Diagnostic> diagnostics);

    /** A step of reading. */
    void observing(ObserveEvent event);

    /** A step of looking at the world. */
    void gathering(EvidenceEvent event);

    /**
     * The plan, with its diagnostics.
     *
     * @param code what the run ends with; null if the plan is not its end
     */
    void planned(PlanResult result, @Nullable ExitCode code);

    /** What ends the run early, and with which code. */
    void ended(Diagnostic diagnostic, ExitCode code);

    /** A step of applying. */
    void applying(ApplyEvent event);

    /** The outcomes, with their diagnostics. */
    void applied(ApplyResult result, ExitCode code);

    /** A sentence for people only, such as what to do next. */
    void remark(String sentence);

    /** Tells two views the same. */
    record Both(View first, View second) implements View {
        @Override
        public void diagnostics(List<Diagnostic> diagnostics) {
            first.diagnostics(diagnostics);
            second.diagnostics(diagnostics);
        }

        @Override
        public void observing(ObserveEvent event) {
            first.observing(event);
            second.observing(event);
        }

        @Override
        public void gathering(EvidenceEvent event) {
            first.gathering(event);
            second.gathering(event);
        }

        @Override
        public void planned(PlanResult result, @Nullable ExitCode code) {
            first.planned(result, code);
            second.planned(result, code);
        }

        @Override
        public void ended(Diagnostic diagnostic, ExitCode code) {
            first.ended(diagnostic, code);
            second.ended(diagnostic, code);
        }

        @Override
        public void applying(ApplyEvent event) {
            first.applying(event);
            second.applying(event);
        }

        @Override
        public void applied(ApplyResult result, ExitCode code) {
            first.applied(result, code);
            second.applied(result, code);
        }

        @Override
        public void remark(String sentence) {
            first.remark(sentence);
            second.remark(sentence);
        }
    }
}
