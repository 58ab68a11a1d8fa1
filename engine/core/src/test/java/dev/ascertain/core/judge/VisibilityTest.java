package dev.ascertain.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import dev.ascertain.spi.Challenge;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibilityTest {
    private static final String NAME = "_acme-challenge.shop.example";

    /** s: shows it; n40: holds a negative answer for 40 s more; o90: shows another value for 90 s more; x: silent. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "s s s, true, ",
        "s s n40, true, ",
        "s n240 n40, false, 40",
        "n240 n40 n100, false, 100",
        "s o90 n240, false, 90",
        "o90 o30 n60, false, 60",
        "s x x, false, ",
        "x x n40, false, ",
        "x s s, true, ",
        "s, true, ",
        "n40, false, 40",
        "'', false, "
    })
    void twoOfThreeDecide(String resolvers, boolean enough, Long seconds) {
        Visibility visibility = Visibility.of(new Challenge.Txt(NAME, "wanted", null), evidence(resolvers));

        assertThat(visibility.isEnough()).isEqualTo(enough);
        assertThat(visibility.untilEnough().map(Duration::toSeconds).orElse(null))
                .isEqualTo(seconds);
    }

    private static Evidence evidence(String resolvers) {
        var question = new Question(NAME, "TXT");
        List<Answer> answers = Arrays.stream(resolvers.split(" "))
                .filter(word -> !word.isEmpty())
                .map(VisibilityTest::answer)
                .toList();
        return new Evidence(
                Instant.EPOCH,
                List.of(),
                Map.of(),
                Map.of(question, new Answers(question, List.of(), answers, List.of())),
                Map.of(),
                Map.of());
    }

    private static Answer answer(String word) {
        var server = new Server("1.1.1.1", "1.1.1.1");
        long ttl = word.length() > 1 ? Long.parseLong(word.substring(1)) : 300;
        return switch (word.charAt(0)) {
            case 's' -> answer(server, List.of(new DnsRecord(NAME, "TXT", ttl, "wanted")), List.of());
            case 'o' -> answer(server, List.of(new DnsRecord(NAME, "TXT", ttl, "other")), List.of());
            case 'n' ->
                answer(server, List.of(), List.of(new DnsRecord("shop.example", "SOA", ttl, "a b 1 2 3 4 3600")));
            default -> Answer.none(server, Outcome.SILENT);
        };
    }

    private static Answer answer(Server server, List<DnsRecord> records, List<DnsRecord> authority) {
        return new Answer(server, Outcome.ANSWERED, false, records, authority, List.of(), 80, false);
    }
}
