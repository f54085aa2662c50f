package io.faultline.rules;

import io.faultline.market.TradingCalendars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what is wrong with a rule before it goes live. */
public final class RuleValidation {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final TradingCalendars VENUES = TradingCalendars.shipped();
    /** It begins the text of every alert: no line break, escape or bidi mark. */
    private static final Pattern TITLE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");

    private static final Pattern LISTING_KEY = Pattern.compile("[^@|\\s\\p{C}\\p{Z}]{1,32}@[A-Z0-9]{4}");

    private RuleValidation() {}

    /** Problems in words for the rule's author, in the order of the fields; empty if the rule can go live. */
    public static List<String> problems(SectorRule rule) {
        List<String> problems = new ArrayList<>();
        check(problems, ID, rule.ruleId(), "ruleId", "lower-case letters, digits and hyphens, at most 64");
        check(problems, ID, rule.sector(), "sector", "lower-case letters, digits and hyphens, at most 64");
        if (rule.title() != null && !TITLE.matcher(rule.title()).matches()) {
            problems.add("title holds control or format characters");
        }
        if (rule.version() < 1) {
            problems.add("version " + rule.version() + " is below 1");
        }
        if (rule.state() == null) {
            problems.add("state is missing");
        }
        if (rule.homeMic() == null || !VENUES.knows(rule.homeMic())) {
            problems.add("homeMic '" + rule.homeMic() + "' is no venue with a calendar here");
        }
        check(problems, LISTING_KEY, rule.benchmark(), "benchmark", "symbol@mic");
        checkMembers(problems, rule);
        if (rule.thresholds() == null) {
            problems.add("thresholds are missing");
        } else {
            problems.addAll(ThresholdValidation.problems(rule.thresholds()));
        }
        if (rule.estimation() == null) {
            problems.add("estimation is missing");
        } else {
            problems.addAll(EstimationValidation.problems(rule.estimation()));
        }
        checkExposure(problems, rule.exposure());
        return problems;
    }

    private static void checkMembers(List<String> problems, SectorRule rule) {
        if (rule.members() == null || rule.members().isEmpty()) {
            problems.add("members are missing");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String member : rule.members()) {
            check(problems, LISTING_KEY, member, "member", "symbol@mic");
            if (!seen.add(member)) {
                problems.add("member " + member + " appears twice");
            }
        }
        if (seen.contains(rule.benchmark())) {
            problems.add("benchmark " + rule.benchmark() + " is a member of its own sector");
        }
    }

    private static void checkExposure(List<String> problems, ExposureTerms exposure) {
        if (exposure == null || exposure.terms() == null) {
            problems.add("exposure is missing");
            return;
        }
        if (!(exposure.aiSensitivity() >= 0 && exposure.aiSensitivity() <= 1)) {
            problems.add("exposure.aiSensitivity " + exposure.aiSensitivity() + " is not between 0 and 1");
        }
        if (exposure.terms().stream().anyMatch(term -> term == null || term.isBlank())) {
            problems.add("exposure.terms holds an empty term");
        }
        if (exposure.peerTerms().stream().anyMatch(term -> term == null || term.isBlank())) {
            problems.add("exposure.peerTerms holds an empty term");
        }
    }

    private static void check(List<String> problems, Pattern pattern, String value, String name, String needed) {
        if (value == null || !pattern.matcher(value).matches()) {
            problems.add(name + " '" + value + "' is not " + needed);
        }
    }
}
