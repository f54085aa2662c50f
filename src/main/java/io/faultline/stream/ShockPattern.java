package io.faultline.stream;

import io.faultline.shock.ShockCriteria;
import io.faultline.shock.Signal;
import java.time.Duration;
import java.util.function.BiPredicate;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * The two sequences that link a collapse to an AI release. Stage names are part of the state: a changed pattern needs a
 * new uid.
 *
 * <pre>
 * preceding:   release, later any amplification of its story, then the sector's collapse
 * attribution: collapse, then a headline that names a story as its cause
 * </pre>
 *
 * <p>The amplification is followed by <em>any</em>: each one yields a match of its own for the same collapse, and the
 * incident joins their evidence. A release with n amplifications holds n + 1 partial matches; a story has at most
 * six amplifications a day, so the calendar bound bounds the state. Every recap attributes, for the same reason.
 */
public final class ShockPattern {

    static final String RELEASE = "release";
    static final String AMPLIFICATION = "amplification";
    static final String COLLAPSE = "collapse";
    static final String ATTRIBUTION = "attribution";

    private ShockPattern() {}

    /** Release, amplification, collapse; {@code maxAge} is the calendar upper bound, ages in sessions are checked. */
    public static Pattern<Signal, ?> preceding(Duration maxAge) {
        return Pattern.<Signal>begin(RELEASE, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(ShockCriteria::releases))
                .followedByAny(AMPLIFICATION)
                .where(after(RELEASE, ShockCriteria::amplifies))
                .followedBy(COLLAPSE)
                .where(after(RELEASE, ShockCriteria::collapsesAfter))
                .within(maxAge);
    }

    /** Collapse, then its attribution. */
    public static Pattern<Signal, ?> attribution(Duration maxAge) {
        return Pattern.<Signal>begin(COLLAPSE, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(ShockCriteria::collapses))
                .followedByAny(ATTRIBUTION)
                .where(after(COLLAPSE, ShockCriteria::attributes))
                .within(maxAge);
    }

    /** At equal times news comes before the market, so that order of arrival decides nothing. */
    public static EventComparator<Signal> order() {
        return new NewsFirst();
    }

    private static IterativeCondition<Signal> after(String stage, SignalRelation relation) {
        return new After(stage, relation);
    }

    /** A serializable relation of an earlier signal to the one looked at. */
    @FunctionalInterface
    private interface SignalRelation extends BiPredicate<Signal, Signal>, java.io.Serializable {}

    private static final class After extends IterativeCondition<Signal> {
        private static final long serialVersionUID = 1L;
        private final String stage;
        private final SignalRelation relation;

        After(String stage, SignalRelation relation) {
            this.stage = stage;
            this.relation = relation;
        }

        @Override
        public boolean filter(Signal signal, Context<Signal> context) throws Exception {
            for (Signal earlier : context.getEventsForPattern(stage)) {
                return relation.test(earlier, signal);
            }
            return false;
        }
    }

    private static final class NewsFirst implements EventComparator<Signal> {
        private static final long serialVersionUID = 1L;

        @Override
        public int compare(Signal left, Signal right) {
            return Signal.BY_RANK.compare(left, right);
        }
    }
}
