package dev.ascertain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a provider fails: in a closed set of ways, in sentences, and without a secret. */
abstract class FailureContract extends MetadataContract {
    abstract Answers answers();

    /** How the read is answered from now on. */
    abstract void answer(ResponseDefinitionBuilder answer);

    /** Reads, and fails. */
    abstract ProviderException failure();

    /** What the server was sent. */
    abstract List<LoggedRequest> requests();

    abstract FakeTime time();

    protected abstract Kind kindOfNotFound();

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, json, REJECTED, 1",
        "401, json, UNAUTHORIZED, 1",
        "403, json, FORBIDDEN, 1",
        "404, json, NOT_FOUND, 1",
        "409, html, REJECTED, 1",
        "429, json, THROTTLED, 4",
        "500, json, UNAVAILABLE, 4",
        "502, html, UNAVAILABLE, 4",
        "503, nothing, UNAVAILABLE, 4",
        "200, html, MALFORMED_RESPONSE, 4",
        "200, half, MALFORMED_RESPONSE, 4",
        "200, nothing, MALFORMED_RESPONSE, 4",
        "302, nothing, MALFORMED_RESPONSE, 1",
    })
    void everyFailureHasItsKind(int status, String form, Kind kind, int attempts) {
        answer(answers().of(status, form).withHeader("Location", "/elsewhere").withHeader("Retry-After", "1"));

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(status == 404 ? kindOfNotFound() : kind);
        assertThat(failure.what()).matches(SENTENCES).contains(factory().title());
        assertThat(failure.hint().orElse("None.")).matches(SENTENCES);
        answers().canaries().assertNotIn(failure);
        answers().canaries().assertNotIn(failure.hint());
        answers().canaries().assertNotIn(failure.code());
        assertThat(requests()).hasSize(attempts);
    }

    @Test
    void passesOnHowLongNotToAsk() {
        answer(answers().of(429, "json").withHeader("Retry-After", "3600"));

        assertThat(failure().retryAfter()).contains(Duration.ofHours(1));
        assertThat(time().held()).isEmpty();
    }

    @Test
    void after401AsksNothingMore() {
        answer(answers().of(401, "json"));

        failure();

        assertThat(failure().kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void afterCtrlCAsksNothing() {
        time().stop();

        assertThat(failure().kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(requests()).isEmpty();
    }
}
