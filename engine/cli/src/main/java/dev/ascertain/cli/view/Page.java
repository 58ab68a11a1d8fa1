package dev.ascertain.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects lines of text, laid out for a screen. Lengths are counted in code points. */
final class Page {
    private static final int BODY = 6;
    private static final int LABEL = 6;

    private final Screen screen;
    private final StringBuilder text = new StringBuilder();

    Page(Screen screen) {
        this.screen = screen;
    }

    Screen screen() {
        return screen;
    }

    void blank() {
        text.append('\n');
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    /**
     * A mark, what it is about, and at the right edge what is done about it. Where both do not fit, the window's rest is
     * used, and then a line of its own.
     */
    void heading(String mark, Screen.Ink ink, String left, String right) {
        int used = 4 + length(left);
        int needed = used + 2 + length(right);
        String start = "  " + screen.paint(ink, mark) + " " + left;
        if (needed <= screen.edge()) {
            line(start + " ".repeat(screen.edge() - used - length(right)) + screen.paint(ink, right));
        } else if (needed <= screen.wrap()) {
            line(start + "  " + screen.paint(ink, right));
        } else {
            line(start);
            line(" ".repeat(Math.max(4, screen.edge() - length(right))) + screen.paint(ink, right));
        }
    }

    /** A sentence below a heading, behind a short label; the label may be empty. */
    void labelled(String label, String sentence) {
        wrapped(start(label), BODY + LABEL, sentence);
    }

    private String start(String label) {
        String painted = label.isEmpty() ? "" : screen.paint(Screen.Ink.FAINT, label);
        return " ".repeat(BODY) + painted + " ".repeat(LABEL - length(label));
    }

    /** A sentence below a heading. */
    void body(String sentence) {
        wrapped(" ".repeat(BODY), BODY, sentence);
    }

    /** A line below a heading that is never wrapped nor cut, so that it can be copied. */
    void verbatim(String label, String content) {
        line(start(label) + content);
    }

    /** A sentence from the left edge, wrapped. */
    void paragraph(String sentence) {
        wrapped("", 0, sentence);
    }

    /** The line that sums up, wrapped. */
    void result(String word, String sentence) {
        wrapped(screen.paint(Screen.Ink.BOLD, word) + " ", word.length() + 1, sentence);
    }

    /**
     * News behind the time at which it came. An address that is longer than a line is broken behind a dot, or before its
     * key, where people break it too.
     */
    void told(String time, String news) {
        int indent = length(time);
        int room = screen.wrap() - indent;
        String breakable =
                Stream.of(news.split(" ", -1)).map(word -> broken(word, room)).collect(Collectors.joining(" "));
        wrapped(time, indent, breakable);
    }

    /** The pieces of a word that is longer than a line, each as long as can be; so no two of them fit into one. */
    private static String broken(String word, int room) {
        if (length(word) <= room) {
            return word;
        }
        String fits = word.substring(0, word.offsetByCodePoints(0, Math.max(1, room)));
        int key = fits.indexOf('[');
        int end = key > 0 ? key : fits.lastIndexOf('.') + 1;
        return end <= 0 ? word : word.substring(0, end) + " " + broken(word.substring(end), room);
    }

    /** A sentence behind a start that is as wide as the indent of its further lines. */
    void wrapped(String start, int indent, String sentence) {
        String prefix = start;
        for (String line : wrap(sentence, screen.wrap() - indent)) {
            line(prefix + line.stripTrailing());
            prefix = " ".repeat(indent);
        }
    }

    /** Breaks at spaces; a word that is longer than a line stays whole. */
    static List<String> wrap(String sentence, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int used = 0;
        for (String word : sentence.split(" ", -1)) {
            int length = length(word);
            if (used > 0 && used + 1 + length > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0 || !line.isEmpty()) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
        }
        lines.add(line.toString());
        return lines;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    /** The text so far, harmless and ready to be printed. */
    @Override
    public String toString() {
        return text.toString();
    }
}
