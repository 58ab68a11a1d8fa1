package dev.ascertain.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ascertain.spi.ProviderException;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;

/**
 * JSON as it is sent and as it is accepted. The mapper is built at the first body, once for all providers.
 *
 * <p>Reading has two steps, so that a body that is no JSON (which may be otherwise the next time) is told from JSON of
 * another shape (which will not).
 */
final class Json implements Encoder, Decoder {
    private final String vendor;

    Json(String vendor) {
        this.vendor = vendor;
    }

    /** Gets ready for bodies of this type, which takes longer than to read one. */
    static void prepare(Type type) {
        Shared.MAPPER.readerFor(Shared.MAPPER.constructType(type));
    }

    @Override
    public void encode(Object body, Type type, RequestTemplate template) {
        Shared.ENCODER.encode(body, type, template);
        if (template.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            template.header("Content-Type", "application/json");
        }
    }

    /**
     * @throws Fault if it is no JSON
     * @throws ProviderException if it is JSON of another shape
     */
    @Override
    public Object decode(Response response, Type type) throws IOException {
        MediaType mediaType = MediaType.of(response);
        byte[] body = response.body().asInputStream().readAllBytes();
        if (body.length == 0) {
            throw Fault.brokenAnswer(vendor + " answered with nothing instead of JSON.");
        }
        if (!mediaType.isJson()) {
            throw Fault.brokenAnswer(vendor + " answered with " + mediaType.shown() + " instead of JSON.");
        }
        return shaped(parsed(body), type);
    }

    private JsonNode parsed(byte[] body) throws IOException {
        try {
            return Shared.MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw Fault.brokenAnswer(vendor + " answered with JSON that is cut off or malformed.");
        }
    }

    private Object shaped(JsonNode json, Type type) {
        try {
            Object value = Shared.MAPPER.treeToValue(json, Shared.MAPPER.constructType(type));
            if (value == null) {
                throw unexpected("at its top");
            }
            return value;
        } catch (JsonMappingException other) {
            throw unexpected(place(other.getPath()));
        } catch (JsonProcessingException other) {
            throw unexpected("somewhere");
        }
    }

    private ProviderException unexpected(String place) {
        return ProviderException.of(
                        ProviderException.Kind.MALFORMED_RESPONSE,
                        "%s answered with JSON of an unknown shape, %s.".formatted(vendor, place))
                .hint("A newer version of this program may know it.")
                .build();
    }

    /** Only names of our own records and positions stand in a path: no text of the body. */
    private static String place(List<JsonMappingException.Reference> path) {
        var place = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.isEmpty() ? "at its top" : "at " + place;
    }

    private static final class Shared {
        /** Without annotations: no ahead-of-time cache holds their proxies, and a short run feels it. */
        static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(MapperFeature.USE_ANNOTATIONS)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        static final Encoder ENCODER = new JacksonEncoder(MAPPER);
    }
}
