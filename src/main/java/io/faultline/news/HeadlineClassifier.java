package io.faultline.news;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what a headline is: a trained model tells releases of AI models from other titles, with what the lexicon's rules
 * find among its evidence; the rules tell all other kinds, and vendor and model. Immutable and free of state: the same
 * title always gives the same answer, in time bounded by the title's cleaned length.
 */
public final class HeadlineClassifier {

    /** Certainty of the rule of a verb with a model named for sure. */
    private static final double SURE = 0.9;
    /** Least certainty of the rules that know who puts out something: a verb with a maker, a bare name. */
    private static final double NAMED = 0.75;

    /** Size of a model ({@code 7b}, {@code 270m}, {@code 8x7b}). */
    private static final Pattern SIZE =
            Pattern.compile("(?<![a-z0-9.])(?:\\d{1,2}x)?\\d{1,4}(?:\\.\\d{1,2})?[bm](?![a-z0-9])");

    private final TermMatcher matcher;
    private final ReleaseModel model;

    private HeadlineClassifier(TermMatcher matcher, ReleaseModel model) {
        this.matcher = matcher;
        this.model = model;
    }

    /** The classifier with the lexicon and the model that come with the program. */
    public static HeadlineClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    /**
     * The shipped lexicon with further tables, and the last trained model among them, else the shipped one.
     *
     * @throws LexiconException with file and line, if a table is malformed
     */
    public static HeadlineClassifier with(List<LexiconTable> further) {
        if (further.isEmpty()) {
            return shipped();
        }
        ReleaseModel model = further.stream()
                .filter(table -> table.name().equals(LexiconTable.MODEL))
                .reduce((first, second) -> second)
                .map(table -> ReleaseModel.parse(table.text(), table.origin()))
                .orElseGet(() -> Shipped.CLASSIFIER.model);
        return new HeadlineClassifier(matcher(further), model);
    }

    /** The rules alone, for training a model on. */
    public static HeadlineClassifier rulesOnly(List<LexiconTable> further) {
        return new HeadlineClassifier(matcher(further), null);
    }

    /** The same lexicon with another model. */
    public HeadlineClassifier with(ReleaseModel other) {
        return new HeadlineClassifier(matcher, other);
    }

    /** What the headline's title says; OTHER for an empty one, and for a release that it dates later than itself. */
    public Classification classify(Headline headline) {
        Classification told = classify(headline.title());
        return told.kind() == HeadlineKind.RELEASE && ReleaseDate.isAhead(headline.title(), headline.publishedAt())
                ? new Classification(
                        HeadlineKind.OTHER,
                        told.vendor(),
                        told.model(),
                        null,
                        told.score(),
                        "not a release: for a later day")
                : told;
    }

    /** What a title says; OTHER for an empty one. */
    public Classification classify(String title) {
        TitleView view = TitleView.of(title, matcher);
        if (model == null || view.title().text().isEmpty()) {
            return view.byRules();
        }
        FeatureVector features = TitleFeatures.of(view);
        double threshold = model.threshold(features.chinese());
        double needed = threshold * share(view.byRules().score(), features.chinese());
        return named(view, decide(view, model.probability(features), threshold, needed));
    }

    /** With a name that no table knows, if it is a release of a known maker without one. */
    private static Classification named(TitleView view, Classification told) {
        boolean unnamed = told.kind() == HeadlineKind.RELEASE && told.vendor() != null && told.model() == null;
        return unnamed
                ? new Classification(
                        told.kind(), told.vendor(), UnknownModel.id(view.title()), null, told.score(), told.reason())
                : told;
    }

    /** What a model may look at. */
    public FeatureVector features(String title) {
        return TitleFeatures.of(TitleView.of(title, matcher));
    }

    /** The title, folded, as if nobody knew the makers and models it names in Latin letters; empty if it names none. */
    public Optional<String> withInventedNames(String title) {
        TitleView view = TitleView.of(title, matcher);
        String invented = InventedNames.in(view.title(), view.models());
        return invented.equals(view.title().text()) ? Optional.empty() : Optional.of(invented);
    }

    /** How much of the usual evidence a release by the rules takes: rules that know its maker are seldom wrong in English. */
    private static double share(double certainty, boolean chinese) {
        if (chinese) {
            return certainty >= SURE ? 0.5 : 1;
        }
        return certainty >= SURE ? 0.2 : certainty >= NAMED ? 0.4 : 1;
    }

    private static Classification decide(TitleView view, double probability, double threshold, double needed) {
        Classification rules = view.byRules();
        String odds = String.format(Locale.ROOT, " (p %.2f)", probability);
        if (rules.kind() == HeadlineKind.RELEASE) {
            if (probability >= needed) {
                return with(rules, probability, rules.reason() + odds);
            }
            Classification other = KindRules.decide(view.title(), view.named(), null);
            return with(other, other.score(), other.reason() + ", no release" + odds);
        }
        return probability >= threshold && mayBeRelease(view)
                ? KindRules.about(
                        HeadlineKind.RELEASE, Subject.first(view.named()), probability, "told as a release" + odds)
                : rules;
    }

    /** Attention, a fall, another cause stay what they are; so does what is planned, denied, about a price alone, a car. */
    private static boolean mayBeRelease(TitleView view) {
        boolean open = switch (view.byRules().kind()) {
            case OTHER -> true;
            // A product that is known by name is none of its maker's models.
            case PRODUCT -> view.byRules().model() == null;
            case RELEASE, AMPLIFIER, RECAP, RIVAL -> false;
        };
        return open
                && saysWho(view)
                && !isAboutUse(view.title())
                && !view.title().has(TermCategory.DENIAL)
                && !ReleaseRules.vetoCategory(view.title(), view.named()).equals(TermCategory.INTEGRATION.name())
                && (view.title().has(TermCategory.RELEASE_VERB) || !view.title().has(TermCategory.PRICE))
                && !NoNews.in(view.title())
                && ReleaseRules.plan(view.title(), view.named()) == null
                && !ClauseHead.isProduct(view.title(), view.models());
    }

    /** Tips, tools and interfaces, without a word of a release or of a model. */
    private static boolean isAboutUse(TitleReading title) {
        return title.hasAny(TermCategory.PRODUCT_NOUN, TermCategory.HOW_TO)
                && !title.hasAny(TermCategory.RELEASE_VERB, TermCategory.MODEL_NOUN);
    }

    /** A lab or a model is named; else it is about models, and those of nobody known are said to be out or called by a name. */
    private static boolean saysWho(TitleView view) {
        if (view.named().stream().anyMatch(each -> each.lab() || each.model() != null)) {
            return true;
        }
        TitleReading title = view.title();
        return isAboutModels(title)
                && !title.has(TermCategory.OTHER_SENSE)
                && (!view.named().isEmpty()
                        || title.has(TermCategory.RELEASE_VERB)
                        || ReleaseRules.isNameWithTagLine(title));
    }

    private static boolean isAboutModels(TitleReading title) {
        return title.hasAny(TermCategory.AI_WORD, TermCategory.MODEL_NOUN, TermCategory.MODEL_WORD)
                || SIZE.matcher(title.text()).find();
    }

    private static Classification with(Classification told, double score, String reason) {
        return new Classification(told.kind(), told.vendor(), told.model(), told.rivalCause(), score, reason);
    }

    private static TermMatcher matcher(List<LexiconTable> further) {
        return new TermMatcher(Lexicon.with(further));
    }

    /** Read when first asked for. */
    private static final class Shipped {
        private static final HeadlineClassifier CLASSIFIER =
                new HeadlineClassifier(matcher(List.of()), ReleaseModel.shipped());
    }
}
