package dev.ascertain.core.plan;

import dev.ascertain.core.plan.PlanReader.Damaged;
import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of a plan file as read, with a complaint for everything that is not what belongs there. */
record Part(Map<String, Value> fields) {
    String text(String name) throws Damaged {
        return required(name, textOrNull(name));
    }

    @Nullable String textOrNull(String name) throws Damaged {
        return switch (fields.get(name)) {
            case null -> null;
            case Value.Text(String text) -> text;
            case Value.Moment moment -> moment.asText();
            case Value.Flag _, Value.Amount _, Value.Items _, Value.Fields _ -> throw wrong(name);
        };
    }

    Instant time(String name) throws Damaged {
        return required(name, timeOrNull(name));
    }

    @Nullable Instant timeOrNull(String name) throws Damaged {
        Value value = fields.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Value.Moment(Instant moment)) {
            return moment;
        }
        throw wrong(name);
    }

    boolean flag(String name) throws Damaged {
        if (fields.get(name) instanceof Value.Flag(boolean flag)) {
            return flag;
        }
        throw wrong(name);
    }

    int number(String name) throws Damaged {
        if (fields.get(name) instanceof Value.Amount(BigDecimal amount)) {
            return amount.intValue();
        }
        throw wrong(name);
    }

    Part part(String name) throws Damaged {
        return required(name, partOrNull(name));
    }

    @Nullable Part partOrNull(String name) throws Damaged {
        Value value = fields.get(name);
        return value == null ? null : part(name, value);
    }

    List<Part> parts(String name) throws Damaged {
        var parts = new ArrayList<Part>();
        for (Value item : items(name)) {
            parts.add(part(name, item));
        }
        return parts;
    }

    List<String> texts(String name) throws Damaged {
        return items(name).stream().map(Value::asText).toList();
    }

    /** The constant that a word stands for. */
    <E extends Enum<E>> E word(String name, E[] known) throws Damaged {
        String word = text(name);
        for (E one : known) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        throw new Damaged("the word \"" + word + "\" as " + name + ", which this version does not know");
    }

    List<Value> items(String name) throws Damaged {
        if (fields.get(name) instanceof Value.Items(List<Value> items)) {
            return items;
        }
        throw wrong(name);
    }

    private static Part part(String name, Value value) throws Damaged {
        if (value instanceof Value.Fields(Map<String, Value> inner)) {
            return new Part(inner);
        }
        throw wrong(name);
    }

    private static <T> T required(String name, @Nullable T value) throws Damaged {
        if (value == null) {
            throw wrong(name);
        }
        return value;
    }

    static Damaged wrong(String name) {
        return new Damaged("no proper \"" + name + "\" where one belongs");
    }
}
