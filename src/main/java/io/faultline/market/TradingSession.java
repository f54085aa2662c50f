package io.faultline.market;

/**
 * One session of a venue; instants are epoch milliseconds.
 *
 * @param date trade date
 * @param index ordinal of the session in its calendar: the next session has {@code index + 1}
 * @param previousClose regular close of the session before; prints after it belong to this session
 * @param extendedOpen start of the trading ahead of the open; the evening before where there is an overnight session
 * @param open start of regular trading
 * @param close end of regular trading, exclusive for prints that are not the closing print
 * @param extendedClose end of post-market trading (which belongs to the next session)
 */
public record TradingSession(
        TradingDay date, int index, long previousClose, long extendedOpen, long open, long close, long extendedClose) {

    /** Whether regular trading is on at this instant (breaks are not looked at). */
    public boolean regularAt(long epochMilli) {
        return epochMilli >= open && epochMilli < close;
    }
}
