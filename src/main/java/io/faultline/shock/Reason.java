package io.faultline.shock;

/**
 * Why a revision is made.
 *
 * @param occasion what happened
 * @param detail what to say of it; null where the occasion says all
 */
record Reason(Occasion occasion, String detail) {

    static Reason of(Occasion occasion) {
        return new Reason(occasion, null);
    }
}
