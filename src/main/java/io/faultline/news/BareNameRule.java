package io.faultline.news;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles that are a model's name and little else ("GPT-5.2", "Qwen3-Coder: ..."): how makers announce. The name stands
 * at the start, behind at most the maker and a word such as "Introducing", and is followed by nothing, by a tag line, or
 * by words that only say it is out.
 */
final class BareNameRule {

    private static final Pattern LEAD = Pattern.compile(
            "(?:show hn: ?|launch hn: ?|introducing |announcing |previewing |meet |new: |the |new |say hello to "
                    // The owner of a repository.
                    + "|[a-z0-9][a-z0-9.-]{1,30}/(?=\\S)|刚刚[，, ]*|重磅[！!：: ]*)");
    private static final Pattern SIZES = Pattern.compile(
            "(?:(?:[ -]|, | and |/)"
                    + "(?:\\d{1,4}(?:\\.\\d)?[bmt](?![a-z0-9])|qat|a\\d{1,3}b|preview|exp|experimental|base|instruct|\\d{4}|air"
                    + "|lightning|mini|nano|pro|flash|lite|max|turbo|[a-z]{1,10}-preview)(?![a-z0-9])|-(?!powered|based|style|like|level|class|related|backed|driven|enabled)[a-z]{4,12}(?![a-z0-9-]))");
    private static final Pattern ENDING = Pattern.compile(
            "(?: ?(?:models?|family|of|release|released|preview|launch|update|available|now|is|out|here|live|in|the|api"
                    + "|studio|ai|open|source|sourced|weights|card|\\[pdf\\]|\\[video\\]|hugging face|·|beta|[.!])){1,6}(?: - .*)?");
    private static final Pattern TAGLINE = Pattern.compile("(?: ?[:|·(] ?| - |-{2} ?|, | \\(| is an? ).*");
    private static final Pattern ANOTHER = Pattern.compile("(?: and | & |, | \\+ ).*");
    private static final Pattern MAKER_GAP = Pattern.compile("(?:'s)?[ :/]{1,2}");

    private BareNameRule() {}

    /** Which of the models that a title names it announces by its bare name; null if none. */
    static NamedModel announced(TitleReading title, List<NamedModel> models) {
        if (models.isEmpty() || title.hasAny(TermCategory.HOW_TO, TermCategory.BENCHMARK) || asks(title.text())) {
            return null;
        }
        NamedModel model = models.get(0);
        if (model.product() || !model.definite() || leadEnd(title, model.start()) != model.start()) {
            return null;
        }
        String text = title.text();
        String rest = text.substring(sizesEnd(text, model.end()));
        if (rest.isBlank() || ENDING.matcher(rest).matches()) {
            return model;
        }
        if (ANOTHER.matcher(rest).matches()
                && models.size() > 1
                && !models.get(1).product()
                && models.get(1).start() - model.end() <= 16) {
            return model;
        }
        return TAGLINE.matcher(rest).matches() ? model : null;
    }

    private static boolean asks(String text) {
        return text.indexOf('?') >= 0;
    }

    /** Index behind everything that may precede a name, or that of the name if it is reached. */
    private static int leadEnd(TitleReading title, int name) {
        String text = title.text();
        int at = 0;
        for (boolean moved = true; moved && at < name; ) {
            Matcher lead = LEAD.matcher(text).region(at, text.length());
            moved = lead.lookingAt();
            at = moved ? lead.end() : at;
            int maker = at < name ? makerEnd(title, at) : at;
            moved |= maker > at;
            at = maker;
        }
        return at;
    }

    private static int makerEnd(TitleReading title, int at) {
        for (Hit vendor : title.all(TermCategory.VENDOR)) {
            Matcher gap = MAKER_GAP
                    .matcher(title.text())
                    .region(vendor.end(), title.text().length());
            if (vendor.start() == at && gap.lookingAt()) {
                return gap.end();
            }
        }
        return at;
    }

    private static int sizesEnd(String text, int from) {
        int at = from;
        Matcher sizes = SIZES.matcher(text);
        while (sizes.region(at, text.length()).lookingAt()) {
            at = sizes.end();
        }
        return at;
    }
}
