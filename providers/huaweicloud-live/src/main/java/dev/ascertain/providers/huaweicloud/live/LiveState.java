package dev.ascertain.providers.huaweicloud.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an answer into what the engine understands. Whatever is missing in it stays missing. */
final class LiveState {
    private LiveState() {}

    static Observation observed(DomainTarget target, VerificationReply reply, Instant at) {
        String root = present(reply.domain());
        String content = present(reply.verifyContent());
        Value result = result(reply.verifyResult());
        var verification = new LiveVerification(
                target.domain(),
                "",
                attributes(root, content, result),
                status(result),
                List.of(),
                challenges(target, root, content),
                List.of(),
                Schedule.UNKNOWN,
                root == null ? Claim.NONE : Claim.ownership(root));
        return new Observation(at, List.of(verification), List.of(), notices(target, verification));
    }

    private static Map<String, Value> attributes(
            @Nullable String root, @Nullable String content, @Nullable Value result) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        if (root != null) {
            attributes.put(DomainVerification.DOMAIN, Value.of(root));
        }
        if (content != null) {
            attributes.put(DomainVerification.VERIFY_CONTENT, Value.of(content));
        }
        if (result != null) {
            attributes.put(DomainVerification.VERIFY_RESULT, result);
        }
        return attributes;
    }

    /** A result that is missing, or is no boolean, is neither a confirmation nor a failure. */
    private static Status status(@Nullable Value result) {
        if (!(result instanceof Value.Flag(boolean confirmed))) {
            return Status.UNKNOWN;
        }
        return confirmed ? Status.VERIFIED : Status.NEEDS_PROOF;
    }

    /** None where the root domain is not known: which labels make it up cannot be guessed. */
    private static List<Challenge> challenges(DomainTarget target, @Nullable String root, @Nullable String content) {
        return root == null || content == null
                ? List.of()
                : List.of(target.form().challenge(root, content));
    }

    private static List<String> notices(DomainTarget target, LiveVerification live) {
        boolean proofIsWanted = live.status() != Status.VERIFIED
                && live.attribute(DomainVerification.VERIFY_CONTENT).isPresent();
        return proofIsWanted && live.challenges().isEmpty()
                ? List.of("Huawei Cloud Live did not say which root domain " + target.domain()
                        + " belongs to, so it cannot be told where its verify_content must be published.")
                : List.of();
    }

    private static @Nullable Value result(@Nullable JsonNode result) {
        if (result == null || result.isNull()) {
            return null;
        }
        return switch (result.asText().toLowerCase(Locale.ROOT)) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            case String word -> Value.of(result.isValueNode() ? word : result.toString());
        };
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
