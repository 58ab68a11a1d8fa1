package dev.ascertain.benchmark;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The same work on many virtual threads. */
final class Workers {
    private Workers() {}

    /** Returns when all have ended; fails if one of them has. */
    static void run(int parallelism, Callable<Void> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(parallelism, work))) {
                each.get();
            }
        }
    }
}
