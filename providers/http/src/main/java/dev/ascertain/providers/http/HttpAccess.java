package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.RunContext;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One credential's way to its provider. Safe for many threads.
 *
 * <p>Every failure leaves as a {@link ProviderException}; neither Feign's nor Jackson's exceptions do.
 *
 * <p>Methods of a Feign interface return a record, which is decoded from JSON, a
 * {@link com.fasterxml.jackson.databind.JsonNode}, or nothing, where the body is not wanted and any success will do. A
 * record's {@code verifyType} is {@code verify_type} on the wire; fields that it does not have are ignored, and so are
 * Jackson's annotations.
 */
public final class HttpAccess implements AutoCloseable {
    private final HttpSettings settings;
    private final Timeouts timeouts;
    private final Transport transport;
    private final Client client;
    private final Attempts attempts;
    private final RefusalDecoder refusals;
    private final Clock clock;

    private HttpAccess(HttpSettings settings, RunContext context, Timeouts timeouts, Transport transport) {
        this.settings = settings;
        this.timeouts = timeouts;
        this.clock = context.clock();
        this.transport = transport;
        this.refusals = new RefusalDecoder(settings.vendor(), settings.refusals(), context.clock());
        var gate = new Gate(settings.vendor());
        var pacing = new Pacing(guarded(exchange(context), gate), settings, context);
        this.client = pacing;
        this.attempts = new Attempts(settings.vendor(), gate, pacing, context.pause());
    }

    /** Gets ready what the calls of every account need, see {@link dev.ascertain.spi.ProviderFactory#prepare}. */
    public static void prepare() {
        DryRun.once();
    }

    /** Opens the way. Nothing is connected yet. */
    public static HttpAccess open(HttpSettings settings, RunContext context) {
        return open(settings, context, Timeouts.USUAL);
    }

    static HttpAccess open(HttpSettings settings, RunContext context, Timeouts timeouts) {
        var transport = new Transport(context.parallelism(), context.userAgent(), timeouts);
        return new HttpAccess(settings, context, timeouts, transport);
    }

    /** A way over another transport than the network. */
    static HttpAccess over(Transport transport, HttpSettings settings, RunContext context) {
        return new HttpAccess(settings, context, Timeouts.USUAL, transport);
    }

    /** One exchange, from the inside out: each layer sees what the one before it lets through. */
    private Client exchange(RunContext context) {
        var redaction = new Redaction(settings.credential().secrets());
        Client bounded = new Deadline(transport, timeouts.call(), context.clock());
        Client clean = new Cleaning(bounded, redaction);
        Client logged = new ExchangeLog(clean, redaction, context.clock());
        Client worded = new NetworkFaults(logged, settings.vendor(), timeouts);
        return new Authentication(worded, settings.credential());
    }

    private static Client guarded(Client next, Gate gate) {
        return (request, options) -> {
            gate.check();
            return next.execute(request, options);
        };
    }

    /**
     * A Feign interface whose calls change nothing: they are repeated within the budget where that can help.
     *
     * @param base such as {@code https://api.cloudflare.com/client/v4}, see {@link BaseUrl}
     */
    public <T> T reads(Class<T> api, URI base) {
        Thread.ofPlatform().daemon().start(() -> prepare(api));
        return target(api, base, new Backoff(() -> ThreadLocalRandom.current().nextDouble(), clock));
    }

    /** What the first call would otherwise wait for: of a short run it is a good part. */
    private void prepare(Class<?> api) {
        transport.prepare();
        for (Method call : api.getMethods()) {
            Json.prepare(call.getGenericReturnType());
        }
    }

    /** A Feign interface whose calls ask for something: each is sent once, whatever happens. */
    public <T> T triggers(Class<T> api, URI base) {
        return target(api, base, null);
    }

    private <T> T target(Class<T> api, URI base, @Nullable Backoff backoff) {
        var json = new Json(settings.vendor());
        String name = api.getSimpleName() + " at " + base;
        return Feign.builder()
                .client(client)
                .options(new Request.Options(timeouts.connect(), timeouts.response(), false))
                .retryer(Retryer.NEVER_RETRY)
                .encoder(json)
                .decoder(json)
                .errorDecoder(refusals)
                .contract(new PathContract())
                .requestInterceptor(template -> PathContract.check(template, settings.vendor()))
                .requestInterceptor(template -> template.header("Accept", "application/json"))
                .invocationHandlerFactory((target, handlers) -> new Calls(name, handlers, attempts, backoff))
                .target(api, BaseUrl.of(base.toString()).toString());
    }

    @Override
    public void close() {
        transport.close();
    }
}
