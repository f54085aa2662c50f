package io.faultline.io.dataset;

/** Which prints a daily bar stands for. */
public enum DailyPrints {
    /** One at the venue's open, if the bar has an open, and one at its close. */
    OPEN_AND_CLOSE,
    /** One at the close: days are judged by their closes. */
    CLOSE
}
