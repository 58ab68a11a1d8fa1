package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the HTML report. */
final class Pages {
    private Pages() {}

    static void check(String text) {
        assertThat(text).startsWith("<!doctype html>\n").endsWith("</html>\n");
    }
}
