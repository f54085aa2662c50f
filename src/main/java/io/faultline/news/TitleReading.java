package io.faultline.news;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A title with the terms found in it. */
final class TitleReading {

    private final String text;
    private final Map<TermCategory, List<Hit>> hits = new EnumMap<>(TermCategory.class);

    private TitleReading(String text) {
        this.text = text;
    }

    /** Reads a folded title: of two terms of a category that overlap whole, only the longer one counts. */
    static TitleReading of(String folded, TermMatcher matcher) {
        TitleReading reading = new TitleReading(folded);
        List<Hit> all = matcher.find(folded);
        for (Hit hit : all) {
            boolean hidden = all.stream()
                    .anyMatch(other -> hit.within(other)
                            && (other.term().category() == hit.term().category()
                                    || other.term().category() == TermCategory.ASIDE));
            if (!hidden) {
                reading.hits
                        .computeIfAbsent(hit.term().category(), c -> new ArrayList<>())
                        .add(hit);
            }
        }
        return reading;
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
