package dev.ascertain.providers.huaweicloud.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.providers.huaweicloud.live.ProofForm.DnsRecord;
import dev.ascertain.providers.huaweicloud.live.ProofForm.WebsiteFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTargetTest {
    static Stream<Arguments> declarations() {
        var dns = new DomainTarget("push.example.com", new DnsRecord("verification"));
        var file = new DomainTarget("push.example.com", new WebsiteFile());
        return Stream.of(
                argumentSet("as is", "push.example.com", "DNS", "verification", dns),
                argumentSet("upper case", "PUSH.Example.com", "DNS", "verification", dns),
                argumentSet("with the root's dot", "push.example.com.", "dns", "verification", dns),
                argumentSet(
                        "another record",
                        "push.example.com",
                        "DNS",
                        "cdn_verification",
                        new DomainTarget("push.example.com", new DnsRecord("cdn_verification"))),
                argumentSet("file", "push.example.com", "FILE", "verification", file),
                argumentSet("file: no record, no matter", "push.example.com", "file", "cdn_verification", file));
    }

    @ParameterizedTest
    @MethodSource
    void declarations(String domain, String verifyType, String recordName, DomainTarget expected) {
        var declared = Declarations.declared("domain", domain, "verify_type", verifyType, "record_name", recordName);

        assertThat(DomainTarget.of(declared)).isEqualTo(expected);
        assertThat(expected.describe()).isEqualTo("domain push.example.com");
    }
}
