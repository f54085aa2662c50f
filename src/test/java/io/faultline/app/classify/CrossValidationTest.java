package io.faultline.app.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.HeadlineClassifier;
import io.faultline.news.ReleaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final HeadlineClassifier RULES = HeadlineClassifier.rulesOnly(List.of());

    @Test
    void nearDuplicatesAreJudgedByOneModelThatSawNoneOfThem() {
        List<LabelledTitle> titles = withDuplicates();
        int[] group = TitleGroups.of(titles);
        assertThat(new HashSet<>(Arrays.stream(group).boxed().toList())).hasSizeLessThan(titles.size());

        for (int round = 0; round < 3; round++) {
            ReleaseModel[] models = validation(titles).unseen(round);

            Map<Integer, ReleaseModel> ofGroup = new HashMap<>();
            for (int i = 0; i < models.length; i++) {
                ofGroup.putIfAbsent(group[i], models[i]);
                assertThat(models[i]).isNotNull().isSameAs(ofGroup.get(group[i]));
            }
            assertThat(new HashSet<>(Arrays.asList(models))).hasSizeGreaterThan(5);
        }
    }

    @Test
    void theLabelOfATitleDoesNotReachTheModelThatJudgesIt() {
        List<LabelledTitle> titles = withDuplicates();
        List<LabelledTitle> flipped = new ArrayList<>(titles);
        int at = 5;
        flipped.set(
                at,
                new LabelledTitle(
                        titles.get(at).title(),
                        "en",
                        LabelledTitle.Label.OTHER == titles.get(at).label()
                                ? LabelledTitle.Label.RELEASE
                                : LabelledTitle.Label.OTHER));

        ReleaseModel[] before = validation(titles).unseen(0);
        ReleaseModel[] after = validation(flipped).unseen(0);

        assertThat(text(after[at])).isEqualTo(text(before[at]));
        assertThat(text(validation(flipped).trained()))
                .isNotEqualTo(text(validation(titles).trained()));
    }

    @Test
    void noTitlesOrOneClassStillGiveAModelThatReadsBack() {
        for (List<LabelledTitle> titles : List.of(SmallTitles.of(0, 0), SmallTitles.of(12, 0), SmallTitles.of(0, 12))) {
            String written = text(validation(titles).trained());
            assertThat(text(ReleaseModel.parse(written, "x"))).isEqualTo(written);
        }
    }

    @Property(tries = 30)
    void groupsDoNotDependOnTheOrder(@ForAll long seed) {
        List<LabelledTitle> titles = withDuplicates();
        List<LabelledTitle> shuffled = new ArrayList<>(titles);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(partition(shuffled)).isEqualTo(partition(titles));
    }

    private static Set<Set<String>> partition(List<LabelledTitle> titles) {
        int[] group = TitleGroups.of(titles);
        Map<Integer, Set<String>> members = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            assertThat(group[i]).isLessThanOrEqualTo(i);
            members.computeIfAbsent(group[i], first -> new HashSet<>())
                    .add(titles.get(i).title());
        }
        return new HashSet<>(members.values());
    }

    /** Every third title once more in other writing, and with a word more. */
    private static List<LabelledTitle> withDuplicates() {
        List<LabelledTitle> titles = new ArrayList<>();
        for (LabelledTitle each : SmallTitles.of(20, 20)) {
            titles.add(each);
            if (titles.size() % 3 == 0) {
                titles.add(
                        new LabelledTitle(each.title().toUpperCase(java.util.Locale.ROOT) + "!", "en", each.label()));
                titles.add(new LabelledTitle(each.title() + " today", "en", each.label()));
            }
        }
        return titles;
    }

    private static CrossValidation validation(List<LabelledTitle> titles) {
        return new CrossValidation(titles, RULES);
    }

    private static String text(ReleaseModel model) {
        return model.write(List.of());
    }
}
