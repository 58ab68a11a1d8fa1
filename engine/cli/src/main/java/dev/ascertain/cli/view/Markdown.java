package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import java.util.regex.Pattern;

/** Text from outside as Markdown that shows it and does nothing else (CommonMark and GitHub's tables). */
public final class Markdown {
    /** An underscore only where it could end an emphasis: then none begins. So the names of records stay legible. */
    private static final Pattern SIGN = Pattern.compile("[\\\\`*\\[\\]<>|#~&]|(?<=\\S)_(?![\\p{L}\\p{N}])");

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<=\\bhttps?|\\bftp|\\bmailto):|(?<=\\bwww)\\.|@");
    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Running text: no markup, no HTML, no link. */
    public static String text(String text) {
        String plain = SIGN.matcher(Visible.line(text)).replaceAll("\\\\$0");
        return ADDRESS.matcher(plain).replaceAll("\\\\$0");
    }

    /** A code span. */
    public static String code(String text) {
        String line = Visible.line(text, Integer.MAX_VALUE);
        String fence = "`".repeat(longestRun(line) + 1);
        boolean padded = line.isBlank() || line.startsWith("`") || line.endsWith("`") || line.startsWith(" ");
        String pad = padded ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** A code span in a table's cell, where a bar would begin the next one even within code. */
    public static String cell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** A block of code of one line. */
    static String block(String line) {
        String fence = "`".repeat(Math.max(3, longestRun(line) + 1));
        return fence + "\n" + line + "\n" + fence + "\n";
    }

    private static int longestRun(String line) {
        return TICKS.matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }
}
