package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.ExplanationJson;
import dev.ascertain.cli.view.ExplanationText;
import dev.ascertain.cli.view.LetterText;
import dev.ascertain.core.explain.Explainer;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain explain}. */
final class ExplainCommand implements Command {
    /** To whom the explanation is written. */
    enum Reader {
        customer,
        provider,
        operator
    }

    List<String> words = new ArrayList<>();

    @Nullable Path plan;

    @Nullable Reader reader;

    boolean json;
    ScopeOptions scope = new ScopeOptions();
    EvidenceOptions evidence = new EvidenceOptions(EvidenceOptions.Extent.all);
    OutputOptions output = new OutputOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "explain",
                        "Explains where a verification stands, link by link, from the registry to the served"
                                + " certificate: what is broken, who must act, what to publish, what happens by itself.")
                .words(
                        "ADDRESS|FILE|FOLDER",
                        "What to explain, such as cloudflare_ssl_verification.shop, * for anything; with \"ADDRESS"
                                + " INSTANCE\" only one of several, such as a hostname. Then manifests; the current"
                                + " folder if left out. What begins with a type and a dot is an address; write a path"
                                + " of such a name with ./ in front.",
                        given -> words = given)
                .value(
                        "--for READER",
                        Reader.class,
                        "Say only what one party must do, as Markdown to be mailed: customer, provider or operator.",
                        given -> reader = given)
                .value(
                        "--plan PLANFILE",
                        Path.class,
                        "Explain what a saved plan says, and ask no provider; with --evidence-in, nobody at all.",
                        given -> plan = given)
                .flag("--json", "Write one JSON object, and nothing else.", given -> json = given)
                .with(scope::tellHow)
                .with(evidence::tell)
                .with(output::tellText)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        evidence.spare(new Spared(surroundings.folder(), List.of()));
        return Session.run(surroundings, output, this::explain);
    }

    private ExitCode explain(Session session) {
        if (json && reader != null) {
            throw Ending.of(ExitCode.USAGE, "Invalid options", "--json and --for exclude each other.");
        }
        evidence.check(session);
        Given given = Given.of(words, session.catalog(), session::resolved);
        PlanResult seen = plan == null ? live(session, given) : saved(session, given, plan);
        List<Change> meant = meant(given, seen.plan().changes());
        Instant now = session.surroundings().clock().instant();
        List<Explanation> explanations = shown(meant).stream()
                .map(change -> Explainer.explain(
                        change, session.vendor(change.subject().type()), seen.evidence(), now))
                .toList();
        session.surroundings().out().print(text(session, explanations, now, meant.size() - explanations.size()));
        if (seen.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return meant.stream().anyMatch(change -> change.action() == Action.ERROR) ? ExitCode.ERROR : ExitCode.OK;
    }

    private PlanResult live(Session session, Given given) {
        int parallelism = scope.parallelism();
        Configuration configuration = session.configuration(given.manifests(), scope.recursive);
        List<String> addresses = configuration.declarations().stream()
                .map(declaration -> declaration.address().toString())
                .toList();
        Selection selection = selection(given, addresses);
        return Survey.of(session, configuration, selection, parallelism, evidence);
    }

    private PlanResult saved(Session session, Given given, Path file) {
        if (!given.manifests().isEmpty()) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Invalid arguments",
                    "%s: with --plan no manifest is read; leave it out."
                            .formatted(given.manifests().getFirst()));
        }
        var saved = SavedPlan.readAny(session.resolved(file), ExitCode.ERROR);
        selection(
                given,
                saved.changes().stream()
                        .map(change -> change.subject().address())
                        .distinct()
                        .toList());
        return new PlanResult(saved, List.of(), false, evidence.replayed());
    }

    /** @throws Ending if nothing is named, or something that is not there */
    private static Selection selection(Given given, List<String> addresses) {
        if (given.wishes().isEmpty()) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Nothing to explain",
                    "Name what to explain, as in: ascertain explain %s"
                            .formatted(addresses.isEmpty() ? "ADDRESS" : addresses.getFirst()));
        }
        List<String> patterns = given.wishes().stream().map(Wish::address).toList();
        var selection = new Selection(patterns, List.of());
        ScopeOptions.requireNone(selection.unmatched(addresses), addresses);
        return selection;
    }

    private static List<Change> meant(Given given, List<Change> changes) {
        for (Wish wish : given.wishes()) {
            if (changes.stream().noneMatch(wish::means)) {
                throw Ending.of(
                        ExitCode.USAGE,
                        "No such verification",
                        "%s has no \"%s\".\nThere are: %s."
                                .formatted(wish.address(), wish.instance(), instances(wish, changes)));
            }
        }
        return changes.stream()
                .filter(change -> given.wishes().stream().anyMatch(wish -> wish.means(change)))
                .toList();
    }

    private static String instances(Wish wish, List<Change> changes) {
        return changes.stream()
                .filter(new Wish(wish.address(), "")::means)
                .map(change -> change.subject().instance())
                .limit(10)
                .collect(Collectors.joining(", "));
    }

    /** What is as expected is explained only where nothing else is, or where all is wanted. */
    private List<Change> shown(List<Change> meant) {
        List<Change> open =
                meant.stream().filter(change -> change.action() != Action.NONE).toList();
        return open.isEmpty() || output.verbose || json ? meant : open;
    }

    private String text(Session session, List<Explanation> explanations, Instant now, int left) {
        if (json) {
            return ExplanationJson.of(explanations);
        }
        Surroundings surroundings = session.surroundings();
        if (reader != null) {
            var to = LetterText.Reader.valueOf(reader.name().toUpperCase(Locale.ROOT));
            return joined(explanations, "\n---\n\n", new LetterText(to, surroundings.zone())::of);
        }
        var said = new ExplanationText(output.results(surroundings), now, output.quiet);
        String more = left == 0 || output.quiet
                ? ""
                : "\n%d more as expected; --verbose explains them too.\n".formatted(left);
        return joined(explanations, output.quiet ? "" : "\n", said::of) + more;
    }

    private static String joined(List<Explanation> explanations, String between, Function<Explanation, String> text) {
        return explanations.stream().map(text).collect(Collectors.joining(between));
    }
}
