package dev.ascertain.core.gate;

import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.gate.Condition.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a gate as they are typed. */
public final class Conditions {
    private static final String DEADLINE = "deadline";
    private static final String EXPIRES = "expires";
    private static final List<String> NAMES = Stream.concat(
                    Arrays.stream(State.values()).map(State::word), Stream.of(DEADLINE, EXPIRES))
            .toList();
    private static final Pattern FORM = Pattern.compile("([^<>=\\s]*)\\s*(?:([<>=]+)\\s*(.*))?", Pattern.DOTALL);
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private Conditions() {}

    /**
     * @param list words separated by commas, such as {@code blocked,deadline<48h}
     * @return in their order, each once
     * @throws ConditionFault if one of them is none
     */
    public static List<Condition> read(String list) throws ConditionFault {
        var conditions = new ArrayList<Condition>();
        for (String word : list.split(",", -1)) {
            conditions.add(one(word.strip()));
        }
        return conditions.stream().distinct().toList();
    }

    private static Condition one(String word) throws ConditionFault {
        Matcher parts = FORM.matcher(word);
        if (word.isEmpty() || !parts.matches()) {
            throw unknown(word, word);
        }
        String name = parts.group(1);
        String sign = parts.group(2);
        if (name.equals(DEADLINE) || name.equals(EXPIRES)) {
            return timed(word, name, sign, parts.group(3));
        }
        State state = state(name).orElseThrow(() -> unknown(word, name));
        if (sign != null) {
            throw new ConditionFault("\"%s\": \"%s\" takes no time; only deadline and expires do, as in \"%s<48h\"."
                    .formatted(word, name, DEADLINE));
        }
        return state;
    }

    private static Condition timed(String word, String name, @Nullable String sign, @Nullable String time)
            throws ConditionFault {
        if (sign == null || time == null || !sign.equals("<")) {
            throw new ConditionFault(
                    "\"%s\": %s is followed by < and a time, and quoted for the shell, as in \"%s<48h\"."
                            .formatted(word, name, name));
        }
        Duration within = duration(time)
                .orElseThrow(() -> new ConditionFault(
                        "\"%s\": \"%s\" is no time; write it as 90s, 30m, 48h or 21d.".formatted(word, time)));
        return name.equals(DEADLINE) ? new Condition.Deadline(within, time) : new Condition.Expiry(within, time);
    }

    private static Optional<State> state(String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(name))
                .findFirst();
    }

    private static ConditionFault unknown(String word, String name) {
        String guess = DidYouMean.sentence(name, NAMES).map(" "::concat).orElse("");
        return new ConditionFault(
                "\"%s\": there is no such condition.%s\nThere are %s, deadline<48h and expires<21d; commas separate them."
                        .formatted(
                                word,
                                guess,
                                String.join(
                                        ", ",
                                        Arrays.stream(State.values())
                                                .map(State::word)
                                                .toList())));
    }

    private static Optional<Duration> duration(String text) {
        Matcher parts = TIME.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
