package io.faultline.io.json;

/**
 * Keeps one String for each short text that comes again and again (symbols, venues), so that a tick allocates none.
 * Bounded: a direct-mapped cache in which a newcomer replaces whatever shares its slot.
 */
final class SymbolPool {

    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 32;

    private final String[] slots = new String[SLOTS];

    /** The text of a character range; longer ones are not kept. */
    String get(char[] text, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(text, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ (hash >>> 14)) & (SLOTS - 1);
        String kept = slots[slot];
        if (kept == null || !same(kept, text, offset, length)) {
            kept = new String(text, offset, length);
            slots[slot] = kept;
        }
        return kept;
    }

    private static boolean same(String kept, char[] text, int offset, int length) {
        if (kept.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (kept.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
