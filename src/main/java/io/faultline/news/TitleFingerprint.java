package io.faultline.news;

/**
 * A title as a set of character trigrams hashed into 256 bits: enough to see that two titles say the same in nearly
 * the same words, in any script, at 32 bytes each.
 *
 * @param bits0 bits 0 to 63
 * @param bits1 bits 64 to 127
 * @param bits2 bits 128 to 191
 * @param bits3 bits 192 to 255
 */
public record TitleFingerprint(long bits0, long bits1, long bits2, long bits3) {

    private static final int BITS = 256;
    private static final int GRAM = 3;

    /** Fingerprint of a title; titles that fold to the same letters and digits have the same one. */
    public static TitleFingerprint of(String title) {
        String folded = TitleText.fold(title);
        StringBuilder letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        long[] bits = new long[4];
        int grams = Math.max(1, letters.length() - GRAM + 1);
        for (int i = 0; i < grams; i++) {
            int hash = 0;
            for (int j = i; j < Math.min(i + GRAM, letters.length()); j++) {
                hash = hash * 31 + letters.charAt(j);
            }
            int bit = (hash * 0x9E3779B1) >>> 24;
            bits[bit >>> 6] |= 1L << (bit & 63);
        }
        return new TitleFingerprint(bits[0], bits[1], bits[2], bits[3]);
    }

    /**
     * Estimated Jaccard similarity of the two trigram sets, 0 to 1, corrected for the overlap that two unrelated titles
     * of these lengths have by chance in 256 bits.
     */
    public double similarity(TitleFingerprint other) {
        int mine = count(bits0, bits1, bits2, bits3);
        int theirs = count(other.bits0, other.bits1, other.bits2, other.bits3);
        int common = count(bits0 & other.bits0, bits1 & other.bits1, bits2 & other.bits2, bits3 & other.bits3);
        if (mine == 0 || theirs == 0) {
            return 0.0;
        }
        double jaccard = common / (double) (mine + theirs - common);
        double commonByChance = mine * (double) theirs / BITS;
        double chance = commonByChance / (mine + theirs - commonByChance);
        return chance >= 1.0 ? jaccard : Math.max(0.0, (jaccard - chance) / (1.0 - chance));
    }

    private static int count(long a, long b, long c, long d) {
        return Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d);
    }
}
