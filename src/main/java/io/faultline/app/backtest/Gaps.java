package io.faultline.app.backtest;

import io.faultline.market.Listing;
import io.faultline.market.TradingDay;
import io.faultline.rules.SectorRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the rules ask for and the data do not hold. Listings are named {@code symbol@mic}.
 *
 * @param benchmarksUnlisted benchmarks without a listing, by rule id
 * @param membersUnlisted members without a listing, by rule id
 * @param benchmarksUnpriced listed benchmarks without a single price, by rule id
 * @param membersUnpriced listed members without a single price, by rule id
 * @param listingsUnpriced listings without a single price, whether a rule asks for them or not
 * @param listingsNotInForce listings whose records all begin after the last session with a price
 */
record Gaps(
        SortedMap<String, List<String>> benchmarksUnlisted,
        SortedMap<String, List<String>> membersUnlisted,
        SortedMap<String, List<String>> benchmarksUnpriced,
        SortedMap<String, List<String>> membersUnpriced,
        SortedSet<String> listingsUnpriced,
        SortedSet<String> listingsNotInForce) {

    /** So many names stand in a line of the text. */
    static final int NAMED = 10;

    /**
     * Compares.
     *
     * @param priced keys of the listings with a price
     * @param last last session with a price
     */
    static Gaps of(List<SectorRule> rules, List<Listing> listings, Set<String> priced, TradingDay last) {
        SortedSet<String> listed = keys(listings, listing -> true);
        SortedSet<String> notInForce = new TreeSet<>(listed);
        notInForce.removeAll(keys(listings, listing -> listing.asOf().compareTo(last) <= 0));
        Predicate<String> unpriced = key -> listed.contains(key) && !priced.contains(key);
        return new Gaps(
                byRule(rules, rule -> List.of(rule.benchmark()), key -> !listed.contains(key)),
                byRule(rules, SectorRule::members, key -> !listed.contains(key)),
                byRule(rules, rule -> List.of(rule.benchmark()), unpriced),
                byRule(rules, SectorRule::members, unpriced),
                listed.stream().filter(unpriced).collect(Collectors.toCollection(TreeSet::new)),
                notInForce);
    }

    /** Lines for people, with bounded lists; the rest is in summary.json. */
    List<String> notes(List<SectorRule> rules) {
        List<String> notes = new ArrayList<>();
        for (SectorRule rule : rules) {
            String id = rule.ruleId();
            benchmarksUnlisted
                    .getOrDefault(id, List.of())
                    .forEach(key -> notes.add(id + ": no listing of its benchmark " + key + ", so nothing opens"));
            benchmarksUnpriced
                    .getOrDefault(id, List.of())
                    .forEach(key -> notes.add(id + ": no price of its benchmark " + key + ", so nothing opens"));
            members(notes, rule, "no listing", membersUnlisted);
            members(notes, rule, "no price", membersUnpriced);
        }
        if (!listingsUnpriced.isEmpty()) {
            notes.add("no price of " + listingsUnpriced.size() + " listings: " + named(listingsUnpriced));
        }
        if (!listingsNotInForce.isEmpty()) {
            notes.add("not in force until after the last session, " + listingsNotInForce.size() + " listings: "
                    + named(listingsNotInForce));
        }
        return notes;
    }

    /** The first names, and how many more there are. */
    static String named(Iterable<String> all) {
        List<String> names = new ArrayList<>();
        all.forEach(names::add);
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static void members(
            List<String> notes, SectorRule rule, String lack, SortedMap<String, List<String>> lacking) {
        List<String> members = lacking.getOrDefault(rule.ruleId(), List.of());
        if (!members.isEmpty()) {
            notes.add(rule.ruleId() + ": " + lack + " of " + members.size() + " of "
                    + rule.members().size() + " members: " + named(members));
        }
    }

    private static SortedSet<String> keys(List<Listing> listings, Predicate<Listing> wanted) {
        return listings.stream().filter(wanted).map(Listing::listingKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, List<String>> byRule(
            List<SectorRule> rules, Function<SectorRule, List<String>> asked, Predicate<String> lacking) {
        SortedMap<String, List<String>> byRule = new TreeMap<>();
        for (SectorRule rule : rules) {
            List<String> keys = asked.apply(rule).stream().filter(lacking).toList();
            if (!keys.isEmpty()) {
                byRule.put(rule.ruleId(), keys);
            }
        }
        return byRule;
    }
}
