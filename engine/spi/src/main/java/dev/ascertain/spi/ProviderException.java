package dev.ascertain.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a provider's failure reaches the engine. Neither its message nor its cause may hold a secret.
 */
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The closed set of failures. */
    public enum Kind {
        /** 401: the credential is not accepted. No further call may be made with it. */
        UNAUTHORIZED,
        /** 403: the credential may not do this here. It concerns the target only. */
        FORBIDDEN,
        /** 404: the provider knows no such thing. */
        NOT_FOUND,
        /** Any other 4xx: asking again in the same way gives the same answer. */
        REJECTED,
        /** 429, or a 503 that says so: too many calls. */
        THROTTLED,
        /** 5xx, a network fault, a timeout: an outage. */
        UNAVAILABLE,
        /** An answer that is no answer: HTML, half a JSON, too long. */
        MALFORMED_RESPONSE,
        /** Never asked: the run was stopped, or the credential was refused before. */
        NOT_ASKED
    }

    private final Kind kind;
    private final @Nullable String hint;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    private ProviderException(Builder builder) {
        super(builder.message, builder.cause);
        this.kind = builder.kind;
        this.hint = builder.hint;
        this.code = builder.code;
        this.retryAfter = builder.retryAfter;
    }

    /**
     * @param message what happened, as a sentence, such as {@code Cloudflare answered 403 (10000 Authentication error).}
     */
    public static Builder of(Kind kind, String message) {
        return new Builder(kind, message);
    }

    public Kind kind() {
        return kind;
    }

    /** What happened, as a sentence. */
    public String what() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** What to do, as a sentence. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The provider's own code, such as {@code 10000} or {@code APIGW.0301}. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** How long the provider wants not to be asked. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Collects what is known of a failure. */
    public static final class Builder {
        private final Kind kind;
        private final String message;
        private @Nullable String hint;
        private @Nullable String code;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(Kind kind, String message) {
            this.kind = kind;
            this.message = message;
        }

        public Builder hint(@Nullable String sentence) {
            this.hint = sentence;
            return this;
        }

        public Builder code(@Nullable String providersCode) {
            this.code = providersCode;
            return this;
        }

        public Builder retryAfter(@Nullable Duration duration) {
            this.retryAfter = duration;
            return this;
        }

        public Builder cause(@Nullable Throwable throwable) {
            this.cause = throwable;
            return this;
        }

        public ProviderException build() {
            return new ProviderException(this);
        }
    }
}
