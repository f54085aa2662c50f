package io.faultline.news;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles that speak of a release without telling that something is out now. */
final class NoNews {

    /** Chinese titles put a question behind what they tell, so only a question of one clause is about the release. */
    private static final Pattern WHETHER =
            Pattern.compile("(?:will|has|have|had|did|does|is|are|was|when|could|should)\\b[^?]*\\?|[^,。;:!]*吗\\??");

    /** How titles of an old release begin, of one that is rumoured or supposed, of a fake. */
    private static final Pattern BEGINNING = Pattern.compile(
            "on this day\\b|fake (?!news)|(?:[一两二三四五十]|\\d{1,2})年前(?!夕)|(?:据)?传(?![奇统音媒感递播承神智化])|若(?![愚水])|如果|假如");

    private static final Pattern AGO =
            Pattern.compile("[^,:;]*(?<!than |of |from )\\b[a-z0-9]+ (?:years?|months?) ago\\b");
    private static final Pattern NO_LAUNCH =
            Pattern.compile("\\bno [a-z0-9.-]+ (?:launch|release)\\b(?! (?:date|notes|event))");
    /** Of the first clause, if no release follows. */
    private static final Pattern ANNIVERSARY = Pattern.compile("[^,:;!?。]*(?:发布|问世|面世|推出|上线|开源|诞生)"
            + "(?:[^,;:!?。]{0,14}周年(?!纪念版|升级版|版)|(?:已|近|满|将|过去)*(?:[一两二三四五半]|\\d{1,2})个?年(?![内来]))"
            + "(?!.*(?:发布|推出|上线|开源|来了))");

    private static final Pattern CLAIMED =
            Pattern.compile("\\b(?:lawsuit|suit|court|judge|study|employee) (?:says|claims|alleges|finds)$");

    private static final Pattern LONG_OUT = Pattern.compile("(?:[一两二三四五十]|\\d{1,2})年前(?:就|便|已)?(?:发布|推出|上线|开源|问世)");
    private static final Pattern DATE_TOLD = Pattern.compile("(?:公布|披露|官宣|宣布|透露)[^,:;!?。]{0,16}(?:发布|上线|推出|开源)时间");

    private static final Pattern IS_IT_OUT = Pattern.compile("(?!如何)[^?,:;!。]*(?:发布|推出|上线|开源)了?\\?");

    private NoNews() {}

    /**
     * Questions whether, when or why something came out; releases of long ago, or told only to say when something else
     * happened; what is denied, rumoured, supposed, fake, claimed by others, or only given a date.
     */
    static boolean in(TitleReading title) {
        String text = title.text();
        return title.looksBack()
                || title.hasTagged(TermCategory.HOW_TO, "why")
                || text.contains("何时")
                || text.contains("什么时候")
                || (isQuestion(text) && WHETHER.matcher(text).matches())
                || (text.indexOf('?') >= 0 && IS_IT_OUT.matcher(text).lookingAt())
                || (text.contains(" ago") && AGO.matcher(text).lookingAt())
                || (text.contains("no ") && isDenied(title))
                || (text.contains("年") && ANNIVERSARY.matcher(text).lookingAt())
                || (text.endsWith("s") && CLAIMED.matcher(text).find())
                || (text.contains("年前") && LONG_OUT.matcher(text).find())
                || (text.contains("时间") && DATE_TOLD.matcher(text).find())
                || BEGINNING.matcher(text).lookingAt();
    }

    private static boolean isDenied(TitleReading title) {
        Matcher none = NO_LAUNCH.matcher(title.text());
        Hit verb = title.mainVerb();
        return none.find() && (verb == null || verb.start() >= none.start());
    }

    private static boolean isQuestion(String text) {
        return text.endsWith("?") || text.endsWith("吗");
    }
}
