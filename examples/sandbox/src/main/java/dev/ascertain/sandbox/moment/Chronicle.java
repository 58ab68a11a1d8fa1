package dev.ascertain.sandbox.moment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has happened so far, and so since when what waited for it is true. Safe for many threads. */
public final class Chronicle {
    private record Called(String line, Instant at) {}

    private final Instant start;
    private final List<Called> calls = new ArrayList<>();
    private final Map<String, List<Instant>> questions = new ConcurrentHashMap<>();

    public Chronicle(Instant start) {
        this.start = start;
    }

    public Instant start() {
        return start;
    }

    /** @param line method and target */
    public void called(String line, Instant at) {
        synchronized (calls) {
            calls.add(new Called(line, at));
        }
    }

    /** @param name in lower case */
    public void asked(String name, Instant at) {
        questions.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(at);
    }

    /**
     * Whether it is true by then.
     *
     * @param names whose questions count, in lower case
     */
    public boolean isPast(When when, Collection<String> names, Instant now) {
        if (when instanceof When.Always) {
            return true;
        }
        var since = since(when, names);
        return since != null && !since.plus(when.delay()).isAfter(now);
    }

    private @Nullable Instant since(When when, Collection<String> names) {
        return switch (when) {
            case When.Always _ -> Instant.MIN;
            case When.AfterStart _ -> start;
            case When.AfterCall(var call, var _) -> firstCall(call);
            case When.AfterQuestions(int count, var _) ->
                names.stream()
                        .flatMap(name -> questions.getOrDefault(name, List.of()).stream())
                        .sorted()
                        .skip(count - 1L)
                        .findFirst()
                        .orElse(null);
        };
    }

    private @Nullable Instant firstCall(String call) {
        var glob = Pattern.compile(Pattern.quote(call).replace("*", "\\E.*\\Q"));
        synchronized (calls) {
            return calls.stream()
                    .filter(called -> glob.matcher(called.line()).matches())
                    .map(Called::at)
                    .findFirst()
                    .orElse(null);
        }
    }
}
