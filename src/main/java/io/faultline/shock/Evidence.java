package io.faultline.shock;

import io.faultline.news.HeadlineKind;
import java.time.Instant;

/**
 * A headline in an alert.
 *
 * @param headlineId id on the wire
 * @param title cleaned text
 * @param kind what it says
 * @param story {@code vendor/model} or {@code rival/CAUSE}
 * @param publishedAt as stated by the source
 * @param ageSessions how many sessions of the home market opened after the publication, up to and including the onset
 *     session: 1 = the first session that could react, 0 = published during the onset session
 * @param novelty 1 = new in its story, 0 = a repeat
 * @param weight share in the verdict, 0 to 1
 */
public record Evidence(
        String headlineId,
        String title,
        HeadlineKind kind,
        String story,
        Instant publishedAt,
        int ageSessions,
        double novelty,
        double weight) {}
