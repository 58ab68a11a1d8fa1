package dev.ascertain.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/plan.json");

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWas() throws Exception {
        Plan plan = Plans.of(List.of(Plans.retry(1), Plans.met()));
        Path file = folder.resolve("plan.json");
        PlanFile.write(plan, file);
        assertThat(PlanFile.read(file)).isEqualTo(plan);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("lone \ud800 high", "lone \\ud800 high"),
                Arguments.of("lone \udc00 low", "lone \\udc00 low"),
                Arguments.of("\ud800", "\\ud800"),
                Arguments.of("\udc00\ud800", "\\udc00\\ud800"),
                Arguments.of("pair \ud83d\ude00", "pair \ud83d\ude00"),
                Arguments.of("\u0000\"\\", "\u0000\"\\"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyNameOfAnAttributeIsReadable(String name, String read) throws Exception {
        Plan plan = Plans.of(List.of(Plans.observed(Map.of(name, new Value.Fields(Map.of(name, Value.of("x")))))));
        Path file = folder.resolve("plan.json");
        PlanFile.write(plan, file);
        assertThat(PlanFile.read(file).changes().getFirst().observed())
                .isEqualTo(Map.of(read, new Value.Fields(Map.of(read, Value.of("x")))));
    }

    @Test
    void namesWithDifferentHalvesOfCharactersStayTwo() throws Exception {
        Map<String, Value> observed = Map.of("a\ud800", Value.of("x"), "a\udc00", Value.of("y"));
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of(Plans.observed(observed))), file);
        assertThat(PlanFile.read(file).changes().getFirst().observed())
                .isEqualTo(Map.of("a\\ud800", Value.of("x"), "a\\udc00", Value.of("y")));
    }

    @Test
    void looksAsTheGoldenFile() throws Exception {
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of(Plans.retry(1), Plans.met())), file);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.copy(file, GOLDEN, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(file).hasSameTextualContentAs(GOLDEN);
    }

    @Test
    void isForItsOwnersEyes() throws Exception {
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of()), file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aWaitThatACheckFollowsKeepsBoth() throws Exception {
        Path file = folder.resolve("plan.json");
        Plan plan = Plans.of(List.of(Plans.waiting()));
        PlanFile.write(plan, file);
        assertThat(PlanFile.read(file)).isEqualTo(plan);
        assertThat(plan.checks()).isEqualTo(1);
        assertThat(plan.changes().getFirst().again()).isEqualTo(Plans.NOON.plusSeconds(40));
    }

    @Test
    void aCallFollowsNoWaitForTheProvider() throws Exception {
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of(Plans.waiting())), file);
        Files.writeString(
                file, Files.readString(file).replace("\"verdict\":\"waiting\"", "\"verdict\":\"converging\""));
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.read(file));
        assertThat(fault.diagnostic().detail()).contains("an action and a trigger that do not belong together");
    }

    @Test
    void aMarkedPlanSaysWhen() throws Exception {
        Path file = folder.resolve("plan.json");
        Plan plan = Plans.of(List.of(Plans.retry(1)));
        PlanFile.write(plan, file);
        Plan marked = PlanFile.markApplied(plan, file, Plans.NOON.plusSeconds(60));
        assertThat(PlanFile.read(file)).isEqualTo(marked);
        assertThat(marked.appliedAt()).isEqualTo(Plans.NOON.plusSeconds(60));
    }

    @Test
    void ofManyThatApplyAtOnceOneDoes() throws Exception {
        Path file = folder.resolve("plan.json");
        Plan plan = Plans.of(List.of(Plans.retry(1)));
        PlanFile.write(plan, file);
        var applied = new AtomicInteger();
        var refused = new ConcurrentLinkedQueue<String>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    try {
                        PlanFile.markApplied(plan, file, Plans.NOON);
                        applied.incrementAndGet();
                    } catch (PlanFault fault) {
                        refused.add(fault.diagnostic().summary());
                    }
                });
            }
        }

        assertThat(applied).hasValue(1);
        assertThat(refused).hasSize(15).containsOnly("Plan already applied");
    }

    @Test
    void aPlanThatCannotBeMarkedIsNotApplied() {
        Path file = folder.resolve("gone/plan.json");
        Plan plan = Plans.of(List.of());
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.markApplied(plan, file, Plans.NOON));
        assertThat(fault.diagnostic())
                .isEqualTo(
                        Diagnostic.error(
                                "Plan not applied",
                                "Before a plan is applied, that is noted in its file, so that nothing is asked for twice. "
                                        + file + " could not be written: the folder " + file.getParent()
                                        + " does not exist.\nNothing was triggered. Make the file and its folder writable, or apply a copy elsewhere."));
    }

    @Test
    void aFolderIsNoPlaceForAPlan() {
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.write(Plans.of(List.of()), folder));
        assertThat(fault.diagnostic().detail())
                .isEqualTo("The plan could not be written to " + folder
                        + ": it is a folder.\nNo plan file was made there; one that was there before stays as it was.");
        assertThat(fault.refused()).isFalse();
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("", "Not a plan file", " is no plan that Ascertain wrote. "),
                Arguments.of("verifications: []", "Not a plan file", " is no plan that Ascertain wrote. "),
                Arguments.of("{\"id\":1}", "Not a plan file", " is no plan that Ascertain wrote. "),
                Arguments.of("[".repeat(100_000), "Not a plan file", " is no plan that Ascertain wrote. "),
                Arguments.of(
                        "{\"format_version\":\"2.0\",\"things\":[]}",
                        "Plan file made by a newer Ascertain",
                        " has the format version 2.0; this version knows 1. Use the Ascertain that made it, or make the plan again."),
                Arguments.of(
                        "{\"format_version\":\"1.0\",\"id\":\"",
                        "Plan file cut",
                        " ends in the middle: it was not copied wholly. "),
                Arguments.of(
                        "{\"format_version\":\"1.0\",\"plan_id\":\"x\",\"summary\":{},\"outcomes\":[{\"address\":",
                        "Report given as a plan",
                        " is the report of an apply, and no plan: it tells what came of one. "),
                Arguments.of(
                        "{\"format_version\":\"1.0\",\"x\":" + "[".repeat(100_000),
                        "Plan file damaged",
                        " is damaged: that is no JSON. "),
                Arguments.of(
                        "{\"format_version\":\"1.0\"}",
                        "Plan file damaged",
                        " is damaged: it holds no proper \"id\" where one belongs. "),
                Arguments.of(
                        "{\"format_version\":\"1.0\" oops}", "Plan file damaged", " is damaged: that is no JSON. "));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void aSpoiledFileGetsOneClearSentence(String content, String summary, String detail) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), content);
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.read(file));
        assertThat(fault.diagnostic().summary()).isEqualTo(summary);
        assertThat(fault.diagnostic().detail()).startsWith(file + detail);
        assertThat(fault.refused()).isTrue();
    }

    @Test
    void aCutPlanIsRefusedWhereverItIsCut() throws Exception {
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of(Plans.retry(1))), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(catchThrowableOfType(PlanFault.class, () -> PlanFile.read(file)))
                    .as("cut after %d bytes", length)
                    .isNotNull();
        }
    }

    @Test
    void anEditedPlanIsRefused() throws Exception {
        Path file = folder.resolve("plan.json");
        PlanFile.write(Plans.of(List.of(Plans.retry(1))), file);
        Files.writeString(file, Files.readString(file).replace("\"call\":\"zone\"", "\"call\":\"pack\""));
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.read(file));
        assertThat(fault.diagnostic())
                .isEqualTo(
                        Diagnostic.error(
                                "Plan file edited",
                                file
                                        + " was changed after Ascertain wrote it. Make the plan again: ascertain plan --out FILE."));
    }

    @Test
    void whatALaterMinorVersionAddedIsPassedOver() throws Exception {
        Path file = folder.resolve("plan.json");
        Plan plan = Plans.of(List.of(Plans.retry(1)));
        PlanFile.write(plan, file);
        String body = Files.readString(file);
        String newer = body.substring(0, body.length() - PlanWriter.SEAL_LENGTH)
                .replace(
                        "\"format_version\":\"1.0\"",
                        "\"format_version\":\"1.7\",\"mood\":{\"a\":[null,1]},\"none\":null")
                .replace("\"verdict\"", "\"weather\":[{}],\"verdict\"");
        byte[] digest = Fingerprint.sha256().digest(newer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.writeString(
                file, newer + new String(PlanWriter.seal(digest), java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(PlanFile.read(file)).isEqualTo(plan);
    }

    @Test
    void aMissingFileIsNotRefusedButMissing() {
        Path file = folder.resolve("none.json");
        PlanFault fault = catchThrowableOfType(PlanFault.class, () -> PlanFile.read(file));
        assertThat(fault.refused()).isFalse();
        assertThat(fault.diagnostic().detail())
                .isEqualTo("There is no file " + file + ". Make the plan again: ascertain plan --out FILE.");
    }

    @Test
    void fingerprintsCoverMeaningOnly() {
        assertThat(Fingerprint.of(Plans.retry(1))).isEqualTo(Fingerprint.of(Plans.retry(1)));
        assertThat(Fingerprint.of(Plans.retry(1))).isNotEqualTo(Fingerprint.of(Plans.retry(2)));
        assertThat(Fingerprint.of(Plans.met())).isNotEqualTo(Fingerprint.of(Plans.retry(1)));
    }
}
