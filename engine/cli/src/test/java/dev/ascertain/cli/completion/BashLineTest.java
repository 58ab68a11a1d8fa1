package dev.ascertain.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.completion.Offer.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash hands over, and what it gets back; a bar is the cursor. */
class BashLineTest {
    private static final String BREAKS = " \t\n\"'><=;|&(:";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ascertain pl^                          ~ []                      ~ pl           ~ []
            ascertain plan ^ shop.yaml             ~ [plan]                  ~ ``           ~ [shop.yaml]
            ascertain plan 'a b' c\\ d ^           ~ [plan, a b, c d]        ~ ``           ~ []
            ascertain explain 'x["a^               ~ [explain]               ~ x["a         ~ []
            ascertain explain "x[\\"a^             ~ [explain]               ~ x["a         ~ []
            ascertain explain x\\[\\"a^ more       ~ [explain]               ~ x["a         ~ [more]
            ascertain explain sh^op other          ~ [explain]               ~ sh           ~ [other]
            ascertain plan --target=sh^            ~ [plan]                  ~ --target=sh  ~ []
            ascertain plan > out.txt a^            ~ [plan]                  ~ a            ~ []
            ascertain plan 2>err.txt --out p x^    ~ [plan, --out, p]        ~ x            ~ []
            """)
    void isRead(String line, String before, String current, String after) {
        int point = line.indexOf('^');
        Typed typed = BashLine.of(line.replace("^", ""), point, BREAKS).typed();
        assertThat(typed.before().toString()).isEqualTo(before);
        assertThat(typed.current()).isEqualTo(current);
        assertThat(typed.after().toString()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a x^           ~ x$(y)      ~ x\\$\\(y\\)
            a 'x^          ~ x$(y)      ~ x$(y)
            a "x^          ~ x$(y)      ~ x\\$(y)
            a x^           ~ x'y"z      ~ x\\'y\\"z
            a 'x^          ~ x'y"z      ~ x'\\''y"z
            a "x^          ~ x'y"z      ~ x'y\\"z
            a "x^          ~ x!y        ~ x"\\!"y
            a x^           ~ x;y z      ~ x\\;y\\ z
            a --o=x^       ~ --o=xy     ~ xy
            a --o='x^      ~ --o=xy     ~ xy
            a k:v=x^       ~ k:v=xy     ~ xy
            a 'k:v=x^      ~ k:v=xy     ~ k:v=xy
            a k\\:x^       ~ k:xy       ~ k:xy
            a 'k:v'x^      ~ k:vxy      ~ k:vxy
            """)
    void isAnswered(String line, String value, String reply) {
        var read = BashLine.of(line.replace("^", ""), line.indexOf('^'), BREAKS);
        var offer = Offer.of(List.of(new Candidate(value, ""), new Candidate("other", "")));
        assertThat(read.replies(offer)).containsExactly(reply);
    }

    @Test
    void aCursorOutsideTheLineIsAtItsEnd() {
        assertThat(BashLine.of("ascertain pl", 99, BREAKS).typed().current()).isEqualTo("pl");
        assertThat(BashLine.of("", -1, BREAKS).typed().current()).isEmpty();
    }

    @Test
    void whatCannotBeSeenIsNotOffered() {
        var offer = new Offer(
                Files.NONE,
                0,
                List.of(new Candidate("a\nb", ""), new Candidate("a\u001b[31m", ""), new Candidate("a\u202eb", "")));
        assertThat(offer.candidates()).isEmpty();
    }
}
