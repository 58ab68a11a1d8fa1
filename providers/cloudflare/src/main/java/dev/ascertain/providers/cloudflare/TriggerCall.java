package dev.ascertain.providers.cloudflare;

import java.util.List;

/** The two calls that ask for a check, as they are kept in a plan. */
sealed interface TriggerCall {
    /** {@code ?retry=true}: every order of the zone. */
    record WholeZone() implements TriggerCall {
        @Override
        public String text() {
            return "zone";
        }
    }

    /** PATCH of one pack. */
    record OnePack(String id, String method) implements TriggerCall {
        public OnePack {
            if (!Texts.isIdentifier(id) || !Texts.isIdentifier(method)) {
                throw new IllegalArgumentException("no pack to be checked: " + id + ", " + method);
            }
        }

        @Override
        public String text() {
            return "pack:" + id + ":" + method;
        }
    }

    /** {@code zone}, or {@code pack:UUID:METHOD}. */
    String text();

    /** @throws IllegalArgumentException if it is not what {@link #text} gives */
    static TriggerCall parse(String text) {
        if (text.equals("zone")) {
            return new WholeZone();
        }
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() != 3 || !parts.getFirst().equals("pack")) {
            throw new IllegalArgumentException("no call: " + text);
        }
        return new OnePack(parts.get(1), parts.get(2));
    }
}
