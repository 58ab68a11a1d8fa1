package dev.ascertain.cli.command;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.draft.Imported;
import dev.ascertain.core.draft.Omission;
import dev.ascertain.spi.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What an import could not read, each cause once. */
final class Missing {
    private static final int MOST_NAMES = 10;

    private Missing() {}

    static List<Diagnostic> told(Imported imported) {
        var names = new LinkedHashMap<String, List<String>>();
        for (Omission.Unread one : imported.unread()) {
            names.computeIfAbsent(why(one.failure()), _ -> new ArrayList<>()).add(one.name());
        }
        var told = new ArrayList<Diagnostic>();
        imported.notices().stream()
                .distinct()
                .map(notice -> Diagnostic.warning("Not all could be read", notice))
                .forEach(told::add);
        names.forEach((why, those) ->
                told.add(Diagnostic.error("Could not be read", listed(those) + ": not in the manifest.\n" + why)));
        return told;
    }

    private static String listed(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and %,d more".formatted(more);
    }

    /** What happened, and what to do. */
    static String why(ProviderException failure) {
        return failure.what() + failure.hint().map(hint -> " " + hint).orElse("");
    }
}
