package io.faultline.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds all terms of the lexicon in a folded title by a prefix tree: time is at most title length times longest term,
 * whatever the text. Latin terms match whole words only; Chinese ones anywhere.
 */
final class TermMatcher {

    /** By first char. */
    private final Node[] roots = new Node[Character.MAX_VALUE + 1];

    TermMatcher(Collection<Term> terms) {
        for (Term term : terms) {
            String text = term.text();
            char first = text.charAt(0);
            roots[first] = roots[first] == null ? new Node() : roots[first];
            Node node = roots[first];
            for (int i = 1; i < text.length(); i++) {
                node = node.grown(text.charAt(i));
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
            Node node = roots[text.charAt(start)];
            for (int end = start + 1; node != null; end++) {
                for (Term term : node.terms) {
                    if (endsWord(text, end, term)) {
                        hits.add(new Hit(term, start, end));
                    }
                }
                node = end < text.length() ? node.next(text.charAt(end)) : null;
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
        /** Sorted. */
        private char[] chars = {};

        private Node[] nodes = {};
        private final List<Term> terms = new ArrayList<>(0);

        /** Null if no term goes on so. */
        Node next(char c) {
            int at = chars.length == 0 ? -1 : Arrays.binarySearch(chars, c);
            return at < 0 ? null : nodes[at];
        }

        Node grown(char c) {
            int at = Arrays.binarySearch(chars, c);
            if (at >= 0) {
                return nodes[at];
            }
            int place = -at - 1;
            int behind = chars.length - place;
            char[] moreChars = Arrays.copyOf(chars, chars.length + 1);
            Node[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(chars, place, moreChars, place + 1, behind);
            System.arraycopy(nodes, place, moreNodes, place + 1, behind);
            moreChars[place] = c;
            moreNodes[place] = new Node();
            chars = moreChars;
            nodes = moreNodes;
            return moreNodes[place];
        }
    }
}
