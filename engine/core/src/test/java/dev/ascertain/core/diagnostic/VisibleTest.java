package dev.ascertain.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTest {
    static Arguments[] texts() {
        return new Arguments[] {
            Arguments.of("plain", "shop.example.com", "shop.example.com"),
            Arguments.of("empty", "", ""),
            Arguments.of("letters of all scripts", "bücher 例え.jp 😀 é", "bücher 例え.jp 😀 é"),
            Arguments.of("a backslash stays", "a\\n", "a\\n"),
            Arguments.of("line ends", "a\nb\r\nc", "a\\nb\\r\\nc"),
            Arguments.of("tab", "a\tb", "a\\tb"),
            Arguments.of("escape sequence", "\u001b[31mred", "\\e[31mred"),
            Arguments.of("bell, null, delete", "\u0007\u0000\u007f", "\\u0007\\u0000\\u007f"),
            Arguments.of("eight-bit escape sequence", "\u009b31m", "\\u009b31m"),
            Arguments.of("next line", "a\u0085b", "a\\u0085b"),
            Arguments.of("line and paragraph separator", "a\u2028b\u2029c", "a\\u2028b\\u2029c"),
            Arguments.of("bidirectional override", "a\u202eb\u2066c", "a\\u202eb\\u2066c"),
            Arguments.of("zero width", "a\u200bb\u200dc\ufeffd", "a\\u200bb\\u200dc\\ufeffd"),
            Arguments.of("filler", "a\u3164b", "a\\u3164b"),
            Arguments.of("lone surrogates", "\ud800a\udc00", "\\ud800a\\udc00"),
            Arguments.of("tag characters", "a" + Character.toString(0xe0041), "a\\u{e0041}"),
            Arguments.of("command to GitHub", " ::set-output name=a::b", " :\\u003aset-output name=a::b"),
            Arguments.of("bare command to GitHub", "::stop-commands::x", ":\\u003astop-commands::x"),
            Arguments.of("older command to GitHub", "a ##[error]b", "a #\\u0023[error]b"),
            Arguments.of("command to Azure", "a ##vso[task.complete]b", "a #\\u0023vso[task.complete]b"),
            Arguments.of("an address", "::1", "::1"),
            Arguments.of("a heading", "## Title", "## Title"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void makesVisible(String name, String text, String expected) {
        assertThat(Visible.line(text)).as(name).isEqualTo(expected);
    }

    @Test
    void cutsLongText() {
        assertThat(Visible.line("x".repeat(2_000))).hasSize(2_000).endsWith("x");
        assertThat(Visible.line("x".repeat(2_001))).hasSize(2_000).endsWith("x…");
        assertThat(Visible.line("ab\ncd", 5)).isEqualTo("ab\\n…");
    }

    @Test
    void anEscapeCannotBeCutInTwo() {
        assertThat(Visible.line("abc\u202ed", 6)).isEqualTo("abc…");
    }
}
