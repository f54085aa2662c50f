package io.faultline.news;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause at the start of a title that says when something else happened: "One year after X released Model 4, Y launches
 * ...". What is released in it is old, or not out yet.
 */
final class OpeningClause {

    /** What happens now is what the title is about, be there a comma before it or not. */
    private static final String NOW =
            "(?:launch|releas|unveil|introduc|debut|ship|open-sourc|preview|publish|announc|reveal"
                    + "|drop|present|roll)e?s\\b";

    private static final Pattern CLAUSE =
            Pattern.compile("(?:(?:[a-z0-9-]+ ){0,4}(?:hours?|days?|weeks?|months?|years?) )?"
                    + "(?:before|after|since|until|ahead of)\\b(?:"
                    // "After X releases Model 4, ...": what happens in the clause itself.
                    + " [^ ,:;!?|]+(?:'s [^ ,:;!?|]+)? " + NOW + "[^,:;!?|]*,"
                    + "|(?:(?!\\b" + NOW + ")[^,:;!?|])*(?:,| (?=[^ ,:;!?|]+ " + NOW + ")))");

    private static final Pattern CHINESE_CLAUSE = Pattern.compile(
            "[^,:;!?。|]*(?:[a-z0-9] ?|发布|推出|上线|开源|问世|面世)(?:之前|[一两二三四五半\\d]+年后)," + "|距离?[^,:;!?。|]{2,30},");

    private OpeningClause() {}

    /** Index behind it; 0 if the title has none. */
    static int end(String folded) {
        Matcher clause = CLAUSE.matcher(folded);
        if (clause.lookingAt()) {
            return clause.end();
        }
        boolean may = folded.contains("之前,") || folded.contains("年后,") || folded.startsWith("距");
        Matcher chinese = CHINESE_CLAUSE.matcher(folded);
        return may && chinese.lookingAt() ? chinese.end() : 0;
    }
}
