package io.faultline.stream;

/** Where the job reads. */
public record ShockSources(
        StreamInput<InboundTick> ticks,
        StreamInput<InboundHeadline> headlines,
        StreamInput<InboundListing> listings,
        StreamInput<InboundRule> rules,
        StreamInput<InboundCalendar> calendars) {}
