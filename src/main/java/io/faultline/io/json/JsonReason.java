package io.faultline.io.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What a JSON parser complains about, in words for people. */
public final class JsonReason {

    /** The parser names its source and a start marker there: noise in a reason. */
    private static final Pattern SOURCE = Pattern.compile("\\s*(\\(start marker at )?\\[Source:[^\\]]{0,200}\\]\\)?");

    /** Names of the parser's own settings. */
    private static final Pattern SETTING = Pattern.compile(", from `[^`]{0,100}`|: enable `[^`]{0,100}` to allow");

    private JsonReason() {}

    /** One line, without the place. */
    public static String of(JsonProcessingException problem) {
        String message = problem.getOriginalMessage();
        return message == null
                ? "not readable as JSON"
                : SETTING.matcher(SOURCE.matcher(message).replaceAll(""))
                        .replaceAll("")
                        .lines()
                        .findFirst()
                        .orElse("not readable as JSON");
    }
}
