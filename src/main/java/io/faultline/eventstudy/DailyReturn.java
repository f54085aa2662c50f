package io.faultline.eventstudy;

/**
 * What a sector and the rest of the market did in one session, close to close. Simple returns, fractions.
 *
 * @param sessionIndex ordinal of the session in the calendar of the sector's home market
 * @param sectorReturn cap-weighted return of the sector, r_s
 * @param marketExSectorReturn return of the market without the sector, r_ex
 */
public record DailyReturn(int sessionIndex, double sectorReturn, double marketExSectorReturn) {}
