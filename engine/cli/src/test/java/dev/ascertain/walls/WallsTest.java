package dev.ascertain.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wall stands in the house, and falls in the one beside it that breaks them all. */
class WallsTest {
    private static final String HOUSE = "dev.ascertain";
    private static final String BROKEN = "dev.ascertain.walls.broken";

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(
                    location -> !location.contains("/engine/testkit/") && !location.contains("/examples/sandbox/"))
            .importPackages(HOUSE);
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN);

    static Stream<Arguments> walls() {
        return Stream.of(
                wall("the SPI knows only the JDK", Walls::spiKnowsOnlyTheJdk),
                wall("providers know neither engine nor command line", Walls::providersKnowNeitherEngineNorCommandLine),
                wall("providers do not know each other", Walls::providersDoNotKnowEachOther),
                wall("core knows no provider, HTTP or command line", Walls::coreKnowsNoProviderNoHttpNoCommandLine),
                wall("judgement knows only what was seen", Walls::judgementKnowsOnlyWhatWasSeen),
                wall("the command line knows no provider", Walls::commandLineKnowsNoProvider),
                wall("planning cannot trigger", Walls::planningCannotTrigger),
                wall("planning does not know apply", Walls::planningDoesNotKnowApply),
                Arguments.of("only the command line touches the process", (Function<String, List<ArchRule>>)
                        Walls::onlyTheCommandLineTouchesTheProcess),
                wall("time is a clock", Walls::timeIsAClock),
                wall("no package cycles", Walls::noPackageCycles),
                wall("names say what things are", Walls::namesSayWhatThingsAre),
                wall("every package is @NullMarked", Walls::everyPackageIsNullMarked));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walls")
    void stands(String name, Function<String, List<ArchRule>> wall) {
        wall.apply(HOUSE).forEach(rule -> rule.allowEmptyShould(false).check(HOUSE_CLASSES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walls")
    void isSeenToFall(String name, Function<String, List<ArchRule>> wall) {
        assertThat(wall.apply(BROKEN))
                .allSatisfy(rule -> assertThat(rule.evaluate(BROKEN_CLASSES).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
    }

    @Test
    void theWholeHouseIsLookedAt() {
        assertThat(HOUSE_CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains(
                        "dev.ascertain.spi",
                        "dev.ascertain.core.apply",
                        "dev.ascertain.providers.http",
                        "dev.ascertain.providers.cloudflare",
                        "dev.ascertain.providers.huaweicloud.live",
                        "dev.ascertain.providers.internet",
                        "dev.ascertain.cli");
    }

    private static Arguments wall(String name, Function<String, ArchRule> rule) {
        return Arguments.of(name, (Function<String, List<ArchRule>>) root -> List.of(rule.apply(root)));
    }
}
