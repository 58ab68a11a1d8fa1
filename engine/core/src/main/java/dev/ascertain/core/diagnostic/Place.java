package dev.ascertain.core.diagnostic;

/**
 * Where in a file something stands.
 *
 * @param file the path as the user gave it
 * @param line from 1
 * @param column from 1, in characters
 * @param length how many characters to mark, at least 1
 * @param sourceLine the line's text, without its end; of a very long line the part around the column, which begins with
 *     an ellipsis if the line's beginning was cut off
 */
public record Place(String file, int line, int column, int length, String sourceLine) {
    /** Characters that a source line may have before it is cut. */
    private static final int LONGEST = 240;
    /** Characters before the mark where the beginning of the line was cut off, the ellipsis among them. */
    private static final int LEAD = 80;

    /** A place in a line of any length, which is cut around the column if it is very long. */
    public static Place in(String file, int line, int column, int length, String wholeLine) {
        return new Place(file, line, column, length, cut(wholeLine, column));
    }

    /** Where in {@link #sourceLine} the mark begins, from 0, in characters. */
    public int mark() {
        return sourceLine.startsWith("…") && column > LEAD ? LEAD : column - 1;
    }

    private static String cut(String line, int column) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int length = line.codePointCount(0, line.length());
        int from = column - 1 > LONGEST - LEAD ? Math.min(column - LEAD, length) : 0;
        int to = Math.min(length, from + LONGEST);
        String part = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        return (from > 0 ? "…" : "") + part + (to < length ? "…" : "");
    }
}
