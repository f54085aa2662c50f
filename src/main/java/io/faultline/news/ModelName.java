package io.faultline.news;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A model's name in parts, lower-cased: parameter counts ({@code 405b}) and dates ({@code 0528}) are left out, and what is
 * left is parted into words and versions ({@code k2}: k and 2; {@code 4o} is a version; {@code 1.0} is 1).
 *
 * @param words its words, without the vendor's name
 * @param versions its versions
 */
public record ModelName(Set<String> words, Set<String> versions) {

    private static final Pattern SIZE_OR_DATE =
            Pattern.compile("(?<![a-z0-9.])(?:\\d+(?:\\.\\d+)?b|\\d{4})(?![a-z0-9.])");
    private static final Pattern PART = Pattern.compile("[a-z]+|\\d+(?:\\.\\d+)*[a-z]*");
    private static final String FIRST = "1";

    /** The parts of a lower-cased name. */
    public static ModelName of(String model, String vendor) {
        Set<String> words = new HashSet<>();
        Set<String> versions = new HashSet<>();
        String plain = SIZE_OR_DATE.matcher(model).replaceAll(" ");
        for (String part : PART.matcher(plain).results().map(MatchResult::group).toList()) {
            if (Character.isDigit(part.charAt(0))) {
                versions.add(part.endsWith(".0") ? part.substring(0, part.length() - 2) : part);
            } else if (!part.equals(vendor)) {
                words.add(part);
            }
        }
        return new ModelName(words, versions);
    }

    /**
     * Whether this name, as people write it, may mean a model of the other: the versions are the same set, and the words
     * of one are all among those of the other. A first version may be left out there.
     */
    public boolean means(ModelName model) {
        boolean first = model.versions.isEmpty() && versions.equals(Set.of(FIRST));
        return (first || versions.equals(model.versions))
                && (words.containsAll(model.words) || model.words.containsAll(words));
    }

    /** Whether two ids {@code vendor/model} may be of one model; one without a model ({@code vendor/*}) never is. */
    static boolean alike(String one, String other) {
        int slash = one.indexOf('/');
        if (slash < 0 || !other.startsWith(one.substring(0, slash + 1)) || one.endsWith("/*") || other.endsWith("/*")) {
            return false;
        }
        String vendor = one.substring(0, slash);
        ModelName a = of(one.substring(slash + 1), vendor);
        ModelName b = of(other.substring(slash + 1), vendor);
        return a.means(b) || b.means(a);
    }
}
