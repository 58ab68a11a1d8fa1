package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.PlanText;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.spi.RunContext;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain plan}. */
final class PlanCommand implements Command {
    List<Path> paths = new ArrayList<>();

    @Nullable Path out;

    GateOptions gate = new GateOptions();
    ScopeOptions scope = new ScopeOptions();
    EvidenceOptions evidence = new EvidenceOptions(EvidenceOptions.Extent.unmet);
    ForceOptions force = new ForceOptions();
    OutputOptions output = new OutputOptions();
    ReportOptions reports = new ReportOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "plan",
                        "Reads the live state, compares it with the manifests, and shows what apply would do."
                                + " Never asks a provider for a check.")
                .paths("FILE|FOLDER", "Manifests; the current folder if left out.", given -> paths = given)
                .value("--out FILE", Path.class, "Save the plan, for ascertain apply FILE.", given -> out = given)
                .with(gate::tell)
                .with(scope::tell)
                .with(evidence::tell)
                .with(force::tell)
                .with(output::tell)
                .with(reports::tell)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        var spared = new Spared(surroundings.folder(), paths).and(evidence.source());
        spared.require("--out", out, "a plan is saved beside it, such as plan.json");
        evidence.spare(spared);
        reports.spare(spared, surroundings);
        output.spare(spared);
        return Session.run(
                surroundings, output, session -> session.exited(reports.telling("plan", session, () -> plan(session))));
    }

    private Exit plan(Session session) {
        gate.check(session);
        RunContext context = session.context(scope.parallelism());
        reports.check(session);
        Path file = out == null ? null : session.resolved(out);
        if (file != null) {
            ReportOptions.requireWritable(file, "Plan");
        }
        evidence.check(session);
        Configuration configuration = session.configuration(paths, scope.recursive);
        Selection selection = scope.selection(configuration);
        Forcing forcing = force.forcing(configuration, selection);
        Onlooker onlooker = evidence.onlooker(session, configuration, context);
        PlanResult result;
        try (Accounts accounts = Accounts.open(configuration, context)) {
            result = new Planner(context, Version.text(), evidence.lookout(onlooker), session.view()::observing)
                    .minding(gate.mindsExpiry())
                    .plan(configuration, accounts, selection, forcing);
        }
        GatedPlan gated = gate.gated(result);
        Exit exit = gate.exit(gated);
        session.view().planned(gated, exit);
        reports.write(gated, exit, session);
        if (file != null) {
            ReportOptions.save(result.plan(), file);
        }
        evidence.save(onlooker, session);
        next(result, session.surroundings().zone()).forEach(session.view()::remark);
        return exit;
    }

    private List<String> next(PlanResult result, ZoneId zone) {
        return PlanText.hole(result)
                .map(List::of)
                .orElseGet(() -> PlanText.next(
                        result.plan(), applyLine(), out == null ? "" : PlanText.until(result.plan(), zone)));
    }

    /** What to type, with the same manifests or the saved plan. */
    private String applyLine() {
        var words = new ArrayList<>(List.of("ascertain", "apply"));
        if (out != null) {
            words.add(out.toString());
        } else {
            for (var target : scope.targets) {
                words.add("--target '" + target + "'");
            }
            for (var exclude : scope.excludes) {
                words.add("--exclude '" + exclude + "'");
            }
            for (var forced : force.forced) {
                words.add("--force-retry '" + forced + "'");
            }
            for (Path path : paths) {
                words.add(path.toString());
            }
        }
        return String.join(" ", words);
    }
}
