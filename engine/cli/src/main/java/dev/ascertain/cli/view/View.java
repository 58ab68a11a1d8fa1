package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.observe.ObserveEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run is shown. Called from many threads at once while something is under way. */
public interface View {
    /** What people should know about their input or the run. */
    void diagnostics(List<Diagnostic> diagnostics);

    /** What was wanted of the run and is not done, though that fails nothing: told also where other warnings are not. */
    void undone(Diagnostic diagnostic);

    /** A step of reading. */
    void observing(ObserveEvent event);

    /** A step of looking at the world. */
    void gathering(EvidenceEvent event);

    /**
     * The plan, with its diagnostics.
     *
     * @param exit what the run ends with; null if the plan is not its end
     */
    void planned(GatedPlan plan, @Nullable Exit exit);

    /** What ends the run early, and with which code. */
    void ended(Diagnostic diagnostic, ExitCode code);

    /** A step of applying. */
    void applying(ApplyEvent event);

    /** The outcomes, with their diagnostics. */
    void applied(ApplyResult result, Exit exit);

    /** A sentence for people only, such as what to do next. */
    void remark(String sentence);

    /** What a run that came to a result ends with, and why; always told last. */
    void exited(Exit exit);

    /** Tells two views the same. */
    record Both(View first, View second) implements View {
        @Override
        public void diagnostics(List<Diagnostic> diagnostics) {
            first.diagnostics(diagnostics);
            second.diagnostics(diagnostics);
        }

        @Override
        public void undone(Diagnostic diagnostic) {
            first.undone(diagnostic);
            second.undone(diagnostic);
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
        public void planned(GatedPlan plan, @Nullable Exit exit) {
            first.planned(plan, exit);
            second.planned(plan, exit);
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
        public void applied(ApplyResult result, Exit exit) {
            first.applied(result, exit);
            second.applied(result, exit);
        }

        @Override
        public void remark(String sentence) {
            first.remark(sentence);
            second.remark(sentence);
        }

        @Override
        public void exited(Exit exit) {
            first.exited(exit);
            second.exited(exit);
        }
    }
}
