package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Expands the bars that have begun; a print goes out when no later bar can come before it. */
final class ExpandedBars implements TickStream {

    private static final Comparator<Tick> ORDER =
            Comparator.comparingLong(Tick::ts).thenComparing(Tick::symbol).thenComparing(Tick::mic);

    private final Iterator<Bar> left;
    private final DailyPrints dailyPrints;
    private final PriorityQueue<Deque<Tick>> begun = new PriorityQueue<>(Comparator.comparing(Deque::getFirst, ORDER));
    private Bar next;

    /** @param bars by their beginning */
    ExpandedBars(List<Bar> bars, DailyPrints dailyPrints) {
        this.left = bars.iterator();
        this.dailyPrints = dailyPrints;
        this.next = left.hasNext() ? left.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null || !begun.isEmpty();
    }

    @Override
    public Tick next() {
        while (next != null
                && (begun.isEmpty() || next.from() <= begun.peek().getFirst().ts())) {
            begun.add(new ArrayDeque<>(BarExpansion.prints(next, dailyPrints)));
            next = left.hasNext() ? left.next() : null;
        }
        Deque<Tick> first = begun.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        Tick tick = first.removeFirst();
        if (!first.isEmpty()) {
            begun.add(first);
        }
        return tick;
    }
}
