package io.faultline.news;

import java.util.Map;

/** Markup taken out of a short untrusted text. Callers bound the length. */
final class HtmlText {

    private static final int MAX_ENTITY = 10;
    private static final int MAX_TAG = 400;
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—",
            "rsquo", "’", "hellip", "…");

    private HtmlText() {}

    /** Text with entities read, also those encoded twice, and tags dropped; lone angle brackets become quotation marks. */
    static String plain(String text) {
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        return withoutTags(decoded(text)).replace('<', '‹').replace('>', '›');
    }

    private static String decoded(String text) {
        StringBuilder out = new StringBuilder(text);
        // Right to left, so that the result of an entity can start another one that is then read as well.
        for (int at = out.length() - 1; at >= 0; at--) {
            while (at < out.length() && out.charAt(at) == '&') {
                int end = entityEnd(out, at);
                String value = end < 0 ? null : value(out.substring(at + 1, end));
                if (value == null) {
                    break;
                }
                out.replace(at, end + 1, value);
            }
        }
        return out.toString();
    }

    private static int entityEnd(StringBuilder text, int from) {
        for (int i = from + 1; i < Math.min(text.length(), from + MAX_ENTITY); i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String value(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (!Character.isValidCodePoint(point)) {
                return null;
            }
            return TitleText.isUnwanted(point) ? "" : Character.toString(point);
        } catch (NumberFormatException notAnEntity) {
            return null;
        }
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = tagEnd(text, at);
            if (end > 0) {
                out.append(' ');
                at = end + 1;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int tagEnd(String text, int at) {
        if (text.charAt(at) != '<' || at + 1 >= text.length()) {
            return -1;
        }
        char next = text.charAt(at + 1);
        if (next != '/' && next != '!' && !(next >= 'a' && next <= 'z') && !(next >= 'A' && next <= 'Z')) {
            return -1;
        }
        int end = text.indexOf('>', at);
        return end > 0 && end - at <= MAX_TAG ? end : -1;
    }
}
