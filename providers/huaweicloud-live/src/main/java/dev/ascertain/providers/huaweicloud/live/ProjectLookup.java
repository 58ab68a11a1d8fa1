package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.providers.huaweicloud.live.ProjectList.Project;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The id of a region's project, asked for once however many threads want it. An answer that asking again cannot change
 * is kept as well; after an outage the next one to want the id asks again.
 */
final class ProjectLookup implements Supplier<String> {
    private static final int LISTED = 10;

    private final ProjectReads iam;
    private final String region;
    private final AtomicReference<@Nullable CompletableFuture<String>> answer = new AtomicReference<>();

    ProjectLookup(ProjectReads iam, String region) {
        this.iam = iam;
        this.region = region;
    }

    /**
     * @throws ProviderException if IAM could not be asked, or does not name exactly one project
     */
    @Override
    public String get() {
        var mine = new CompletableFuture<String>();
        CompletableFuture<String> earlier = answer.compareAndExchange(null, mine);
        return earlier == null ? ask(mine) : await(earlier);
    }

    private String ask(CompletableFuture<String> mine) {
        try {
            String id = chosen(iam.projects(region).projects());
            mine.complete(id);
            return id;
        } catch (RuntimeException failure) {
            if (!lasts(failure)) {
                answer.set(null);
            }
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static String await(CompletableFuture<String> earlier) {
        try {
            return earlier.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof ProviderException refused ? refused : failure;
        }
    }

    private static boolean lasts(RuntimeException failure) {
        return failure instanceof ProviderException refused
                && switch (refused.kind()) {
                    case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REJECTED -> true;
                    case THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE, NOT_ASKED -> false;
                };
    }

    private String chosen(List<Project> projects) {
        List<Project> hits = projects.stream()
                .filter(project -> region.equals(project.name()))
                .toList();
        if (hits.size() != 1) {
            throw unclear(hits.isEmpty() ? projects : hits, hits.size());
        }
        String id = hits.getFirst().id();
        if (id == null || !SettingsCheck.isProject(id)) {
            throw ProviderException.of(
                            Kind.MALFORMED_RESPONSE, "Huawei Cloud IAM named a project " + region + " without an id.")
                    .hint("Set project_id.")
                    .build();
        }
        return id;
    }

    private ProviderException unclear(List<Project> listed, int hits) {
        String list = listed.isEmpty() ? "none at all" : listed(listed);
        String what = hits == 0
                ? "Huawei Cloud IAM knows no project named %s; it named %s.".formatted(region, list)
                : "Huawei Cloud IAM knows %d projects named %s: %s.".formatted(hits, region, list);
        return ProviderException.of(Kind.REJECTED, what)
                .hint("Set project_id to the one that is meant: the console shows it under My Credentials.")
                .build();
    }

    private static String listed(List<Project> projects) {
        String some = projects.stream()
                .limit(LISTED)
                .map(project -> project.id() + " (" + project.name() + ")")
                .collect(Collectors.joining(", "));
        return projects.size() > LISTED ? some + " and %d more".formatted(projects.size() - LISTED) : some;
    }
}
