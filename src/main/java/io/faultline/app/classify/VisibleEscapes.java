package io.faultline.app.classify;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * JSON text that a terminal shows as it is: control and format characters, bidi marks among them, are written as escapes,
 * so that an id stays the one that was sent. So are halves of characters, which have no bytes of their own.
 */
final class VisibleEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final char DELETE = 0x7F;

    private final int[] ascii = standardAsciiEscapesForJSON();

    VisibleEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Null for a character that is written as it is. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
            default -> null;
        };
    }
}
