package io.faultline.news;

import static io.faultline.news.TermCategory.BENCHMARK;
import static io.faultline.news.TermCategory.DENIAL;
import static io.faultline.news.TermCategory.FUTURE;
import static io.faultline.news.TermCategory.HOW_TO;
import static io.faultline.news.TermCategory.INTEGRATION;
import static io.faultline.news.TermCategory.LEGAL;
import static io.faultline.news.TermCategory.MODEL_NOUN;
import static io.faultline.news.TermCategory.MODEL_WORD;
import static io.faultline.news.TermCategory.OTHER_SENSE;
import static io.faultline.news.TermCategory.OUTAGE;
import static io.faultline.news.TermCategory.PEOPLE;
import static io.faultline.news.TermCategory.PRICE;
import static io.faultline.news.TermCategory.PRODUCT_NOUN;
import static io.faultline.news.TermCategory.RELEASE_VERB;

import java.util.List;
import java.util.regex.Pattern;

/** Decides whether a title reports that a model or a product is out. Each rule gives null if it does not apply. */
final class ReleaseRules {

    private static final Pattern UNKNOWN_NAME = Pattern.compile("[^:]{2,40}(?:: | - | / | is an? |, an? ).{3,}");
    private static final Pattern NEUTRAL_HEAD =
            Pattern.compile("[ \\p{Punct}\\p{IsPunctuation}|]*(?:刚刚|重磅|突发|快讯|最新|官宣|正式|宣布|如何看待|如何评价|show hn)?"
                    + "[ \\p{Punct}\\p{IsPunctuation}|]*");

    private ReleaseRules() {}

    /** RELEASE or PRODUCT, or null. */
    static Classification decide(TitleReading title, List<Subject> named, List<NamedModel> models) {
        String veto = veto(title, named);
        if (!veto.isEmpty()) {
            return null;
        }
        Subject subject = Subject.first(named);
        if (NoNews.in(title)) {
            return null;
        }
        if (title.has(RELEASE_VERB) && !title.text().startsWith("how ")) {
            Classification byVerb = subject == null ? unknownMaker(title) : byVerb(title, named, subject);
            if (byVerb != null) {
                return byVerb;
            }
        }
        NamedModel bare = BareNameRule.announced(title, models);
        if (bare != null) {
            return release(bare.vendor(), bare.id(), 0.8, "bare name " + bare.id());
        }
        return named.isEmpty() ? unknownName(title) : null;
    }

    /** The word that keeps a title from being a release; empty if none does. */
    static String veto(TitleReading title, List<Subject> named) {
        Hit veto = vetoHit(title, named);
        return veto == null ? "" : veto.term().text();
    }

    /** Of what kind that word is; empty if there is none. */
    static String vetoCategory(TitleReading title, List<Subject> named) {
        Hit veto = vetoHit(title, named);
        return veto == null ? "" : veto.term().category().name();
    }

    private static Hit vetoHit(TitleReading title, List<Subject> named) {
        Hit plan = plan(title, named);
        if (plan != null) {
            return plan;
        }
        MainClause clause = MainClause.of(title, named);
        for (TermCategory category : List.of(DENIAL, INTEGRATION, PRICE, OUTAGE, LEGAL, PEOPLE, OTHER_SENSE)) {
            for (Hit hit : title.all(category)) {
                if (hit.start() < clause.end(category) && !isBeside(title, hit) && !isBesideModel(title, hit)) {
                    return hit;
                }
            }
        }
        return null;
    }

    /**
     * "A car maker puts out a language model", "... a language model, for phones": the thing is not what is put out. Nor is
     * part of a name.
     */
    private static boolean isBesideModel(TitleReading title, Hit thing) {
        Hit verb = title.mainVerb();
        if (title.all(TermCategory.MODEL).stream().anyMatch(thing::within)) {
            return true;
        }
        if (!thing.term().tagged("thing") || verb == null || !verb.term().tagged("hard")) {
            return false;
        }
        String text = title.text();
        return title.all(MODEL_NOUN).stream()
                .filter(noun -> noun.start() >= verb.end() && !MainClause.parts(text, verb.end(), noun.start()))
                .anyMatch(noun -> thing.end() <= verb.start()
                        || (thing.start() >= noun.end() && MainClause.leaves(text, noun.end(), thing.start())));
    }

    /** Whether a word is said of what came before the release, as in "After delays, X releases ...". */
    private static boolean isBeside(TitleReading title, Hit hit) {
        return hit.start() < title.opening() && title.has(RELEASE_VERB);
    }

    /** A plan counts in front of the verb or around it, else it is about something further; null if there is none. */
    static Hit plan(TitleReading title, List<Subject> named) {
        Hit verb = title.mainVerb();
        int said = MainClause.of(title, named).end(FUTURE);
        for (Hit hit : title.all(FUTURE)) {
            boolean plans =
                    verb == null || hit.start() <= verb.start() || (hit.term().tagged("behind") && hit.start() < said);
            if (plans && !endsBody(title.text(), hit.start()) && !isBeside(title, hit)) {
                return hit;
            }
        }
        return null;
    }

