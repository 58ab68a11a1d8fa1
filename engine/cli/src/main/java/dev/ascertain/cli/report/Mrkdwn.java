package dev.ascertain.cli.report;

import java.util.regex.Pattern;

/**
 * Text from outside in Slack's own markup, shown and not obeyed. What is between {@code <} and {@code >} would be a link
 * or call people together; the other signs cannot be escaped, so that text which holds them is shown as code.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Slack's page</a>
 */
final class Mrkdwn {
    /** What makes letters bold, italic or struck out, or a picture of a word between colons. */
    private static final Pattern SIGN = Pattern.compile("[*~`]|(?<!\\w)_|_(?!\\w)|:[\\w+'-]+:");

    private Mrkdwn() {}

    /**
     * Running text.
     *
     * @param line one harmless line
     * @param longest how many characters the result may have, at least 10
     */
    static String text(String line, int longest) {
        return SIGN.matcher(line).find() ? code(line, longest) : escaped(line, longest);
    }

    /** As code: a backtick in it would be its end, and is shown as an apostrophe. */
    static String code(String line, int longest) {
        return line.isBlank() ? "" : "`" + escaped(line.replace('`', '\''), longest - 2) + "`";
    }

    private static String escaped(String line, int longest) {
        var text = new StringBuilder();
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String sign = sign(line.codePointAt(at));
            boolean last = line.offsetByCodePoints(at, 1) == line.length();
            if (text.length() + sign.length() > (last ? longest : longest - 1)) {
                return text.append('…').toString();
            }
            text.append(sign);
        }
        return text.toString();
    }

    private static String sign(int codePoint) {
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(codePoint);
        };
    }
}
