package com.acme;

import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import dev.ascertain.testkit.FakeProviderFactory;
import java.util.List;

/** A provider that nobody has on the class path: compiled, and put into a jar, by the test. */
public final class AcmeFactory implements ProviderFactory {
    private final FakeProviderFactory fake = new FakeProviderFactory();

    @Override
    public String name() {
        return "acme";
    }

    @Override
    public String title() {
        return "Acme";
    }

    @Override
    public List<Setting> settings() {
        return fake.settings();
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return fake.resourceTypes();
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return fake.check(settings);
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        return fake.create(settings, context);
    }
}
