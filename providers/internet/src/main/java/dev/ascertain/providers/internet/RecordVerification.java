package dev.ascertain.providers.internet;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.Form;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.time.Duration;
import java.util.List;

/** The type {@code dns_record}: is a record published? */
final class RecordVerification {
    static final String NAME = "dns_record";
    static final String RECORD = "record";
    static final String RECORD_TYPE = "record_type";
    static final String VALUE = "value";
    static final String VALUES = "values";
    static final String PUBLISHED = "published";
    static final String VISIBLE = "visible";
    static final String TTL = "ttl";
    static final String ZONE = "zone";
    static final String NAME_SERVERS = "name_servers";
    static final String OUT_OF_SYNC = "out_of_sync";

    /** A record is changed by hand, and seen at the source at once. */
    static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(60));

    private RecordVerification() {}

    static ResourceType type() {
        return new ResourceType(
                NAME,
                "A record in the DNS, such as the TXT record by which some service verifies a domain. The zone's own"
                        + " name servers are asked, each of them, and public resolvers once it is published there.",
                declared(),
                live(),
                List.of(),
                List.of(new DefaultExpectation(PUBLISHED, Value.of(true), false)),
                STEPS);
    }

    private static List<DeclaredAttribute> declared() {
        return List.of(
                DeclaredAttribute.text(RECORD, "The whole name of the record, such as _acme-challenge.example.com.")
                        .formed(Form.WHOLE_RECORD_NAME)
                        .mandatory(),
                DeclaredAttribute.word(RECORD_TYPE, "The type of the record.", "TXT", "CNAME", "CAA", "NS", "A", "AAAA")
                        .mandatory(),
                DeclaredAttribute.text(
                        VALUE,
                        "What is to be published, beside whatever else is there. Left out, any record of the type will"
                                + " do. The strings of a TXT record are joined, and written without quotes."));
    }

    private static List<LiveAttribute> live() {
        return List.of(
                LiveAttribute.of(
                        VALUES, ValueType.TEXTS, "What the name servers of the zone hold, all of them together."),
                LiveAttribute.of(
                        PUBLISHED,
                        ValueType.FLAG,
                        "Whether every name server of the zone that answers has the value, or any if none is declared."),
                LiveAttribute.of(
                        VISIBLE, ValueType.FLAG, "Whether most of the public resolvers show it, such as 2 of 3."),
                LiveAttribute.of(
                        TTL, ValueType.NUMBER, "For how many seconds it may be kept: the shortest, if they differ."),
                LiveAttribute.text(ZONE, "The zone that holds the name, as far as it is delegated."),
                LiveAttribute.of(
                        NAME_SERVERS, ValueType.TEXTS, "The name servers of the zone, as its parent names them."),
                LiveAttribute.of(
                        OUT_OF_SYNC,
                        ValueType.TEXTS,
                        "The name servers that hold something else than most of them do; empty if all agree."));
    }
}
