package io.faultline.news;

import java.util.Arrays;
import java.util.List;

/**
 * What the trained model looks at: runs of one to three words or Chinese characters with names replaced by what they
 * are, and what the lexicon's rules found. Every feature is a hash; the words themselves are kept nowhere.
 */
final class TitleFeatures {

    /** Features are numbers below 2 to this power. */
    static final int BITS = 18;

    private static final int RUN = 3;
    /** Weight of all runs of words together, and of each finding: chosen by cross-validation. */
    private static final double RUNS = 4.0;

    private static final float FINDING = 0.2f;
    private static final int SALT_RUN = 0x51ED270B;

    private final boolean chinese;
    private int[] index = new int[128];
    private float[] value = new float[128];
    private int size;

    private TitleFeatures(boolean chinese) {
        this.chinese = chinese;
    }

    /** All features of a title, given what the rules made of it. */
    static FeatureVector of(TitleView view) {
        TitleFeatures features = new TitleFeatures(isChinese(view.title().text()));
        List<String> tokens = TitleTokens.of(view.title(), view.models());
        features.findings(view);
        features.shape(view, tokens);
        features.ending(view.title());
        features.runs(tokens);
        return new FeatureVector(
                Arrays.copyOf(features.index, features.size),
                Arrays.copyOf(features.value, features.size),
                features.chinese);
    }

    private void findings(TitleView view) {
        TitleReading title = view.title();
        both("kind " + view.byRules().kind());
        both("kind " + view.byRules().kind() + view.byRules().score());
        Classification release = view.release();
        both("rule " + (release == null ? "" : release.kind() + " " + release.score()));
        both("veto " + ReleaseRules.vetoCategory(title, view.named()));
        for (TermCategory category : TermCategory.values()) {
            if (title.has(category)) {
                both("has " + category);
            }
        }
        for (Hit verb : title.all(TermCategory.RELEASE_VERB)) {
            one("verb " + verb.term().tag());
        }
        for (Hit word : title.all(TermCategory.ATTENTION)) {
            one("attention " + word.term().tag());
        }
        subject(view);
    }

    private void subject(TitleView view) {
        Subject subject = Subject.first(view.named());
        if (subject == null) {
            both("subject none");
            return;
        }
        NamedModel model = subject.model();
        String known = model == null ? "" : model.product() ? "product" : model.definite() ? "model" : "family";
        both("subject " + (subject.lab() ? "lab " : "company ") + known);
        both("begins " + (subject.start() == 0));
        if (view.title().has(TermCategory.RELEASE_VERB)) {
            both("verb before " + (view.title().start(TermCategory.RELEASE_VERB) < subject.start()));
        }
    }

    private void shape(TitleView view, List<String> tokens) {
        String text = view.title().text();
        both("names " + Math.min(3, view.models().size()));
        if (!view.models().isEmpty()) {
            NamedModel first = view.models().get(0);
            boolean leads = first.start() < 3;
            String rest = text.substring(first.end()).strip();
            String next =
                    rest.isEmpty() ? "end" : Character.isLetterOrDigit(rest.charAt(0)) ? "a" : rest.substring(0, 1);
            both("first " + first.definite() + leads);
            both("behind " + next + leads);
            both("rest " + Math.min(6, rest.length() / 12) + leads);
        }
        both("length " + Math.min(8, tokens.size() / (chinese ? 6 : 3)));
        both("writing");
        if (text.indexOf('?') >= 0) {
            both("asks");
        }
        if (text.startsWith("show hn")) {
            one("show hn");
        }
    }

    /** What is released stands at the end of its clause in Chinese: a model, or a platform for models. */
    private void ending(TitleReading title) {
        if (!title.has(TermCategory.RELEASE_VERB)) {
            return;
        }
        String text = title.text();
        int from = title.all(TermCategory.RELEASE_VERB).get(0).end();
        one("object length " + Math.min(3, (text.length() - from) / 4));
        one("last " + text.substring(Math.max(0, text.length() - 2)));
        int end = from;
        while (end < text.length() && " ,;:!?、。;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (chinese && end - from >= 2) {
            one("object " + text.substring(end - 2, end));
            one("object " + text.charAt(end - 1));
        }
    }

    private void runs(List<String> tokens) {
        int[] hashes = new int[tokens.size() + 2];
        hashes[0] = hash("<begin>");
        hashes[hashes.length - 1] = hash("<end>");
        for (int i = 0; i < tokens.size(); i++) {
            hashes[i + 1] = hash(tokens.get(i));
        }
        int first = size;
        for (int i = 0; i < hashes.length; i++) {
            int run = SALT_RUN;
            for (int j = i; j < Math.min(i + RUN, hashes.length); j++) {
                run = run * 31 + hashes[j];
                add(mixed(run), 0);
            }
        }
        Arrays.fill(value, first, size, (float) (RUNS / Math.sqrt(size - first)));
    }

    /** A finding for all titles, and the same for titles of this script. */
    private void both(String feature) {
        one(feature);
        one(feature + (chinese ? "@zh" : "@en"));
    }

    private void one(String feature) {
        add(mixed(hash(feature)), FINDING);
    }

    private void add(int hash, float weight) {
        if (size == index.length) {
            index = Arrays.copyOf(index, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        index[size] = hash >>> (32 - BITS);
        value[size++] = weight;
    }

    /** FNV-1a: stable over versions of Java by its definition. */
    private static int hash(String text) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private static boolean isChinese(String text) {
        int letters = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han += ChineseScript.isHan(text.charAt(i)) ? 1 : 0;
            letters += text.charAt(i) == ' ' ? 0 : 1;
        }
        return han > 0 && han * 4 >= letters;
    }
}
