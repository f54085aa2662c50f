package io.faultline.deploy;

/** Counts what held and what was found, and tells it: a check that the build's log does not name could be gone. */
final class Tally {

    private final String what;
    private int held;
    private int found;

    Tally(String what) {
        this.what = what;
    }

    void held() {
        held++;
    }

    void found() {
        found++;
    }

    void tell() {
        System.out.printf("%s: %d rules held, %d faults found%n", what, held, found);
    }
}
