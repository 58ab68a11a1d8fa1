package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * Asks every question once, and not too many at a time.
 *
 * <p>Sockets wait on platform threads: one that a virtual thread waits on leaves a poller behind, for which the process
 * waits when it exits.
 */
final class Asker implements AutoCloseable {
    /** Of a server that has never answered anything, before it is believed to be away. */
    private static final int PATIENCE = 3;

    /** Over HTTPS at once: the client fails what goes beyond the streams that a server takes, mostly 100. */
    private static final int STREAMS = 64;

    private final RunTime time;
    private final Duration probe;
    private final ThreadPoolExecutor threads;
    private final Map<Query, CompletableFuture<Heard>> memo = new ConcurrentHashMap<>();
    private final Set<Query> queued = ConcurrentHashMap.newKeySet();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final RandomGenerator ids = new SecureRandom();
    private final Lazy<HttpClient> https = new Lazy<>(Asker::client);
    private final Semaphore streams = new Semaphore(STREAMS);
    private final AtomicInteger sent = new AtomicInteger();

    Asker(RunTime time, Duration probe, int parallelism) {
        this.time = time;
        this.probe = probe;
        this.threads = new ThreadPoolExecutor(
                parallelism,
                parallelism,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("dns-", 0).factory());
    }

    /** Asks a server of a zone. One that is silent about this zone, or this type in it, is not asked on. */
    Heard authoritative(Server server, Query query, String zone) {
        String place = query.contact().text();
        String part = place + ' ' + zone;
        Supplier<Reply> exchange = () -> standing(part, 1)
                .through(() -> standing(part + ' ' + query.question().type(), 1)
                        .through(() -> standing(place, PATIENCE).through(() -> exchange(query))));
        return once(query, exchange).from(server);
    }

    /** Asks a resolver, which may be slow about one name and quick about the next. */
    Heard resolver(Server server, Query query) {
        Supplier<Reply> exchange =
                () -> standing(query.contact().text(), PATIENCE).through(() -> exchange(query));
        return once(query, exchange).from(server);
    }

    /** The answer, if it has come by now. */
    Optional<Heard> known(Query query) {
        var asked = memo.get(query);
        return asked == null ? Optional.empty() : Optional.ofNullable(asked.getNow(null));
    }

    /** Whether a question waits for its turn here: then it is not its server that takes so long. */
    boolean isQueued(Query query) {
        return queued.contains(query);
    }

    /** How many questions were sent, repetitions not counted. */
    int sent() {
        return sent.get();
    }

    private Standing standing(String whose, int patience) {
        return standings.computeIfAbsent(whose, _ -> new Standing(patience));
    }

    private Heard once(Query query, Supplier<Reply> exchange) {
        var mine = new CompletableFuture<Heard>();
        var earlier = memo.putIfAbsent(query, mine);
        if (earlier != null) {
            return earlier.join();
        }
        var server = new Server("", query.contact().text());
        Heard heard = Heard.nothing(server, Outcome.MALFORMED);
        try {
            heard = switch (exchange.get()) {
                case Reply.Received(Message message, int bytes, boolean tcp) -> Wire.heard(server, message, bytes, tcp);
                case Reply.Failed(Outcome outcome) -> Heard.nothing(server, outcome);
            };
        } finally {
            if (heard.answer().outcome() == Outcome.NOT_ASKED) {
                memo.remove(query, mine);
            }
            mine.complete(heard);
        }
        return heard;
    }

    private Reply exchange(Query query) {
        if (time.isOver()) {
            return new Reply.Failed(Outcome.NOT_ASKED);
        }
        queued.add(query);
        try {
            return CompletableFuture.supplyAsync(() -> sent(query), threads).join();
        } catch (RejectedExecutionException closed) {
            queued.remove(query);
            return new Reply.Failed(Outcome.NOT_ASKED);
        }
    }

    private Reply sent(Query query) {
        queued.remove(query);
        if (time.isOver()) {
            return new Reply.Failed(Outcome.NOT_ASKED);
        }
        sent.incrementAndGet();
        var wait = time.wait(probe);
        Reply reply = sent(query, true, wait);
        if (reply instanceof Reply.Received received && isUnknownEdns(received.message())) {
            reply = sent(query, false, wait);
        }
        return reply == Reply.SILENT && time.isOver() ? new Reply.Failed(Outcome.NOT_ASKED) : reply;
    }

    /** Servers older than EDNS take it for a fault (RFC 6891, section 7). */
    private static boolean isUnknownEdns(Message message) {
        return message.getRcode() == Rcode.FORMERR && message.getOPT() == null;
    }

    private Reply sent(Query query, boolean edns, RunTime.Wait wait) {
        return switch (query.contact()) {
            case Contact.Plain plain ->
                new PlainExchange(plain, Wire.message(query, ids.nextInt(0x10000), edns), wait).run();
            case Contact.Https(var address) -> overHttps(address, Wire.message(query, 0, edns), wait);
        };
    }

    private Reply overHttps(URI address, Message question, RunTime.Wait wait) {
        streams.acquireUninterruptibly();
        try {
            return new HttpsExchange(https.get(), address, question, wait).run();
        } finally {
            streams.release();
        }
    }

    /** HTTP/2; nothing followed, no cookies. */
    private static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        https.ifPresent(HttpClient::shutdownNow);
    }
}
