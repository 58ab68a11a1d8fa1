package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The text of one file, and where in it things stand. */
public final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final UnaryOperator<String> veil;
    private final List<Range> hidden = new ArrayList<>();

    /**
     * @param file the path as the user gave it
     * @param veil hides in a line what must not be shown, and keeps the line's length
     */
    public SourceText(String file, String text, UnaryOperator<String> veil) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.veil = veil;
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** How many lines there are, at least 1. */
    public int lines() {
        return lineStarts.length;
    }

    /** The place of a span; its length ends with the line. */
    public Place place(long span) {
        return place(Span.line(span), Span.column(span), Span.length(span));
    }

    /** A line as a whole, counted from 1. */
    public Place line(int number) {
        return place(number - 1, 0, Integer.MAX_VALUE);
    }

    /**
     * The place of a {@code $} in the text that begins at the span. Dollar signs are counted rather than characters,
     * since quotes, escapes and folded lines make text and file differ in length.
     *
     * @param nth which one, from 0
     * @param length how many characters to mark
     */
    public Place dollar(long span, int nth, int length) {
        int at = offset(span) - 1;
        for (int i = 0; i <= nth; i++) {
            at = text.indexOf('$', at + 1);
            if (at < 0) {
                return place(span);
            }
        }
        return at(at, length);
    }

    /**
     * The place of one character of a scalar's text, if file and text are alike there; else the scalar's.
     *
     * @param index from 0, in the text
     */
    public Place inside(Node.Scalar scalar, int index) {
        int start = offset(scalar.span()) + (scalar.plain() ? 0 : 1);
        boolean isAlike = index <= scalar.text().length() && text.startsWith(scalar.text(), start);
        return isAlike ? at(Math.min(start + index, text.length() - 1)) : place(scalar.span());
    }

    /** The place of one character, counted from the beginning of the text. */
    Place at(int offset) {
        return at(offset, 1);
    }

    private Place at(int offset, int length) {
        int line = lineOf(offset);
        return place(line, text.codePointCount(lineStarts[line], offset), length);
    }

    /** Never shows this part of the text again: each of its characters becomes a dot in every later place. */
    public void hide(int from, int to) {
        hidden.add(new Range(from, to));
    }

    /** Where a span begins, counted from the beginning of the text. */
    public int offset(long span) {
        int line = Math.min(Span.line(span), lineStarts.length - 1);
        int start = lineStarts[line];
        int end = lineEnd(line);
        int column = Math.min(Span.column(span), text.codePointCount(start, end));
        return text.offsetByCodePoints(start, column);
    }

    private Place place(int wantedLine, int column, int length) {
        int line = Math.min(wantedLine, lineStarts.length - 1);
        int end = lineEnd(line);
        int rest = text.codePointCount(lineStarts[line], end) - column;
        return Place.in(file, line + 1, column + 1, Math.max(1, Math.min(length, rest)), shown(lineStarts[line], end));
    }

    private String shown(int start, int end) {
        var line = new StringBuilder(text.substring(start, end));
        for (Range range : hidden) {
            for (int i = Math.max(start, range.from); i < Math.min(end, range.to); i++) {
                if (!Character.isWhitespace(line.charAt(i - start))) {
                    line.setCharAt(i - start, '•');
                }
            }
        }
        return veil.apply(line.toString());
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int lineEnd(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > lineStarts[line] && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Lines end with line feed, carriage return, or both, as in YAML 1.2. */
    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean ends =
                    character == '\n' || (character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private record Range(int from, int to) {}
}
