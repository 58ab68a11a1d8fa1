package dev.ascertain.core.diagnostic;

import java.util.regex.Pattern;

/**
 * Text from outside, made harmless for a terminal, a log or a report. What a reader could not see, or what a terminal
 * or a CI runner would obey, is written out.
 */
public final class Visible {
    /** Characters that one line may have; what is longer is cut, and ends with an ellipsis. */
    public static final int LONGEST = 2_000;

    /** Commands to Azure Pipelines, TeamCity and older GitHub runners, which look for them anywhere in a line. */
    private static final Pattern MARKED_COMMAND = Pattern.compile("##(?=[a-z]*\\[)");
    /** Commands to GitHub's runner, which looks for them at the beginning of a line. */
    private static final Pattern LEADING_COMMAND = Pattern.compile("^(\\s*)::(?=[\\w-]+[^:]*::)");

    private Visible() {}

    /**
     * The text as one line. Control characters, escape sequences, line and paragraph separators, bidirectional controls,
     * characters of no width and lone surrogates become {@code \n}, {@code \e}, {@code \}{@code u202e}; everything else
     * stays. At most {@link #LONGEST} characters.
     */
    public static String line(String text) {
        return line(text, LONGEST);
    }

    /**
     * As {@link #line(String)}, with another bound.
     *
     * @param longest how many characters the result may have, at least 1
     */
    public static String line(String text, int longest) {
        String disarmed = text.length() <= longest && isHarmless(text) ? text : written(text, longest);
        return disarmed.indexOf("##") < 0 && disarmed.indexOf("::") < 0 ? disarmed : withoutCommands(disarmed, longest);
    }

    /** One character as it is to be shown: itself, or written out. */
    static String character(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0x1b -> "\\e";
            default -> isPlain(codePoint) ? Character.toString(codePoint) : escaped(codePoint);
        };
    }

    private static String escaped(int codePoint) {
        return codePoint > 0xffff ? "\\u{%x}".formatted(codePoint) : "\\u%04x".formatted(codePoint);
    }

    private static boolean isHarmless(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean pair = Character.isHighSurrogate(unit);
            if (!isPlain(pair ? text.codePointAt(at++) : unit)) {
                return false;
            }
        }
        return true;
    }

    private static String written(String text, int longest) {
        var line = new StringBuilder(Math.min(text.length() + 16, longest));
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String shown = character(codePoint);
            at += Character.charCount(codePoint);
            int room = at < text.length() ? longest - 1 : longest;
            if (line.length() + shown.length() > room) {
                return line.append('…').toString();
            }
            line.append(shown);
        }
        return line.toString();
    }

    private static String withoutCommands(String line, int longest) {
        String unmarked = MARKED_COMMAND.matcher(line).replaceAll("#\\\\u0023");
        String disarmed = LEADING_COMMAND.matcher(unmarked).replaceFirst("$1:\\\\u003a");
        return disarmed.length() <= longest ? disarmed : written(disarmed, longest);
    }

    /** Whether a character shows itself and does nothing else. */
    private static boolean isPlain(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7f) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> !hasNoWidth(codePoint);
        };
    }

    /** Letters and marks that show nothing: fillers, joiners, variation selectors. */
    private static boolean hasNoWidth(int codePoint) {
        return codePoint == 0x034f
                || codePoint == 0x115f
                || codePoint == 0x1160
                || codePoint == 0x17b4
                || codePoint == 0x17b5
                || (codePoint >= 0x180b && codePoint <= 0x180f)
                || codePoint == 0x3164
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || codePoint == 0xffa0
                || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
    }
}
