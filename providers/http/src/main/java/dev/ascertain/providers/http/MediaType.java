package dev.ascertain.providers.http;

import feign.Response;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a body says it is.
 *
 * @param name in lower case, without parameters; empty if it does not say
 */
record MediaType(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9.+_-]{1,60}/[a-z0-9.+_-]{1,60}");

    static MediaType of(Response response) {
        return new MediaType(Headers.first(response, "Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse(""));
    }

    boolean isJson() {
        return name.equals("application/json") || (name.startsWith("application/") && name.endsWith("+json"));
    }

    /** The name for a sentence; whatever has not the form of one is not repeated. */
    String shown() {
        return FORM.matcher(name).matches() ? name : "something of no known type";
    }
}
