package io.faultline.app.console;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.TradingDay;
import io.faultline.news.HeadlineKind;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.ConfidenceParts;
import io.faultline.shock.Cumulative;
import io.faultline.shock.Evidence;
import io.faultline.shock.Leg;
import io.faultline.shock.RunMode;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Verdict;
import java.time.Instant;
import java.util.List;

/** Revisions of the model case. */
final class AlertExamples {

    static final TradingDay MONDAY = TradingDay.parse("2025-01-27");
    static final TradingDay WEDNESDAY = TradingDay.parse("2025-01-29");
    private static final Instant ONSET = Instant.parse("2025-01-27T14:30:04Z");

    private AlertExamples() {}

    static Alert opening() {
        return revision(1, AlertState.OPEN, AlertStage.OPEN, MONDAY, ONSET, figures(-0.123, -0.131, -0.7e12));
    }

    static Alert closing() {
        return revision(
                2,
                AlertState.UPDATE,
                AlertStage.CLOSE,
                MONDAY,
                Instant.parse("2025-01-27T21:00:00Z"),
                figures(-0.164, -0.189, -1.1e12));
    }

    static Alert resolving() {
        return revision(
                3,
                AlertState.RESOLVE,
                AlertStage.AFTERMATH,
                WEDNESDAY,
                Instant.parse("2025-01-29T21:00:00Z"),
                figures(-0.031, -0.02, -0.2e12));
    }

    static Alert retracting() {
        return revision(
                2,
                AlertState.RETRACT,
                AlertStage.OPEN,
                MONDAY,
                Instant.parse("2025-01-27T14:40:00Z"),
                figures(-0.011, -0.013, -0.05e12));
    }

    static DrawdownFigures figures(double capWeighted, double equalWeighted, double usd) {
        return new DrawdownFigures(
                capWeighted,
                equalWeighted,
                equalWeighted + 0.0141,
                -0.18,
                null,
                -0.0141,
                0.012,
                1.0,
                1.0,
                0.98,
                usd,
                1.0,
                null,
                0);
    }

    private static Alert revision(
            int number, AlertState state, AlertStage stage, TradingDay session, Instant at, DrawdownFigures figures) {
        return new Alert(
                1,
                "9f2c4e1a5b6d7089a1b2c3d4e5f60718",
                number,
                state,
                stage,
                RunMode.REPLAY,
                "ai-infrastructure",
                MONDAY,
                session,
                "ai-infrastructure@4",
                ShockLevel.CRASH,
                Verdict.AI_LINKED,
                Basis.PRECEDING,
                0.91,
                new ConfidenceParts(0.9, 1.0, 0.6, 1.0, 0.0),
                figures,
                members(),
                evidence(),
                List.of(),
                List.of(
                        new Leg(MONDAY, ONSET, -0.164, -1.1e12, Verdict.AI_LINKED, Basis.PRECEDING, 0.91),
                        new Leg(
                                WEDNESDAY,
                                Instant.parse("2025-01-29T15:00:00Z"),
                                -0.051,
                                -0.3e12,
                                Verdict.UNEXPLAINED,
                                null,
                                0.0)),
                new Cumulative(-0.141, -0.95e12),
                ONSET,
                at,
                at,
                "AI infrastructure fell 16.4 % in one session, consistent with news of deepseek/r1 that reached the sector"
                        + " before the onset. Coverage is 98 %.");
    }

    private static List<MemberDrawdown> members() {
        return List.of(
                new MemberDrawdown("NVDA", 142.62, 118.42, -0.16968, -592.658e9, true, false),
                new MemberDrawdown("AVGO", 244.70, 202.13, -0.17397, -199.541e9, true, false),
                new MemberDrawdown("TSM", 221.87, 192.31, -0.13323, -153.3e9, true, false),
                new MemberDrawdown("ORCL", 183.60, 158.31, -0.13775, -70.9e9, true, false),
                new MemberDrawdown("GEV", 427.60, 337.50, -0.2107, -24.9e9, false, false),
                new MemberDrawdown("VST", 189.60, 136.10, -0.2822, -18.2e9, true, false));
    }

    private static List<Evidence> evidence() {
        return List.of(
                new Evidence(
                        "h1",
                        "DeepSeek publishes R1, a reasoning model with open weights",
                        HeadlineKind.RELEASE,
                        "deepseek/r1",
                        Instant.parse("2025-01-20T16:00:00Z"),
                        5,
                        1.0,
                        0.4),
                new Evidence(
                        "h2",
                        "美国苹果应用商店免费榜：\u001b[31mDeepSeek\u202e 超过其他聊天助手，升至第一名，市场开始重新评估算力需求与资本开支的前景",
                        HeadlineKind.AMPLIFIER,
                        "deepseek/r1",
                        Instant.parse("2025-01-26T18:00:00Z"),
                        1,
                        0.9,
                        0.3));
    }
}
