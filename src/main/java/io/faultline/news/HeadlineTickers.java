package io.faultline.news;

import java.util.List;

/**
 * What the source of a headline attached to it.
 *
 * @param headlineId id on the wire
 * @param symbols tickers, at most {@link Story#MAX_SYMBOLS}
 */
public record HeadlineTickers(String headlineId, List<String> symbols) {}
