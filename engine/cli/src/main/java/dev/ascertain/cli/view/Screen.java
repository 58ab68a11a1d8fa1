package dev.ascertain.cli.view;

import java.time.ZoneId;

/**
 * What text is laid out for.
 *
 * @param edge the column at which right-hand words end
 * @param wrap the column at which sentences are wrapped; {@link Integer#MAX_VALUE} where nobody looks at a window
 * @param unicode whether more than ASCII can be shown
 * @param colour whether colour is wanted
 * @param zone in which times are shown
 */
public record Screen(int edge, int wrap, boolean unicode, boolean colour, ZoneId zone) {
    /** The colours and weights there are. */
    enum Ink {
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        CYAN("36"),
        BOLD("1"),
        FAINT("2");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** The text, coloured if colour is wanted. */
    String paint(Ink ink, String text) {
        return colour ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }

    /** What stands where something was cut off, or where something is waited for. */
    String ellipsis() {
        return unicode ? "…" : "...";
    }
}
