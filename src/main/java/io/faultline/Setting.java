package io.faultline;

/**
 * One thing that can be configured.
 *
 * @param key {@code faultline.<area>.<what>}
 * @param type how its text is read
 * @param defaultValue holds when the file does not name the key
 * @param unit of the number, empty for none
 * @param description what it does, one or two sentences
 */
public record Setting<T>(String key, SettingType<T> type, T defaultValue, String unit, String description) {

    /**
     * Reads a value.
     *
     * @param origin where the text stands, for the message
     * @throws ConfigException if the text is not of the type or out of range
     */
    T read(String text, String origin) {
        T value;
        try {
            value = type.parse().apply(text.strip());
        } catch (RuntimeException e) {
            throw wrong(text, origin, e);
        }
        if (!type.allowed().test(value)) {
            throw wrong(text, origin, null);
        }
        return value;
    }

    /** The default as it would be written in a file. */
    public String defaultText() {
        return type.show().apply(defaultValue);
    }

    private ConfigException wrong(String text, String origin, RuntimeException cause) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return new ConfigException(
                origin + ": " + key + " is \"" + shown.replaceAll("\\p{Cntrl}", " ") + "\", expected "
                        + type.expected(),
                cause);
    }
}
