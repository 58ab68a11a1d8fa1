package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sandbox answers many at once: what a benchmark measures is the program, not this. */
class LoadTest {
    private static final int NAMES = 1000;
    private static final int AT_ONCE = 50;

    /** 1,000 questions of 20 ms, 50 at a time, take 0.4 s; there is room for a slow machine, not for a queue (20 s). */
    @Test
    void aLatencyHoldsUpNobodyElse() throws Exception {
        var records = new StringBuilder();
        IntStream.range(0, NAMES).forEach(i -> records.append("_n" + i + " TXT token-" + i + "\\n"));
        var world = "dns: {latency: 20ms, zones: [{name: shop.example, records: \"" + records + "\"}]}";
        try (var sandbox = Sandbox.start(Scenario.parse(world));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asker = Asker.of(sandbox, "127.0.0.4");
            var places = new Semaphore(AT_ONCE);
            List<Callable<String>> questions = new ArrayList<>();
            for (int i = 0; i < NAMES; i++) {
                var name = "_n" + i + ".shop.example";
                questions.add(() -> {
                    places.acquire();
                    try {
                        return asker.brief(name, "TXT");
                    } finally {
                        places.release();
                    }
                });
            }
            var begin = Instant.now();
            var answers = threads.invokeAll(questions);
            var taken = Duration.between(begin, Instant.now());
            for (int i = 0; i < NAMES; i++) {
                assertThat(answers.get(i).get()).isEqualTo("NOERROR aa token-" + i);
            }
            assertThat(taken).isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
            assertThat(sandbox.questions()).hasSize(NAMES);
        }
    }
}
