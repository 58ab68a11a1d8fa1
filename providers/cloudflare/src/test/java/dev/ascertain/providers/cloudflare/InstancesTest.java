package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {
    static Stream<Arguments> readings() {
        return Stream.of(
                row(
                        "a hostname each",
                        List.of("{'hostname': 'a.com', 'cert_pack_uuid': 'u1'}", "{'hostname': 'b.com'}"),
                        List.of("u1 a.com", "b.com"),
                        List.of("a.com", "b.com")),
                row(
                        "no hostname",
                        List.of("{'cert_pack_uuid': 'u1'}", "{}", "{'hostname': ''}"),
                        List.of("u1", "#2", "#3"),
                        List.of("u1", "#2", "#3")),
                row(
                        "two packs of one hostname, told by signature",
                        List.of(
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'u1', 'signature': 'ECDSAWithSHA256'}",
                                "{'hostname': 'b.com', 'cert_pack_uuid': 'u1', 'signature': 'ECDSAWithSHA256'}",
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'u2', 'signature': 'SHA256WithRSA'}"),
                        List.of("u1 a.com", "u1 b.com", "u2 a.com"),
                        List.of("a.com ECDSAWithSHA256", "b.com", "a.com SHA256WithRSA")),
                row(
                        "a renewal with the same signature, told by the id's beginning",
                        List.of(
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'a77f8bd7-3b47', 'signature': 'S'}",
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'b88f8bd7-3b47', 'signature': 'S'}"),
                        List.of("a77f8bd7-3b47 a.com", "b88f8bd7-3b47 a.com"),
                        List.of("a.com a77f8bd7", "a.com b88f8bd7")),
                row(
                        "ids that begin alike",
                        List.of(
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'a77f8bd7-1'}",
                                "{'hostname': 'a.com', 'cert_pack_uuid': 'a77f8bd7-2'}"),
                        List.of("a77f8bd7-1 a.com", "a77f8bd7-2 a.com"),
                        List.of("a.com a77f8bd7-1", "a.com a77f8bd7-2")),
                row(
                        "nothing but the position",
                        List.of("{'hostname': 'a.com'}", "{'hostname': 'a.com'}"),
                        List.of("a.com", "a.com #2"),
                        List.of("a.com #1", "a.com #2")));
    }

    private static Arguments row(String name, List<String> wires, List<String> ids, List<String> labels) {
        return Arguments.of(name, wires, ids, labels);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void tellsApart(String name, List<String> wires, List<String> ids, List<String> labels) {
        Instances instances =
                Instances.of(wires.stream().map(Wires::verification).toList());
        assertThat(instances.ids()).isEqualTo(ids).doesNotHaveDuplicates();
        assertThat(instances.labels()).isEqualTo(labels).doesNotHaveDuplicates();
    }
}
