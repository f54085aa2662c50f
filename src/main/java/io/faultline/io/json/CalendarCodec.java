package io.faultline.io.json;

import io.faultline.market.CalendarEntry;
import io.faultline.market.TradingCalendars;
import java.time.LocalTime;

/** Calendar entries. Unknown fields are refused: a misspelt opening time would pass for the usual hours. */
public final class CalendarCodec implements Codec<CalendarEntry> {

    private static final int TIME_LENGTH = 5;
    private static final TradingCalendars SHIPPED = TradingCalendars.shipped();

    @Override
    public CalendarEntry read(byte[] value) throws RejectedRecordException {
        Fields fields = new Fields(StrictJson.object(value, Limits.REFERENCE_BYTES));
        CalendarEntry entry = new CalendarEntry(
                fields.mic("mic"),
                fields.day("date"),
                fields.flag("closed"),
                time(fields, "open"),
                time(fields, "close"),
                fields.optionalText("note", Limits.ID_LENGTH));
        fields.refuseOthers();
        if (entry.closed() && (entry.open() != null || entry.close() != null)) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "closed", "is true, but hours are given");
        }
        if (entry.open() != null && entry.close() != null && entry.open().compareTo(entry.close()) >= 0) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "open", "is not before close");
        }
        try {
            SHIPPED.with(entry);
        } catch (IllegalArgumentException e) {
            throw fields.rejected(ErrorClass.OUT_OF_RANGE, "mic", "and hours make no session: " + e.getMessage());
        }
        return entry;
    }

    @Override
    public byte[] write(CalendarEntry entry) {
        return JsonOut.write(out -> {
            out.text("mic", entry.mic());
            out.shown("date", entry.date());
            out.flag("closed", entry.closed());
            out.text("open", entry.open());
            out.text("close", entry.close());
            out.text("note", entry.note());
        });
    }

    private static String time(Fields fields, String name) throws RejectedRecordException {
        String time = fields.optionalText(name, TIME_LENGTH);
        if (time == null || time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return time;
        }
        throw fields.rejected(ErrorClass.WRONG_TYPE, name, "'" + time + "' is not a time like " + LocalTime.of(9, 30));
    }
}
