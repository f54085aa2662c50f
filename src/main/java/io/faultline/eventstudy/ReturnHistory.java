package io.faultline.eventstudy;

import io.faultline.rules.EstimationWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The closes of a sector as far back as its estimation window reaches: all that is remembered to estimate from.
 *
 * <p>The model is computed anew from these few hundred returns, not kept up to date by adding the session that enters
 * the window and taking off the one that leaves it: it is needed once per session, the returns must be remembered
 * either way to know what leaves, nothing drifts over the years, and a corrected close or a rule with another window
 * needs no care of its own.
 *
 * @param returns one per session, oldest first; sessions in which the market or the sector was not known are missing
 */
public record ReturnHistory(List<DailyReturn> returns) {

    /** Of a sector that has not closed yet. */
    public static final ReturnHistory EMPTY = new ReturnHistory(List.of());

    public ReturnHistory {
        returns = List.copyOf(returns);
    }

    /**
     * With one more close. A close of a session that is there already is a corrected one and replaces it. What neither
     * the newest session nor the one after it can need is forgotten.
     */
    public ReturnHistory with(DailyReturn close, EstimationWindow window) {
        List<DailyReturn> all = new ArrayList<>(returns);
        all.removeIf(each -> each.sessionIndex() == close.sessionIndex());
        all.add(close);
        all.sort(Comparator.comparingInt(DailyReturn::sessionIndex));
        int oldest = all.get(all.size() - 1).sessionIndex() - window.remembered();
        all.removeIf(each -> each.sessionIndex() < oldest);
        return new ReturnHistory(all);
    }

    /**
     * The model that a session is judged by. Neither the session itself nor the {@code gapSessions} before it take part;
     * so it is known when the session before has closed, and no later close changes it.
     *
     * @param sessionIndex ordinal of the session to be judged
     * @return empty while the window holds fewer than {@code minSessions} returns, or if they allow no estimate
     */
    public Optional<MarketModel> model(int sessionIndex, EstimationWindow window) {
        int end = sessionIndex - window.gapSessions();
        int start = end - window.sessions();
        List<DailyReturn> estimation = returns.stream()
                .filter(each -> each.sessionIndex() >= start && each.sessionIndex() < end)
                .toList();
        return estimation.size() < window.minSessions() ? Optional.empty() : MarketModel.fit(estimation);
    }
}
