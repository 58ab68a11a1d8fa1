package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.PlanText;
import dev.ascertain.core.apply.Applier;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.gate.Gate;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanFault;
import dev.ascertain.core.plan.PlanFile;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.spi.RunContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain apply}. */
final class ApplyCommand implements Command {
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(10);

    List<Path> paths = new ArrayList<>();
    boolean autoApprove;

    @Nullable Duration patience;

    boolean noWait;
    boolean input = true;
    ScopeOptions scope = new ScopeOptions();
    EvidenceOptions evidence = new EvidenceOptions(EvidenceOptions.Extent.unmet);
    ForceOptions force = new ForceOptions();
    OutputOptions output = new OutputOptions();
    ReportOptions reports = new ReportOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "apply",
                        "Asks for the checks that a plan lists, waits, and reports."
                                + " A saved plan is applied as it is; manifests are planned first, and the plan is to be approved.")
                .paths(
                        "PLANFILE|FILE|FOLDER",
                        "A saved plan, or manifests; the current folder if left out. Manifests behind a plan are read"
                                + " instead of those that it names.",
                        given -> paths = given)
                .flag("--auto-approve", "Apply without asking.", given -> autoApprove = given)
                .option(
                        Syntax.valued("--wait DURATION")
                                .type(Duration.class)
                                .converters(new DurationConverter())
                                .description("One deadline for the whole run, such as 90s, 10m (default) or 1h30m."),
                        (Duration given) -> patience = given)
                .flag(
                        "--no-wait",
                        "Ask for the checks, and do not wait for what comes of them.",
                        given -> noWait = given)
                .option(
                        Syntax.valued("--input true|false")
                                .type(boolean.class)
                                .fallbackValue("true")
                                .arity("0..1")
                                .completionCandidates(List.of("true", "false"))
                                .description("Whether an approval may be asked for (default: true)."),
                        (Boolean given) -> input = given)
                .with(scope::tell)
                .with(evidence::tell)
                .with(force::tell)
                .with(output::tell)
                .with(reports::tell)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        var spared = new Spared(surroundings.folder(), paths);
        evidence.spare(spared);
        reports.spare(spared, surroundings);
        output.spare(spared);
        return Session.run(
                surroundings,
                output,
                session -> session.exited(reports.telling("apply", session, () -> apply(session))));
    }

    private Exit apply(Session session) {
        if (noWait && patience != null) {
            throw Ending.of(ExitCode.USAGE, "Invalid options", "--wait and --no-wait exclude each other.");
        }
        evidence.requireFresh();
        RunContext context = session.context(scope.parallelism());
        reports.check(session);
        evidence.check(session);
        boolean saved = !paths.isEmpty() && SavedPlan.isMeant(session.resolved(paths.getFirst()));
        return saved ? applySaved(session, context) : applyManifests(session, context);
    }

    private Exit applySaved(Session session, RunContext context) {
        if (scope.isNarrowed() || !force.forced.isEmpty()) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Invalid options",
                    "A saved plan is applied as a whole; --target, --exclude and --force-retry belong to ascertain plan.");
        }
        Path file = session.resolved(paths.getFirst());
        Plan plan = SavedPlan.read(file, session.surroundings().clock().instant());
        List<Path> manifests = paths.size() > 1
                ? paths.subList(1, paths.size())
                : plan.files().stream().map(Path::of).toList();
        Configuration configuration = session.configuration(manifests, scope.recursive);
        SavedPlan.requireSameManifests(plan, configuration);
        Onlooker onlooker = evidence.onlooker(session, configuration, context);
        try (Accounts accounts = Accounts.open(configuration, context)) {
            Plan marked = PlanFile.markApplied(
                    plan, file, session.surroundings().clock().instant());
            return report(
                    session,
                    onlooker,
                    new Applier(context, evidence.lookout(onlooker), session.view()::applying)
                            .apply(marked, configuration, accounts, patience()));
        } catch (PlanFault fault) {
            throw new Ending(fault.refused() ? ExitCode.REFUSED : ExitCode.ERROR, fault.diagnostic());
        } finally {
            evidence.save(onlooker, session);
        }
    }

    private Exit applyManifests(Session session, RunContext context) {
        Configuration configuration = session.configuration(paths, scope.recursive);
        Selection selection = scope.selection(configuration);
        Forcing forcing = force.forcing(configuration, selection);
        Onlooker onlooker = evidence.onlooker(session, configuration, context);
        Lookout lookout = evidence.lookout(onlooker);
        try (Accounts accounts = Accounts.open(configuration, context)) {
            PlanResult result = new Planner(context, Version.text(), lookout, session.view()::observing)
                    .plan(configuration, accounts, selection, forcing);
            GatedPlan ungated = GatedPlan.of(result, Gate.OPEN);
            Exit planned = Exit.of(ungated, false);
            session.view().planned(ungated, result.interrupted() ? planned : null);
            if (result.interrupted()) {
                reports.write(ungated, planned, session);
                PlanText.hole(result).ifPresent(session.view()::remark);
                return planned;
            }
            requireApproved(session, ungated, planned);
            return report(
                    session,
                    onlooker,
                    new Applier(context, lookout, session.view()::applying)
                            .apply(result.plan(), configuration, accounts, patience()));
        } finally {
            evidence.save(onlooker, session);
        }
    }

    /**
     * A plan that is not applied is what the run came to: the reports tell it.
     *
     * @throws Ending if the plan is not complete, or nobody approves it
     */
    private void requireApproved(Session session, GatedPlan ungated, Exit planned) {
        Plan plan = ungated.result().plan();
        try {
            if (!plan.complete()) {
                throw Ending.of(
                        planned.code() == ExitCode.OK ? ExitCode.REFUSED : planned.code(),
                        "Not applied",
                        "Not all could be asked, so this plan is not complete. Nothing was triggered.");
            }
            new Approval(session.surroundings()).require(plan, autoApprove, input && !output.json);
        } catch (Ending refused) {
            reports.write(ungated, Exit.of(refused.diagnostic(), refused.code()), session);
            throw refused;
        }
    }

    private Exit report(Session session, Onlooker onlooker, ApplyResult result) {
        Exit exit = Exit.of(result);
        session.view().applied(result, exit);
        reports.write(result, exit, onlooker.seen(), session);
        return exit;
    }

    private Duration patience() {
        if (noWait) {
            return Duration.ZERO;
        }
        return patience == null ? USUAL_PATIENCE : patience;
    }
}
