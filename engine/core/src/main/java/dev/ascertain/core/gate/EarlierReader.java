package dev.ascertain.core.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ascertain.core.judge.Action;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an earlier run said: a plan file, or the JSON report of a plan or an apply, as a stream. */
public final class EarlierReader {
    private static final String NONE = "is no plan file and no JSON report of a plan or an apply";

    private EarlierReader() {}

    /**
     * @return by {@link dev.ascertain.core.plan.Change#key}
     * @throws EarlierFault if it is something else, cut, or of a later format
     * @throws IOException if the stream cannot be read
     */
    public static Map<String, Standing> read(InputStream in) throws EarlierFault, IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            requireFormat(json);
            return standings(json);
        } catch (JsonEOFException _) {
            throw new EarlierFault("ends in the middle: it was not copied wholly");
        } catch (JsonProcessingException _) {
            throw new EarlierFault(NONE);
        }
    }

    private static void requireFormat(JsonParser json) throws EarlierFault, IOException {
        if (json.nextToken() != JsonToken.START_OBJECT
                || !"format_version".equals(json.nextFieldName())
                || json.nextToken() != JsonToken.VALUE_STRING) {
            throw new EarlierFault(NONE);
        }
        if (!json.getText().startsWith("1.")) {
            throw new EarlierFault("has another format version than this Ascertain knows, which is 1");
        }
    }

    private static Map<String, Standing> standings(JsonParser json) throws EarlierFault, IOException {
        Map<String, Standing> standings = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            boolean wanted = name.equals("changes") || name.equals("outcomes");
            if (wanted && json.currentToken() == JsonToken.START_ARRAY) {
                standings = list(json);
            } else {
                json.skipChildren();
            }
        }
        if (standings == null) {
            throw new EarlierFault(NONE);
        }
        return standings;
    }

    private static Map<String, Standing> list(JsonParser json) throws EarlierFault, IOException {
        var standings = new LinkedHashMap<String, Standing>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Map<String, String> words = words(json);
            String address = words.get("address");
            String instance = words.getOrDefault("instance", "");
            if (address == null) {
                throw new EarlierFault(NONE);
            }
            standings.put(instance.isEmpty() ? address : address + "  " + instance, standing(words));
        }
        return standings;
    }

    /** The texts of one object; of what an apply saw last, its action. */
    private static Map<String, String> words(JsonParser json) throws EarlierFault, IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new EarlierFault(NONE);
        }
        var words = new HashMap<String, String>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                words.put(name, json.getText());
            } else if (name.equals("latest") && value == JsonToken.START_OBJECT) {
                words.put(name, words(json).getOrDefault("action", ""));
            } else {
                json.skipChildren();
            }
        }
        return words;
    }

    private static Standing standing(Map<String, String> words) throws EarlierFault {
        String result = words.get("result");
        if (result == null) {
            return standing(words.get("action"));
        }
        if (result.equals("met")) {
            return Standing.MET;
        }
        String latest = words.get("latest");
        return standing(latest == null ? words.get("planned_action") : latest);
    }

    private static Standing standing(@Nullable String word) throws EarlierFault {
        for (Action action : Action.values()) {
            if (action.word().equals(word)) {
                return Standing.of(action);
            }
        }
        throw new EarlierFault("holds an action that this Ascertain does not know");
    }
}
