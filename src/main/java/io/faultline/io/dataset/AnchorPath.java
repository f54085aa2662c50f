package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * A seeded path through one day's anchors of one listing. The first print is that of the opening auction: it has the first anchor's price and comes a
 * moment after it (up to 3 s for a pace of 1 s, at most 20 s); every later anchor is a print at its instant and price.
 * Between anchors the price is linear in time plus a mean-reverting noise that vanishes at the anchors; it is rounded
 * to cents and stays between the day's lowest and highest anchor.
 */
final class AnchorPath implements Iterator<Tick> {

    /** Standard deviation of the noise as a share of the day's range. */
    private static final double NOISE = 0.02;
    /** The noise forgets itself within about this many seconds. */
    private static final double MEMORY_SECONDS = 120;

    private final Tape tape;
    private final List<Anchor> anchors;
    private final long paceMillis;
    private final SplittableRandom random;
    private final double low;
    private final double high;
    private final double keep;
    private final double kick;

    private int segment;
    private long ts;
    private double noise;
    private int printed;

    /**
     * @param anchors of one day, at least one, strictly rising in time
     * @param paceSeconds seconds between prints, 1 or more
     * @param seed decides the path together with the symbol and the day
     */
    AnchorPath(Tape tape, List<Anchor> anchors, int paceSeconds, long seed) {
        this.tape = tape;
        this.anchors = anchors;
        this.paceMillis = paceSeconds * 1000L;
        this.random =
                new SplittableRandom(seedOf(seed, tape.symbol(), anchors.get(0).ts()));
        this.low = anchors.stream().mapToDouble(Anchor::price).min().orElseThrow();
        this.high = anchors.stream().mapToDouble(Anchor::price).max().orElseThrow();
        this.keep = Math.exp(-paceSeconds / MEMORY_SECONDS);
        this.kick = NOISE * (high - low) * Math.sqrt(1 - keep * keep);
        this.ts = firstPrint();
    }

    @Override
    public boolean hasNext() {
        return segment < anchors.size();
    }

    @Override
    public Tick next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        double price = price();
        double size = 100.0 * (1 + random.nextInt(9));
        String tradeId = Integer.toString(printed, 36);
        Tick tick = printed == 0
                ? tape.print(ts, price, size, tradeId, Tape.OPENING_AUCTION)
                : tape.print(ts, price, size, tradeId);
        printed++;
        advance();
        return tick;
    }

    private long firstPrint() {
        long latest = Math.min(20_000, Math.max(3_000, 2 * paceMillis));
        long first = anchors.get(0).ts() + random.nextLong(latest);
        return anchors.size() == 1
                ? anchors.get(0).ts()
                : Math.min(first, anchors.get(1).ts() - 1);
    }

    private double price() {
        Anchor from = anchors.get(segment);
        if (printed == 0 || ts == from.ts()) {
            return from.price();
        }
        Anchor to = anchors.get(segment + 1);
        double done = (double) (ts - from.ts()) / (to.ts() - from.ts());
        noise = keep * noise + kick * random.nextGaussian();
        double vanishing = 4 * done * (1 - done);
        double price = from.price() + (to.price() - from.price()) * done + vanishing * noise;
        return Math.rint(Math.min(high, Math.max(low, price)) * 100) / 100;
    }

    private void advance() {
        if (segment == anchors.size() - 1) {
            segment++;
            return;
        }
        long step = paceMillis * 4 / 5 + random.nextLong(paceMillis * 2 / 5);
        long next = anchors.get(segment + 1).ts();
        if (ts + step < next) {
            ts += step;
        } else {
            ts = next;
            segment++;
        }
    }

    /** Independent of the order in which paths are made; {@code String.hashCode} is fixed by its specification. */
    private static long seedOf(long seed, String symbol, long firstAnchor) {
        return new SplittableRandom(seed ^ ((long) symbol.hashCode() << 32) ^ firstAnchor / 86_400_000L).nextLong();
    }
}
