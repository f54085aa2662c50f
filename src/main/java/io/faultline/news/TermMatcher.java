package io.faultline.news;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all terms of the lexicon in a folded title by a prefix tree: time is at most title length times longest term,
 * whatever the text. Latin terms match whole words only; Chinese ones anywhere.
 */
final class TermMatcher {

    private final Node root = new Node();

    TermMatcher(Collection<Term> terms) {
        for (Term term : terms) {
            Node node = root;
            for (int i = 0; i < term.text().length(); i++) {
                node = node.next.computeIfAbsent(term.text().charAt(i), c -> new Node());
            }
            node.terms.add(term);
        }
    }

    /** All terms in the text, by start. */
    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            if (start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) {
                continue;
            }
            Node node = root.next.get(text.charAt(start));
            for (int end = start + 1; node != null; end++) {
                for (Term term : node.terms) {
                    if (endsWord(text, end, term)) {
                        hits.add(new Hit(term, start, end));
                    }
                }
                node = end < text.length() ? node.next.get(text.charAt(end)) : null;
            }
        }
        return hits;
    }

    private static boolean endsWord(String text, int end, Term term) {
        if (end >= text.length() || !isWord(text.charAt(end)) || !isWord(text.charAt(end - 1))) {
            return true;
        }
        return term.takesVersion() && Character.isDigit(text.charAt(end));
    }

    /** ASCII letters and digits: the scripts that part words by other characters. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Term> terms = new ArrayList<>(0);
    }
}
