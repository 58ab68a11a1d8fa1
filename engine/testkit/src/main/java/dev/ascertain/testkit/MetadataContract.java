package dev.ascertain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a provider says of itself, offline and without credentials. A provider that speaks to no API extends this alone;
 * any other one the {@link ProviderContract}.
 */
public abstract class MetadataContract {
    static final String NAME = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    static final String SENTENCES = "(?s)\\p{Lu}.*[.]";
    /** Sentences; an address may end them without a full stop, which would look like a part of it. */
    static final String DOC = "(?s)\\p{Lu}.*([.]|https?://\\S+)";

    /** The factory under test. */
    protected abstract ProviderFactory factory();

    /** Whether an account has a secret; false for one that needs none. */
    protected boolean needsCredentials() {
        return true;
    }

    /** How the names of its types begin, so that two providers have no type of one name. */
    protected String prefixOfTypes() {
        return factory().name() + "_";
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .as("META-INF/services/%s", ProviderFactory.class.getName())
                .extracting(found -> (Object) found.getClass())
                .contains(factory().getClass());
    }

    @Test
    void hasAName() {
        assertThat(factory().name()).matches(NAME);
        assertThat(factory().title()).isNotBlank();
    }

    @Test
    void describesItsSettings() {
        List<Setting> settings = factory().settings();
        assertThat(settings).extracting(Setting::name).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertThat(settings).allSatisfy(setting -> {
            assertThat(setting.doc()).as(setting.name()).matches(DOC);
            assertThat(setting.type()).as(setting.name()).isIn(ValueType.TEXT, ValueType.NUMBER);
            assertThat(setting.environment()).as(setting.name()).allMatch(name -> name.matches("[A-Z][A-Z0-9_]*"));
        });
        assertThat(settings.stream().anyMatch(Setting::secret)).isEqualTo(needsCredentials());
        assertThat(settings).filteredOn(Setting::secret).allSatisfy(setting -> {
            assertThat(setting.environment()).as(setting.name()).isNotEmpty();
            assertThat(setting.defaultValue()).as(setting.name()).isNull();
        });
        assertThat(settings)
                .filteredOn(setting -> setting.type() == ValueType.NUMBER)
                .allSatisfy(
                        setting -> assertThat(Integer.parseInt(Objects.requireNonNullElse(setting.defaultValue(), "0")))
                                .as(setting.name())
                                .isPositive());
    }

    @Test
    void asksForACredentialInSentences() {
        List<SettingFault> faults = factory().check(new Settings("account", Map.of(), Map.of()));

        assertThat(!faults.isEmpty()).isEqualTo(needsCredentials());
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.summary()).matches("\\p{Lu}.*[^.]");
            assertThat(fault.detail()).matches(SENTENCES);
        });
        assertThat(faults)
                .extracting(SettingFault::setting)
                .filteredOn(Objects::nonNull)
                .isSubsetOf(factory().settings().stream().map(Setting::name).toList());
    }

    @Test
    void describesItsTypes() {
        List<ResourceType> types = factory().resourceTypes();
        assertThat(types).isNotEmpty().extracting(ResourceType::name).doesNotHaveDuplicates();
        assertThat(types).allSatisfy(type -> {
            assertThat(type.name()).matches(NAME).startsWith(prefixOfTypes());
            assertThat(type.doc()).matches(DOC);
            assertThat(type.declared()).isNotEmpty();
            assertThat(type.live()).isNotEmpty();
            assertThat(type.pollingSteps()).isNotEmpty().allMatch(Duration::isPositive);
        });
    }

    @Test
    void describesWhatIsDeclared() {
        assertThat(types()).allSatisfy(type -> {
            assertThat(type.declared())
                    .extracting(DeclaredAttribute::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches(NAME));
            assertThat(type.declared()).allSatisfy(attribute -> {
                assertThat(attribute.doc()).as(attribute.name()).matches(DOC);
                assertThat(attribute.defaultValue() == null || fits(attribute.defaultValue(), attribute))
                        .as("the default of %s", attribute.name())
                        .isTrue();
                assertThat(!attribute.desired() || type.live(attribute.name()).isPresent())
                        .as("%s is desired, so it is reported too", attribute.name())
                        .isTrue();
            });
            assertThat(type.exactlyOneOf().stream().flatMap(Set::stream))
                    .allMatch(name -> type.declared(name).isPresent());
        });
    }

    @Test
    void describesWhatIsReported() {
        assertThat(types()).allSatisfy(type -> {
            assertThat(type.live())
                    .extracting(LiveAttribute::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches(NAME));
            assertThat(type.live())
                    .allSatisfy(attribute ->
                            assertThat(attribute.doc()).as(attribute.name()).matches(DOC));
        });
    }

    @Test
    void hasAnIdeaOfVerified() {
        assertThat(types())
                .allSatisfy(type -> assertThat(type.verified())
                        .isNotEmpty()
                        .allSatisfy(expectation -> assertThat(fits(expectation, type))
                                .as("%s: %s", expectation.attribute(), expectation.value())
                                .isTrue()));
    }

    /** A time or a token changes by itself, so a manifest that expects it would differ tomorrow. */
    @Test
    void draftsOnlyWhatLasts() {
        factory().importable().ifPresent(importable -> {
            ResourceType type = types().filter(one -> one.name().equals(importable.type()))
                    .findFirst()
                    .orElseThrow();
            assertThat(importable.things()).isNotBlank();
            assertThat(Stream.concat(importable.stated().stream(), importable.telling().stream()))
                    .allSatisfy(name -> assertThat(type.live(name))
                            .as(name)
                            .hasValueSatisfying(attribute -> assertThat(attribute.type())
                                    .isIn(ValueType.TEXT, ValueType.FLAG, ValueType.NUMBER)));
            assertThat(importable.stated()).doesNotHaveDuplicates();
            assertThat(importable.telling()).doesNotHaveDuplicates();
        });
    }

    private Stream<ResourceType> types() {
        return factory().resourceTypes().stream();
    }

    private static boolean fits(Value value, DeclaredAttribute attribute) {
        return typeOf(value, attribute.type())
                && (attribute.words().isEmpty() || attribute.words().contains(value.asText()));
    }

    private static boolean fits(DefaultExpectation expectation, ResourceType type) {
        return type.live(expectation.attribute())
                .filter(live -> typeOf(expectation.value(), live.type()))
                .filter(live -> live.words().isEmpty()
                        || live.words().contains(expectation.value().asText()))
                .isPresent();
    }

    static boolean typeOf(Value value, ValueType type) {
        return switch (value) {
            case Value.Text _ -> type == ValueType.TEXT;
            case Value.Flag _ -> type == ValueType.FLAG;
            case Value.Amount _ -> type == ValueType.NUMBER;
            case Value.Moment _ -> type == ValueType.TIME;
            case Value.Items(List<Value> items) ->
                switch (type) {
                    case TEXTS -> items.stream().allMatch(Value.Text.class::isInstance);
                    case RECORDS -> items.stream().allMatch(Value.Fields.class::isInstance);
                    case TEXT, FLAG, NUMBER, TIME -> false;
                };
            case Value.Fields _ -> false;
        };
    }
}
