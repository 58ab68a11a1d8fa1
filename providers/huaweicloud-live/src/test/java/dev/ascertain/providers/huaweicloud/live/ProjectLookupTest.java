package dev.ascertain.providers.huaweicloud.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.providers.huaweicloud.live.ProjectList.Project;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectLookupTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForManyThreads() throws Exception {
        var arrived = new AtomicInteger();
        var allArrived = new CompletableFuture<Void>();
        var lookup = lookup(() -> {
            allArrived.join();
            return List.of(new Project("0ab", "cn-north-4"), new Project("1cd", "cn-north-4_sub"));
        });
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    if (arrived.incrementAndGet() == 50) {
                        allArrived.complete(null);
                    }
                    return lookup.get();
                }));
            }
        }

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("0ab");
        }
        assertThat(lookup.get()).isEqualTo("0ab");
        assertThat(asked).hasValue(1);
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                argumentSet(
                        "none at all",
                        List.of(),
                        "Huawei Cloud IAM knows no project named cn-north-4; it named none at all."),
                argumentSet(
                        "none of this name",
                        List.of(new Project("1cd", "cn-north-1")),
                        "Huawei Cloud IAM knows no project named cn-north-4; it named 1cd (cn-north-1)."),
                argumentSet(
                        "two of this name",
                        List.of(new Project("0ab", "cn-north-4"), new Project("1cd", "cn-north-4")),
                        "Huawei Cloud IAM knows 2 projects named cn-north-4: 0ab (cn-north-4), 1cd (cn-north-4)."),
                argumentSet(
                        "many",
                        IntStream.range(0, 12)
                                .mapToObj(i -> new Project("p" + i, "x"))
                                .toList(),
                        "Huawei Cloud IAM knows no project named cn-north-4; it named p0 (x), p1 (x), p2 (x), p3 (x),"
                                + " p4 (x), p5 (x), p6 (x), p7 (x), p8 (x), p9 (x) and 2 more."));
    }

    @ParameterizedTest
    @MethodSource
    void unclear(List<Project> projects, String what) {
        var lookup = lookup(() -> projects);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(lookup::get).isInstanceOfSatisfying(ProviderException.class, told -> {
                assertThat(told.kind()).isEqualTo(Kind.REJECTED);
                assertThat(told.what()).isEqualTo(what);
                assertThat(told.hint())
                        .contains("Set project_id to the one that is meant: the console shows it under My"
                                + " Credentials.");
            });
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void takesNoIdThatBreaksOutOfThePath() {
        var lookup = lookup(() -> List.of(new Project("../admin", "cn-north-4")));

        assertThatThrownBy(lookup::get).isInstanceOfSatisfying(ProviderException.class, told -> {
            assertThat(told.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(told.what()).isEqualTo("Huawei Cloud IAM named a project cn-north-4 without an id.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void asksAgainOnlyAfterWhatMayPass(Kind kind) {
        var lookup = lookup(() -> {
            throw ProviderException.of(kind, "No.").build();
        });

        assertThatThrownBy(lookup::get).hasMessage("No.");
        assertThatThrownBy(lookup::get).hasMessage("No.");

        assertThat(asked)
                .hasValue(
                        switch (kind) {
                            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REJECTED -> 1;
                            case THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE, NOT_ASKED -> 2;
                        });
    }

    private ProjectLookup lookup(Supplier<List<Project>> answer) {
        return new ProjectLookup(
                name -> {
                    asked.incrementAndGet();
                    assertThat(name).isEqualTo("cn-north-4");
                    return new ProjectList(answer.get());
                },
                "cn-north-4");
    }
}
