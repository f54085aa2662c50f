package io.faultline.news;

/**
 * A model or product that a title names.
 *
 * @param vendor its maker's id
 * @param id with version and variant, e.g. {@code o3-mini}, {@code qwen2.5-max}
 * @param product rather a product than a model
 * @param definite named by version or by a name of its own, not only by a family that is also talked of in general
 * @param start index of its name
 * @param end index behind its name, version and variant
 */
record NamedModel(String vendor, String id, boolean product, boolean definite, int start, int end) {}
