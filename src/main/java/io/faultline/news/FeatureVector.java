package io.faultline.news;

/** What a linear model sees of a title: hashed features with their values. One may be there twice: its values add up. */
public final class FeatureVector {

    private final int[] index;
    private final float[] value;
    private final boolean chinese;

    FeatureVector(int[] index, float[] value, boolean chinese) {
        this.index = index;
        this.value = value;
        this.chinese = chinese;
    }

    /** Number of features. */
    public int size() {
        return index.length;
    }

    /** The i-th feature, below {@link ReleaseModel#FEATURES}. */
    public int index(int i) {
        return index[i];
    }

    /** Its value. */
    public float value(int i) {
        return value[i];
    }

    /** Whether most of the title is Chinese writing. */
    public boolean chinese() {
        return chinese;
    }
}
