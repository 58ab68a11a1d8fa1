package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Domain;
import dev.ascertain.sandbox.Scenario.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Huawei Cloud's Live and IAM behind their API gateway, as far as the ownership of domains goes. */
final class HuaweiCloud {
    private static final Set<String> VERIFY_TYPES = Set.of("DNS", "FILE");

    private final Scenario.Huawei scenario;
    private final Internet internet;
    private final History history;
    private final Gateway gateway;

    HuaweiCloud(Scenario.Huawei scenario, Internet internet, History history) {
        this.scenario = scenario;
        this.internet = internet;
        this.history = history;
        this.gateway = new Gateway(scenario);
    }

    Answer answer(Call call) {
        try {
            gateway.admit(call);
            return route(call);
        } catch (RefusedException refused) {
            return refused.answer();
        }
    }

    private Answer route(Call call) {
        var template = call.path().replaceFirst("^/v1/[^/]+/", "/v1/{project}/");
        return switch (call.method() + " " + template) {
            case "GET /v3/projects" -> projects(call);
            case "GET /v1/{project}/domain/verification" -> {
                project(call);
                yield query(call, Objects.requireNonNullElse(call.parameter("domain"), ""));
            }
            case "POST /v1/{project}/domain/verification" -> {
                project(call);
                yield check(call);
            }
            default -> unpublished();
        };
    }

    private Answer projects(Call call) {
        var name = call.parameter("name");
        var projects = scenario.projects().stream()
                .filter(project -> name == null || project.name().equals(name))
                .map(HuaweiCloud::json)
                .toList();
        return Answer.json(200, Map.of("projects", projects, "links", Map.of("self", "/v3/projects")));
    }

    private static Object json(Project project) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", project.id());
        json.put("name", project.name());
        json.put("enabled", true);
        json.put("is_domain", false);
        json.put("description", "");
        return json;
    }

    private void project(Call call) {
        var id = call.path().split("/", -1)[2];
        if (scenario.projects().stream().noneMatch(project -> project.id().equals(id))) {
            throw new RefusedException(
                    Gateway.error(403, "APIGW.0302", "The IAM user is not allowed to access the API"));
        }
    }

    private Answer query(Call call, String domain) {
        var found = domain(domain);
        return Answer.json(200, Timeline.at(call.at(), found.live(), internet.start(), history.of(found.name())));
    }

    /** Asks for a check. There is no job and no pending state: the answer is the state after it. */
    private Answer check(Call call) {
        if (!scenario.post()) {
            return unpublished();
        }
        if (!call.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            return Gateway.error(400, "LIVE.100011012", "Unsupported media type");
        }
        var body = call.json();
        if (!VERIFY_TYPES.contains(body.path("verify_type").asText())) {
            return illegal();
        }
        var found = domain(body.path("domain").asText());
        var before = Timeline.at(call.at(), found.live(), internet.start(), history.of(found.name()));
        if (!Boolean.TRUE.equals(before.get("verify_result"))) {
            history.add(found.name(), new History.Event(call.at(), null, proven(before)));
        }
        return query(call, found.name());
    }

    /** Huawei looks for a TXT record at a name of its own below the root domain (user guide of Live). */
    private boolean proven(Map<String, Object> fields) {
        return internet.holds(
                "verification." + fields.get("domain"), "TXT", String.valueOf(fields.get("verify_content")));
    }

    /** The domain itself or the root it is under. Ownership comes before use, so an unknown domain is no error. */
    private Domain domain(String name) {
        if (!name.contains(".")) {
            throw new RefusedException(illegal());
        }
        for (Domain domain : scenario.domains()) {
            if (name.equals(domain.name()) || name.endsWith("." + domain.name())) {
                return domain;
            }
        }
        var labels = name.split("\\.", -1);
        var root = labels[labels.length - 2] + "." + labels[labels.length - 1];
        return ScenarioReader.unknownDomain(root);
    }

    private static Answer illegal() {
        return Gateway.error(400, "LIVE.100011001", "Request Illegal");
    }

    private static Answer unpublished() {
        return Gateway.error(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
    }
}
