package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.moment.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The web of a scenario. Plain data.
 *
 * @param httpPort of all addresses; 0 for any free one
 * @param tlsPort of all addresses; 0 for any free one
 */
public record Sites(int httpPort, int tlsPort, List<Site> sites) {
    /** Nothing is served. */
    public static final Sites NONE = new Sites(0, 0, List.of());

    public Sites {
        sites = List.copyOf(sites);
    }

    public boolean isEmpty() {
        return sites.isEmpty();
    }

    /**
     * What some addresses serve.
     *
     * @param addresses of the loopback
     * @param names that it is asked for by; empty for any
     * @param pages the last one that matches and whose time has come is answered
     * @param certificates the last one whose time has come is shown; empty if it speaks no TLS
     */
    record Site(List<String> addresses, List<String> names, List<Page> pages, List<Shown> certificates) {
        Site {
            addresses = List.copyOf(addresses);
            names = List.copyOf(names);
            pages = List.copyOf(pages);
            certificates = List.copyOf(certificates);
        }
    }

    /** @param path {@code *} stands for anything */
    record Page(When when, String path, Response response) {}

    /** @param flaw null if all of it arrives */
    record Response(
            int status,
            Map<String, String> headers,
            String body,
            @Nullable Flaw flaw) {
        Response {
            headers = Map.copyOf(headers);
        }
    }

    /** How a response is spoilt. */
    enum Flaw {
        /** The connection stays open, and nothing comes. */
        SILENT,
        /** One byte each half second. */
        DRIP,
        /** The connection is closed without a word. */
        RESET,
        /** No HTTP at all. */
        GARBAGE,
        /** 100 MB. */
        HUGE
    }

    /** A certificate and when it is shown. */
    record Shown(When when, Subject subject) {}

    /**
     * What stands in a certificate.
     *
     * @param name the distinguished name of its subject
     * @param names DNS names, or addresses
     * @param issuer the distinguished name of its issuer
     * @param notBefore counted from the start
     * @param notAfter counted from the start
     */
    record Subject(String name, List<String> names, String issuer, Duration notBefore, Duration notAfter) {
        Subject {
            names = List.copyOf(names);
        }
    }
}
