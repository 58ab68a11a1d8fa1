package dev.ascertain.evidence.tls;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text of a certificate in a form that does no harm on a screen, in a log or in a file. */
final class Printable {
    private static final String CUT = "…";

    private Printable() {}

    /**
     * Letters of any script stay. Control and format characters (such as those that turn the direction of writing),
     * halves of pairs and unassigned ones become {@code \} and two hexadecimal digits for each byte in UTF-8, as in
     * RFC 2253.
     *
     * @param most how many characters, an ellipsis included
     */
    static String of(String text, int most) {
        var shown = new StringBuilder();
        for (int at = 0; at < text.length() && shown.length() <= most; ) {
            int point = text.codePointAt(at);
            if (isHarmless(point)) {
                shown.appendCodePoint(point);
            } else {
                escape(point, shown);
            }
            at += Character.charCount(point);
        }
        return shown.length() <= most ? shown.toString() : cut(shown, most - CUT.length()) + CUT;
    }

    /** Never through a pair of surrogates: half of one can be written nowhere. */
    private static String cut(StringBuilder text, int most) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void escape(int point, StringBuilder shown) {
        for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            shown.append('\\').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
    }
}
