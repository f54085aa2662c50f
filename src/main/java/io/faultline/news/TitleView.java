package io.faultline.news;

import java.util.List;

/**
 * A title as the lexicon's rules see it.
 *
 * @param title the terms found in it
 * @param named makers and models it names, first to last; none of an opening clause that something else follows
 * @param models models it names
 * @param release what the release rules make of it: RELEASE, PRODUCT or null
 * @param byRules what all rules together make of it
 */
record TitleView(
        TitleReading title,
        List<Subject> named,
        List<NamedModel> models,
        Classification release,
        Classification byRules) {

    static TitleView of(String title, TermMatcher matcher) {
        TitleReading reading = TitleReading.of(TitleText.fold(TitleText.clean(title)), matcher);
        List<NamedModel> models = ModelNames.in(reading);
        List<Subject> named = behindOpening(reading, Subject.in(reading, models));
        Classification release = ReleaseRules.decide(reading, named, models);
        return new TitleView(reading, named, models, release, KindRules.decide(reading, named, release));
    }

    /** Where something is told to be out, it is not of those who only say since when. */
    private static List<Subject> behindOpening(TitleReading title, List<Subject> named) {
        List<Subject> behind =
                named.stream().filter(each -> each.start() >= title.opening()).toList();
        return behind.isEmpty() || !title.has(TermCategory.RELEASE_VERB) ? named : behind;
    }
}
