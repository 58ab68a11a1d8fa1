package dev.ascertain.cli.record;

import java.util.List;

/** Texts that try to break out of whatever they are put into. */
public final class Hostile {
    /** At least one for each language. */
    public static final List<String> TEXTS = List.of(
            "\"",
            "\\",
            "\\\"",
            "trailing\\",
            "a\" IN A 192.0.2.1 ; \"b",
            "a\nevil.example. 300 IN A 192.0.2.1",
            "a\r\n$INCLUDE /etc/passwd",
            "${file(\"/etc/passwd\")}",
            "$${x}",
            "$$${x}",
            "%{ for x in y }%{ endfor }",
            "*/ evil() /*",
            "</script><!-- -->",
            "`${evil()}`",
            "'; DROP",
            "a;b\\;c",
            "nul \u0000 bell \u0007 escape \u001b[31m delete \u007f",
            "umlaut \u00fc, bidi \u202e, line \u2028 and \u2029, next \u0085, joiner \u200d, bom \ufeff",
            "wide \ud83d\ude00, lone \ud83d",
            "- a: {b: [c]} # d\n---\n...",
            "!!python/object/apply:os.system ['evil']",
            "#{x} %s %n {0}",
            "::error::x ##[command]evil",
            " leading and trailing ",
            "",
            "x".repeat(600));

    private Hostile() {}
}
