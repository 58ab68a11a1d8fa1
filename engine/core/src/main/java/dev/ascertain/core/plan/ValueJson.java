package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ascertain.core.plan.PlanReader.Damaged;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as plain JSON. A time is a text in JSON, and is a time again when read. */
final class ValueJson {
    private ValueJson() {}

    static void write(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Text(String text) -> json.writeString(text);
            case Value.Flag(boolean flag) -> json.writeBoolean(flag);
            case Value.Amount(BigDecimal amount) -> json.writeNumber(number(amount));
            case Value.Moment(Instant moment) -> json.writeString(moment.toString());
            case Value.Items(List<Value> items) -> writeItems(json, items);
            case Value.Fields(Map<String, Value> fields) -> writeFields(json, fields);
        }
    }

    /** Without an exponent, unless that would make a long row of zeros of a short number. */
    private static String number(BigDecimal amount) {
        return Math.abs(amount.scale()) < 40 ? amount.toPlainString() : amount.toString();
    }

    static void writeFields(JsonGenerator json, Map<String, Value> fields) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            json.writeFieldName(whole(field.getKey()));
            write(json, field.getValue());
        }
        json.writeEndObject();
    }

    /** Half a character, which a provider may report, is written out: no reader takes it in a name. */
    private static String whole(String name) {
        return name.codePoints().noneMatch(ValueJson::isHalf)
                ? name
                : name.codePoints()
                        .mapToObj(point -> isHalf(point) ? "\\u%04x".formatted(point) : Character.toString(point))
                        .collect(Collectors.joining());
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    static void writeItems(JsonGenerator json, List<Value> items) throws IOException {
        json.writeStartArray();
        for (Value item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }

    /** Reads the value at which the parser stands. */
    static Value read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Value.Fields(readFields(json));
        }
        if (token == JsonToken.START_ARRAY) {
            return new Value.Items(readItems(json));
        }
        if (token.isNumeric()) {
            return new Value.Amount(json.getDecimalValue());
        }
        if (token.isBoolean()) {
            return Value.of(json.getBooleanValue());
        }
        expect(json, JsonToken.VALUE_STRING);
        return textOrTime(json.getText());
    }

    static void expect(JsonParser json, JsonToken token) throws Damaged {
        if (json.currentToken() != token) {
            throw new Damaged("something else than what belongs there");
        }
    }

    /** A field without a value is as one that is left out. */
    static Map<String, Value> readFields(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        var fields = new LinkedHashMap<String, Value>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                fields.put(name, read(json));
            }
        }
        return fields;
    }

    static List<Value> readItems(JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY);
        var items = new ArrayList<Value>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                items.add(read(json));
            }
        }
        return items;
    }

    private static Value textOrTime(String text) {
        Instant moment = moment(text);
        return moment == null ? Value.of(text) : Value.of(moment);
    }

    /** The time that a text is in exactly the form in which times are written; null if it is none. */
    static @Nullable Instant moment(String text) {
        if (text.length() < 20 || !text.endsWith("Z") || text.charAt(10) != 'T' || text.charAt(4) != '-') {
            return null;
        }
        try {
            Instant moment = Instant.parse(text);
            return moment.toString().equals(text) ? moment : null;
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}
