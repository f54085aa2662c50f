package io.faultline.stream;

import io.faultline.news.ChainKeys;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Correction;
import io.faultline.news.HeadlineAction;
import io.faultline.news.LexiconTable;
import io.faultline.news.TitleText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The last wording of a headline counts: remembers which headlines were corrected, and refuses a wording that comes after
 * its correction. A correction is also sent to all other chains, some dozens: any of them may hold an earlier wording.
 *
 * <p>Key: headlines by id in {@link #BUCKETS} buckets, each with the {@link #MAX_IN_BUCKET} corrections that came last. So
 * the state is bounded whatever comes in, and needs no timers.
 */
public final class CorrectionFunction extends KeyedProcessFunction<String, ClassifiedHeadline, ClassifiedHeadline> {

    private static final long serialVersionUID = 1L;

    static final int BUCKETS = 1024;
    static final int MAX_IN_BUCKET = 64;

    private final List<LexiconTable> lexicon;
    private transient Set<String> chains;
    private transient MapState<String, Remembered> corrections;

    /** @param lexicon tables of words that add to the shipped ones */
    public CorrectionFunction(List<LexiconTable> lexicon) {
        this.lexicon = new ArrayList<>(lexicon);
    }

    /** The bucket of a headline: a number. */
    public static String bucket(ClassifiedHeadline classified) {
        return Integer.toString(Math.floorMod(classified.headline().id().hashCode(), BUCKETS));
    }

    @Override
    public void open(OpenContext openContext) {
        chains = ChainKeys.with(lexicon);
        corrections = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("corrections", Types.STRING, TypeInformation.of(Remembered.class)));
    }

    @Override
    public void processElement(ClassifiedHeadline classified, Context context, Collector<ClassifiedHeadline> out)
            throws Exception {
        Remembered last = corrections.get(classified.headline().id());
        if (last != null && last.correction().outdates(classified.headline())) {
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    superseded(classified, last.correction().action()));
            return;
        }
        if (classified.joins()) {
            out.collect(classified);
        }
        if (classified.corrects()) {
            remember(classified);
            chains.stream()
                    .filter(chain -> !chain.equals(classified.chainKey()))
                    .forEach(chain -> out.collect(classified.to(chain)));
        }
    }

    private void remember(ClassifiedHeadline correction) throws Exception {
        long turn = 0;
        int count = 0;
        String oldest = null;
        long oldestTurn = Long.MAX_VALUE;
        String id = correction.headline().id();
        for (Map.Entry<String, Remembered> known : corrections.entries()) {
            long its = known.getValue().turn();
            turn = Math.max(turn, its + 1);
            boolean other = !known.getKey().equals(id);
            count += other ? 1 : 0;
            if (other && its < oldestTurn) {
                oldestTurn = its;
                oldest = known.getKey();
            }
        }
        if (count >= MAX_IN_BUCKET) {
            corrections.remove(oldest);
        }
        corrections.put(id, new Remembered(Correction.of(correction.headline()), turn));
    }

    private static DeadLetter superseded(ClassifiedHeadline classified, HeadlineAction by) {
        String id = classified.headline().id();
        String reason =
                "headline " + TitleText.clean(id) + ": " + classified.headline().action() + " of "
                        + classified.headline().publishedAt() + " comes after it was " + by;
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return new DeadLetter(
                "headlines", -1, -1, classified.knownAt(), key, null, "corrections", "SUPERSEDED", reason);
    }

    /**
     * A correction in the order of arrival.
     *
     * @param correction the headline's last one
     * @param turn its place among those of the bucket, rising
     */
    public record Remembered(Correction correction, long turn) {}
}
