package dev.ascertain.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.view.Golden;
import dev.ascertain.core.publish.Publications;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormatTest {
    /** A text between quotes, in any of the languages. */
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    /** What is made of a name or a value, and is no text between quotes. */
    private static final Pattern MADE =
            Pattern.compile("_?[a-z0-9_-]+_[0-9a-f]{8}\\b|zone_id[a-z0-9_-]*|(?m)^(?:#|//|;) .*$");

    @ParameterizedTest
    @EnumSource
    void writesOneOfEverything(RecordFormat format) {
        Golden.check(file("records", format), format.of(Sets.everything()));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNothing(RecordFormat format) {
        assertThat(format.of(new Publications(List.of(), List.of(), List.of())))
                .matches("(?:#|//|;) Nothing to publish\\.\\n");
    }

    /** Kept as files, so that the tools themselves can be asked whether they read them. */
    @ParameterizedTest
    @EnumSource
    void writesHostileValues(RecordFormat format) {
        var text = new StringBuilder();
        Hostile.TEXTS.forEach(value -> text.append(format.of(Sets.of("a.example.com", value, "example.com"))));
        Golden.check(file("records-hostile", format), text.toString());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(RecordFormat.values())
                .flatMap(format -> Hostile.TEXTS.stream().map(text -> Arguments.of(format, text)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noValueBreaksOut(RecordFormat format, String hostile) {
        assertThat(skeleton(format.of(Sets.of("a.example.com", hostile, "example.com"))))
                .isEqualTo(skeleton(format.of(Sets.of("a.example.com", "value", "example.com"))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noNameBreaksOut(RecordFormat format, String hostile) {
        String name = hostile.isEmpty() ? "x" : hostile;
        String zone = name + ".example";
        assertThat(skeleton(format.of(Sets.of("a." + zone, "value", zone))))
                .isEqualTo(skeleton(format.of(Sets.of("a.b.example", "value", "b.example"))));
        assertThat(skeleton(format.of(Sets.of(name, "value", null))))
                .isEqualTo(skeleton(format.of(Sets.of("a.b.example", "value", null))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void onlyHarmlessCharactersAreLeft(RecordFormat format, String hostile) {
        String text = format.of(Sets.of("a.example.com", hostile, "example.com"));
        assertThat(text.lines().filter(line -> !line.strip().matches("(?:#|//|;) .*")))
                .allMatch(line -> line.chars().allMatch(one -> one >= 0x20 && one < 0x7f));
        assertThat(text).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e&&[^\\n]]");
    }

    @Test
    void nothingIsInterpolatedByTerraform() {
        assertThat(Hcl.text("${a} $${b} %{c} $d")).isEqualTo("\"$${a} $$${b} %%{c} $d\"");
    }

    @Test
    void aLongValueIsCutIntoStringsOf255Bytes() {
        assertThat(ZoneText.quoted("x".repeat(600)))
                .isEqualTo("\"%s\" \"%s\" \"%s\"".formatted("x".repeat(255), "x".repeat(255), "x".repeat(90)));
        assertThat(ZoneText.quoted("x".repeat(255))).isEqualTo("\"%s\"".formatted("x".repeat(255)));
        assertThat(ZoneText.quoted("")).isEqualTo("\"\"");
    }

    @Test
    void zonesOfOneIdentifierHaveTwoVariables() {
        assertThat(RecordFormat.TERRAFORM.of(Sets.of("a.b_c.example", "x", "b_c.example")))
                .doesNotContain("\"zone_id_b_c_example\"");
    }

    /** The text without what is between quotes, and without comments and names that are made of it. */
    private static String skeleton(String text) {
        String plain = MADE.matcher(TEXT.matcher(text).replaceAll("\"\"")).replaceAll("_");
        return plain.replaceAll("\"\" \"\"( \"\")*", "\"\"")
                .replaceAll("(?m)^(\\S+)( \\d+ IN )", "NAME$2")
                .replaceAll("( IN CNAME )\\S+\\.", "$1NAME.");
    }

    private static String file(String name, RecordFormat format) {
        return name + "-" + format.name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
