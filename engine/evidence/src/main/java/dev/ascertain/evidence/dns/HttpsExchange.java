package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.dns.RunTime.Wait;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.xbill.DNS.Message;

/** A question over HTTPS (RFC 8484): POST, no redirects, no more of a body than a message has. */
final class HttpsExchange {
    private static final String MEDIA_TYPE = "application/dns-message";
    private static final int LARGEST_MESSAGE = 65_535;
    private static final int OK = 200;

    private final HttpClient client;
    private final URI address;
    private final Message question;
    private final Wait wait;

    HttpsExchange(HttpClient client, URI address, Message question, Wait wait) {
        this.client = client;
        this.address = address;
        this.question = question;
        this.wait = wait;
    }

    Reply run() {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE)
                .timeout(Duration.ofMillis(wait.millis()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.toWire()))
                .build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_MESSAGE));
        try {
            return await(answer);
        } finally {
            answer.cancel(true);
        }
    }

    private Reply await(CompletableFuture<HttpResponse<byte[]>> answer) {
        for (int glance = wait.glance(); glance > 0; glance = wait.glance()) {
            try {
                return read(answer.get(glance, TimeUnit.MILLISECONDS));
            } catch (TimeoutException nothing) {
                // nothing yet
            } catch (ExecutionException broken) {
                return failed(broken);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Reply.SILENT;
            }
        }
        return Reply.SILENT;
    }

    private static Reply failed(ExecutionException broken) {
        return switch (broken.getCause()) {
            case null -> Reply.MALFORMED;
            case HttpTimeoutException unused -> Reply.SILENT;
            case ConnectException unused -> Reply.UNREACHABLE;
            case SSLException unused -> Reply.UNREACHABLE;
            default -> Reply.MALFORMED;
        };
    }

    private Reply read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK || !Wire.carriesId(response.body(), question)) {
            return Reply.MALFORMED;
        }
        return Wire.answer(response.body(), question)
                .<Reply>map(message -> new Reply.Received(message, response.body().length, false))
                .orElse(Reply.MALFORMED);
    }
}
