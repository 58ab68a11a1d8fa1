package dev.ascertain.providers.internet;

import dev.ascertain.evidence.probe.ProbeSettings;
import dev.ascertain.evidence.probe.Probes;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.List;

/** The door to the Internet. Its settings say how the world is looked at, for evidence too; there is no credential. */
public final class InternetFactory implements ProviderFactory {
    @Override
    public String name() {
        return "internet";
    }

    @Override
    public String title() {
        return "the Internet";
    }

    @Override
    public List<Setting> settings() {
        return ProbeSettings.SETTINGS;
    }

    @Override
    public List<ResourceType> resourceTypes() {
        return List.of(RecordVerification.type(), EndpointVerification.type());
    }

    @Override
    public List<SettingFault> check(Settings settings) {
        return ProbeSettings.check(settings);
    }

    @Override
    public Provider create(Settings settings, RunContext context) {
        return new InternetProvider(Probes.of(ProbeSettings.of(settings), context), context);
    }
}
