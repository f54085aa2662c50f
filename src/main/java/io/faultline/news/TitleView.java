package io.faultline.news;

import java.util.List;

/**
 * A title as the lexicon's rules see it.
 *
 * @param title the terms found in it
 * @param named makers and models it names, first to last
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
        List<Subject> named = Subject.in(reading, models);
        Classification release = ReleaseRules.decide(reading, named, models);
        return new TitleView(reading, named, models, release, KindRules.decide(reading, named, release));
    }
}
