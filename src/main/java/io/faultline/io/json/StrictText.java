package io.faultline.io.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks and repairs of text on the wire. */
final class StrictText {

    private StrictText() {}

    /**
     * Checks size and encoding, before any parser sees the bytes. NUL is refused too: raw, it is never JSON, and it
     * would make a parser guess UTF-16.
     */
    static void check(byte[] value, int maxBytes) throws RejectedRecordException {
        if (value == null || value.length == 0) {
            throw new RejectedRecordException(ErrorClass.EMPTY, "no value");
        }
        if (value.length > maxBytes) {
            throw new RejectedRecordException(
                    ErrorClass.OVERSIZE, value.length + " bytes, at most " + maxBytes + " are allowed");
        }
        int signs = 0;
        for (int i = 0; i < value.length; i++) {
            byte b = value[i];
            if (b == 0) {
                throw new RejectedRecordException(ErrorClass.MALFORMED_JSON, "NUL byte at " + i);
            }
            signs |= b;
        }
        if (signs < 0) {
            decode(value);
        }
    }

    /** Decodes UTF-8 strictly. */
    static String decode(byte[] utf8) throws RejectedRecordException {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        try {
            // A new decoder reports malformed input instead of replacing it.
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new RejectedRecordException(
                    ErrorClass.BROKEN_UTF8, "bytes that are no UTF-8 after byte " + bytes.position());
        }
    }

    /** Whether every surrogate has its other half; JSON escapes can make halves. */
    static boolean wellFormed(CharSequence text) {
        return firstHalfCharacter(text) < 0;
    }

    /** The text with half characters replaced, so that it can be written as UTF-8. */
    static String repaired(String text) {
        if (wellFormed(text)) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        for (int i = firstHalfCharacter(repaired); i >= 0; i = firstHalfCharacter(repaired)) {
            repaired.setCharAt(i, '\uFFFD');
        }
        return repaired.toString();
    }

    private static int firstHalfCharacter(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
