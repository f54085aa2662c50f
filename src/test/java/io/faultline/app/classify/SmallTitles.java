package io.faultline.app.classify;

import java.util.ArrayList;
import java.util.List;

/** Invented titles, each with words of its own, that a model can tell apart. */
final class SmallTitles {

    private static final List<String> MAKERS = List.of("OpenAI", "DeepSeek", "Anthropic", "Mistral AI", "Qwen", "xAI");
    private static final List<String> PLACES =
            List.of("Norway", "the harbour", "a village", "the valley", "two towns", "the coast", "an island");

    private SmallTitles() {}

    static List<LabelledTitle> of(int releases, int others) {
        List<LabelledTitle> titles = new ArrayList<>();
        for (int i = 0; i < Math.max(releases, others); i++) {
            if (i < releases) {
                titles.add(release(i));
            }
            if (i < others) {
                titles.add(other(i));
            }
        }
        return titles;
    }

    static LabelledTitle release(int i) {
        String title = MAKERS.get(i % MAKERS.size()) + " releases " + word(i) + "-" + (i % 9 + 1) + ", an open "
                + word(i * 7 + 1) + " model";
        return new LabelledTitle(title, "en", LabelledTitle.Label.RELEASE);
    }

    static LabelledTitle other(int i) {
        String title = word(i * 3 + 2) + " rain over " + PLACES.get(i % PLACES.size()) + " delays the " + word(i * 5)
                + " ferry";
        return new LabelledTitle(title, "en", LabelledTitle.Label.OTHER);
    }

    /** A made-up word, another one for each number. */
    private static String word(int i) {
        long mixed = (i + 1) * 0x9E3779B97F4A7C15L;
        StringBuilder word = new StringBuilder();
        for (int k = 0; k < 8; k++) {
            word.append((char) ('a' + Math.floorMod(mixed >>> (k * 7), 26)));
        }
        return word.toString();
    }
}