    /** The 会 of a body or an event, which also begins words for "will". */
    private static boolean endsBody(String text, int at) {
        return at > 0 && text.charAt(at) == '会' && "大协员学峰科商布年议委工".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static Classification byVerb(TitleReading title, List<Subject> named, Subject subject) {
        if (someoneElseActs(title, subject) || concernsAnothersModel(title, named, subject)) {
            return null;
        }
        boolean hard = title.hasTagged(RELEASE_VERB, "hard");
        NamedModel model = subject.model();
        String words = title.word(RELEASE_VERB);
        if (ClauseHead.isProduct(title, model == null ? List.of() : List.of(model))) {
            return hard && subject.lab() ? product(subject.vendor(), productId(model), words + " + product") : null;
        }
        if (model != null && model.product()) {
            return hard ? product(subject.vendor(), model.id(), words + " + " + model.id()) : null;
        }
        boolean noun = title.has(MODEL_NOUN) || title.has(MODEL_WORD);
        if (model != null && (model.definite() || (hard && (noun || !title.has(PRODUCT_NOUN))))) {
            boolean certain = hard || !title.hasAny(HOW_TO, BENCHMARK);
            double score = sameClause(title, model) ? 0.9 : 0.75;
            return certain ? release(subject.vendor(), model.id(), score, words + " + " + model.id()) : null;
        }
        if (hard && noun) {
            String id = model == null ? null : model.id();
            return release(subject.vendor(), id, 0.75, words + " + " + subject.vendor() + " + model");
        }
        if (hard && subject.lab() && title.has(PRODUCT_NOUN) && !title.has(HOW_TO)) {
            return product(subject.vendor(), null, words + " + " + title.word(PRODUCT_NOUN));
        }
        return null;
    }

    /** Whether nothing parts the model from the verb: Chinese titles string sentences of their own on commas. */
    private static boolean sameClause(TitleReading title, NamedModel model) {
        Hit verb = title.mainVerb();
        if (!ChineseScript.isHan(verb.term().text().charAt(0))) {
            return true;
        }
        int from = Math.min(verb.end(), model.end());
        int to = Math.max(verb.start(), model.start());
        return from >= to || !MainClause.parts(title.text(), from, to);
    }

    /** "A bank puts DeepSeek online": the verb has a subject, and it is not the maker. */
    private static boolean someoneElseActs(TitleReading title, Subject subject) {
        int verb = title.start(RELEASE_VERB);
        return verb < Math.min(subject.start(), MainClause.speaker(title, subject.vendor()))
                && !NEUTRAL_HEAD.matcher(title.text().substring(0, verb)).matches();
    }

    private static boolean concernsAnothersModel(TitleReading title, List<Subject> named, Subject subject) {
        return subject.model() == null
                && named.stream()
                        .anyMatch(other -> !other.vendor().equals(subject.vendor())
                                && (other.model() != null || isObject(title.mainVerb(), other)));
    }

    private static boolean isObject(Hit verb, Subject other) {
        return other.lab() && other.start() >= verb.end() && other.start() - verb.end() <= 1;
    }

    private static Classification unknownMaker(TitleReading title) {
        boolean said = title.hasTagged(RELEASE_VERB, "hard") && title.has(MODEL_NOUN);
        return said && !title.hasAny(PRODUCT_NOUN, HOW_TO, BENCHMARK) && !ClauseHead.isProduct(title, List.of())
                ? release(null, null, 0.5, title.word(RELEASE_VERB) + " + " + title.word(MODEL_NOUN))
                : null;
    }

    /** "Name: what it is", by shape alone. */
    static boolean isNameWithTagLine(TitleReading title) {
        return UNKNOWN_NAME.matcher(title.text()).matches();
    }

    private static Classification unknownName(TitleReading title) {
        boolean announced = title.has(MODEL_NOUN)
                // Several models are what a tool is made for, one is what is announced.
                && !title.word(MODEL_NOUN).endsWith("s")
                && title.start(MODEL_NOUN) > title.text().indexOf(' ')
                && isNameWithTagLine(title);
        return announced && !title.hasAny(PRODUCT_NOUN, HOW_TO, BENCHMARK)
                ? release(null, null, 0.4, "name and tag line + " + title.word(MODEL_NOUN))
                : null;
    }

    private static Classification release(String vendor, String model, double score, String reason) {
        return new Classification(HeadlineKind.RELEASE, vendor, model, null, score, reason);
    }

    private static String productId(NamedModel model) {
        return model != null && model.product() ? model.id() : null;
    }

    private static Classification product(String vendor, String model, String reason) {
        return new Classification(HeadlineKind.PRODUCT, vendor, model, null, 0.75, reason);
    }
}
