package dev.ascertain.cli.record;

/** What most languages have in common within double quotes. */
final class Escapes {
    private Escapes() {}

    /**
     * The text with quotes, backslashes, line breaks, tabs, and whatever is no printable ASCII written out.
     *
     * @param narrow how a character of the basic plane is written, such as {@code \}{@code u%04x}
     * @param wide how any other one is written
     */
    static String written(String value, String narrow, String wide) {
        var text = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(one -> text.append(character(one, narrow, wide)));
        return text.toString();
    }

    private static String character(int one, String narrow, String wide) {
        return switch (one) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (Character.getType(one) == Character.SURROGATE) {
                    // Half a character is none: what UTF-8 makes of it too.
                    yield "?";
                }
                boolean plain = one >= 0x20 && one < 0x7f;
                yield plain ? Character.toString(one) : (one > 0xffff ? wide : narrow).formatted(one);
            }
        };
    }

    /** A text of JavaScript, between its quotes. */
    static String javaScript(String value) {
        return "\"" + written(value, "\\u%04x", "\\u{%x}") + "\"";
    }

    /** A text of YAML, between its quotes. */
    static String yaml(String value) {
        return "\"" + written(value, "\\u%04x", "\\U%08x") + "\"";
    }
}
