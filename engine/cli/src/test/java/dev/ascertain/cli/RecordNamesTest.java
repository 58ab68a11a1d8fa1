package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a {@code dns_record} is checked offline. */
class RecordNamesTest {
    @TempDir
    Path folder;

    @Test
    void anAddressIsRefusedWhereItStands() {
        Run run = validated("https://shop.example/");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err().replace(folder + "/", "")).isEqualTo("""
                        Error: Not a name

                          on a.yaml line 3, column 45, in dns_record.proof

                          3 |   - {type: dns_record, name: proof, record: "https://shop.example/", record_type: TXT}
                            |                                             ^^^^^^^^^^^^^^^^^^^^^^^
                          "record" takes the whole name of a record, such as _acme-challenge.shop.example.com; "https://shop.example/" is an address.
                          Write the name alone: shop.example

                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_acme-challenge.shop.example",
                "*.shop.example",
                "shop.example.",
                "_x._y.xn--bcher-kva.example",
                "bücher.example"
            })
    void theNamesThatRecordsHaveAreTaken(String name) {
        assertThat(validated(name).code()).isZero();
    }

    private Run validated(String record) {
        var stage = new Stage(folder, RealProviders.factories());
        stage.manifest(
                "a.yaml",
                "ascertain: 1\nverifications:\n  - {type: dns_record, name: proof, record: \"%s\", record_type: TXT}\n"
                        .formatted(record));
        return stage.run("validate");
    }
}
