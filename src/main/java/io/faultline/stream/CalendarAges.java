package io.faultline.stream;

import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingDay;
import io.faultline.shock.SessionAges;

/** Ages of headlines in sessions of one venue. */
record CalendarAges(TradingCalendar calendar) implements SessionAges {

    @Override
    public int sessionsOpenedBetween(long publishedAtMillis, TradingDay onsetSession) {
        return calendar.session(onsetSession)
                .map(session -> calendar.sessionsOpenedBetween(publishedAtMillis, session))
                .orElse(0);
    }
}
