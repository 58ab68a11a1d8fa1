package dev.ascertain.evidence.dns;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Many small things at a time: cheap threads that only wait for others. */
final class Together {
    private static final Executor THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("look-", 0).factory());

    private Together() {}

    static <T> CompletableFuture<T> begin(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, THREADS);
    }

    /** Does the same with each, all at once; the results in order. */
    static <T, R> List<R> each(List<T> items, Function<T, R> task) {
        if (items.size() == 1) {
            return List.of(task.apply(items.getFirst()));
        }
        var begun = items.stream().map(item -> begin(() -> task.apply(item))).toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    /** The same, but not more than so many at a time: whoever waits for a turn elsewhere takes memory meanwhile. */
    static <T, R> List<R> each(List<T> items, int most, Function<T, R> task) {
        var places = new Semaphore(most);
        return each(items, item -> {
            places.acquireUninterruptibly();
            try {
                return task.apply(item);
            } finally {
                places.release();
            }
        });
    }

    /** Does all of them at once, and waits. */
    static void all(List<Runnable> tasks) {
        var unused = each(tasks, task -> {
            task.run();
            return true;
        });
    }
}
