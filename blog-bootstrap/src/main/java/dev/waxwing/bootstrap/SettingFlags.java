package dev.waxwing.bootstrap;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The flags of a command that are settings. */
final class SettingFlags {
    private final CommandSpec command;
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    SettingFlags(CommandSpec command) {
        this.command = command;
    }

    SettingFlags with(Setting setting, Optional<String> value) {
        value.ifPresent(given -> values.put(setting, given));
        return this;
    }

    /**
     * What a file says wrongly is refused; what was typed wrongly is wrong usage.
     *
     * @throws CommandLine.ParameterException if a value breaks its rule
     */
    Map<Setting, String> checked() {
        try {
            Settings alone = Settings.of(values);
            BlogConfig.of(Path.of(""), alone);
            LogSetup.Format.of(alone.get(Setting.LOG_FORMAT));
            return values;
        } catch (Refusal wrong) {
            throw new CommandLine.ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
