package dev.ascertain.cli.view;

import java.util.ArrayList;
import java.util.List;

/** Counts in one sentence; what occurs not at all is left out. */
final class Parts {
    private final List<String> parts = new ArrayList<>();

    void add(long count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    String sentence(String nothing) {
        return (parts.isEmpty() ? nothing : String.join(", ", parts)) + ".";
    }
}
