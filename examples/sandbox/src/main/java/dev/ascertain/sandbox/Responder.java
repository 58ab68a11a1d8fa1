package dev.ascertain.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.ascertain.sandbox.Scenario.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where WireMock hands over: from its request to a {@link Call}, and from a {@link World.Reply} to its response. */
final class Responder implements ResponseDefinitionTransformerV2 {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int HUGE = 100 * 1024 * 1024;

    private final World world;
    private final Clock clock;
    private final Consumer<Exchange> log;

    Responder(World world, Clock clock, Consumer<Exchange> log) {
        this.world = world;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public String getName() {
        return "sandbox";
    }

    /** Logs before it answers: whoever has the answer finds the request in the log. */
    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var call = call(event.getRequest(), clock.instant());
        var reply = world.answer(call);
        log.accept(new Exchange(
                call.at(),
                reply.vendor(),
                call.method(),
                call.target(),
                reply.answer().status(),
                word(reply.spoilt())));
        return response(reply);
    }

    private static Call call(Request request, Instant now) {
        var parts = request.getUrl().split("\\?", 2);
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), String.join(",", header.values()));
        }
        return new Call(
                now,
                request.getMethod().value(),
                parts[0],
                parts.length < 2 ? "" : parts[1],
                headers,
                request.getBodyAsString());
    }

    private static ResponseDefinition response(World.Reply reply) {
        var answer = reply.answer();
        var builder = new ResponseDefinitionBuilder()
                .withStatus(answer.status())
                .withFixedDelay(Math.toIntExact(reply.latency().toMillis()))
                .withBody(answer.body());
        answer.headers().forEach(builder::withHeader);
        return switch (reply.spoilt()) {
            case HTML, THROTTLED -> builder.build();
            case CUT ->
                builder.withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK)
                        .build();
            case RESET ->
                builder.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)
                        .build();
            case HALF ->
                builder.withBody(answer.body().substring(0, answer.body().length() / 2))
                        .build();
            case HUGE ->
                builder.withBody("{\"result\":[\"" + "x".repeat(HUGE) + "\"]}").build();
            case NEVER ->
                builder.withFixedDelay(Math.toIntExact(NEVER.toMillis())).build();
            case null -> builder.build();
        };
    }

    private static String word(Fault.@Nullable Kind kind) {
        return kind == null ? "" : kind.name().toLowerCase(Locale.ROOT);
    }
}
