package dev.ascertain.evidence.web;

import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * What came back, as far as it matters here. All of it is bounded: a line, the headers, what is read of the body.
 *
 * @param location null unless it is a redirect that says where to
 * @param contentType null if it does not say
 */
record Response(
        int status, @Nullable String location, @Nullable String contentType, boolean challenged, String body) {
    private static final int MOST_BODY_BYTES = 64 * 1024;
    private static final int MOST_INTERIM_RESPONSES = 10;
    private static final int LONGEST_CONTENT_TYPE = 100;
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(8192)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();

    /**
     * @throws IOException if it is cut off, or takes too long
     * @throws HttpException if it is no HTTP
     */
    static Response read(Socket line) throws IOException, HttpException {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var connection = new DefaultBHttpClientConnection(BOUNDS, utf8, StandardCharsets.UTF_8.newEncoder());
        connection.bind(line);
        ClassicHttpResponse response = finalResponse(connection);
        String location = response.getCode() / 100 == 3 ? value(response, "Location") : null;
        return new Response(
                response.getCode(),
                location,
                contentType(response),
                response.containsHeader("cf-mitigated"),
                location == null ? body(connection, response) : "");
    }

    /** Behind those that say that there is more to come. */
    private static ClassicHttpResponse finalResponse(DefaultBHttpClientConnection connection)
            throws IOException, HttpException {
        for (int i = 0; i <= MOST_INTERIM_RESPONSES; i++) {
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() >= 200) {
                return response;
            }
        }
        throw new ProtocolException("interim responses without an end");
    }

    private static String body(DefaultBHttpClientConnection connection, ClassicHttpResponse response)
            throws IOException, HttpException {
        connection.receiveResponseEntity(response);
        if (response.getEntity() == null) {
            return "";
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(MOST_BODY_BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        return cut(text, Hop.LARGEST_BODY);
    }

    private static @Nullable String contentType(ClassicHttpResponse response) {
        String value = value(response, "Content-Type");
        if (value == null) {
            return null;
        }
        String type = value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return cut(type, LONGEST_CONTENT_TYPE);
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? null : header.getValue();
    }

    /** Never through a pair of surrogates: half of one can be written nowhere. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    Hop hop(String url) {
        return new Hop(
                url,
                Outcome.ANSWERED,
                status,
                location == null ? null : cut(location, Link.LONGEST + 1),
                body,
                contentType,
                challenged);
    }
}
