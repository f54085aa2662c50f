package io.faultline.market;

/**
 * What was last told about a listing in its session: decides when to tell again.
 *
 * @param sessionReturn return told, fraction
 * @param printAt time of the print it was based on, epoch milliseconds
 * @param phase part of the day of that print
 */
public record LastReport(double sessionReturn, long printAt, SessionPhase phase) {}
