package io.faultline.stream;

import io.faultline.market.TradingSession;
import io.faultline.news.ExposureScore;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryExposure;
import io.faultline.news.StoryTransition;
import io.faultline.rules.SectorRule;
import io.faultline.shock.ExposedStory;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Which sectors a story touches, by the rules now in force. Predicates that need a rule's thresholds are evaluated here,
 * so that the pattern compares fields only: a story below the sector's minimum exposure, or an amplification below its
 * minimum heat, is no signal.
 */
public final class ExposureFunction extends BroadcastProcessFunction<NewsEvent, ReferenceUpdate, Signal> {

    private static final long serialVersionUID = 1L;

    private final ReferenceBook reference;
    private transient SignalMeter signals;

    public ExposureFunction(ReferenceSnapshot initial) {
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        signals = new SignalMeter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(NewsEvent event, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        for (SectorRule rule : reference.evaluated()) {
            Signal signal =
                    event.transition() == null ? signal(rule, event, SignalKind.WITHDRAWN, null) : exposed(rule, event);
            if (signal != null) {
                signals.count(signal.kind());
                out.collect(signal);
            }
        }
    }

    private Signal exposed(SectorRule rule, NewsEvent event) {
        StoryTransition transition = event.transition();
        boolean tooCool = transition.kind() == HeadlineKind.AMPLIFIER
                && transition.heat() < rule.thresholds().minHeat();
        if (tooCool) {
            return null;
        }
        ExposureScore score = StoryExposure.score(
                transition,
                rule.exposure().terms(),
                rule.exposure().peerTerms(),
                symbolsOf(rule),
                rule.exposure().aiSensitivity());
        if (score.weight() == 0 || score.weight() < rule.thresholds().minExposure()) {
            return null;
        }
        ExposedStory story = new ExposedStory(transition, score.weight(), score.reason());
        return signal(rule, event, kindOf(transition.kind()), story);
    }

    private Signal signal(SectorRule rule, NewsEvent event, SignalKind kind, ExposedStory story) {
        TradingSession session = reference.calendars().of(rule.homeMic()).sessionFor(event.at());
        return new Signal(
                kind,
                rule.sector(),
                rule.ruleId(),
                rule.version(),
                event.at(),
                session.date(),
                session.index(),
                ShockLevel.NONE,
                false,
                null,
                story,
                event.withdrawnHeadlineId(),
                null);
    }

    private static SignalKind kindOf(HeadlineKind kind) {
        return switch (kind) {
            case RELEASE, PRODUCT -> SignalKind.RELEASE;
            case AMPLIFIER -> SignalKind.AMPLIFICATION;
            case RECAP -> SignalKind.RECAP;
            case RIVAL -> SignalKind.RIVAL;
            case OTHER -> throw new IllegalArgumentException("a story has no transition of kind OTHER");
        };
    }

    private static List<String> symbolsOf(SectorRule rule) {
        List<String> symbols = new ArrayList<>();
        for (String listing : rule.members()) {
            symbols.add(listing.substring(0, listing.indexOf('@')));
        }
        return symbols;
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<Signal> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
    }
}
