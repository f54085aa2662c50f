package io.faultline.news;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clause in which a maker, or who speaks for it, puts out a model of its own that it names: "X releases Model 2". What
 * follows such a clause tells more about the model, and does not take the release back.
 *
 * @param said index behind what says that the model is out
 * @param end index behind the clause
 * @param told index behind a clause that only has the model and that it is out: "Model 2 released: ..."
 */
record MainClause(int said, int end, int told) {

    private static final String PARTED = "[,;:!?。、|()—]| - ";
    private static final Pattern BOUNDARY = Pattern.compile(PARTED);
    /** What goes on behind it tells of why, for what, and of what else. */
    private static final Pattern FURTHER =
            Pattern.compile(PARTED + "| (?:after|despite|amid|for|and|in (?:a )?bid) |用于");

    private static final int VERB_TO_MODEL = 12;
    /** Words so close behind a name belong to it. */
    private static final int BELONGS = 4;

    /** The clause of a title; all of the title if it has none. */
    static MainClause of(TitleReading title, List<Subject> named) {
        String text = title.text();
        Subject subject = Subject.first(named);
        NamedModel model = subject == null ? null : subject.model();
        if (model == null || model.product() || !model.definite()) {
            return new MainClause(text.length(), text.length(), text.length());
        }
        int end = next(BOUNDARY, text, model.end());
        if (!isSaid(title, subject, model)) {
            return new MainClause(text.length(), text.length(), isOut(title, model, end) ? end : text.length());
        }
        boolean han = text.chars().anyMatch(c -> ChineseScript.isHan((char) c));
        int said = han ? Math.min(end, model.end() + BELONGS) : next(FURTHER, text, model.end());
        return new MainClause(said, han ? said : end, said);
    }

    /** Up to where a word of a category says something of the release itself. */
    int end(TermCategory category) {
        return switch (category) {
            case INTEGRATION -> end;
            case OTHER_SENSE -> told;
            default -> said;
        };
    }

    /** Whether something else begins between two places of a title. */
    static boolean leaves(String text, int from, int to) {
        return next(FURTHER, text, from) < to;
    }

    private static int next(Pattern boundary, String text, int from) {
        Matcher found = boundary.matcher(text);
        return found.find(from) ? found.start() : text.length();
    }

    /** The verb ends the clause. */
    private static boolean isOut(TitleReading title, NamedModel model, int clauseEnd) {
        return clauseEnd < title.text().length()
                && title.all(TermCategory.RELEASE_VERB).stream()
                        .anyMatch(verb -> verb.term().tagged("hard")
                                && verb.start() >= model.end()
                                && verb.start() - model.end() <= BELONGS
                                && verb.end() <= clauseEnd
                                && clauseEnd - verb.end() <= 1);
    }

    private static boolean isSaid(TitleReading title, Subject subject, NamedModel model) {
        int actor = Math.min(subject.start(), speaker(title, subject.vendor()));
        return title.all(TermCategory.RELEASE_VERB).stream()
                .anyMatch(verb -> verb.term().tagged("hard")
                        && actor < verb.start()
                        && verb.end() <= model.start()
                        && model.start() - verb.end() <= VERB_TO_MODEL
                        && !parts(title.text(), actor, model.start()));
    }

    /** Whether a clause ends between two places of a title. */
    static boolean parts(String text, int from, int to) {
        return BOUNDARY.matcher(text.substring(from, to)).find();
    }

    /** Where somebody who speaks for a maker is first named; the title's length if nobody is. */
    static int speaker(TitleReading title, String vendor) {
        return title.all(TermCategory.PERSON).stream()
                .filter(hit -> hit.term().vendor().equals(vendor))
                .mapToInt(Hit::start)
                .findFirst()
                .orElse(title.text().length());
    }
}
