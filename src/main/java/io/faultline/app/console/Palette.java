package io.faultline.app.console;

import io.faultline.shock.ShockLevel;
import java.util.Map;

/**
 * Terminal colours, or none.
 *
 * @param on whether escape sequences are written
 */
public record Palette(boolean on) {

    /** No colours. */
    public static final Palette PLAIN = new Palette(false);

    /** Colours for a person at a terminal who did not say NO_COLOR (any non-empty value, see no-color.org). */
    public static Palette of(boolean terminal, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", ""));
        return new Palette(terminal && !refused);
    }

    /** Stands out. */
    public String strong(String text) {
        return paint("1", text);
    }

    /** Recedes. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** Good news. */
    public String calm(String text) {
        return paint("32", text);
    }

    /** In the colour of a severity. */
    public String severity(ShockLevel level, String text) {
        return paint(
                switch (level) {
                    case NONE -> "32";
                    case WATCH -> "33";
                    case COLLAPSE -> "31";
                    case CRASH -> "1;31";
                },
                text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
