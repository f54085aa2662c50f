package io.faultline.news;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Chinese title says is put out, by the noun that its clause ends with: "a platform for models" is a platform. Where
 * nothing follows the verb, what precedes it is looked at.
 */
final class ClauseHead {

    private static final Pattern BOUNDARY =
            Pattern.compile("[,;:!?。、|—]|(?<=\\p{IsHan}) (?=\\p{IsHan})|并(?=推出|发布|上线|开源|宣布)"
                    // Behind a name that no blank precedes, a blank stands for a comma, if more than a noun follows.
                    + "| (?=\\p{IsHan}[^ ,;:!?。、|—]{5})(?<=\\p{IsHan}[a-z][a-z0-9.+ -]{0,40} )");
    private static final Pattern ADVERBS = Pattern.compile("(?:正式|已经|已|全面|全新|今日|今天|现已|将|宣布|同步|重磅| )+$");
    /** As long as any name in chars, and longer than what else stands at the end of a clause. */
    private static final int LONGEST = 60;

    private static final String OPENING = "[“「\"《『(]";
    private static final String CLOSING = "[”」\"》』)]";
    private static final Pattern QUOTES = Pattern.compile(CLOSING + "+$");
    private static final Pattern NAME =
            Pattern.compile("(?:" + OPENING + "[^”」\"》』)]*" + CLOSING + "+|[ a-z0-9.·+-]+)$");

    private static final Pattern QUESTION = Pattern.compile("(?:效果|表现|体验)?(?:怎么样|怎样|如何)$");
    private static final Pattern MODEL = Pattern.compile(" ?(?:系列|大|ai)? ?模型");

    private ClauseHead() {}

    /** Whether it is a product rather than a model. */
    static boolean isProduct(TitleReading title, List<NamedModel> models) {
        Hit verb = title.mainVerb();
        if (verb == null || !ChineseScript.isHan(verb.term().text().charAt(0))) {
            return false;
        }
        String text = title.text();
        int end = end(text, verb.end());
        String object = text.substring(verb.end(), end);
        if (models.stream().anyMatch(model -> isObject(title, verb, model))) {
            return false;
        }
        end = object.isBlank() ? cut(ADVERBS, text, verb.start()) : cut(QUESTION, text, end);
        int bare = cut(NAME, text, end);
        int named = end;
        boolean model = models.stream().anyMatch(known -> known.end() > bare && known.start() < named);
        return endsWithProduct(title, end)
                || endsWithProduct(title, cut(QUOTES, text, end))
                || (!model && endsWithProduct(title, bare));
    }

    /** Index behind the clause; of two verbs with "and" between them, the clause is that of the second. */
    private static int end(String text, int from) {
        Matcher boundary = BOUNDARY.matcher(text);
        for (boolean found = boundary.find(from); found; found = boundary.find()) {
            if (!boundary.group().equals("并")
                    || !text.substring(from, boundary.start()).isBlank()) {
                return boundary.start();
            }
        }
        return text.length();
    }

    /** "Puts out the model o1", whatever the sentence goes on to say of it. */
    private static boolean isObject(TitleReading title, Hit verb, NamedModel model) {
        String text = title.text();
        return model.start() >= verb.end()
                && text.substring(verb.end(), model.start()).isBlank()
                && MODEL.matcher(text).region(model.end(), text.length()).lookingAt();
    }

    private static int cut(Pattern ending, String text, int end) {
        int from = Math.max(0, end - LONGEST);
        Matcher found = ending.matcher(text.substring(from, end));
        return found.find() ? from + found.start() : end;
    }

    private static boolean endsWithProduct(TitleReading title, int end) {
        return Stream.of(TermCategory.PRODUCT_NOUN, TermCategory.PRODUCT_HEAD)
                .flatMap(category -> title.all(category).stream())
                .anyMatch(hit -> hit.end() == end);
    }
}
