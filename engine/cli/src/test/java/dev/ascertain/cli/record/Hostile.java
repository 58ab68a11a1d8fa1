package dev.ascertain.cli.record;

import java.util.List;
import java.util.stream.Stream;

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

    /** Those, and what tries to break out of a report, or to be obeyed by what reads it. */
    public static final List<String> REPORTED = Stream.concat(
                    TEXTS.stream(),
                    Stream.of(
                            "\u001b[2J\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007",
                            "\u202e\u2066txt.exe\u2069",
                            "</script><script>alert(1)</script>",
                            "<img src=x onerror=alert(1)>",
                            "<!-- x --> --> <details>",
                            "]]>",
                            "<![CDATA[x]]>",
                            "&lt;&amp;&#x1b;&#0;",
                            "|",
                            "a \\| b | c \\\\| d",
                            "`",
                            "``` ```",
                            "`a` | `b`",
                            "x\n::error file=a,line=1::forged\n::stop-commands::x",
                            "%0A::error::forged%0D%0A",
                            "a,line=1::forged",
                            "##vso[task.complete]",
                            "##teamcity[x]",
                            "{0} {{1}} [link](http://evil.example) ![x](http://evil.example/x.png)",
                            "x\"} 1\nascertain_forged{a=\"b",
                            "\\n\\\" \\",
                            "@everyone #1 !1 ~label owner/repo#1",
                            "# heading",
                            "=====",
                            "\ufffe\uffff\ufdd0",
                            "lone \udc00\ud800 surrogates",
                            "\r",
                            "\n",
                            "\u0000",
                            "m".repeat(1 << 20)))
            .toList();

    private Hostile() {}
}
