package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Change;
import dev.ascertain.sandbox.Scenario.Live;
import dev.ascertain.sandbox.section.Section;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a verification looks like at a time. Pure. */
final class Timeline {
    /** A time in a field, such as {@code start+60d}. */
    private static final Pattern MOMENT = Pattern.compile("start([+-])(\\d+(?:ms|s|m|h|d))");

    private record Step(Instant at, Map<String, Object> set) {}

    private Timeline() {}

    /**
     * @param start when the sandbox was started
     * @param events what was asked of it so far
     * @return its fields in the scenario's order, without those that are left out
     */
    static Map<String, Object> at(Instant now, Live live, Instant start, List<History.Event> events) {
        Map<String, Object> fields = new LinkedHashMap<>(live.fields());
        for (Step step : steps(live, start, events)) {
            if (!step.at().isAfter(now)) {
                fields.putAll(step.set());
            }
        }
        fields.values().removeIf(value -> value == null);
        fields.replaceAll((_, value) -> resolved(value, start));
        return fields;
    }

    private static List<Step> steps(Live live, Instant start, List<History.Event> events) {
        var order = latestOrder(events);
        List<Step> steps = new ArrayList<>();
        if (order != null) {
            steps.add(new Step(order.at(), newOrder(order)));
        }
        for (Change change : live.changes()) {
            switch (change) {
                case Change.AfterStart(var delay, var set) -> steps.add(new Step(start.plus(delay), set));
                case Change.AfterNewOrder(var delay, var set) -> {
                    if (order != null) {
                        steps.add(new Step(order.at().plus(delay), set));
                    }
                }
                case Change.AfterTrigger(var delay, var which, var token, var set) -> {
                    for (History.Event trigger : triggers(events, order, which)) {
                        if (token == null || trigger.proven() == (token == Change.Proof.SEEN)) {
                            steps.add(new Step(trigger.at().plus(delay), set));
                        }
                    }
                }
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static History.@Nullable Event latestOrder(List<History.Event> events) {
        return events.stream()
                .filter(event -> event.method() != null)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** The triggers that count: those after the latest order, and only the nth of all if so wished. */
    private static List<History.Event> triggers(List<History.Event> events, History.@Nullable Event order, int which) {
        List<History.Event> triggers = new ArrayList<>();
        int nth = 0;
        for (History.Event event : events) {
            nth += event.method() == null ? 1 : 0;
            boolean wished = event.method() == null && (which == 0 || which == nth);
            if (wished && (order == null || event.at().isAfter(order.at()))) {
                triggers.add(event);
            }
        }
        return triggers;
    }

    /** A new order starts from the beginning, with a token of its own: an old record stops counting. */
    private static Map<String, Object> newOrder(History.Event order) {
        var method = String.valueOf(order.method());
        var token = UUID.nameUUIDFromBytes(order.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("certificate_status", "pending_validation");
        set.put("verification_status", false);
        set.put("validation_method", method);
        set.put(
                "verification_info",
                switch (method) {
                    case "txt" -> Map.of("txt_name", "_acme-challenge", "txt_value", token);
                    case "cname" -> Map.of("cname", "_" + token, "cname_target", token + ".dcv.example");
                    case "http" -> Map.of("http_url", "/.well-known/pki-validation/token.txt", "http_body", token);
                    default -> null;
                });
        return set;
    }

    private static Object resolved(Object value, Instant start) {
        return switch (value) {
            case String text -> moment(text, start);
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put(key, entry == null ? null : resolved(entry, start)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(entry -> resolved(entry, start)).toList();
            default -> value;
        };
    }

    private static String moment(String text, Instant start) {
        var matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        var distance = Section.duration(text, matcher.group(2));
        var moment = matcher.group(1).equals("+") ? start.plus(distance) : start.minus(distance);
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
