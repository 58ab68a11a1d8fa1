package dev.ascertain.cli.terminal;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C in two stages, and SIGTERM like it: the first signal asks the run to stop, the second ends the process at once.
 *
 * <p>A shutdown hook cannot do this: the platform ignores further signals while hooks run. The signal classes of
 * {@code jdk.unsupported} are reached by reflection, because naming them is a compiler warning that nothing silences.
 */
final class Signals {
    private static final int HALTED = 130;

    private Signals() {}

    /**
     * @param onFirst what the first signal does; must not block
     */
    static void handle(Runnable onFirst) {
        var seen = new AtomicInteger();
        Runnable onSignal = () -> {
            if (seen.incrementAndGet() > 1) {
                Runtime.getRuntime().halt(HALTED);
            }
            onFirst.run();
        };
        // Beside the start of the program: it takes as long as reading a manifest.
        Thread.ofPlatform().daemon().name("signals").start(() -> install(onSignal));
    }

    private static void install(Runnable onSignal) {
        try {
            handle(onSignal, "INT");
            handle(onSignal, "TERM");
        } catch (ReflectiveOperationException notHere) {
            // Without them Ctrl-C ends the process at once, as it does in any other program.
        }
    }

    private static void handle(Runnable onSignal, String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy = Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        onSignal.run();
                    }
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
