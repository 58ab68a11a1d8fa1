package dev.ascertain.providers.internet;

import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.testkit.MetadataContract;

/** There is no API: what a provider keeps to on the wire does not apply. The rest is in {@link InternetProviderTest}. */
class InternetContractTest extends MetadataContract {
    @Override
    protected ProviderFactory factory() {
        return new InternetFactory();
    }

    @Override
    protected boolean needsCredentials() {
        return false;
    }

    /** Its types are no vendor's, so they are called what they are. */
    @Override
    protected String prefixOfTypes() {
        return "";
    }
}
