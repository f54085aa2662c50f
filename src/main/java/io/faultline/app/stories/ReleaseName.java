package io.faultline.app.stories;

import io.faultline.io.dataset.ListedRelease;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a story id {@code vendor/model} means a release as people write it. Both are lower-cased; what stands in
 * brackets, parameter counts ({@code 405b}) and dates ({@code 0528}) are left out, and what is left is parted into words
 * and versions ({@code k2}: k and 2; {@code 4o} is a version; {@code 1.0} is 1). They match if the vendors are equal, the
 * versions are the same set, and the words of one are all among those of the other, vendor's name apart. A first version
 * may be left out ({@code Grok-1}: {@code xai/grok}). Of a release with "and" in its name either model will do.
 */
final class ReleaseName {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern SIZE_OR_DATE =
            Pattern.compile("(?<![a-z0-9.])(?:\\d+(?:\\.\\d+)?b|\\d{4})(?![a-z0-9.])");
    private static final Pattern PART = Pattern.compile("[a-z]+|\\d+(?:\\.\\d+)*[a-z]*");
    private static final String FIRST = "1";

    private final String vendor;
    private final List<Parts> models;

    private ReleaseName(String vendor, List<Parts> models) {
        this.vendor = vendor;
        this.models = models;
    }

    static ReleaseName of(ListedRelease listed) {
        String vendor = listed.vendor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String name = BRACKETS.matcher(listed.model().toLowerCase(Locale.ROOT)).replaceAll(" ");
        return new ReleaseName(
                vendor,
                Arrays.stream(name.split(" and "))
                        .map(model -> parts(model, vendor))
                        .toList());
    }

    /** Whether the story is about it; one without a model ({@code vendor/*}) never is. */
    boolean means(String story) {
        int slash = story.indexOf('/');
        if (slash < 0 || !story.substring(0, slash).equals(vendor) || story.endsWith("/*")) {
            return false;
        }
        Parts named = parts(story.substring(slash + 1), vendor);
        return models.stream().anyMatch(model -> model.means(named));
    }

    private static Parts parts(String model, String vendor) {
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
        return new Parts(words, versions);
    }

    private record Parts(Set<String> words, Set<String> versions) {

        boolean means(Parts story) {
            boolean first = story.versions.isEmpty() && versions.equals(Set.of(FIRST));
            return (first || versions.equals(story.versions))
                    && (words.containsAll(story.words) || story.words.containsAll(words));
        }
    }
}
