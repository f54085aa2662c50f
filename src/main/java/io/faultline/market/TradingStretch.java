package io.faultline.market;

/**
 * A part of a day in which regular trading goes on without a break.
 *
 * @param from its start, epoch milliseconds
 * @param until its end, exclusive, epoch milliseconds
 */
record TradingStretch(long from, long until) {

    static final TradingStretch AROUND_THE_CLOCK = new TradingStretch(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The stretch that an instant of these bounds lies in, else the next one. */
    static TradingStretch atOrAfter(SessionBounds bounds, long epochMilli) {
        TradingSession session = bounds.session();
        if (bounds.breakStart() == bounds.breakEnd()) {
            return new TradingStretch(session.open(), session.close());
        }
        return epochMilli < bounds.breakStart()
                ? new TradingStretch(session.open(), bounds.breakStart())
                : new TradingStretch(bounds.breakEnd(), session.close());
    }

    boolean contains(long epochMilli) {
        return epochMilli >= from && epochMilli < until;
    }
}
