package dev.ascertain.providers.http;

import dev.ascertain.spi.Pause;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import java.time.Duration;

/** Makes single attempts: through the gate, and with every way to fail turned into one. */
final class Attempts {
    private final String vendor;
    private final Gate gate;
    private final Pacing pacing;
    private final Pause pause;

    Attempts(String vendor, Gate gate, Pacing pacing, Pause pause) {
        this.vendor = vendor;
        this.gate = gate;
        this.pacing = pacing;
        this.pause = pause;
    }

    Outcome make(MethodHandler call, Object[] arguments) {
        try {
            gate.enter();
        } catch (InterruptedException stop) {
            return Outcome.Failed.of(Failures.stopped(stop));
        } catch (ProviderException refused) {
            return Outcome.Failed.of(refused);
        }
        Outcome outcome = new Outcome.Failed(notBuilt(), false);
        try {
            outcome = send(call, arguments);
        } finally {
            gate.leave(outcome);
        }
        return outcome;
    }

    private Outcome send(MethodHandler call, Object[] arguments) {
        try {
            return new Outcome.Answered(call.invoke(arguments));
        } catch (RuntimeException failure) {
            return paced(failed(failure));
        } catch (Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("a call may throw no checked exception", failure);
        }
    }

    private Outcome.Failed failed(RuntimeException failure) {
        return switch (failure) {
            case ProviderException told -> Outcome.Failed.of(told);
            case Fault fault -> fault.failed();
            case FeignException wrapped when wrapped.getCause() instanceof RuntimeException cause -> failed(cause);
            case FeignException _ -> new Outcome.Failed(notBuilt(), false);
            default -> throw failure;
        };
    }

    /** A vendor that wants not to be asked is asked by nobody with this credential. */
    private Outcome.Failed paced(Outcome.Failed failed) {
        if (failed.told().kind() != Kind.THROTTLED) {
            return failed;
        }
        Duration rest = failed.told().retryAfter().orElse(pacing.window());
        pacing.hold(rest);
        return Outcome.Failed.of(Failures.withRetryAfter(failed.told(), rest));
    }

    private ProviderException notBuilt() {
        return ProviderException.of(Kind.REJECTED, "The request to %s could not be made.".formatted(vendor))
                .build();
    }

    void hold(Duration duration) throws InterruptedException {
        pause.hold(duration);
    }
}
