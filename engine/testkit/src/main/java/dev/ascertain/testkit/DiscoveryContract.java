package dev.ascertain.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Discovery.Listing;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a provider tells what there is, if it does: by reads, and without a secret. */
abstract class DiscoveryContract extends FailureContract {
    abstract Provider provider();

    /** How a call is answered from now on. */
    abstract void answer(UrlPattern call, ResponseDefinitionBuilder answer);

    /** The body of a good answer to the call that lists, as JSON, with at least one thing; empty if there is no such call. */
    protected String listing() {
        return "";
    }

    /** A name that can be looked up; the answer to the look-up, if one is made, is {@link #listing}. */
    protected String name() {
        return "shop.example.com";
    }

    private Importable importable() {
        Optional<Importable> importable = factory().importable();
        assumeTrue(importable.isPresent(), "nothing can be imported");
        return importable.orElseThrow();
    }

    private Discovery listed() {
        assumeTrue(importable().listed(), "there is no list");
        return provider().discovery();
    }

    @Test
    void tellsWhatThereIsIfItSaysSo() {
        boolean tells = provider().discovery() != Discovery.NONE;

        assertThat(tells).isEqualTo(factory().importable().isPresent());
        assertThat(requests()).isEmpty();
    }

    @Test
    void listsByReadsOnly() {
        Discovery discovery = listed();
        answer(anyUrl(), okJson(listing()));

        Listing listing = discovery.all(1);

        assertThat(listing.found()).isNotEmpty().allSatisfy(this::isSound);
        assertThat(listing.pages()).isPositive();
        assertThat(requests())
                .hasSize(1)
                .allMatch(request -> request.getMethod().value().equals("GET"));
        answers().canaries().assertNotIn(listing);
    }

    @Test
    void listsTheSameWithFieldsItDoesNotKnow() {
        Discovery discovery = listed();
        answer(anyUrl(), okJson(listing()));
        Listing known = discovery.all(1);
        answer(anyUrl(), okJson(Mutation.withUnknownFields(listing())));

        assertThat(discovery.all(1)).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "401, json, UNAUTHORIZED",
        "403, json, FORBIDDEN",
        "429, json, THROTTLED",
        "503, html, UNAVAILABLE",
        "200, half, MALFORMED_RESPONSE",
    })
    void aListThatCannotBeReadIsNone(int status, String form, Kind kind) {
        Discovery discovery = listed();
        answer(anyUrl(), answers().of(status, form).withHeader("Retry-After", "1"));

        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> discovery.all(1));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.what()).matches(SENTENCES);
        answers().canaries().assertNotIn(failure);
    }

    @Test
    void findsWhatIsNamed() {
        importable();
        answer(anyUrl(), okJson(listing()));

        List<Found> found = provider().discovery().named(name());

        assertThat(found).isNotEmpty().allSatisfy(this::isSound);
        assertThat(requests()).allMatch(request -> request.getMethod().value().equals("GET"));
        answers().canaries().assertNotIn(found);
    }

    /** What is found can be declared: a declaration of it is bound without a call. */
    private void isSound(Found found) {
        var type = factory().resourceTypes().stream()
                .filter(one -> one.name().equals(importable().type()))
                .findFirst()
                .orElseThrow();
        assertThat(found.name()).isNotBlank();
        assertThat(found.attributes()).isNotEmpty();
        assertThat(found.attributes().keySet())
                .allMatch(attribute -> type.declared(attribute).isPresent());
        int before = requests().size();
        var attributes = new HashMap<>(found.attributes());
        type.declared().stream()
                .filter(one -> one.defaultValue() != null)
                .forEach(one -> attributes.putIfAbsent(one.name(), one.defaultValue()));
        assertThat(provider().bind(new Declared(type.name() + ".found", type.name(), attributes)))
                .isNotNull();
        assertThat(requests()).hasSize(before);
    }
}
