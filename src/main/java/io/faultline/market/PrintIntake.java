package io.faultline.market;

/** Takes prints, and what takes them back, into the running session. */
final class PrintIntake {

    private final Corroboration corroboration;

    PrintIntake(Corroboration corroboration) {
        this.corroboration = corroboration;
    }

    /**
     * What a record did.
     *
     * @param state state after it
     * @param refusal why it was not used, null if it was
     * @param dropped a print that no second one spoke for, null for none
     */
    record Taken(SymbolState state, Refusal refusal, Print dropped) {

        private static Taken with(SymbolState state, RecentPrints prints, Print held) {
            return new Taken(state.withRunning(state.running().withPrints(prints, held)), null, null);
        }

        private static Taken refused(SymbolState state, Refusal refusal) {
            return new Taken(state, refusal, null);
        }
    }

    /** A new print; one that is far from the price so far is held. */
    Taken print(SymbolState state, Tick tick, PrintRole role) {
        if (!role.maySetLast()) {
            return Taken.refused(state, Refusal.NOT_ELIGIBLE);
        }
        TradingSession session = state.session();
        if (tick.ts() < newestSeen(state.running()) || (session != null && tick.ts() < session.previousClose())) {
            return Taken.refused(state, Refusal.OUT_OF_SEQUENCE);
        }
        return judged(state, new Print(tick.tradeId(), tick.price(), tick.ts()), role);
    }

    /**
     * A print is taken back or corrected; one corrected into a print that may not set the last price is taken back. A
     * price far from the one it replaces and from the others is judged as a new print.
     */
    Taken withdrawal(SymbolState state, Tick tick) {
        RunningSession running = state.running();
        String tradeId = tick.origTradeId();
        PrintRole role = tick.action() == TickAction.CORRECT ? Eligibility.role(tick) : PrintRole.NOT_LAST;
        if (holds(running, tradeId)) {
            SymbolState without = state.withRunning(running.withPrints(running.prints(), null));
            return role.maySetLast()
                    ? judged(without, running.held().corrected(tick.tradeId(), tick.price()), role)
                    : new Taken(without, null, null);
        }
        if (!running.prints().holds(tradeId)) {
            return Taken.refused(state, Refusal.UNKNOWN_PRINT);
        }
        RecentPrints others = running.prints().without(tradeId);
        if (!role.maySetLast()) {
            return Taken.with(state, others, running.held());
        }
        Print original = running.prints().withId(tradeId);
        Print corrected = original.corrected(tick.tradeId(), tick.price());
        boolean near = role.isAuction()
                || corroboration.bearsOut(corrected, original)
                || corroboration.isNear(others, running.reference(), corrected);
        return near
                ? Taken.with(state, running.prints().corrected(tradeId, tick.tradeId(), tick.price()), running.held())
                : judged(state.withRunning(running.withPrints(others, running.held())), corrected, role);
    }

    /** Whether the print with this id is the one that waits. */
    static boolean holds(RunningSession running, String tradeId) {
        return running.held() != null
                && tradeId != null
                && tradeId.equals(running.held().tradeId());
    }

    private Taken judged(SymbolState state, Print print, PrintRole role) {
        RunningSession running = state.running();
        Corroboration.Outcome outcome =
                corroboration.judge(running.prints(), running.reference(), running.held(), print, role.isAuction());
        RecentPrints prints = running.prints();
        for (Print accepted : outcome.accepted()) {
            prints = prints.plus(accepted);
        }
        SymbolState after = state.withRunning(running.withPrints(prints, outcome.held()));
        return new Taken(after, null, outcome.dropped());
    }

    private static long newestSeen(RunningSession running) {
        Print last = running.prints().last();
        long accepted = last == null ? Long.MIN_VALUE : last.ts();
        return running.held() == null
                ? accepted
                : Math.max(accepted, running.held().ts());
    }
}
