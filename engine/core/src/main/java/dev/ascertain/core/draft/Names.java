package dev.ascertain.core.draft;

import dev.ascertain.core.manifest.Fit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives declarations names: valid, told apart, and the same for the same drafts. */
final class Names {
    private static final int LONGEST = 100;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9_-]+");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    String next(Draft draft) {
        String wished = name(draft);
        String name = wished;
        while (!taken.add(name)) {
            name = wished + "-" + last.merge(wished, 2, (before, _) -> before + 1);
        }
        return name;
    }

    /** What tells it apart, if that is a name by itself; else with what it is about. */
    private static String name(Draft draft) {
        String label = draft.label();
        String words = label.contains(".") ? label : draft.found().name() + (label.isEmpty() ? "" : " " + label);
        String bounded = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String lower = bounded.toLowerCase(Locale.ROOT).replace("*", "wildcard");
        String name = OTHER.matcher(lower).replaceAll("-").replaceAll("^-+|-+$", "");
        return Fit.name(name) ? name : "_" + name;
    }
}
