package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Token;
import dev.ascertain.sandbox.Scenario.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code api.cloudflare.com/client/v4}, as far as the verification of certificates goes. */
final class CloudflareCloud {
    static final String BASE = "/client/v4";

    private static final Set<String> METHODS = Set.of("http", "cname", "txt", "email");
    private static final int LARGEST_PAGE = 50;

    private final Scenario.Cloudflare scenario;
    private final Certificates certificates;
    private final Meter meter;

    CloudflareCloud(Scenario.Cloudflare scenario, Certificates certificates) {
        this.scenario = scenario;
        this.certificates = certificates;
        this.meter = new Meter(scenario.quota());
    }

    Answer answer(Call call) {
        var reading = meter.count(caller(call), call.at());
        var quota = scenario.quota();
        return (reading.exceeded() ? throttled(reading) : attempt(call))
                .with("Ratelimit", "\"default\";r=" + reading.left() + ";t=" + reading.seconds())
                .with(
                        "Ratelimit-Policy",
                        "\"default\";q=" + quota.calls() + ";w="
                                + quota.window().toSeconds());
    }

    private static String caller(Call call) {
        return call.headers().getOrDefault("authorization", call.headers().getOrDefault("x-auth-key", ""));
    }

    private static Answer throttled(Meter.Reading reading) {
        return error(429, 971, "Please wait and consider throttling your request speed")
                .with("Retry-After", Long.toString(reading.seconds()));
    }

    private Answer attempt(Call call) {
        try {
            return route(call, authenticated(call));
        } catch (RefusedException refused) {
            return refused.answer();
        }
    }

    private Token authenticated(Call call) {
        var authorization = call.header("authorization");
        for (Token token : scenario.tokens()) {
            if (("Bearer " + token.value()).equals(authorization)) {
                return token;
            }
        }
        for (Scenario.ApiKey key : scenario.keys()) {
            if (authorization == null
                    && key.email().equals(call.header("x-auth-email"))
                    && key.value().equals(call.header("x-auth-key"))) {
                return new Token(key.value(), List.of(), false);
            }
        }
        throw new RefusedException(
                caller(call).isEmpty()
                        ? error(401, 1001, "Missing X-Auth-Key, X-Auth-Email or Authorization headers")
                        : error(401, 1000, "Invalid API Token"));
    }

    private Answer route(Call call, Token token) {
        var path = call.path().substring(BASE.length());
        var parts = path.split("/", -1);
        var template = path.replaceFirst("^/zones/[^/]+/", "/zones/{zone}/")
                .replaceFirst("/verification/[^/]+$", "/verification/{pack}");
        return switch (call.method() + " " + template) {
            case "GET /user/tokens/verify" ->
                result(Map.of("id", "5a9db0075a9db0075a9db0075a9db007", "status", "active"));
            case "GET /zones" -> zones(call, token);
            case "GET /zones/{zone}/ssl/verification" -> verifications(call, token, zone(call, token, parts[2]));
            case "GET /zones/{zone}/ssl/certificate_packs" -> packs(call, zone(call, token, parts[2]));
            case "PATCH /zones/{zone}/ssl/verification/{pack}" ->
                patch(call, token, zone(call, token, parts[2]), parts[5]);
            default -> noRoute(call);
        };
    }

    private Zone zone(Call call, Token token, String id) {
        for (Zone zone : scenario.zones()) {
            if (zone.id().equals(id)) {
                if (!token.reaches(zone)) {
                    throw new RefusedException(error(403, 10000, "Authentication error"));
                }
                return zone;
            }
        }
        throw new RefusedException(noRoute(call));
    }

    private Answer zones(Call call, Token token) {
        var name = call.parameter("name");
        var account = call.parameter("account.id");
        return page(
                call,
                scenario.zones().stream()
                        .filter(token::reaches)
                        .filter(zone -> name == null || zone.name().equals(name))
                        .filter(zone -> account == null || zone.account().equals(account))
                        .map(CloudflareCloud::json)
                        .toList());
    }

    private static Object json(Zone zone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", zone.id());
        json.put("name", zone.name());
        json.put("status", zone.status());
        json.put("paused", false);
        json.put("type", "full");
        json.put("account", Map.of("id", zone.account(), "name", "Rehearsal"));
        return json;
    }

    private Answer verifications(Call call, Token token, Zone zone) {
        if ("true".equals(call.parameter("retry"))) {
            mayWrite(token);
            certificates.retry(zone, call.at());
        }
        return result(certificates.verifications(zone, call.at()));
    }

    private Answer packs(Call call, Zone zone) {
        return page(call, certificates.packs(zone, call.at(), "all".equals(call.parameter("status"))));
    }

    private Answer patch(Call call, Token token, Zone zone, String pack) {
        mayWrite(token);
        var method = call.json().path("validation_method").asText();
        if (!METHODS.contains(method)) {
            return error(400, 1404, "validation_method must be one of http, cname, txt, email");
        }
        if (!certificates.check(zone, pack, method, call.at())) {
            return error(404, 1414, "Could not find certificate pack " + pack);
        }
        return result(Map.of("status", certificates.status(zone, pack, call.at()), "validation_method", method));
    }

    private static void mayWrite(Token token) {
        if (token.readOnly()) {
            throw new RefusedException(error(403, 10000, "Authentication error"));
        }
    }

    private static Answer page(Call call, List<?> all) {
        int page = call.number("page", 1);
        int size = call.number("per_page", 20);
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            return error(400, 6003, "Invalid request parameters: per_page must be between 1 and " + LARGEST_PAGE);
        }
        int from = Math.min(all.size(), (page - 1) * size);
        var part = all.subList(from, Math.min(all.size(), from + size));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("page", page);
        info.put("per_page", size);
        info.put("count", part.size());
        info.put("total_count", all.size());
        info.put("total_pages", (all.size() + size - 1) / size);
        var envelope = envelope(true, List.of(), part);
        envelope.put("result_info", info);
        return Answer.json(200, envelope);
    }

    private static Answer result(Object result) {
        return Answer.json(200, envelope(true, List.of(), result));
    }

    private static Answer noRoute(Call call) {
        return error(404, 7003, "Could not route to " + call.path() + ", perhaps your object identifier is invalid?");
    }

    static Answer error(int status, int code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        var envelope = envelope(false, List.of(error), List.of());
        envelope.put("result", null);
        return Answer.json(status, envelope);
    }

    private static Map<String, Object> envelope(boolean success, List<?> errors, Object result) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", success);
        envelope.put("errors", errors);
        envelope.put("messages", List.of());
        envelope.put("result", result);
        return envelope;
    }
}
