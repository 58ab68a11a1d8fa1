package dev.ascertain.core.judge;

import static dev.ascertain.core.judge.Scene.FIRST;
import static dev.ascertain.core.judge.Scene.fails;
import static dev.ascertain.core.judge.Scene.hop;
import static dev.ascertain.core.judge.Scene.none;
import static dev.ascertain.core.judge.Scene.redirect;
import static dev.ascertain.core.judge.Scene.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Server;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebRulesTest {
    private static final String URL = "http://shop.example/.well-known/token";
    private static final String SECURE = "https://shop.example/.well-known/token";
    private static final String ELSEWHERE = "https://www.other.example/token";
    private static final String FOUR = "192.0.2.80";
    private static final String SIX = "2001:db8::80";
    private static final Hop RIGHT = hop(URL, 200, "content");
    private static final Hop MISSING = hop(URL, 404, "nothing here");

    private static Scene seen(Visit... visits) {
        return new Scene().file(URL, "content\n").page(URL, visits);
    }

    /** Where a name server was heard over IPv6. */
    private static Scene seenFromIpv6(Visit... visits) {
        return seen(visits).answer("shop.example", "NS", none(new Server("ns1.dns.example", "2001:db8::53")));
    }

    /** Where one was heard over IPv4. */
    private static Scene seenFromIpv4(Visit... visits) {
        return seen(visits).answer("shop.example", "NS", none(FIRST));
    }

    private static Visit dead(String address) {
        return visit(address, fails(URL, Outcome.NO_CONNECTION));
    }

    static Stream<Arguments> scenes() {
        Hop page = new Hop(URL, Outcome.ANSWERED, 200, null, "<html>", "text/html", false);
        Hop guarded = new Hop(URL, Outcome.ANSWERED, 404, null, "", null, true);
        return Stream.of(
                row("not looked at", new Scene().file(URL, "content")),
                row("right at both", seen(visit(SIX, RIGHT), visit(FOUR, RIGHT))),
                row("not visited", seen(visit(FOUR, fails(URL, Outcome.NOT_ASKED)))),
                row("no visit, addresses not asked", seen()),
                row(
                        "no visit, no address",
                        seen().answer("shop.example", "A", none(FIRST)).answer("shop.example", "AAAA", none(FIRST)),
                        "E17"),
                row(
                        "no visit, one kind of address unknown",
                        seen().answer("shop.example", "A", none(FIRST))
                                .answer("shop.example", "AAAA", fails(FIRST, Answer.Outcome.SILENT))),
                row("private address only", seen(visit("10.0.0.5", fails(URL, Outcome.FORBIDDEN_ADDRESS))), "E17"),
                row(
                        "private address beside a public one",
                        seen(visit("fd00::5", fails(URL, Outcome.FORBIDDEN_ADDRESS)), visit(FOUR, RIGHT))),
                row(
                        "redirect to a private address",
                        seen(visit(FOUR, redirect(URL, 302, ELSEWHERE), fails(ELSEWHERE, Outcome.FORBIDDEN_ADDRESS))),
                        "E17"),
                row(
                        "redirect to a host without address",
                        seen(visit(FOUR, redirect(URL, 302, ELSEWHERE), fails(ELSEWHERE, Outcome.NO_ADDRESS))),
                        "E17"),
                row("IPv6 wrong, IPv4 right", seen(visit(SIX, MISSING), visit(FOUR, RIGHT)), "E18"),
                row("IPv6 guarded, IPv4 right", seen(visit(SIX, guarded), visit(FOUR, RIGHT)), "E18"),
                row("both wrong", seen(visit(SIX, MISSING), visit(FOUR, MISSING)), "E21"),
                row("IPv6 right, IPv4 wrong", seen(visit(SIX, RIGHT), visit(FOUR, MISSING)), "E21"),
                row("IPv6 dead, IPv4 right", seenFromIpv6(dead(SIX), visit(FOUR, RIGHT)), "E19"),
                row("IPv6 dead, but no IPv6 from here", seenFromIpv4(dead(SIX), visit(FOUR, RIGHT))),
                row(
                        "IPv6 dead, redirect to the same host",
                        seenFromIpv6(dead(SIX), visit(FOUR, redirect(URL, 301, SECURE), hop(SECURE, 200, "content"))),
                        "E20"),
                row(
                        "IPv6 dead, redirect to another host",
                        seenFromIpv6(
                                dead(SIX), visit(FOUR, redirect(URL, 301, ELSEWHERE), hop(ELSEWHERE, 200, "content"))),
                        "E19"),
                row(
                        "IPv6 dead, no IPv6 from here, redirect",
                        seenFromIpv4(dead(SIX), visit(FOUR, redirect(URL, 301, SECURE), hop(SECURE, 200, "content")))),
                row("both dead", seenFromIpv6(dead(SIX), dead(FOUR)), "E21"),
                row("IPv4 dead, IPv6 right", seenFromIpv4(visit(SIX, RIGHT), dead(FOUR))),
                row("IPv4 dead, and nothing was reached from here", seen(dead(FOUR))),
                row("one IPv4 address dead", seenFromIpv4(visit(FOUR, RIGHT), dead("192.0.2.81")), "E21"),
                row("a page of HTML", seen(visit(FOUR, page)), "E22"),
                row("a challenge on a 404", seen(visit(FOUR, guarded)), "E22"),
                row("401", seen(visit(FOUR, hop(URL, 401, ""))), "E22"),
                row("500", seen(visit(FOUR, hop(URL, 500, ""))), "E21"),
                row("no HTTP", seen(visit(FOUR, fails(URL, Outcome.MALFORMED))), "E21"),
                row(
                        "some addresses guarded, some empty",
                        seen(visit(FOUR, hop(URL, 403, "")), visit("192.0.2.81", MISSING)),
                        "E21",
                        "E22"),
                row(
                        "a redirect with 303",
                        seen(visit(FOUR, redirect(URL, 303, ELSEWHERE), fails(ELSEWHERE, Outcome.BAD_REDIRECT))),
                        "E23"),
                row(
                        "a redirect to a dead port of the same host",
                        seen(visit(FOUR, redirect(URL, 302, SECURE), fails(SECURE, Outcome.NO_CONNECTION))),
                        "E23"),
                row(
                        "a redirect to a host that may have IPv6 only",
                        seenFromIpv4(
                                visit(FOUR, redirect(URL, 302, ELSEWHERE), fails(ELSEWHERE, Outcome.NO_CONNECTION)))),
                row(
                        "a redirect to a dead host",
                        seenFromIpv6(
                                visit(FOUR, redirect(URL, 302, ELSEWHERE), fails(ELSEWHERE, Outcome.NO_CONNECTION))),
                        "E23"),
                row("a wildcard", seen(visit(FOUR, MISSING)).host("*.shop.example"), "E16"),
                row(
                        "a wildcard that has a TXT record beside",
                        seen(visit(FOUR, RIGHT)).host("*.shop.example").txt("_acme-challenge.shop.example", "t")));
    }

    private static Arguments row(String name, Scene scene, String... rules) {
        return Arguments.of(name, scene, List.of(rules));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void eachAddressIsTakenAsAnAuthorityWould(String name, Scene scene, List<String> rules) {
        assertThat(scene.rules()).isEqualTo(rules);
    }

    static Stream<Arguments> redirects() {
        Hop[] many = IntStream.range(0, 11)
                .mapToObj(i -> redirect("http://shop.example/" + i, 302, "http://shop.example/" + (i + 1)))
                .toArray(Hop[]::new);
        return Stream.of(
                Arguments.of(led(303, "http://shop.example/x"), "redirects to http://shop.example/x with status 303"),
                Arguments.of(
                        led(302, "file:///etc/passwd"),
                        "redirects to file:///etc/passwd, which is not http or https to a host name on port 80 or 443"),
                Arguments.of(led(302, URL), "redirects in a circle, back to " + URL),
                Arguments.of(
                        visit(
                                FOUR,
                                Stream.concat(Stream.of(many), Stream.of(fails(URL, Outcome.BAD_REDIRECT)))
                                        .toArray(Hop[]::new)),
                        "redirects more than 10 times"));
    }

    private static Visit led(int status, String to) {
        return visit(FOUR, redirect(URL, status, to), fails(to, Outcome.BAD_REDIRECT));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void whyARedirectIsNotFollowedIsTold(Visit visit, String said) {
        assertThat(only(seen(visit)).reason().message())
                .isEqualTo(URL + " redirects to where no authority follows: at 192.0.2.80 it " + said + ".");
    }

    @Test
    void addressesThatSayTheSameAreToldTogether() {
        Scene scene = seen(
                visit(FOUR, MISSING),
                visit("192.0.2.81", hop(URL, 200, "x".repeat(900))),
                visit("192.0.2.82", MISSING));

        assertThat(only(scene).reason().message())
                .isEqualTo(URL + " does not give what is wanted: at 192.0.2.80 and 192.0.2.82 it answers 404; at"
                        + " 192.0.2.81 it answers with another content, \"" + "x".repeat(60) + "…\".");
    }

    @Test
    void aFileOutsideOfTheWellKnownFolderIsExemptedAlone() {
        String url = "http://shop.example/verification.html";
        Scene scene = new Scene()
                .file(url, "content")
                .page(url, visit(FOUR, new Hop(url, Outcome.ANSWERED, 403, null, "", null, false)));

        assertThat(only(scene).next())
                .isEqualTo("exempt /verification.html on shop.example from logins, bot checks, firewalls and catch-all"
                        + " pages, and serve the file there");
    }

    @Test
    void ofALongContentOnlyTheBeginningIsCompared() {
        String content = "y".repeat(3000);
        Scene scene = new Scene()
                .file(URL, content)
                .page(URL, visit(FOUR, hop(URL, 200, content.substring(0, Hop.LARGEST_BODY))));

        assertThat(scene.rules()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneCrashesNothing() {
        String url = "::\u0000//?#";
        Scene scene = new Scene().file(url, "content").page(url, visit(FOUR, hop(url, 404, "\u001b[2J")));

        assertThat(scene.rules()).containsExactly("E21");
    }

    private static Finding only(Scene scene) {
        List<Finding> findings = scene.findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
