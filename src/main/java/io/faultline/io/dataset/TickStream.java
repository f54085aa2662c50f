package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.util.Iterator;

/** Ticks of all listings in time order, read or made as they are asked for. Close it to let go of the file. */
public interface TickStream extends Iterator<Tick>, AutoCloseable {

    @Override
    default void close() {}
}
