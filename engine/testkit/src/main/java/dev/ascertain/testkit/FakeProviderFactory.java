package dev.ascertain.testkit;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A provider named {@code fake} for tests of the engine, with one type, {@code fake_verification}, that has an attribute
 * of each sort.
 */
public final class FakeProviderFactory implements ProviderFactory {
    /** The one type. A declaration names its target by {@code place} or by {@code place_id}. */
    public static final ResourceType TYPE = new ResourceType(
            "fake_verification",
            "A verification of nothing.",
            List.of(
                    DeclaredAttribute.text("place", "What is read, by name."),
                    DeclaredAttribute.text("place_id", "What is read, by id."),
                    DeclaredAttribute.word("method", "How it is proved.", "http", "txt")
                            .asDesired(),
                    DeclaredAttribute.word("trigger", "How to ask.", "each", "all", "none", "impossible")
                            .orElse("each"),
                    DeclaredAttribute.flag("allow_new_order", "Whether a new order may be made.", false)),
            List.of(
                    LiveAttribute.text(
                            "state", "The state.", "verified", "needs_proof", "in_progress", "gave_up", "ended"),
                    LiveAttribute.text("hostname", "The name that is verified."),
                    LiveAttribute.text("method", "How it is proved.", "http", "txt"),
                    LiveAttribute.of("held", ValueType.FLAG, "Whether somebody reviews it by hand."),
                    LiveAttribute.of("attempts", ValueType.NUMBER, "How often it was checked."),
                    LiveAttribute.of("expires_on", ValueType.TIME, "When it ends."),
                    LiveAttribute.of("hosts", ValueType.TEXTS, "Every name that is covered."),
                    LiveAttribute.of("records", ValueType.RECORDS, "What is to be published.")),
            List.of(Set.of("place", "place_id")),
            List.of(
                    new DefaultExpectation("state", Value.of("verified"), false),
                    new DefaultExpectation("held", Value.of(false), true)),
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)));

    private final Function<RunContext, Provider> opening;

    /** Opens a provider of its own for each account: see {@link FakeProvider#FakeProvider(java.time.Clock)}. */
    public FakeProviderFactory() {
        this(context -> new FakeProvider(context.clock()));
    }

    /** Opens the provider that the test holds. */
    public FakeProviderFactory(FakeProvider provider) {
        this(_ -> provider);
    }

    private FakeProviderFactory(Function<RunContext, Provider> opening) {
        this.opening = opening;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String title() {
        return "Fake";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.secret("token", "The credential.", "FAKE_TOKEN"),
                Setting.text("region", "Where it is.", "FAKE_REGION").orElse("here"),
                Setting.number("calls_per_minute", "How many calls it accepts.", 60));
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(TYPE);
    }

    @Override
    public Optional<Importable> importable() {
        return Optional.of(new Importable(
                TYPE.name(),
                "places",
                true,
                List.of("state", "held", "attempts", "method"),
                List.of("hostname", "method", "attempts")));
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return settings.has("token")
                ? List.of()
                : List.of(new SettingFault(null, "Missing credential", "Set token, or FAKE_TOKEN."));
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        return opening.apply(context);
    }
}
