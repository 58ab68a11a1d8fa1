package dev.ascertain.core.draft;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Makes calls of which none may be missing, as many at a time as the run allows. The first one is made alone, so that a
 * refused credential is refused once; after a failure no other is begun.
 */
final class Together {
    private final RunContext context;
    private final Semaphore places;
    private final AtomicBoolean failed = new AtomicBoolean();

    Together(RunContext context) {
        this.context = context;
        this.places = new Semaphore(context.parallelism());
    }

    /**
     * @return what came of each argument, in their order
     * @throws ProviderException the failure of the first argument that failed
     */
    <A, B> List<B> all(List<A> arguments, Function<A, B> call) {
        var results = new ArrayList<B>();
        if (arguments.isEmpty()) {
            return results;
        }
        results.add(asked(call, arguments.getFirst()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<B>> rest = arguments.stream()
                    .skip(1)
                    .map(argument -> threads.submit(() -> inTurn(call, argument)))
                    .toList();
            rest.forEach(one -> results.add(result(one)));
        }
        return results;
    }

    private <A, B> B inTurn(Function<A, B> call, A argument) throws InterruptedException {
        places.acquire();
        try {
            return asked(call, argument);
        } finally {
            places.release();
        }
    }

    private <A, B> B asked(Function<A, B> call, A argument) {
        try {
            context.pause().hold(Duration.ZERO);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notAsked();
        }
        if (failed.get()) {
            throw notAsked();
        }
        try {
            return call.apply(argument);
        } catch (RuntimeException failure) {
            failed.set(true);
            throw failure;
        }
    }

    private static <B> B result(Future<B> call) {
        try {
            return call.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notAsked();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProviderException said) {
                throw said;
            }
            throw new IllegalStateException("a call of a list", failure.getCause());
        }
    }

    private static ProviderException notAsked() {
        return ProviderException.of(Kind.NOT_ASKED, "The run was stopped before all was found.")
                .build();
    }
}
