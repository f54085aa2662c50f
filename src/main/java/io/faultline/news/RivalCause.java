package io.faultline.news;

/** Causes of market falls other than AI releases. */
public enum RivalCause {
    MACRO,
    POLICY,
    EARNINGS,
    GEOPOLITICS
}
