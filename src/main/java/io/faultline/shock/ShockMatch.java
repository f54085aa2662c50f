package io.faultline.shock;

/**
 * A match of a CEP pattern: the only source of a verdict AI_LINKED.
 *
 * @param basis PRECEDING: release, amplification, collapse; ATTRIBUTED: collapse, attribution
 * @param at event time of the last signal, epoch milliseconds
 * @param release PRECEDING only, else null
 * @param amplification PRECEDING only, else null
 * @param collapse the collapse
 * @param attribution ATTRIBUTED only (a recap), else null
 */
public record ShockMatch(
        Basis basis, long at, Signal release, Signal amplification, Signal collapse, Signal attribution) {}
