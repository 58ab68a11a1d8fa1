package dev.ascertain.cli.command;

import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.manifest.Selection;
import java.util.ArrayList;
import java.util.List;

/** What is asked for although something stands in the way. */
final class ForceOptions {
    List<String> forced = new ArrayList<>();

    void tell(Syntax syntax) {
        syntax.values(
                "--force-retry ADDRESS",
                "Ask for a check of this verification although something stands in the way; * stands for anything."
                        + " One of several that a declaration means is named behind a space, as the plan shows it."
                        + " Repeatable.",
                given -> forced = given);
    }

    /**
     * @throws Ending if a pattern can mean nothing of the run: it is most likely misspelt
     */
    Forcing forcing(Configuration configuration, Selection selection) {
        var forcing = new Forcing(forced);
        List<String> addresses = configuration.declarations().stream()
                .map(declaration -> declaration.address().toString())
                .filter(selection::holds)
                .toList();
        ScopeOptions.requireNone(forcing.unmatched(addresses), addresses);
        return forcing;
    }
}
