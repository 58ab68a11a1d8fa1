package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Refuses what Slack refuses, or what would call people together; and what a receiver would choke on. */
final class Messages {
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt);");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final int SUM_THAT_SLACK_TAKES = 13_000;

    private Messages() {}

    static void checkSlack(JsonNode message) {
        JsonNode blocks = message.get("blocks");
        assertThat(blocks.size()).isBetween(1, Slack.MOST_BLOCKS);
        checkMarkup(message.get("text").asText());
        int sum = 0;
        for (JsonNode block : blocks) {
            switch (block.get("type").asText()) {
                case "header" -> {
                    assertThat(block.at("/text/type").asText()).isEqualTo("plain_text");
                    assertThat(block.at("/text/text").asText()).hasSizeBetween(1, Slack.LONGEST_HEADING);
                }
                case "section" -> sum += checkText(block.get("text"));
                case "context" -> {
                    assertThat(block.get("elements").size()).isBetween(1, 10);
                    for (JsonNode element : block.get("elements")) {
                        sum += checkText(element);
                    }
                }
                default -> throw new AssertionError("an unknown block: " + block);
            }
        }
        assertThat(sum).isLessThan(SUM_THAT_SLACK_TAKES);
    }

    private static int checkText(JsonNode text) {
        assertThat(text.get("type").asText()).isEqualTo("mrkdwn");
        assertThat(text.get("verbatim").asBoolean()).isTrue();
        String content = text.get("text").asText();
        assertThat(content).hasSizeBetween(1, Slack.LONGEST_TEXT);
        checkMarkup(content);
        return content.length();
    }

    private static void checkMarkup(String text) {
        assertThat(ENTITY.matcher(text).replaceAll("")).as(text).doesNotContain("<", ">", "&");
        String plain = CODE.matcher(text).replaceAll("");
        assertThat(plain).as(text).doesNotContain("`", "~").doesNotContainPattern(":\\w+:");
        assertThat(plain.replaceAll("(?m)^\\*.*\\*$", "")).as(text).doesNotContain("*");
    }

    static void checkWebhook(JsonNode message, String text) {
        assertThat(message.get("format_version").asText()).isEqualTo("1.0");
        assertThat(message.get("changes").isArray()).isTrue();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1 << 20);
    }
}
