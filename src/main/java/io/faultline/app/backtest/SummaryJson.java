package io.faultline.app.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.app.backtest.Scorecard.Hit;
import io.faultline.io.dataset.Label;
import io.faultline.shock.SectorSample;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A back-test's result for machines; docs/backtest.md tells the fields. */
final class SummaryJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SummaryJson() {}

    static byte[] bytes(Result result) {
        try {
            return JSON.writeValueAsBytes(root(result));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of values is always written", e);
        }
    }

    private static ObjectNode root(Result result) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schemaVersion", 1);
        root.put("dataset", result.input().data().name());
        root.put("rules", result.input().rulesFrom());
        ArrayNode versions = root.putArray("ruleVersions");
        result.input().rules().forEach(rule -> versions.add(rule.ruleVersion()));
        Tally tally = result.tally();
        root.putObject("period")
                .put("from", tally.sessions().first().toString())
                .put("to", tally.sessions().last().toString())
                .put("sessions", tally.sessions().size());
        ObjectNode records = root.putObject("records")
                .put("ticks", tally.ticks())
                .put("headlines", tally.headlines())
                .put("listings", result.input().data().listings().size())
                .put("revisions", result.alerts().size());
        counts(records.putObject("unlisted"), tally.unlisted());
        counts(records.putObject("refused"), result.refused());
        gaps(root.putObject("gaps"), result.gaps());
        root.put("incidents", Opening.lastRevisions(result.alerts()).size());
        list(root, "openings", result.openings(), (opening, node) -> opening(opening, node, result));
        if (result.card() != null) {
            sectorDays(root.putObject("sectorDays"), result);
            verdicts(root.putObject("verdicts"), VerdictScore.of(result.card()), result);
        }
        return root;
    }

    private static void counts(ObjectNode node, Map<String, Integer> counts) {
        counts.forEach(node::put);
    }

    private static void gaps(ObjectNode node, Gaps gaps) {
        byRule(node.putObject("benchmarksWithoutListing"), gaps.benchmarksUnlisted());
        byRule(node.putObject("membersWithoutListing"), gaps.membersUnlisted());
        byRule(node.putObject("benchmarksWithoutPrice"), gaps.benchmarksUnpriced());
        byRule(node.putObject("membersWithoutPrice"), gaps.membersUnpriced());
        gaps.listingsUnpriced().forEach(node.putArray("listingsWithoutPrice")::add);
        gaps.listingsNotInForce().forEach(node.putArray("listingsNotInForce")::add);
    }

    private static void byRule(ObjectNode node, Map<String, List<String>> listings) {
        listings.forEach((rule, keys) -> keys.forEach(node.withArray(rule)::add));
    }

    private static void sectorDays(ObjectNode node, Result result) {
        Scorecard card = result.card();
        node.put("labelled", card.hits().size() + card.missed().size());
        node.put("told", result.openings().size());
        node.put("hits", card.hits().size());
        node.put("recall", card.recall());
        node.put("precision", card.precision());
        list(node, "missed", card.missed(), (label, each) -> label(label, each, result));
        list(node, "extra", card.extra(), (opening, each) -> opening(opening, each, result));
        list(node, "notJudged", card.notJudged(), (label, each) -> day(Scorecard.day(label), each));
    }

    private static void verdicts(ObjectNode node, VerdictScore score, Result result) {
        node.put("precision", score.precision());
        node.put("recall", score.recall());
        node.put("falseLinksPerYear", SummaryText.falsePerYear(score, result));
        list(node, "rightlyLinked", score.rightlyLinked(), SummaryJson::hit);
        list(node, "linkMissed", score.linkMissed(), SummaryJson::hit);
        list(node, "notFound", score.notFound(), (label, each) -> day(Scorecard.day(label), each));
        list(node, "falselyLinked", score.falselyLinked(), SummaryJson::hit);
        list(node, "extraLinked", score.extraLinked(), (opening, each) -> opening(opening, each, result));
        list(node, "rightlyOther", score.rightlyOther(), SummaryJson::hit);
        list(node, "notJudged", score.notJudged(), SummaryJson::hit);
    }

    private static void hit(Hit hit, ObjectNode node) {
        day(hit.opening().day(), node);
        node.put("label", hit.label().cause().name());
        told(hit.opening(), node);
    }

    private static void opening(Opening opening, ObjectNode node, Result result) {
        day(opening.day(), node);
        told(opening, node);
        close(result.closes().get(opening.day()), node);
    }

    private static void label(Label label, ObjectNode node, Result result) {
        day(Scorecard.day(label), node);
        node.put("label", label.cause().name());
        close(result.closes().get(Scorecard.day(label)), node);
    }

    private static void day(SectorDay day, ObjectNode node) {
        node.put("date", day.date().toString());
        node.put("sector", day.sector());
    }

    private static void told(Opening opening, ObjectNode node) {
        node.put("incidentId", opening.incidentId());
        node.put("onset", opening.onset());
        node.put("verdict", opening.verdict().name());
        if (opening.basis() != null) {
            node.put("basis", opening.basis().name());
        }
        node.put("confidence", opening.confidence());
    }

    private static void close(SectorSample close, ObjectNode node) {
        if (close != null) {
            node.put("capWeightedReturn", close.drawdown().capWeightedReturn());
            node.put("equalWeightedReturn", close.drawdown().equalWeightedReturn());
            node.put("breadth", close.drawdown().breadth());
            node.put("coverage", close.drawdown().coverage());
            node.put("marketReturn", close.drawdown().marketReturn());
            node.put("reason", close.reason());
        }
    }

    private static <T> void list(ObjectNode parent, String name, List<T> all, BiConsumer<T, ObjectNode> writer) {
        ArrayNode nodes = parent.putArray(name);
        all.forEach(each -> writer.accept(each, nodes.addObject()));
    }
}
