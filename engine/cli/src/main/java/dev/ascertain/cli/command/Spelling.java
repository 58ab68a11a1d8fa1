package dev.ascertain.cli.command;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Options as Terraform spells them, with one dash, are understood as if they had two. */
final class Spelling {
    private static final Pattern ONE_DASH = Pattern.compile(
            "-(?:out|json|target|exclude|detailed-exitcode|auto-approve|parallelism|no-color|input|help|version)(?:=.*)?",
            Pattern.DOTALL);

    private Spelling() {}

    /** The words with two dashes where one stands for two; behind {@code --} nothing is an option. */
    static String[] gnu(String... words) {
        var spelt = new ArrayList<String>();
        boolean options = true;
        for (String word : words) {
            options &= !word.equals("--");
            spelt.add(options && ONE_DASH.matcher(word).matches() ? "-" + word : word);
        }
        return spelt.toArray(String[]::new);
    }
}
