package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.SmallMarketFeed;
import io.faultline.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rule is changed while the job runs. */
@Timeout(180)
class RuleChangeITCase {

    private static final Instant LATE_MORNING = Instant.parse("2025-01-27T15:30:00Z");
    private static final Instant MIDDAY = Instant.parse("2025-01-27T17:00:00Z");
    /** Event time stands this much behind the heartbeat: the lateness allowed, rounded up to the next evaluation. */
    private static final Instant TIME_OF_CHANGE = LATE_MORNING.minusSeconds(2);

    private static final Duration STEP = Duration.ofMinutes(15);

    private static final List<String> TWO = List.of("AAA@XNAS", "BBB@XNAS");
    private static final List<String> THREE = List.of("AAA@XNAS", "BBB@XNAS", "CCC@XNAS");

    @Test
    void newThresholdAndMembersTakeEffectWithoutARestart(@TempDir Path directory) throws Exception {
        try (KafkaTestbed kafka = KafkaTestbed.start()) {
            kafka.publish(rule(1, TWO, -0.5, -0.6));
            kafka.publish(SmallMarket.listings());
            try (RunningJob job = RunningJob.start(kafka.settings(), directory);
                    TopicReader alerts = kafka.reader(kafka.topics().alerts(), "read_committed");
                    TopicReader samples = kafka.reader(kafka.topics().sectors(), "read_committed")) {
                SmallMarketFeed feed = new SmallMarketFeed(kafka);
                feed.playUntil(LATE_MORNING);
                samples.awaitAny("sample of the late morning", entry -> fellByLateMorning(sample(entry)));
                assertThat(alerts.toEnd()).as("alerts under version 1").isEmpty();

                kafka.publish(rule(2, THREE, -0.05, -0.15));
                kafka.awaitConsumed(kafka.topics().rules());
                playInStep(feed, samples);
                alerts.awaitAny("OPEN", entry -> alert(entry).state() == AlertState.OPEN);

                samples.awaitAny("sample of all three under version 2", entry -> isOfThree(sample(entry)));

                check(alert(alerts.all().get(0)));
                assertThat(job.restarts()).as("restarts").isZero();
            }
        }
    }

    /** Not ahead of the job: a member that joins counts from its next print, so prints must come after the rule is in force. */
    private static void playInStep(SmallMarketFeed feed, TopicReader samples) throws Exception {
        for (Instant at = LATE_MORNING.plus(STEP); !at.isAfter(MIDDAY); at = at.plus(STEP)) {
            Instant until = at;
            feed.playUntil(until);
            samples.awaitAny("sample of " + until, entry -> !sample(entry).at().isBefore(until.minusSeconds(120)));
        }
    }

    private static void check(Alert open) {
        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.ruleVersion()).isEqualTo("chips@2");
        assertThat(open.onsetAt()).isBetween(TIME_OF_CHANGE, MIDDAY);
    }

    private static boolean fellByLateMorning(SectorSample sample) {
        return !sample.at().isBefore(LATE_MORNING.minusSeconds(120))
                && sample.ruleVersion().equals("chips@1")
                && sample.drawdown().capWeightedReturn() < -0.1;
    }

    private static boolean isOfThree(SectorSample sample) {
        return sample.ruleVersion().equals("chips@2") && sample.memberCount() == THREE.size();
    }

    private static SectorRule rule(int version, List<String> members, double collapse, double crash) {
        SectorRule rule = SmallMarket.rule();
        Thresholds usual = rule.thresholds();
        Thresholds thresholds = new Thresholds(
                usual.watchReturn(),
                collapse,
                crash,
                usual.hysteresis(),
                usual.memberDrop(),
                usual.collapseBreadth(),
                usual.collapseExcess(),
                usual.coverageFloor(),
                usual.freshForSeconds(),
                usual.beta(),
                usual.resolveAfterSessions(),
                usual.recoveredShare(),
                usual.maxReleaseAgeSessions(),
                usual.minExposure(),
                usual.minHeat(),
                usual.worsenedStep(),
                usual.thinCoverage(),
                usual.thinPrints());
        return new SectorRule(
                rule.ruleId(),
                rule.sector(),
                rule.title(),
                version,
                rule.state(),
                rule.effectiveFrom(),
                rule.homeMic(),
                rule.benchmark(),
                members,
                thresholds,
                rule.estimation(),
                rule.exposure());
    }

    private static Alert alert(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new AlertCodec().read(entry.value());
        } catch (RejectedRecordException e) {
            throw new IllegalStateException("no alert at offset " + entry.offset(), e);
        }
    }

    private static SectorSample sample(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new SectorSampleCodec().read(entry.value());
        } catch (RejectedRecordException e) {
            throw new IllegalStateException("no sample at offset " + entry.offset(), e);
        }
    }
}
