package io.faultline.news;

/**
 * A term found in a folded title.
 *
 * @param term what was found
 * @param start index of its first char
 * @param end index behind its last char
 */
record Hit(Term term, int start, int end) {

    boolean within(Hit other) {
        return other.start <= start && end <= other.end && other.end - other.start > end - start;
    }
}
