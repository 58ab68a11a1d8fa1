package dev.ascertain.cli.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line as bash hands it over: raw, as it was typed. Bash's own words for completion are torn apart at every
 * {@code :}, {@code =} and quote, and only a part of the current word is replaced: this finds what is meant, and writes
 * candidates for just that part.
 */
public final class BashLine {
    private static final String PLAIN = "_./:=,@%+-";

    private final int point;
    private final String breaks;
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isWord;
    private boolean isTarget;
    private char open;
    private int replaced;
    private int beforeQuote;
    private boolean isBehind;
    private boolean isPassing;

    private String current = "";
    private char quote;
    private int stem;

    private BashLine(int point, String breaks) {
        this.point = point;
        this.breaks = breaks;
    }

    /**
     * @param line the whole command, {@code COMP_LINE}
     * @param point where the cursor is in it, {@code COMP_POINT}
     * @param breaks where bash tears words apart, {@code COMP_WORDBREAKS}
     */
    public static BashLine of(String line, int point, String breaks) {
        int end = line.offsetByCodePoints(0, Math.clamp(point, 0, line.codePointCount(0, line.length())));
        var read = new BashLine(end, breaks);
        read.read(line);
        return read;
    }

    /** What is typed, behind the name of the program. */
    public Typed typed() {
        return new Typed(before.subList(Math.min(1, before.size()), before.size()), current, after);
    }

    /** The candidates that begin as the current word does, each as the text that takes the place of a part of it. */
    public List<String> replies(Offer offer) {
        return offer.candidates().stream()
                .map(Candidate::value)
                .filter(value -> value.startsWith(current))
                .map(value -> quoted(value.substring(stem)))
                .toList();
    }

    private void read(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (at == point) {
                reachCursor();
            }
            char c = line.charAt(at);
            boolean hasNext = at + 1 < line.length() && at + 1 != point;
            if (c == '\\' && hasNext && escapes(line.charAt(at + 1))) {
                at++;
                take(line.charAt(at));
            } else if (open != 0) {
                quoted(c);
            } else {
                plain(c);
            }
        }
        if (line.length() <= point) {
            reachCursor();
        }
        end();
    }

    /** Whether a backslash hides this character; within double quotes it hides only a few. */
    private boolean escapes(char next) {
        return open == 0 || (open == '"' && "\"\\$`".indexOf(next) >= 0);
    }

    private void reachCursor() {
        current = word.toString();
        stem = replaced;
        quote = open;
        isBehind = true;
        isPassing = true;
        isWord = true;
    }

    private void quoted(char c) {
        if (c == open) {
            open = 0;
            replaced = beforeQuote;
        } else {
            take(c);
        }
    }

    private void plain(char c) {
        switch (c) {
            case ' ', '\t', '\n', ';', '|', '&', '(', ')' -> end();
            case '<', '>' -> {
                isWord = isWord && !word.chars().allMatch(Character::isDigit);
                end();
                isTarget = true;
            }
            case '\'', '"' -> {
                isWord = true;
                open = c;
                beforeQuote = replaced;
                replaced = word.length();
            }
            default -> {
                take(c);
                replaced = breaks.indexOf(c) < 0 ? replaced : word.length();
            }
        }
    }

    private void take(char c) {
        isWord = true;
        word.append(c);
    }

    /** The word at the cursor is none of those around it, and the target of a redirection is no word at all. */
    private void end() {
        if (isWord && !isTarget && !isPassing) {
            (isBehind ? after : before).add(word.toString());
        }
        isPassing = false;
        isTarget &= !isWord;
        isWord = false;
        replaced = 0;
        word.setLength(0);
    }

    /** Such that the shell takes it for nothing but this text, where the quote that is open stays open. */
    private String quoted(String text) {
        return switch (quote) {
            case '\'' -> text.replace("'", "'\\''");
            case '"' -> text.replaceAll("([\"$`\\\\])", "\\\\$1").replace("!", "\"\\!\"");
            default -> escaped(text);
        };
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean isPlain = Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
            escaped.append(isPlain ? "" : "\\").appendCodePoint(c);
        });
        return escaped.toString();
    }
}
