package dev.ascertain.cli.view;

import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.plan.PlanResult;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results for people on standard output; diagnostics and progress on standard error. */
public final class TextView implements View {
    private final Outlet out;
    private final Progress progress;
    private final Clock clock;
    private final TextStyle style;

    public TextView(Outlet out, Progress progress, Clock clock, TextStyle style) {
        this.out = out;
        this.progress = progress;
        this.clock = clock;
        this.style = style;
    }

    @Override
    public void diagnostics(List<Diagnostic> diagnostics) {
        progress.clear();
        diagnostics.stream()
                .filter(diagnostic -> diagnostic.isError() || !style.quiet())
                .forEach(this::say);
    }

    @Override
    public void undone(Diagnostic diagnostic) {
        progress.clear();
        say(diagnostic);
    }

    @Override
    public void ended(Diagnostic diagnostic, ExitCode code) {
        diagnostics(List.of(diagnostic));
    }

    private void say(Diagnostic diagnostic) {
        progress.say(painted(diagnostic) + "\n");
    }

    private String painted(Diagnostic diagnostic) {
        String text = DiagnosticText.of(diagnostic);
        int end = text.indexOf(':') + 1;
        Screen.Ink ink = diagnostic.isError() ? Screen.Ink.RED : Screen.Ink.YELLOW;
        return style.messages().paint(ink, text.substring(0, end)) + text.substring(end);
    }

    @Override
    public void observing(ObserveEvent event) {
        progress.observing(event);
    }

    @Override
    public void gathering(EvidenceEvent event) {
        progress.gathering(event);
    }

    @Override
    public void planned(GatedPlan gated, @Nullable Exit exit) {
        PlanResult result = gated.result();
        progress.clear();
        diagnostics(result.diagnostics());
        if (style.quiet()) {
            out.print("Plan: " + PlanText.sentence(result.plan().summary()) + "\n");
            return;
        }
        new PlanText(style.results(), style.titleOfType(), style.verbose())
                .write(result.plan(), gated.comparison(), clock.instant(), out::print);
    }

    @Override
    public void applying(ApplyEvent event) {
        progress.applying(event);
    }

    @Override
    public void applied(ApplyResult result, Exit exit) {
        progress.clear();
        // Its diagnostics were told as they came.
        if (style.quiet()) {
            out.print("Apply: " + ApplyText.sentence(result) + "\n");
            return;
        }
        new ApplyText(style.results(), style.titleOfType(), style.verbose()).write(result, clock.instant(), out::print);
    }

    @Override
    public void remark(String sentence) {
        if (!style.quiet()) {
            var page = new Page(style.results());
            page.paragraph(sentence);
            out.print(page.toString());
        }
    }

    @Override
    public void exited(Exit exit) {
        if (exit.code() != ExitCode.OK) {
            out.print(exit.sentence() + "\n");
        }
    }
}
