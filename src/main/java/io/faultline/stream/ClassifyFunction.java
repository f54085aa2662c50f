package io.faultline.stream;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.LexiconTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What each headline says. Headlines that belong to no chain of stories are counted by kind and go no further, unless they
 * correct one that may; those of a vendor that say nothing of note go on, as they are its baseline of attention.
 */
public final class ClassifyFunction extends ProcessFunction<InboundHeadline, ClassifiedHeadline> {

    private static final long serialVersionUID = 1L;

    private final List<LexiconTable> lexicon;
    private transient HeadlineClassifier classifier;
    private transient Map<HeadlineKind, Counter> counts;

    /** @param lexicon tables of words that add to the shipped ones */
    public ClassifyFunction(List<LexiconTable> lexicon) {
        this.lexicon = new ArrayList<>(lexicon);
    }

    @Override
    public void open(OpenContext openContext) {
        classifier = HeadlineClassifier.with(lexicon);
        counts = new EnumMap<>(HeadlineKind.class);
        for (HeadlineKind kind : HeadlineKind.values()) {
            counts.put(kind, MetricNames.HEADLINES.counter(getRuntimeContext().getMetricGroup(), kind.name()));
        }
    }

    @Override
    public void processElement(InboundHeadline inbound, Context context, Collector<ClassifiedHeadline> out) {
        Headline headline = inbound.headline();
        ClassifiedHeadline classified =
                ClassifiedHeadline.of(headline, Instant.ofEpochMilli(inbound.knownAt()), classifier);
        if (!classified.withdraws()) {
            counts.get(classified.classification().kind()).inc();
        }
        if (classified.joins() || classified.corrects()) {
            out.collect(classified);
        }
    }
}
