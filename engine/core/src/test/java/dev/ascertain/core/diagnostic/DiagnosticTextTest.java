package dev.ascertain.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTextTest {
    @Test
    void showsPlaceSubjectLineAndSentences() {
        var diagnostic = Diagnostic.error("Unknown attribute", "There is none.\nDid you mean \"x\"?")
                .at(Place.in("shop.yaml", 14, 7, 4, "      zoen: active"))
                .in("cloudflare_ssl_verification.shop");

        assertThat(DiagnosticText.of(diagnostic)).isEqualTo("""
                        Error: Unknown attribute

                          on shop.yaml line 14, column 7, in cloudflare_ssl_verification.shop

                          14 |       zoen: active
                             |       ^^^^
                          There is none.
                          Did you mean "x"?
                        """);
    }

    @Test
    void aWarningWithoutPlace() {
        assertThat(DiagnosticText.of(Diagnostic.warning("Old", "Renew it.")))
                .isEqualTo("Warning: Old\n\n  Renew it.\n");
        assertThat(DiagnosticText.of(Diagnostic.warning("Old", "Renew it.").in("a.b")))
                .isEqualTo("Warning: Old\n\n  in a.b\n\n  Renew it.\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain,ab: c,5,1,    ^",
                "tab,\tb,2,1,    ^",
                "wide characters,例え x,4,1,     ^",
                "wide characters marked,x 例え,3,2,  ^^^^",
                "a combining mark,e\u0301 x,4,1,  ^",
                "a control character,\u0007 x,3,1,       ^",
                "a picture,😀 x,3,1,   ^",
                "behind the end,ab,3,1,  ^",
            })
    void theCaretStandsBelowItsCharacter(String name, String line, int column, int length, String carets) {
        var diagnostic = Diagnostic.error("S", "D.").at(Place.in("f", 1, column, length, line));

        assertThat(DiagnosticText.of(diagnostic).lines().toList().get(5))
                .as(name)
                .isEqualTo("    | " + carets);
    }

    @Test
    void aVeryLongLineIsCutAroundTheColumn() {
        Place place = Place.in("f", 1, 5_001, 3, "a".repeat(5_000) + "bad" + "c".repeat(5_000));

        assertThat(place.sourceLine()).hasSizeLessThan(300).startsWith("…a").endsWith("c…");
        assertThat(place.sourceLine().substring(place.mark(), place.mark() + 3)).isEqualTo("bad");
        assertThat(place.column()).isEqualTo(5_001);
    }

    @Test
    void nothingFromOutsideReachesATerminal() {
        var diagnostic = Diagnostic.error("S", "\u001b[2J is no word.\n::error::x")
                .at(Place.in("a\u001b.yaml", 1, 1, 1, "\u001b[31m"))
                .in("a\nb");

        assertThat(DiagnosticText.of(diagnostic)).isEqualTo("""
                        Error: S

                          on a\\e.yaml line 1, column 1, in a\\nb

                          1 | \\e[31m
                            | ^^
                          \\e[2J is no word.
                          :\\u003aerror::x
                        """);
    }
}
