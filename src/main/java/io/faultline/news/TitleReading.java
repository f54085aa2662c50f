package io.faultline.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A title with the terms found in it. */
final class TitleReading {

    private static final Comparator<Hit> LONGEST_FIRST = Comparator.comparingInt(Hit::start)
            .thenComparing(Comparator.comparingInt(Hit::end).reversed());

    private final String text;
    private final Map<TermCategory, List<Hit>> hits = new EnumMap<>(TermCategory.class);

    private final int opening;
    private boolean looksBack;

    private TitleReading(String text) {
        this.text = text;
        opening = OpeningClause.end(text);
    }

    /**
     * Reads a folded title: of two terms of a category that overlap whole, only the longer one counts; no verb counts that
     * tells when something else was released.
     */
    static TitleReading of(String folded, TermMatcher matcher) {
        TitleReading reading = new TitleReading(folded);
        // By category, what reaches furthest of all that begins no later.
        Map<TermCategory, Hit> furthest = new EnumMap<>(TermCategory.class);
        List<Hit> all = matcher.find(folded);
        all.sort(LONGEST_FIRST);
        for (Hit hit : all) {
            TermCategory category = hit.term().category();
            Hit before = furthest.get(category);
            if (!hidden(hit, before) && !hidden(hit, furthest.get(TermCategory.ASIDE))) {
                reading.take(hit);
            }
            if (before == null || before.end() < hit.end()) {
                furthest.put(category, hit);
            }
        }
        return reading;
    }

    private static boolean hidden(Hit hit, Hit other) {
        return other != null && hit.within(other);
    }

    private void take(Hit hit) {
        TermCategory category = hit.term().category();
        if (category == TermCategory.RELEASE_VERB && hit.start() < opening) {
            looksBack = true;
        } else {
            hits.computeIfAbsent(category, c -> new ArrayList<>()).add(hit);
        }
    }

    /** Index behind a clause at its start that says when something else happened; 0 without one. */
    int opening() {
        return opening;
    }

    /** Whether a release is told only to say when something else happened. */
    boolean looksBack() {
        return looksBack && !has(TermCategory.RELEASE_VERB);
    }

    /** The folded title. */
    String text() {
        return text;
    }

    /** Terms of a category, by start. */
    List<Hit> all(TermCategory category) {
        return hits.getOrDefault(category, List.of());
    }

    boolean has(TermCategory category) {
        return hits.containsKey(category);
    }

    boolean hasAny(TermCategory... categories) {
        for (TermCategory category : categories) {
            if (has(category)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a term of the category has this tag. */
    boolean hasTagged(TermCategory category, String tag) {
        return all(category).stream().anyMatch(hit -> hit.term().tagged(tag));
    }

    /**
     * The verb that says something is out: the first that says it for sure and is no part of a name for models ("open-source
     * model"), else the first that says it for sure, else the first; null without one.
     */
    Hit mainVerb() {
        List<Hit> verbs = all(TermCategory.RELEASE_VERB);
        List<Hit> hard =
                verbs.stream().filter(verb -> verb.term().tagged("hard")).toList();
        return hard.stream()
                .filter(verb -> all(TermCategory.MODEL_NOUN).stream().noneMatch(verb::within))
                .findFirst()
                .orElse(hard.isEmpty() ? (verbs.isEmpty() ? null : verbs.get(0)) : hard.get(0));
    }

    /** Start of the first term of a category; the title's length if there is none. */
    int start(TermCategory category) {
        return all(category).isEmpty() ? text.length() : all(category).get(0).start();
    }

    /** Text of the first term of a category, for reasons; empty if there is none. */
    String word(TermCategory category) {
        return all(category).isEmpty() ? "" : all(category).get(0).term().text();
    }
}
