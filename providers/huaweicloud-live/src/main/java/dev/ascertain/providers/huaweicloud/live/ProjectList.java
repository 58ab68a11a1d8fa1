package dev.ascertain.providers.huaweicloud.live;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What IAM answers when it is asked for projects. */
record ProjectList(List<Project> projects) {
    ProjectList(@Nullable List<Project> projects) {
        this.projects = projects == null
                ? List.of()
                : projects.stream().filter(Objects::nonNull).toList();
    }

    /** One project: in each region there is one of the region's name, and there may be others below it. */
    record Project(@Nullable String id, @Nullable String name) {}
}
