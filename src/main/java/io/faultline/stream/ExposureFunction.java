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
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Which sectors a story touches, by the rules now in force: one record for each sector. A story below the sector's minimum
 * exposure is no news to it.
 */
public final class ExposureFunction extends BroadcastProcessFunction<NewsEvent, ReferenceUpdate, SectorNews> {

    private static final long serialVersionUID = 1L;

    private final ReferenceBook reference;
    private transient Counter exposures;

    public ExposureFunction(ReferenceSnapshot initial) {
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        exposures = MetricNames.EXPOSURES.counter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(NewsEvent event, ReadOnlyContext context, Collector<SectorNews> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        for (SectorRule rule : reference.evaluated()) {
            SectorNews news = event.counted() == null ? told(rule, event) : counted(rule, event);
            if (news != null) {
                exposures.inc();
                out.collect(news);
            }
        }
    }

    private static SectorNews counted(SectorRule rule, NewsEvent event) {
        boolean touches = event.counted().headline().kind() != HeadlineKind.RIVAL
                && exposed(rule, event.counted().alone()) != null;
        return touches
                ? SectorNews.counted(rule.ruleId(), event.at(), event.counted().weightAt(event.at()))
                : null;
    }

    private SectorNews told(SectorRule rule, NewsEvent event) {
        if (event.transition() == null) {
            SignalKind kind = event.reworded() ? SignalKind.REWORDED : SignalKind.WITHDRAWN;
            return SectorNews.told(signal(rule, event, kind, null), 0.0);
        }
        ExposedStory story = exposed(rule, event.transition());
        return story == null
                ? null
                : SectorNews.told(signal(rule, event, kindOf(event.transition().kind()), story), event.attention());
    }

    /** The news as the sector sees it; null if it hardly touches it. */
    private static ExposedStory exposed(SectorRule rule, StoryTransition news) {
        ExposureScore score = StoryExposure.score(
                news,
                rule.exposure().terms(),
                rule.exposure().peerTerms(),
                symbolsOf(rule),
                rule.exposure().aiSensitivity());
        boolean touches =
                score.weight() > 0 && score.weight() >= rule.thresholds().minExposure();
        return touches ? new ExposedStory(news, score.weight(), score.reason()) : null;
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
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<SectorNews> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
    }
}
