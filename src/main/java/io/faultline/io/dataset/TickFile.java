package io.faultline.io.dataset;

import io.faultline.io.json.TickCodec;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.util.NoSuchElementException;

/** {@code ticks.jsonl}: ticks in wire format, in time order; read as they are asked for. */
final class TickFile implements TickStream {

    static final String NAME = "ticks.jsonl";

    private final JsonLines<Tick> lines;
    private Tick next;

    TickFile(DataSetFile file) {
        lines = new JsonLines<>(file, new TickCodec());
        next = read();
    }

    /** Heartbeats are left out: the reader of a data set moves time by its own. */
    private Tick read() {
        Tick tick = lines.next();
        while (tick != null && tick.action() == TickAction.HEARTBEAT) {
            tick = lines.next();
        }
        return tick;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Tick next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Tick tick = next;
        next = read();
        if (next != null && next.ts() < tick.ts()) {
            throw lines.wrong("ts " + next.ts() + " is before the " + tick.ts() + " of the line above");
        }
        return tick;
    }

    @Override
    public void close() {
        lines.close();
    }
}
