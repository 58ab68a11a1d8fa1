package dev.ascertain.cli.completion;

import java.util.List;

/**
 * A command line behind the name of the program, without the shell's quotes.
 *
 * @param before the words before the one that is completed
 * @param current that word, up to the cursor
 * @param after the words behind it
 */
public record Typed(List<String> before, String current, List<String> after) {
    public Typed {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
