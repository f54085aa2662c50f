package io.faultline.stream;

import io.faultline.news.ChainKeys;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineKind;
import io.faultline.news.LexiconClassifier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What each headline says. Headlines that belong to no chain of stories are counted by kind and go no further; those of
 * a vendor that say nothing of note go on, as they are its baseline of attention. What withdraws or rewords a headline
 * is also sent to all other chains, some dozens: it names an id only, and any of them may hold it. Withdrawals leave for
 * the sectors by a side output besides.
 */
public final class ClassifyFunction extends ProcessFunction<InboundHeadline, ClassifiedHeadline> {

    private static final long serialVersionUID = 1L;

    private transient LexiconClassifier classifier;
    private transient Set<String> chains;
    private transient Map<HeadlineKind, Counter> counts;

    @Override
    public void open(OpenContext openContext) {
        classifier = LexiconClassifier.shipped();
        chains = ChainKeys.shipped();
        counts = new EnumMap<>(HeadlineKind.class);
        for (HeadlineKind kind : HeadlineKind.values()) {
            counts.put(kind, MetricNames.counter(getRuntimeContext(), MetricNames.HEADLINES + kind));
        }
    }

    @Override
    public void processElement(InboundHeadline inbound, Context context, Collector<ClassifiedHeadline> out) {
        Headline headline = inbound.headline();
        ClassifiedHeadline classified =
                ClassifiedHeadline.of(headline, Instant.ofEpochMilli(inbound.knownAt()), classifier);
        if (headline.action() == HeadlineAction.DELETED) {
            context.output(SideOutputs.WITHDRAWALS, new NewsEvent(inbound.knownAt(), null, headline.id()));
        } else {
            counts.get(classified.classification().kind()).inc();
        }
        if (classified.joins()) {
            out.collect(classified);
        }
        if (classified.corrects()) {
            chains.stream()
                    .filter(chain -> !chain.equals(classified.chainKey()))
                    .forEach(chain -> out.collect(classified.to(chain)));
        }
    }
}
