package io.faultline.stream;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.news.HeadlineAction;
import io.faultline.shock.Signal;
import java.nio.charset.StandardCharsets;

/** The doors of the feeds. */
public final class Intakes {

    private Intakes() {}

    /** Ticks; heartbeats end here. */
    public static IntakeFunction<InboundTick, SymbolInput> ticks() {
        return new IntakeFunction<>("ticks", SymbolInput.class, Intakes::accept, InboundTick::rejected);
    }

    /** Headlines; heartbeats end here. */
    public static IntakeFunction<InboundHeadline, InboundHeadline> headlines() {
        return new IntakeFunction<>(
                "headlines",
                InboundHeadline.class,
                inbound -> inbound.headline().action() == HeadlineAction.HEARTBEAT ? null : inbound,
                InboundHeadline::rejected);
    }

    /** Listings. */
    public static IntakeFunction<InboundListing, SymbolInput> listings() {
        return new IntakeFunction<>(
                "listings", SymbolInput.class, inbound -> SymbolInput.of(inbound.listing()), InboundListing::rejected);
    }

    /** Rules and their removals. */
    public static IntakeFunction<InboundRule, ReferenceUpdate> rules() {
        return new IntakeFunction<>("rules", ReferenceUpdate.class, ReferenceUpdate::of, InboundRule::rejected);
    }

    /** Calendar days and their removals. */
    public static IntakeFunction<InboundCalendar, ReferenceUpdate> calendars() {
        return new IntakeFunction<>("calendars", ReferenceUpdate.class, ReferenceUpdate::of, InboundCalendar::rejected);
    }

    /** Signals that CEP refused since event time had passed them. */
    public static IntakeFunction<Signal, DeadLetter> lateSignals() {
        return new IntakeFunction<>("late-signals", DeadLetter.class, Intakes::letter, signal -> null);
    }

    private static SymbolInput accept(InboundTick inbound) {
        Tick tick = inbound.tick();
        return tick.action() == TickAction.HEARTBEAT ? null : SymbolInput.of(tick);
    }

    private static DeadLetter letter(Signal signal) {
        byte[] key = signal.ruleId().getBytes(StandardCharsets.UTF_8);
        String reason = signal.kind() + " of " + signal.sector() + " came behind the watermark";
        return new DeadLetter("signals", -1, -1, signal.at(), key, null, "cep", "LATE_SIGNAL", reason);
    }
}
