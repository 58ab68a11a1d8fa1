package dev.ascertain.cli.record;

import dev.ascertain.core.publish.Publications;

/** The languages of tools in which records can be written. */
public enum RecordFormat {
    /** Zone-file lines, as BIND, NSD, Knot and many consoles read them. */
    BIND,
    /** HCL for the provider {@code cloudflare/cloudflare}, version 5. */
    TERRAFORM,
    /** HCL for the provider {@code hashicorp/dns}. */
    TERRAFORM_DNS,
    OCTODNS,
    DNSCONTROL;

    /** The whole text, ending with a line break; what the language cannot hold stands in comments. */
    public String of(Publications publications) {
        return switch (this) {
            case BIND -> Bind.of(publications);
            case TERRAFORM -> TerraformCloudflare.of(publications);
            case TERRAFORM_DNS -> TerraformDns.of(publications);
            case OCTODNS -> Octodns.of(publications);
            case DNSCONTROL -> Dnscontrol.of(publications);
        };
    }
}
