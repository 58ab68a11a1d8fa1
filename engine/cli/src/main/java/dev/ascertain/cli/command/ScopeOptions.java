package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import java.util.ArrayList;
import java.util.List;

/** Which verifications a run is about, and how many calls it makes at once. */
final class ScopeOptions {
    private static final int MOST = 1024;

    List<String> targets = new ArrayList<>();
    List<String> excludes = new ArrayList<>();
    int parallelism = 64;
    boolean recursive;

    void tell(Syntax syntax) {
        syntax.values(
                        "--target ADDRESS",
                        "Only this verification, such as cloudflare_ssl_verification.shop; * stands for anything."
                                + " Repeatable.",
                        given -> targets = given)
                .values("--exclude ADDRESS", "All but this verification. Repeatable.", given -> excludes = given)
                .with(this::tellHow);
    }

    /** How much is read at once, and from where; not what. */
    void tellHow(Syntax syntax) {
        syntax.with(this::tellPace).flag("--recursive", "Read folders within folders too.", given -> recursive = given);
    }

    /** How much is read at once. */
    void tellPace(Syntax syntax) {
        syntax.value(
                "--parallelism N",
                int.class,
                "Calls under way at once, 1 to 1024 (default: 64).",
                given -> parallelism = given);
    }

    /**
     * @throws Ending if a pattern matches nothing: it is most likely misspelt
     */
    Selection selection(Configuration configuration) {
        var selection = new Selection(targets, excludes);
        List<String> addresses = configuration.declarations().stream()
                .map(declaration -> declaration.address().toString())
                .toList();
        requireNone(selection.unmatched(addresses), addresses);
        if (isNarrowed() && addresses.stream().noneMatch(selection::holds)) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "No verification left",
                    "--target and --exclude together leave none of the %d there are.".formatted(addresses.size()));
        }
        return selection;
    }

    /**
     * @throws Ending if there is a pattern that matches nothing
     */
    static void requireNone(List<String> unmatched, List<String> addresses) {
        for (String pattern : unmatched) {
            String guess = DidYouMean.sentence(pattern, addresses)
                    .orElse("There are: " + String.join(", ", addresses.subList(0, Math.min(5, addresses.size())))
                            + (addresses.size() > 5 ? ", and " + (addresses.size() - 5) + " more." : "."));
            throw Ending.of(
                    ExitCode.USAGE, "No such verification", "\"%s\" matches no address.\n%s".formatted(pattern, guess));
        }
    }

    int parallelism() {
        if (parallelism < 1 || parallelism > MOST) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Invalid option",
                    "--parallelism is %d; it must be from 1 to %d.".formatted(parallelism, MOST));
        }
        return parallelism;
    }

    boolean isNarrowed() {
        return !targets.isEmpty() || !excludes.isEmpty();
    }
}
