package io.faultline.stream;

import io.faultline.eventstudy.DailyReturn;
import io.faultline.eventstudy.ReturnHistory;
import io.faultline.market.MarketSensitivity;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.shock.SectorClose;
import io.faultline.shock.SectorStatus;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * What is remembered of one sector, the current key: the latest move of each listing, the running session, the last
 * close, and the daily returns that its beta is estimated from. All bounded by members and estimation window.
 */
final class SectorStates {

    private final MapState<String, MemberMove> moves;
    private final ValueState<SectorStatus> status;
    private final ValueState<SectorClose> lastClose;
    private final ValueState<ReturnHistory> returns;
    private final ValueState<Integer> closesSinceRemoval;
    private final Map<String, Estimate> estimates = new HashMap<>();

    /** Estimated once per session, not with every look at the sector. */
    private record Estimate(String ruleVersion, int sessionIndex, MarketSensitivity sensitivity) {}

    SectorStates(RuntimeContext context) {
        moves = context.getMapState(new MapStateDescriptor<>("moves", String.class, MemberMove.class));
        status = context.getState(new ValueStateDescriptor<>("status", SectorStatus.class));
        lastClose = context.getState(new ValueStateDescriptor<>("last-close", SectorClose.class));
        returns = context.getState(new ValueStateDescriptor<>("returns", ReturnHistory.class));
        closesSinceRemoval = context.getState(new ValueStateDescriptor<>("closes-since-removal", Integer.class));
    }

    /** Latest move of each listing, by its key. */
    Map<String, MemberMove> latest() throws Exception {
        Map<String, MemberMove> latest = new HashMap<>();
        for (Map.Entry<String, MemberMove> entry : moves.entries()) {
            latest.put(entry.getKey(), entry.getValue());
        }
        return latest;
    }

    /** Whether this is the reference close that stands for the listing already. */
    boolean knows(MemberMove move) throws Exception {
        return move.kind() == MoveKind.REFERENCE && move.equals(moves.get(move.listingKey()));
    }

    /** A close told again stays behind a print of the session after it. */
    void remember(List<MemberMove> news) throws Exception {
        for (MemberMove move : news) {
            MemberMove known = moves.get(move.listingKey());
            boolean overtaken = move.kind() == MoveKind.CLOSE
                    && known != null
                    && known.tradeDate().compareTo(move.tradeDate()) > 0;
            if (!overtaken) {
                moves.put(move.listingKey(), move);
            }
        }
    }

    /** The session last looked at; null before the first. */
    SectorStatus status() throws Exception {
        return status.value();
    }

    /** The status in a session, a fresh one if it has not been looked at. */
    SectorStatus statusIn(TradingSession session) throws Exception {
        SectorStatus known = status.value();
        boolean sameSession = known != null && known.sessionDate().equals(session.date());
        return sameSession ? known : SectorStatus.fresh(session.date(), Long.MIN_VALUE);
    }

    void update(SectorStatus changed) throws Exception {
        status.update(changed);
    }

    /** The level starts anew with each session; listings that left the sector are forgotten. */
    void start(TradingSession next, SectorRule rule, long now) throws Exception {
        status.update(SectorStatus.fresh(next.date(), now));
        Iterator<String> keys = moves.keys().iterator();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!rule.members().contains(key) && !rule.benchmark().equals(key)) {
                keys.remove();
            }
        }
    }

    /**
     * A close has been told of a sector whose rule is removed or not. The closes of a removed one go on until its
     * incidents have resolved and its news is too old to count; then all of it is forgotten.
     *
     * @return whether it is
     */
    boolean retired(SectorRule rule, boolean removed) throws Exception {
        if (!removed) {
            closesSinceRemoval.clear();
            return false;
        }
        Integer before = closesSinceRemoval.value();
        int closes = before == null ? 1 : before + 1;
        int needed = Math.max(
                rule.thresholds().resolveAfterSessions(), rule.thresholds().maxReleaseAgeSessions());
        if (closes <= needed) {
            closesSinceRemoval.update(closes);
            return false;
        }
        moves.clear();
        status.clear();
        lastClose.clear();
        returns.clear();
        closesSinceRemoval.clear();
        estimates.remove(rule.ruleId());
        return true;
    }

    /** The last finished session; null before the first close. */
    SectorClose lastClose() throws Exception {
        return lastClose.value();
    }

    void update(SectorClose changed) throws Exception {
        lastClose.update(changed);
    }

    /** What the sector is judged by in a session: estimated from its closes, or the rule's default beta. */
    MarketSensitivity sensitivity(SectorRule rule, TradingSession session) throws Exception {
        Estimate known = estimates.get(rule.ruleId());
        if (known == null
                || !known.ruleVersion().equals(rule.ruleVersion())
                || known.sessionIndex() != session.index()) {
            known = new Estimate(rule.ruleVersion(), session.index(), estimated(rule, session));
            estimates.put(rule.ruleId(), known);
        }
        return known.sensitivity();
    }

    private MarketSensitivity estimated(SectorRule rule, TradingSession session) throws Exception {
        return history()
                .model(session.index(), rule.estimation())
                .map(model -> new MarketSensitivity(model.beta(), model.residualSigma(), model.sessions()))
                .orElseGet(() -> MarketSensitivity.byDefault(rule.thresholds().beta()));
    }

    /** A close, told first or corrected, is one more return to estimate from, unless most members were silent at it. */
    void learn(SectorRule rule, TradingSession closed, SectorDrawdown drawdown) throws Exception {
        Double market = drawdown.figures().marketExSectorReturn();
        boolean covered = drawdown.figures().coverage() >= rule.thresholds().coverageFloor();
        if (market != null && covered) {
            DailyReturn close =
                    new DailyReturn(closed.index(), drawdown.figures().capWeightedReturn(), market);
            returns.update(history().with(close, rule.estimation()));
            estimates.remove(rule.ruleId());
        }
    }

    private ReturnHistory history() throws Exception {
        ReturnHistory known = returns.value();
        return known == null ? ReturnHistory.EMPTY : known;
    }
}
