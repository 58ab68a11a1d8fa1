package dev.ascertain.providers.huaweicloud.live;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says. It comes in four shapes: of Live itself, of two generations of the gateway before it and of
 * IAM, and of whatever stands before these and speaks HTML. Each part is null if it is not there.
 */
record ErrorBody(
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId) {
    private static final ErrorBody SILENT = new ErrorBody(null, null, null);

    static ErrorBody of(String body) {
        JsonNode outer = tree(body);
        if (outer == null || !outer.isObject()) {
            return SILENT;
        }
        JsonNode error = outer.path("error").isObject() ? outer.path("error") : outer;
        return new ErrorBody(
                first(error, "error_code", "code"), first(error, "error_msg", "message"), first(outer, "request_id"));
    }

    /** An error is rare, and the run about to end or to wait: a mapper for it alone costs nothing at the start. */
    private static @Nullable JsonNode tree(String body) {
        try {
            return new JsonMapper().readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static @Nullable String first(JsonNode object, String... names) {
        return Stream.of(names)
                .map(object::path)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
