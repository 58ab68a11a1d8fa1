package dev.ascertain.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.OwnAccount;
import dev.ascertain.core.manifest.Reading;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Planner;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import dev.ascertain.testkit.FakeProviderFactory;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole line against a scripted provider: what is drafted is read again and planned. */
class ImporterTest {
    private static final List<String> HOSTILE = List.of(
            "a\nb: c",
            "\"",
            "\\",
            "'",
            "- a: {b: [c]} # d\n---\n...",
            "${env.HOME}",
            "$${x}",
            "$$${x}",
            "${",
            "nul \u0000 bell \u0007 escape \u001b[31m delete \u007f",
            "umlaut \u00fc, bidi \u202e, line \u2028 and \u2029, next \u0085, joiner \u200d, bom \ufeff",
            "wide \ud83d\ude00",
            "lone \ud83d",
            "\udc00\ud800",
            "\ufffe\uffff\ufdd0",
            "null",
            "true",
            "~",
            "1e5",
            "0x1F",
            "!!python/object",
            "&a *a",
            "%YAML",
            " leading and trailing ",
            " ",
            "\t",
            "x".repeat(299),
            "y".repeat(301),
            "\u00e9".repeat(400),
            "m".repeat(1 << 20),
            "::error::x ##[command]evil");

    private final FakeTime time = FakeTime.at("2026-11-22T12:00:00Z");
    private final FakeProvider provider = new FakeProvider(time);
    private final FakeProviderFactory factory = new FakeProviderFactory(provider);
    private final OwnAccount account =
            OwnAccount.of(factory, Map.of("region", "there"), Map.of("FAKE_TOKEN", "c")::get);

    @TempDir
    Path folder;

    @Test
    void writesOneDeclarationForEachLiveVerification() {
        provider.shows("b.example", live("b.example", "verified", Map.of()))
                .shows(
                        "a.example",
                        live("x.a.example", "gave_up", Map.of("held", Value.of(true))),
                        live("a.example", "verified", Map.of()))
                .shows("c.example");
        assertThat(text(imported())).isEqualTo("""
                # yaml-language-server: $schema=ascertain.schema.json
                # Written by "ascertain import": what Fake reported is what is expected.
                # Mend what should be otherwise. Where "expect" is left out, Fake's own idea of verified holds.
                ascertain: 1

                providers:
                  fake:
                    token: ${env.FAKE_TOKEN}
                    region: there

                # Not in this manifest:
                #   c.example: nothing is to be verified there yet.

                verifications:
                  - type: fake_verification
                    name: a-example
                    place: a.example
                    select: {hostname: a.example}
                    expect:
                      state: verified

                  - type: fake_verification
                    name: x-a-example
                    place: a.example
                    select: {hostname: x.a.example}
                    expect:  # not verified
                      state: gave_up
                      held: true

                  - type: fake_verification
                    name: b-example
                    place: b.example
                    expect:
                      state: verified
                """);
        assertThat(planned()).hasSize(3);
    }

    @Test
    void selectsOnAsLittleAsTellsThemApart() {
        provider.shows(
                "a",
                live("h", "verified", Map.of("method", Value.of("txt"))),
                live("h", "verified", Map.of("method", Value.of("http"))),
                live("i", "verified", Map.of("method", Value.of("txt"), "attempts", Value.of(1))),
                live("i", "needs_proof", Map.of("method", Value.of("txt"), "attempts", Value.of(2))),
                live("j", "needs_proof", Map.of("method", Value.of("txt"))),
                live("j", "verified", Map.of()));
        assertThat(text(imported()).lines().filter(line -> line.contains("select")))
                .containsExactly(
                        "    select: {hostname: h, method: http}",
                        "    select: {hostname: h, method: txt}",
                        "    select: {hostname: i, attempts: 1}",
                        "    select: {hostname: i, attempts: 2}",
                        "    select: {hostname: j, method: txt}",
                        "    select: {hostname: j, method: {present: false}}");
        assertThat(planned()).hasSize(6);
    }

    @Test
    void whatNothingTellsApartIsOneDeclarationThatHoldsForAll() {
        provider.shows(
                "a",
                live("h", "verified", Map.of("held", Value.of(true))),
                live("h", "gave_up", Map.of()),
                live("i", "verified", Map.of()));
        assertThat(text(imported())).contains("""
                    # 2 verifications that nothing tells apart
                    select: {hostname: h}
                    expect:  # not verified
                      state: {one_of: [verified, gave_up]}
                """);
        assertThat(planned()).hasSize(3);
    }

