package dev.ascertain.sandbox.section;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One mapping of a scenario file, which knows its place and takes note of the keys that were asked for. */
public final class Section {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern OFFSET = Pattern.compile("start([+-])(.*)");

    private final String place;
    private final Map<String, Object> values;
    private final TreeSet<String> known = new TreeSet<>();

    private Section(String place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
    }

    /** @throws ScenarioException if the value is no mapping with texts for keys */
    public static Section of(String place, @Nullable Object value) {
        if (value == null) {
            return new Section(place, Map.of());
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new ScenarioException(place + ": expected a mapping.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, entry) -> values.put(String.valueOf(key), entry));
        return new Section(place, values);
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    public @Nullable String text(String key) {
        if (!has(key)) {
            return null;
        }
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw new ScenarioException(place + "." + key + ": expected text; put it in quotes.");
    }

    public String text(String key, String ifLeftOut) {
        var text = text(key);
        return text == null ? ifLeftOut : text;
    }

    public String required(String key) {
        var text = text(key);
        if (text == null) {
            throw new ScenarioException(place + ": \"" + key + "\" is missing.");
        }
        return text;
    }

    public boolean flag(String key, boolean ifLeftOut) {
        if (!has(key)) {
            return ifLeftOut;
        }
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw new ScenarioException(place + "." + key + ": expected true or false.");
    }

    /** A whole number of at least 1; 0 if left out. */
    public int number(String key) {
        if (!has(key)) {
            return 0;
        }
        if (values.get(key) instanceof Integer number && number > 0) {
            return number;
        }
        throw new ScenarioException(place + "." + key + ": expected a whole number of at least 1.");
    }

    public @Nullable Duration duration(String key) {
        var text = text(key);
        return text == null ? null : duration(place + "." + key, text);
    }

    public Duration requiredDuration(String key) {
        return duration(place + "." + key, required(key));
    }

    public static Duration duration(String place, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ScenarioException(
                    place + ": expected a time such as 250ms, 3s, 5m, 2h or 7d, found \"" + text + "\".");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A time counted from the start of the sandbox, such as {@code start+80d} or {@code start-2h}; may be negative. */
    public Duration offset(String key, Duration ifLeftOut) {
        var text = text(key);
        if (text == null) {
            return ifLeftOut;
        }
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw wrong(key, "expected a time such as start+80d or start-2h, found \"" + text + "\".");
        }
        var distance = duration(place + "." + key, matcher.group(2));
        return matcher.group(1).equals("+") ? distance : distance.negated();
    }

    /** One of the constants, in lower case; null if left out. */
    public <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            var word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw new ScenarioException(
                place + "." + key + ": expected one of " + String.join(", ", words) + ", found \"" + text + "\".");
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object entry : list(key)) {
            if (!(entry instanceof String text)) {
                throw new ScenarioException(place + "." + key + ": expected a list of texts; put them in quotes.");
            }
            texts.add(text);
        }
        return texts;
    }

    public Section section(String key) {
        has(key);
        return of(place + "." + key, values.get(key));
    }

    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Object entry : list(key)) {
            sections.add(of(place + "." + key + "[" + sections.size() + "]", entry));
        }
        return sections;
    }

    /** Each mapping of a list, read and then closed. */
    public <T> List<T> each(String key, Function<Section, T> reader) {
        List<T> all = new ArrayList<>();
        for (Section section : sections(key)) {
            all.add(reader.apply(section));
            section.close();
        }
        return all;
    }

    private List<?> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof List<?> list) {
            return list;
        }
        throw new ScenarioException(place + "." + key + ": expected a list.");
    }

    /** All that was not asked for so far: fields that go into answers as they are. */
    public Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(known);
        known.addAll(rest.keySet());
        return Collections.unmodifiableMap(rest);
    }

    /** @throws ScenarioException if there is a key that was not asked for */
    public void close() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new ScenarioException(
                        place + ": unknown key \"" + key + "\". Known are " + String.join(", ", known) + ".");
            }
        }
    }

    /** What to throw where the value of a key makes no sense. */
    public ScenarioException wrong(String key, String message) {
        return new ScenarioException(place + "." + key + ": " + message);
    }

    public String place() {
        return place;
    }
}
