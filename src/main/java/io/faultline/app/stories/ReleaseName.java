package io.faultline.app.stories;

import io.faultline.io.dataset.ListedRelease;
import io.faultline.news.ModelName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a story id {@code vendor/model} means a release as people write it: the vendors are equal and the names agree,
 * see {@link ModelName}. What stands in brackets is left out. Of a release with "and" in its name either model will do.
 */
final class ReleaseName {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    private final String vendor;
    private final List<ModelName> models;

    private ReleaseName(String vendor, List<ModelName> models) {
        this.vendor = vendor;
        this.models = models;
    }

    static ReleaseName of(ListedRelease listed) {
        String vendor = listed.vendor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String name = BRACKETS.matcher(listed.model().toLowerCase(Locale.ROOT)).replaceAll(" ");
        return new ReleaseName(
                vendor,
                Arrays.stream(name.split(" and "))
                        .map(model -> ModelName.of(model, vendor))
                        .toList());
    }

    /** Whether the story is about it; one without a model ({@code vendor/*}) never is. */
    boolean means(String story) {
        int slash = story.indexOf('/');
        if (slash < 0 || !story.substring(0, slash).equals(vendor) || story.endsWith("/*")) {
            return false;
        }
        ModelName named = ModelName.of(story.substring(slash + 1), vendor);
        return models.stream().anyMatch(model -> model.means(named));
    }
}
