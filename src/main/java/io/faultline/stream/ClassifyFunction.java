package io.faultline.stream;

import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineKind;
import io.faultline.news.LexiconClassifier;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What each headline says. Headlines that belong to no chain of stories are counted by kind and go no further; those of
 * a vendor that say nothing of note go on, as they are its baseline of attention;
 * withdrawals leave by their own side output, since they name an id only.
 */
public final class ClassifyFunction extends ProcessFunction<InboundHeadline, ClassifiedHeadline> {

    private static final long serialVersionUID = 1L;

    private transient LexiconClassifier classifier;
    private transient Map<HeadlineKind, Counter> counts;

    @Override
    public void open(OpenContext openContext) {
        classifier = LexiconClassifier.shipped();
        counts = new EnumMap<>(HeadlineKind.class);
        for (HeadlineKind kind : HeadlineKind.values()) {
            counts.put(kind, MetricNames.counter(getRuntimeContext(), MetricNames.HEADLINES + kind));
        }
    }

    @Override
    public void processElement(InboundHeadline inbound, Context context, Collector<ClassifiedHeadline> out) {
        Headline headline = inbound.headline();
        if (headline.action() == HeadlineAction.DELETED) {
            context.output(SideOutputs.WITHDRAWALS, new NewsEvent(inbound.knownAt(), null, headline.id()));
            return;
        }
        Classification classification = classifier.classify(headline);
        counts.get(classification.kind()).inc();
        ClassifiedHeadline classified = new ClassifiedHeadline(headline, inbound.knownAt(), classification);
        if (!classified.chainKey().isEmpty()) {
            out.collect(classified);
        }
    }
}
