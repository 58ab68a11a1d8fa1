package dev.ascertain.evidence;

/**
 * Who was asked.
 *
 * @param name the name server's or resolver's name, without the final dot; the address again if it has none
 * @param address an IPv4 or IPv6 address, with {@code :port} or {@code [..]:port} where the port is not the usual one;
 *     for a resolver over HTTPS its address; empty if the name has none
 */
public record Server(String name, String address) {
    public boolean isIpv6() {
        return AddressText.isIpv6(address);
    }

    /** Both, or the address alone where there is no name. */
    public String described() {
        if (address.isEmpty()) {
            return name;
        }
        return name.equals(address) ? address : name + " (" + address + ")";
    }
}
