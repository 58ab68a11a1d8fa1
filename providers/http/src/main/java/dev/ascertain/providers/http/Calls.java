package dev.ascertain.providers.http;

import feign.InvocationHandlerFactory.MethodHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the methods of one Feign interface. */
final class Calls implements InvocationHandler {
    private final String name;
    private final Map<Method, MethodHandler> handlers;
    private final Attempts attempts;
    private final @Nullable Backoff backoff;

    /**
     * @param backoff when to repeat a call; null if it must not be repeated
     */
    Calls(String name, Map<Method, MethodHandler> handlers, Attempts attempts, @Nullable Backoff backoff) {
        this.name = name;
        this.handlers = handlers;
        this.attempts = attempts;
        this.backoff = backoff;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, given);
        }
        MethodHandler handler = handlers.get(method);
        if (handler == null) {
            throw new IllegalStateException(method + " is no call");
        }
        return method.isDefault() ? handler.invoke(given) : call(handler, given);
    }

    private Object ofObject(Object proxy, Method method, Object[] given) {
        return switch (method.getName()) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> name;
        };
    }

    private @Nullable Object call(MethodHandler handler, Object[] given) {
        Duration waited = Duration.ZERO;
        for (int made = 1; ; made++) {
            switch (attempts.make(handler, given)) {
                case Outcome.Answered(Object value) -> {
                    return value;
                }
                case Outcome.Failed failed -> waited = waited.plus(waitAfter(failed, made, waited));
            }
        }
    }

    /** Waits before the next attempt; throws the failure if there is none. */
    private Duration waitAfter(Outcome.Failed failed, int made, Duration waited) {
        Optional<Duration> wait = backoff == null ? Optional.empty() : backoff.next(made, waited, failed);
        if (wait.isEmpty()) {
            throw failed.told();
        }
        try {
            attempts.hold(wait.get());
            return wait.get();
        } catch (InterruptedException stop) {
            throw Failures.stopped(stop);
        }
    }
}
