package dev.ascertain.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every provider keeps to. A provider's test extends this, once for each of its types, and says only what its
 * vendor is like; the checks are here.
 *
 * <p>Secrets are canaries: they are given to the provider, sent back by the server, and looked for in all that the
 * provider shows. Time is a {@link FakeTime}, so that a wait is over at once.
 */
public abstract class ProviderContract extends DiscoveryContract {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = FakeTime.at("2026-03-01T00:00:00Z");
    private Canaries canaries = new Canaries(Set.of());
    private Provider provider = new FakeProvider(time);

    /**
     * Settings that are no secrets. What is left out has its default.
     *
     * @param server the address of the server, such as {@code http://localhost:8080}
     */
    protected abstract Map<String, String> plain(String server);

    /** The secret settings of one way to authenticate. Their values are made here. */
    protected abstract Set<String> secrets();

    /** A declaration of the type under test, with which the provider observes in one call. */
    protected abstract Declared declared();

    /** That one call. */
    protected abstract UrlPattern read();

    /** The body of a good answer to it, as JSON: at least one verification that is not as it should be. */
    protected abstract String body();

    /** The same with a state that this version does not know, or none. */
    protected abstract String bodyOfUnknownState();

    /** Whether a request asks for a check rather than only reads. */
    protected boolean triggers(LoggedRequest request) {
        return !request.getMethod().value().equals("GET");
    }

    /** The body of a failure, in the vendor's form; it may hold this text. */
    protected abstract String refusal(String text);

    /**
     * What a 404 to the read means: that the vendor knows no such thing, or, where it would say that otherwise, that
     * there is no such call ({@link Kind#REJECTED}).
     */
    @Override
    protected Kind kindOfNotFound() {
        return Kind.NOT_FOUND;
    }

    @BeforeEach
    final void open() {
        CapturedLog.requireBinding();
        CapturedLog.clear();
        canaries = new Canaries(secrets());
        provider = factory().create(settings(), time.context(4));
        assertThat(SERVER.getAllServeEvents()).as("opening makes no call").isEmpty();
    }

    @AfterEach
    final void close() {
        provider.close();
        CapturedLog.lines().forEach(canaries::assertNotIn);
        canaries.assertNotIn(provider);
    }

    private Settings settings() {
        Map<String, String> plain = new TreeMap<>(plain(SERVER.baseUrl()));
        for (Setting setting : factory().settings()) {
            if (setting.defaultValue() != null) {
                plain.putIfAbsent(setting.name(), setting.defaultValue());
            }
        }
        return new Settings("account", plain, canaries.secrets());
    }

    @Test
    void acceptsGoodSettings() {
        assertThat(factory().check(settings())).isEmpty();
    }

    @Test
    void bindsWithoutACall() {
        Target target = provider.bind(declared());

        assertThat(provider.bind(declared())).isEqualTo(target).hasSameHashCodeAs(target);
        assertThat(target.describe()).isNotBlank();
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void observesByReadsOnly() {
        answer(okJson(body()));

        observe(Interest.PLAIN);
        observe(new Curiosity());

        assertThat(requests())
                .isNotEmpty()
                .noneMatch(this::triggers)
                .allMatch(request -> request.getMethod().value().equals("GET"));
    }

    @Test
    void reportsWhatItsTypeDescribes() {
        answer(okJson(body()));
        ResourceType type = factory().resourceTypes().stream()
                .filter(t -> t.name().equals(declared().type()))
                .findFirst()
                .orElseThrow();

        Observation observation = observe(Interest.PLAIN);

        assertThat(observation.at()).isEqualTo(time.instant());
        assertThat(observation.notices()).allMatch(notice -> notice.matches(SENTENCES));
        assertThat(observation.verifications())
                .isNotEmpty()
                .extracting(LiveVerification::id)
                .doesNotHaveDuplicates();
        assertThat(observation.verifications())
                .allSatisfy(live -> live.attributes()
                        .forEach((name, value) -> assertThat(type.live(name))
                                .as(name)
                                .hasValueSatisfying(attribute -> assertThat(typeOf(value, attribute.type()))
                                        .as("%s is %s", name, attribute.type())
                                        .isTrue())));
    }

    @Test
    void observesTheSameTwice() {
        answer(okJson(body()));

        assertThat(observe(Interest.PLAIN)).isEqualTo(observe(Interest.PLAIN));
    }

    @Test
    void survivesFieldsItDoesNotKnow() {
        answer(okJson(body()));
        Observation known = observe(Interest.PLAIN);
        answer(okJson(Mutation.withUnknownFields(body())));

        assertThat(observe(Interest.PLAIN)).isEqualTo(known);
    }

    @Test
    void survivesAStateItDoesNotKnow() {
        answer(okJson(bodyOfUnknownState()));

        assertThat(observe(Interest.PLAIN).verifications())
                .extracting(LiveVerification::status)
                .contains(Status.UNKNOWN);
    }

    @Test
    void decidesWithoutACall() {
        answer(okJson(body()));
        Observation observation = observe(Interest.PLAIN);
        SERVER.resetRequests();

        for (Trigger.Kind kind : Trigger.Kind.values()) {
            List<TriggerDecision> decisions = decide(observation, kind);

            assertThat(decisions).hasSameSizeAs(observation.verifications()).isEqualTo(decide(observation, kind));
            decisions.forEach(canaries::assertNotIn);
        }
        assertThat(requests()).isEmpty();
    }

    @Test
    void triggersOnceWhateverHappens() {
        answer(okJson(body()));
        List<Trigger> triggers = decide(observe(Interest.PLAIN), Trigger.Kind.RECHECK).stream()
                .flatMap(decision ->
                        decision instanceof TriggerDecision.Ask(Trigger trigger) ? Stream.of(trigger) : Stream.empty())
                .distinct()
                .toList();
        SERVER.resetMappings();
        SERVER.stubFor(any(anyUrl()).willReturn(answers().of(503, "html")));

        assertThat(triggers).isNotEmpty();
        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> provider.trigger(target(), triggers.getFirst()));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(requests()).filteredOn(this::triggers).hasSize(1);
    }

    @Override
    final void answer(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(read()).willReturn(answer));
    }

    @Override
    final Provider provider() {
        return provider;
    }

    @Override
    final void answer(UrlPattern call, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(call).willReturn(answer));
    }

    private Target target() {
        return provider.bind(declared());
    }

    private Observation observe(Interest interest) {
        Observation observation = provider.observe(target(), interest);
        canaries.assertNotIn(observation);
        return observation;
    }

    @Override
    final Answers answers() {
        return new Answers(canaries, body(), refusal(canaries.echo()));
    }

    @Override
    final FakeTime time() {
        return time;
    }

    @Override
    final ProviderException failure() {
        return catchThrowableOfType(ProviderException.class, () -> provider.observe(target(), Interest.PLAIN));
    }

    private List<TriggerDecision> decide(Observation observation, Trigger.Kind kind) {
        List<TriggerWish> wishes = observation.verifications().stream()
                .map(live -> new TriggerWish(declared(), live, kind))
                .toList();
        return provider.decide(target(), observation, wishes);
    }

    @Override
    final List<LoggedRequest> requests() {
        return SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
    }
}