    @Test
    void whatReportsNothingIsExpectedToReportNothing() {
        var nothing = new LiveVerification(
                "1", "", Map.of(), Status.UNKNOWN, List.of(), List.of(), List.of(), Schedule.UNKNOWN);
        provider.shows("a", nothing).shows("b", nothing, live("h", "verified", Map.of()));
        assertThat(text(imported()))
                .contains("      state: {present: false}\n", "    select: {hostname: {present: false}}\n");
        assertThat(planned()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsAsExpected(Status status) {
        provider.shows("a", FakeProvider.live("a.example", status))
                .shows("b", FakeProvider.live("b.example", status), FakeProvider.live("c.example", Status.VERIFIED));
        imported();
        assertThat(planned()).hasSize(3);
    }

    /** Names of places are attributes of a declaration, so only what a manifest can name is drafted. */
    @Test
    void hostileTextsStayTexts() {
        var all = new ArrayList<LiveVerification>();
        HOSTILE.forEach(text -> all.add(live(text, text, Map.of("held", Value.of(text), "method", Value.of(text)))));
        provider.shows("a", all.toArray(LiveVerification[]::new));
        for (String text : HOSTILE) {
            provider.shows("p " + text, live(text, text, Map.of()));
        }
        String manifest = text(imported());
        assertThat(manifest.lines()).allMatch(line -> Visible.line(line).equals(line));
        assertThat(manifest)
                .doesNotContain("m".repeat(2_000))
                .doesNotContain("\nb: c")
                .doesNotContain("\n---");
        assertThat(imported().unread())
                .extracting(one -> one.failure().what())
                .containsOnly("A declaration takes a whole name, such as shop.example.com, or an id; this is neither.");
        assertThat(planned()).hasSize(2 * HOSTILE.size() - imported().unread().size());
    }

    @Test
    void namesAreTheSameForTheSameDraftsAndNeverTwice() {
        provider.shows("a", live("*.a.example", "verified", Map.of()))
                .shows("b", live("*.a.example", "verified", Map.of()))
                .shows("c", live("wildcard.A.example", "verified", Map.of()))
                .shows("d", live("7.example", "verified", Map.of()))
                .shows("e", live("wildcard.a.example.2", "verified", Map.of()))
                .shows("null", live("", "verified", Map.of()));
        String text = text(imported());
        assertThat(text.lines().filter(line -> line.startsWith("    name: ")).map(line -> line.substring(10)))
                .containsExactly(
                        "wildcard-a-example",
                        "wildcard-a-example-2",
                        "wildcard-a-example-3",
                        "\"_7-example\"",
                        "wildcard-a-example-2-2",
                        "\"null\"");
        assertThat(text(imported())).isEqualTo(text);
        assertThat(planned()).hasSize(6);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheRestIsThere() {
        ProviderException refused =
                ProviderException.of(Kind.FORBIDDEN, "No.\nevil: true").build();
        provider.shows("a", live("a", "verified", Map.of())).fails("b\n- x", refused);
        Imported imported = imported();
        assertThat(imported.unread()).containsExactly(new Omission.Unread("b\n- x", refused));
        assertThat(text(imported)).contains("#   b\\n- x: No.\\nevil: true\n");
        assertThat(planned()).hasSize(1);
    }

    @Test
    void aRefusedCredentialEndsIt() {
        provider.fails("a", ProviderException.of(Kind.UNAUTHORIZED, "No.").build());
        ProviderException told = catchThrowableOfType(ProviderException.class, this::imported);
        assertThat(told.kind()).isEqualTo(Kind.UNAUTHORIZED);
    }

    @Test
    void aStoppedRunIsNotAWholeOne() {
        provider.shows("a", live("a", "verified", Map.of())).beforeReading(time::stop);
        assertThat(imported().stopped()).isTrue();
    }

    private static LiveVerification live(String hostname, String state, Map<String, Value> more) {
        var attributes = new LinkedHashMap<String, Value>();
        attributes.put("state", Value.of(state));
        attributes.put("hostname", Value.of(hostname));
        attributes.putAll(more);
        Status status = state.equals("verified") ? Status.VERIFIED : Status.UNKNOWN;
        String id = hostname + attributes;
        return new LiveVerification(
                id, hostname, attributes, status, List.of(), List.of(), List.of(), Schedule.UNKNOWN);
    }

    private Imported imported() {
        assertThat(account.faults()).isEmpty();
        try (Accounts accounts = Accounts.open(List.of(account.account()), time.context(4))) {
            return new Importer(time.context(4), accounts, _ -> {}).all(account.account(), Wanted.of(List.of()));
        }
    }

    private String text(Imported imported) {
        return ManifestText.of(account, imported);
    }

    /** What a plan of the manifest says; that none of it differs is checked here. */
    private List<Change> planned() {
        try {
            Path file = folder.resolve("a.yaml");
            Files.writeString(file, text(imported()));
            var manifests = new Manifests(Catalog.of(List.of(factory)), Map.of("FAKE_TOKEN", "c")::get);
            Reading reading = manifests.read(List.of(file), false);
            assertThat(reading.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
            var configuration = Objects.requireNonNull(reading.configuration());
            try (Accounts accounts = Accounts.open(configuration, time.context(4))) {
                PlanResult result = new Planner(time.context(4), "1", Lookout.NONE, _ -> {})
                        .plan(configuration, accounts, Selection.ALL);
                assertThat(result.plan().changes())
                        .allSatisfy(change -> assertThat(change.action()).isEqualTo(Action.NONE));
                return result.plan().changes();
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
