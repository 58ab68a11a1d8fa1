package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Both clouds and what goes wrong with them, apart from any server: a call in, a reply out. Safe for many threads. */
final class World {
    /**
     * @param answer what is sent, or what is spoilt
     * @param latency before it is sent
     * @param spoilt how the answer is spoilt on its way; null if it is not
     */
    record Reply(String vendor, Answer answer, Duration latency, Fault.@Nullable Kind spoilt) {}

    private final CloudflareCloud cloudflare;
    private final HuaweiCloud huawei;
    private final Faults faults;
    private final Internet internet;

    World(Scenario scenario, Internet internet) {
        var history = new History();
        var start = internet.start();
        this.internet = internet;
        this.cloudflare = new CloudflareCloud(scenario.cloudflare(), new Certificates(internet, history));
        this.huawei = new HuaweiCloud(scenario.huawei(), internet, history);
        this.faults = new Faults(scenario.faults(), start);
    }

    Reply answer(Call call) {
        internet.called(call);
        var vendor = vendor(call.path());
        var disturbance = faults.next(call);
        var fault = disturbance.spoilt();
        var refusal = fault == null ? null : refusal(fault, vendor);
        var answer = refusal == null ? answer(vendor, call) : refusal;
        return new Reply(vendor, answer, disturbance.latency(), fault == null ? null : fault.kind());
    }

    private Answer answer(String vendor, Call call) {
        return switch (vendor) {
            case "cloudflare" -> cloudflare.answer(call);
            case "huaweicloud_live" -> huawei.answer(call);
            case "sandbox" -> internet.answer(call);
            default -> Answer.html(404, "Not Found");
        };
    }

    /** What turns a request away before it reaches the cloud; null if the fault does not do that. */
    private static @Nullable Answer refusal(Fault fault, String vendor) {
        var refusal = switch (fault.kind()) {
            case HTML -> Answer.html(503, "Service Temporarily Unavailable");
            case THROTTLED ->
                vendor.equals("cloudflare")
                        ? CloudflareCloud.error(429, 10100, "Rate limited")
                        : Gateway.error(429, "APIGW.0308", "The throttling threshold has been reached");
            case CUT, HALF, HUGE, RESET, NEVER -> null;
            case null -> null;
        };
        return refusal == null || fault.retryAfter() == null
                ? refusal
                : refusal.with("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
    }

    private static String vendor(String path) {
        if (path.startsWith(CloudflareCloud.BASE + "/")) {
            return "cloudflare";
        }
        if (path.startsWith(Internet.BASE)) {
            return "sandbox";
        }
        return path.startsWith("/v1/") || path.startsWith("/v3/") ? "huaweicloud_live" : "nobody";
    }
}
