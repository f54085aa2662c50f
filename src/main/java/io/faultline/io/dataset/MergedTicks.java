package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several streams in time order as one; at equal times the earlier stream of the list comes first. */
final class MergedTicks implements TickStream {

    private final PriorityQueue<Head> heads = new PriorityQueue<>();

    MergedTicks(List<? extends Iterator<Tick>> streams) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).hasNext()) {
                heads.add(new Head(streams.get(i), i));
            }
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Tick next() {
        Head first = heads.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        Tick tick = first.tick;
        if (first.advance()) {
            heads.add(first);
        }
        return tick;
    }

    private static final class Head implements Comparable<Head> {
        private final Iterator<Tick> stream;
        private final int rank;
        private Tick tick;

        Head(Iterator<Tick> stream, int rank) {
            this.stream = stream;
            this.rank = rank;
            this.tick = stream.next();
        }

        boolean advance() {
            tick = stream.hasNext() ? stream.next() : null;
            return tick != null;
        }

        @Override
        public int compareTo(Head other) {
            int byTime = Long.compare(tick.ts(), other.tick.ts());
            return byTime != 0 ? byTime : Integer.compare(rank, other.rank);
        }
    }
}
