package dev.ascertain.cli.manual;

import java.util.Map;
import java.util.regex.Pattern;

/** Text and requests for man. Whatever is text stays text: no line of it is taken for a request. */
final class Roff {
    private static final int WIDTH = 76;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.:?!;])\\s+(?=\\S)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** What roff would obey, or typeset as something that cannot be typed in again. */
    private static final Map<Integer, String> SIGNS = Map.of(
            (int) '\\', "\\e",
            (int) '-', "\\-",
            (int) '\'', "\\(aq",
            (int) '"', "\\(dq",
            (int) '`', "\\(ga",
            (int) '^', "\\(ha",
            (int) '~', "\\(ti");

    private final StringBuilder page = new StringBuilder();

    /** The page's head. What is to be typed is neither torn apart nor stretched. */
    Roff title(String name, String day, String version) {
        return line(".nh")
                .line(".ad l")
                .line(".TH \"%s\" 1 \"%s\" \"%s\" \"User commands\"".formatted(sign(name), day, sign(version)));
    }

    Roff section(String name) {
        return line(".SH " + name);
    }

    /** What something is called, and below it what it is. */
    Roff entry(String styled, String text) {
        line(".TP").line(styled);
        return text(text);
    }

    Roff paragraph() {
        return line(".PP");
    }

    /** Sentences, each on lines of its own. */
    Roff text(String text) {
        SENTENCE.splitAsStream(text.strip()).forEach(this::sentence);
        return this;
    }

    /** A line that is styled already. */
    Roff styled(String line) {
        return line(line);
    }

    static String bold(String text) {
        return "\\fB" + sign(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + sign(text) + "\\fR";
    }

    static String sign(String text) {
        var signed = new StringBuilder();
        text.codePoints().forEach(c -> signed.append(sign(c)));
        return signed.toString();
    }

    private static String sign(int c) {
        String known = SIGNS.get(c);
        if (known != null) {
            return known;
        }
        return c < 0x80 ? Character.toString(c) : "\\[u%04X]".formatted(c);
    }

    private void sentence(String sentence) {
        var line = new StringBuilder();
        for (String word : SPACE.split(sentence, 0)) {
            String signed = sign(word);
            if (!line.isEmpty() && line.length() + 1 + signed.length() > WIDTH) {
                harmless(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(signed);
        }
        if (!line.isEmpty()) {
            harmless(line);
        }
    }

    /** A line that begins with a dot would be a request. */
    private void harmless(CharSequence line) {
        line((line.charAt(0) == '.' ? "\\&" : "") + line);
    }

    private Roff line(String line) {
        page.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
