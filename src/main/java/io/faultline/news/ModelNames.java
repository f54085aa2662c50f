package io.faultline.news;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the models that a title names, with version and variant. */
final class ModelNames {

    private static final int MAX_PARTS = 4;
    private static final int MAX_ID = 40;
    private static final int ANYWHERE = -1;
    private static final Pattern VERSION = Pattern.compile(
            "[ -]?v?(\\d{1,2}(?:\\.\\d{1,2}){0,2}(?:[a-z&&[^bk]](?![a-z0-9]))?)(?![0-9%]|[bk](?![a-z])|\\.\\d|[年日号亿个款倍元周天万次]| ?月(?!之)| ?小时)");
    private static final Pattern VARIANT = Pattern.compile("(?:[ -]?(flash-lite|flash lite|pro|max|mini|nano|flash|lite"
            + "|ultra|plus|turbo|coder|codex|omni|vl"
            // "Model 6 next week" is no variant.
            + "|next(?:(?<=-next)|(?! (?:week|month|year|to|up|gen|generation|step)s?\\b))|thinking|opus|sonnet|haiku|fable|mythos|large|small|medium|scout"
            // Everyday words belong to the name only behind a dash.
            + "|maverick|instant|cyber|heavy)|-(image|audio|math|code|asr|tts|edit|fast))(?![a-z0-9])");

    private ModelNames() {}

    /** Models named for sure: words that are also other things are left out unless their context says so. */
    static List<NamedModel> in(TitleReading title) {
        List<NamedModel> models = new ArrayList<>();
        Map<String, Integer> makers = makers(title);
        Iterator<Hit> names = title.all(TermCategory.VENDOR).iterator();
        Hit name = null;
        int behind = 0;
        for (Hit hit : title.all(TermCategory.MODEL)) {
            while (names.hasNext() && (name == null || name.end() < hit.end())) {
                name = names.next();
            }
            // "Mistral" in "Mistral AI" is no model.
            boolean partOfMaker = name != null && hit.within(name);
            if (hit.start() >= behind && !partOfMaker) {
                NamedModel model =
                        read(title, hit, makers.getOrDefault(hit.term().vendor(), hit.start()) < hit.start());
                if (model != null) {
                    models.add(model);
                    behind = model.end();
                }
            }
        }
        return models;
    }

    private static NamedModel read(TitleReading title, Hit hit, boolean vendor) {
        Term term = hit.term();
        Parts parts = term.takesVersion() ? parts(title.text(), hit.end()) : new Parts("", "", "", hit.end());
        boolean versioned = !parts.version.isEmpty();
        boolean context = vendor || title.has(TermCategory.AI_WORD);
        boolean meant = switch (term.tag()) {
            case "plain" -> true;
            case "version" -> versioned;
            case "context" -> context || versioned;
            case "context+version" -> context && versioned;
            case "vendor" -> vendor;
            case "vendor+version" -> vendor && versioned;
            default -> throw new IllegalStateException("models.csv: unknown need " + term.tag());
        };
        if (!meant) {
            return null;
        }
        boolean definite = versioned || !parts.before.isEmpty() || !term.takesVersion();
        return new NamedModel(term.vendor(), id(term.model(), parts), term.product(), definite, hit.start(), parts.end);
    }

    /**
     * Makers that the title names, themselves or by who speaks for them, each with the index behind which they are named. A
     * name that means other things too stands for a maker where it puts out something to do with AI.
     */
    private static Map<String, Integer> makers(TitleReading title) {
        boolean putsOut = title.has(TermCategory.AI_WORD) && title.hasTagged(TermCategory.RELEASE_VERB, "hard");
        Map<String, Integer> makers = new HashMap<>();
        for (TermCategory category : List.of(TermCategory.VENDOR, TermCategory.PERSON)) {
            for (Hit hit : title.all(category)) {
                boolean clear = !hit.term().tagged("ambiguous");
                if (clear || putsOut) {
                    makers.merge(hit.term().vendor(), clear ? ANYWHERE : hit.start(), Math::min);
                }
            }
        }
        return makers;
    }

    private static String id(String pattern, Parts parts) {
        if (!pattern.endsWith("*")) {
            return pattern;
        }
        String base = pattern.substring(0, pattern.length() - 1);
        StringBuilder id = new StringBuilder(base);
        if (!parts.before.isEmpty() || parts.version.isEmpty()) {
            if (base.endsWith("-")) {
                id.setLength(id.length() - 1);
            }
            id.append(parts.before);
            id.append(parts.version.isEmpty() ? "" : "-");
        }
        id.append(parts.version).append(parts.after);
        return id.length() > MAX_ID ? id.substring(0, MAX_ID) : id.toString();
    }

    private static Parts parts(String text, int from) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        String version = "";
        Matcher versions = VERSION.matcher(text);
        Matcher variants = VARIANT.matcher(text);
        int at = from;
        for (int i = 0; i < MAX_PARTS; i++) {
            if (version.isEmpty() && versions.region(at, text.length()).lookingAt()) {
                version = versions.group(1);
                at = versions.end();
            } else if (variants.region(at, text.length()).lookingAt()) {
                (version.isEmpty() ? before : after).append('-').append(variant(variants));
                at = variants.end();
            } else {
                break;
            }
        }
        return new Parts(before.toString(), version, after.toString(), at);
    }

    private static String variant(Matcher found) {
        return (found.group(1) == null ? found.group(2) : found.group(1)).replace(' ', '-');
    }

    /** What follows a family's name: variants before the version, the version, variants after it. */
    private record Parts(String before, String version, String after, int end) {}
}
