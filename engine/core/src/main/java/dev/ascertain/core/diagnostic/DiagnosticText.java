package dev.ascertain.core.diagnostic;

import org.jspecify.annotations.Nullable;

/** A diagnostic as plain text: summary, place, the source line with a caret, and the sentences. */
public final class DiagnosticText {
    private static final String TAB = "    ";

    private DiagnosticText() {}

    /** The text, harmless to print, without colour; every line ends with {@code \n}. */
    public static String of(Diagnostic diagnostic) {
        var text = new StringBuilder(diagnostic.isError() ? "Error: " : "Warning: ");
        text.append(Visible.line(diagnostic.summary())).append("\n\n");
        Place place = diagnostic.place();
        if (place != null) {
            text.append("  on ").append(where(place));
            text.append(subject(diagnostic, ", in ")).append("\n\n").append(source(place));
        } else if (diagnostic.subject() != null) {
            text.append(subject(diagnostic, "  in ")).append("\n\n");
        }
        diagnostic
                .detail()
                .lines()
                .forEach(line -> text.append("  ").append(Visible.line(line)).append('\n'));
        return text.toString();
    }

    private static String where(Place place) {
        return Visible.line(place.file()) + " line " + place.line() + ", column " + place.column();
    }

    private static String subject(Diagnostic diagnostic, String before) {
        @Nullable String subject = diagnostic.subject();
        return subject == null ? "" : before + Visible.line(subject);
    }

    /** The line with its number, and below it the carets, both as wide as a terminal shows them. */
    private static String source(Place place) {
        String number = Integer.toString(place.line());
        int[] characters = place.sourceLine().codePoints().toArray();
        var line = new StringBuilder();
        int before = 0;
        int marked = 0;
        for (int i = 0; i < characters.length; i++) {
            String shown = characters[i] == '\t' ? TAB : Visible.character(characters[i]);
            line.append(shown);
            if (i < place.mark()) {
                before += width(shown);
            } else if (i < place.mark() + place.length()) {
                marked += width(shown);
            }
        }
        return "  " + number + " | " + line + "\n"
                + "  " + " ".repeat(number.length()) + " | " + " ".repeat(before) + "^".repeat(Math.max(1, marked))
                + "\n";
    }

    private static int width(String shown) {
        return shown.codePoints().map(DiagnosticText::columns).sum();
    }

    /** Columns of a terminal: none for a combining mark, two for what East Asia writes wide and for pictures. */
    private static int columns(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The wide ranges of Unicode's EastAsianWidth.txt, in broad strokes. */
    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115f)
                || (codePoint >= 0x2e80 && codePoint <= 0x303e)
                || (codePoint >= 0x3041 && codePoint <= 0xa4cf)
                || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
                || (codePoint >= 0xf900 && codePoint <= 0xfaff)
                || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
                || (codePoint >= 0xff00 && codePoint <= 0xff60)
                || (codePoint >= 0xffe0 && codePoint <= 0xffe6)
                || (codePoint >= 0x1f300 && codePoint <= 0x1f64f)
                || (codePoint >= 0x1f680 && codePoint <= 0x1f6ff)
                || (codePoint >= 0x1f900 && codePoint <= 0x1faff)
                || (codePoint >= 0x20000 && codePoint <= 0x3fffd);
    }
}
