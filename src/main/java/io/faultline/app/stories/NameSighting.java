package io.faultline.app.stories;

/**
 * A headline of whatever kind that names a model.
 *
 * @param id {@code vendor/model}
 * @param at when the headline was known, epoch milliseconds
 */
record NameSighting(String id, long at) {}
