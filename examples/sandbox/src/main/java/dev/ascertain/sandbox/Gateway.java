package dev.ascertain.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The API gateway in front of Huawei Cloud's services: signature or token, the lock after too many failures, the quota.
 * Safe for many threads.
 */
final class Gateway {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final int FAILURES_BEFORE_LOCK = 5;

    private record Failures(int inARow, Instant latest) {}

    private final Scenario.Huawei scenario;
    private final Meter meter;
    private final Map<String, Failures> failures = new HashMap<>();

    Gateway(Scenario.Huawei scenario) {
        this.scenario = scenario;
        this.meter = new Meter(scenario.quota());
    }

    /** @throws RefusedException unless the call may go on */
    void admit(Call call) {
        var caller = caller(call);
        var reading = meter.count(caller, call.at());
        if (reading.exceeded()) {
            throw new RefusedException(throttled(reading));
        }
    }

    /** The access key or the token of the call. */
    private String caller(Call call) {
        var token = call.header("x-auth-token");
        if (token != null) {
            if (scenario.tokens().contains(token)) {
                return token;
            }
            throw unauthorized("decrypt token fail");
        }
        var signature = SdkSignature.parse(Objects.requireNonNullElse(call.header("authorization"), ""))
                .orElseThrow(() -> unauthorized("x-auth-token not found"));
        checkSigned(call, signature);
        return signature.access();
    }

    private synchronized void checkSigned(Call call, SdkSignature signature) {
        var before = failures.getOrDefault(signature.access(), new Failures(0, Instant.EPOCH));
        if (before.inARow() > FAILURES_BEFORE_LOCK
                && call.at().isBefore(before.latest().plus(LOCK))) {
            throw unauthorized("the access key is locked for 5 minutes after too many failures");
        }
        var fault = fault(call, signature);
        if (fault == null) {
            failures.remove(signature.access());
            return;
        }
        failures.put(signature.access(), new Failures(before.inARow() + 1, call.at()));
        throw unauthorized(fault);
    }

    private @Nullable String fault(Call call, SdkSignature signature) {
        var key = scenario.keys().stream()
                .filter(candidate -> candidate.access().equals(signature.access()))
                .findFirst()
                .orElse(null);
        if (key == null) {
            return "ak " + signature.access() + " not exist";
        }
        if (!signature.signedHeaders().containsAll(List.of("host", "x-sdk-date"))) {
            return "host and x-sdk-date must be signed";
        }
        if (!recent(call)) {
            return "x-sdk-date is more than 15 minutes off";
        }
        if (call.path().startsWith("/v1/") && call.header("x-project-id") == null) {
            return "x-project-id not found";
        }
        if (!Objects.equals(key.securityToken(), call.header("x-security-token"))) {
            return "security token does not fit the access key";
        }
        // The real gateway, too, echoes what it saw: whoever shows this must take the security token out.
        return signature.signs(call, key.secret())
                ? null
                : "verify aksk signature fail, canonical request: " + signature.canonical(call);
    }

    private static boolean recent(Call call) {
        try {
            var date = LocalDateTime.parse(Objects.requireNonNullElse(call.header("x-sdk-date"), ""), DATE)
                    .toInstant(ZoneOffset.UTC);
            return Duration.between(date, call.at()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static RefusedException unauthorized(String why) {
        return new RefusedException(error(401, "APIGW.0301", "Incorrect IAM authentication information: " + why));
    }

    private Answer throttled(Meter.Reading reading) {
        return error(
                        429,
                        "APIGW.0308",
                        "The throttling threshold has been reached: policy user over ratelimit,limit:"
                                + scenario.quota().calls() + ",time:"
                                + scenario.quota().window().toSeconds() + " second")
                .with("Retry-After", Long.toString(reading.seconds()));
    }

    static Answer error(int status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("error_msg", message);
        body.put("request_id", UUID.randomUUID().toString().replace("-", ""));
        return Answer.json(status, body);
    }
}
