package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Question;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is looked at. Equal spellings of a name are one target. */
sealed interface InternetTarget extends Target {
    /** Where TLS is spoken (RFC 9110, 4.2.2). */
    long USUAL_PORT = 443;

    /** The name that is looked up. */
    String name();

    /**
     * A DNS record.
     *
     * @param value what it should hold; null if anything will do
     */
    record Publication(String name, String type, @Nullable String value) implements InternetTarget {
        @Override
        public String describe() {
            return "record " + name + " " + type;
        }

        Question question() {
            return new Question(name, type);
        }
    }

    /**
     * A host and port.
     *
     * @param port as declared; nobody has checked it
     */
    record Service(String name, long port) implements InternetTarget {
        @Override
        public String describe() {
            return "endpoint " + name + ":" + port;
        }
    }

    static InternetTarget of(Declared declared) {
        return switch (declared.type()) {
            case RecordVerification.NAME ->
                new Publication(
                        name(declared, RecordVerification.RECORD),
                        text(declared, RecordVerification.RECORD_TYPE).toUpperCase(Locale.ROOT),
                        declared.text(RecordVerification.VALUE));
            case EndpointVerification.NAME -> new Service(name(declared, EndpointVerification.HOST), port(declared));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /** @throws ProviderException if nobody could be asked about such a name or port */
    default void check() {
        if (!HostName.isOne(name())) {
            throw rejected(
                    describe() + " names no host.",
                    "Write a name of labels and dots, such as www.example.com: no address, no https://, no path.");
        }
        if (this instanceof Service service && (service.port() < 1 || service.port() > HostName.HIGHEST_PORT)) {
            throw rejected(describe() + " names no port.", "A port is a number from 1 to 65535.");
        }
    }

    private static ProviderException rejected(String what, String hint) {
        String sentence = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        return ProviderException.of(ProviderException.Kind.REJECTED, sentence)
                .hint(hint)
                .build();
    }

    private static String name(Declared declared, String attribute) {
        return HostName.of(text(declared, attribute));
    }

    private static String text(Declared declared, String attribute) {
        return Objects.requireNonNull(declared.text(attribute), attribute);
    }

    /** 0 for what is no whole number. */
    private static long port(Declared declared) {
        Value written = declared.attributes().get(EndpointVerification.PORT);
        if (written == null) {
            return USUAL_PORT;
        }
        if (!(written instanceof Value.Amount(BigDecimal port))) {
            return 0;
        }
        try {
            return port.longValueExact();
        } catch (ArithmeticException fraction) {
            return 0;
        }
    }
}
