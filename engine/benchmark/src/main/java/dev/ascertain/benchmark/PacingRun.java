package dev.ascertain.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.providers.http.Credential;
import dev.ascertain.providers.http.HttpAccess;
import dev.ascertain.providers.http.HttpSettings;
import dev.ascertain.providers.http.Quota;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Secret;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to a provider, as fast as its quota allows, for some windows: the engine's own HTTP, with a quota that is
 * scaled down. (A run of 5 minutes per window would take an hour to tell the same.)
 *
 * <p>Arguments: port, calls per window, window in milliseconds, windows. Prints how many calls were answered.
 */
final class PacingRun {
    private static final int PARALLELISM = 64;

    private interface Api {
        @RequestLine("GET /zones/{zone}/ssl/verification")
        JsonNode verification(@Param("zone") String zone);
    }

    private record NoCredential() implements Credential {
        @Override
        public Request authenticate(Request request) {
            return request;
        }

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }

    private PacingRun() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var base = URI.create("http://127.0.0.1:" + arguments[0] + "/client/v4");
        var quota = new Quota(Integer.parseInt(arguments[1]), Duration.ofMillis(Long.parseLong(arguments[2])));
        var time = quota.window().multipliedBy(Long.parseLong(arguments[3]));
        var settings = new HttpSettings(
                "Stub",
                new NoCredential(),
                quota,
                refusal -> ProviderException.of(Kind.REJECTED, refusal.body()).build());
        var context = new RunContext(Clock.systemUTC(), PacingRun::sleep, PARALLELISM, "ascertain-benchmark");
        try (var access = HttpAccess.open(settings, context)) {
            System.out.println(answered(access.reads(Api.class, base), time));
        }
    }

    /** Counted from the first answer, so that the start of the program does not count. */
    private static int answered(Api api, Duration time) throws InterruptedException, ExecutionException {
        api.verification("%032x".formatted(0));
        var answered = new AtomicInteger(1);
        long end = System.nanoTime() + time.toNanos();
        Workers.run(PARALLELISM, () -> {
            while (System.nanoTime() < end) {
                api.verification("%032x".formatted(answered.get()));
                answered.addAndGet(System.nanoTime() < end ? 1 : 0);
            }
            return null;
        });
        return answered.get();
    }

    private static void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }
}
