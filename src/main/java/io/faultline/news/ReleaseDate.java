package io.faultline.news;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a Chinese title names for a release ("9 月 24 日发布"): one still to come is an announcement only. */
final class ReleaseDate {

    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号](?:起|正式|全球|将|首次|全面)*" + "(?:发布|推出|开源|上线|亮相|首发|发表|發布|推出|開源|上線|首發)");

    /** China's day begins before that of UTC, by which days are compared. */
    private static final int AHEAD_OF_UTC = 1;

    /** A day further ahead is rather one of the year before. */
    private static final int FAR_DAYS = 180;

    private ReleaseDate() {}

    /** Whether the title names a day for the release that is after its publication, by half a year at most. */
    static boolean isAhead(String title, Instant publishedAt) {
        Matcher day = DAY.matcher(title);
        if (!day.find()) {
            return false;
        }
        LocalDate published = publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
        try {
            MonthDay named = MonthDay.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)));
            LocalDate next = named.atYear(published.getYear());
            next = next.isBefore(published) ? named.atYear(published.getYear() + 1) : next;
            return next.isAfter(published.plusDays(AHEAD_OF_UTC)) && next.isBefore(published.plusDays(FAR_DAYS));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
