package dev.ascertain.cli.record;

import dev.ascertain.core.publish.Mail;
import dev.ascertain.core.publish.Presence;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.core.publish.RecordType;
import dev.ascertain.core.publish.WebFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be published, made by hand. */
public final class Sets {
    private static final List<String> SHOP = List.of("cloudflare_ssl_verification.shop  shop.example.com");

    private Sets() {}

    /** One of everything. */
    public static Publications everything() {
        return new Publications(
                List.of(
                        new RecordSet(
                                "_acme-challenge.shop.example.com",
                                RecordType.TXT,
                                "example.com",
                                List.of(
                                        entry("Zx2vTq8nR0mB6uLkW4yHs9cDfJ1gPeA7iOaVtN5xQd3", Presence.MISSING),
                                        entry("k7QpW1sXe9rTzUi3oLd5fGhJ8mNbVcY2aE4xRqSg6tH", Presence.PUBLISHED))),
                        set("*.example.com", RecordType.TXT, "example.com", "a;b \"c\" \\"),
                        set("shop10.example.com", RecordType.CNAME, "example.com", "token.dcv.example.net."),
                        set("shop9.example.com", RecordType.CNAME, "example.com", "token.dcv.example.net"),
                        set("example.com", RecordType.CAA, "example.com", "0 issuewild \"letsencrypt.org\""),
                        set("m\u00fcnchen.example.org", RecordType.TXT, "example.org", "x".repeat(300)),
                        set("verification.example.net", RecordType.TXT, null, "liveauth_3543")),
                List.of(new WebFile(
                        "http://shop.example.com/.well-known/pki-validation/ca3.txt", "ca3-1", Presence.PARTLY, SHOP)),
                List.of(new Mail("admin@example.com", SHOP)));
    }

    /** A record of each type, with this text as its name or its value; a file and a mail of it. */
    static Publications of(String name, String value, @Nullable String zone) {
        return new Publications(
                List.of(
                        set(name, RecordType.TXT, zone, value),
                        set(name, RecordType.CNAME, zone, value.isEmpty() ? "x" : value),
                        set(name, RecordType.CAA, zone, "0 issue \"" + value + "\"")),
                List.of(new WebFile(name, value, Presence.MISSING, List.of(value))),
                List.of(new Mail(name, List.of(value))));
    }

    private static RecordSet set(String name, RecordType type, @Nullable String zone, String value) {
        return new RecordSet(name, type, zone, List.of(entry(value, Presence.UNKNOWN)));
    }

    private static Entry entry(String value, Presence presence) {
        return new Entry(value, presence, SHOP);
    }
}
