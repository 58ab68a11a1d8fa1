package dev.ascertain.sandbox.web;

import java.time.Instant;

/**
 * One request for a page.
 *
 * @param address that was connected to, without port
 * @param tls whether over TLS
 * @param host what it was asked for by, in lower case and without port; empty if that was not said
 */
public record Visited(Instant at, String address, boolean tls, String host, String path) {}
