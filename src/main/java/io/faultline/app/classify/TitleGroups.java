package io.faultline.app.classify;

import io.faultline.news.TitleFingerprint;
import java.util.List;

/** Puts titles that say nearly the same in one group, so that no fold is tested on what another one knows. */
final class TitleGroups {

    private static final double SAME = 0.5;

    private final int[] parent;

    private TitleGroups(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The group of each title: the index of its first member. */
    static int[] of(List<LabelledTitle> titles) {
        TitleGroups groups = new TitleGroups(titles.size());
        TitleFingerprint[] prints =
                titles.stream().map(each -> TitleFingerprint.of(each.title())).toArray(TitleFingerprint[]::new);
        for (int i = 0; i < prints.length; i++) {
            for (int j = 0; j < i; j++) {
                if (prints[i].similarity(prints[j]) >= SAME) {
                    groups.join(i, j);
                }
            }
        }
        int[] group = new int[prints.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = groups.root(i);
        }
        return group;
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    private void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        parent[Math.max(one, other)] = Math.min(one, other);
    }
}
