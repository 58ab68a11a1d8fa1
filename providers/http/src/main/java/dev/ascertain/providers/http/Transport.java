package dev.ascertain.providers.http;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.hc5.ApacheHttp5Client;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The pooled client, built at the first call: commands that call nobody do not pay for it.
 *
 * <p>Everything that acts on its own is off: retries, redirects, cookies, authentication. Content coding is off too, so
 * that a bound on the body is a bound on what is unpacked.
 */
class Transport implements Client, AutoCloseable {
    private static final int LONGEST_BODY = 8 * 1024 * 1024;
    private final int connections;
    private final String userAgent;
    private final Timeouts timeouts;
    private @Nullable CloseableHttpClient client;

    Transport(int connections, String userAgent, Timeouts timeouts) {
        this.connections = connections;
        this.userAgent = userAgent;
        this.timeouts = timeouts;
    }

    /** Builds the client ahead of the first call. Nothing is connected yet. */
    void prepare() {
        client();
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        return new ApacheHttp5Client(client()).execute(request, options);
    }

    private synchronized CloseableHttpClient client() {
        CloseableHttpClient built = client == null ? build() : client;
        client = built;
        return built;
    }

    private CloseableHttpClient build() {
        return HttpClients.custom()
                .setConnectionManager(pool())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeouts.call()))
                        .setResponseTimeout(Timeout.of(timeouts.response()))
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                .addExecInterceptorFirst("bounded-body", new BoundedBody(LONGEST_BODY))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /** Every connection for one host if need be: the usual 5 per host would make calls queue. */
    private PoolingHttpClientConnectionManager pool() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setTlsSocketStrategy((socket, host, port, attachment, context) ->
                        Tls.PLATFORM.upgrade(socket, host, port, attachment, context))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(boundedHeaders())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeouts.connect()))
                        .setSocketTimeout(Timeout.of(timeouts.response()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }

    /** The platform's TLS and trust, set up at the first connection that needs them: a stub on loopback does not. */
    private static final class Tls {
        static final TlsSocketStrategy PLATFORM = DefaultClientTlsStrategy.createDefault();
    }

    private static Http1Config boundedHeaders() {
        return Http1Config.custom()
                .setMaxLineLength(32 * 1024)
                .setMaxHeaderCount(200)
                .build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
