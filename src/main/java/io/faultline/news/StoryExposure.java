package io.faultline.news;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How far a story touches a sector. Named in the causing title: 1.0; a ticker attached by a source: 0.9; named in
 * another title of the transition: 0.8; a peer of the sector named in the causing title: {@value #PEER_NAMED}; never less
 * than for a story that names neither: the sector's AI sensitivity, or for rival causes that reach the whole market
 * {@value #MACRO} (macro) and {@value #MARKET_WIDE} (policy, geopolitics). Other companies' earnings touch no sector that
 * they do not name, and a recap none whose kind it does not name: it explains somebody else's fall, or the whole market's,
 * which a sector's incident is measured against.
 */
public final class StoryExposure {

    static final double MACRO = 0.5;
    static final double MARKET_WIDE = 0.4;

    static final double PEER_NAMED = 0.5;

    private static final double NAMED_IN_CAUSE = 1.0;
    private static final double TICKER_ATTACHED = 0.9;
    private static final double NAMED_ELSEWHERE = 0.8;

    private static final String VENUE = "(?:NYSE|NASDAQ|AMEX|LSE|HKEX|TSE|TYO|SSE|SZSE|EURONEXT|XETRA|TSX|KRX)";

    /** Chinese stands beside a ticker without a gap. */
    private static final String NO_LETTER_BEFORE = "(?<![A-Za-z0-9])";

    private static final String NO_LETTER_AFTER = "(?![A-Za-z0-9])";

    /** As sources write them: {@code $NVDA}, {@code NASDAQ:NVDA}, {@code NVDA@XNAS}. */
    private static final Pattern AROUND_TICKER = Pattern.compile("^.*[:$]\\s*|@.*$");

    /** Shorter tickers are words too (NOW, NET, ARM), those of digits numbers: a dollar sign, brackets or a venue make them tickers. */
    private static final int PLAIN_TICKER_LENGTH = 4;

    private static final ExposureScore UNTOUCHED = new ExposureScore(0.0, "does not name the sector");

    private StoryExposure() {}

    /**
     * Exposure of one sector.
     *
     * @param transition the story's news
     * @param sectorTerms names of the sector, its members and themes, any language
     * @param peerTerms names of the group of sectors that AI news moves together with it, any language
     * @param memberSymbols tickers, or listing keys {@code symbol@mic}
     * @param aiSensitivity how far any AI release concerns the sector without being named, 0 to 1
     */
    public static ExposureScore score(
            StoryTransition transition,
            List<String> sectorTerms,
            List<String> peerTerms,
            List<String> memberSymbols,
            double aiSensitivity) {
        return Stream.of(
                        unnamed(transition, aiSensitivity),
                        peer(transition, peerTerms),
                        named(transition, sectorTerms, memberSymbols))
                .max(Comparator.comparingDouble(ExposureScore::weight))
                .orElseThrow();
    }

    private static ExposureScore peer(StoryTransition transition, List<String> peerTerms) {
        boolean rival = transition.kind() == HeadlineKind.RIVAL;
        String word = rival ? null : mention(transition.cause().title(), peerTerms, List.of());
        return word == null ? UNTOUCHED : new ExposureScore(PEER_NAMED, "names its peers: " + word);
    }

    private static ExposureScore unnamed(StoryTransition transition, double aiSensitivity) {
        if (transition.kind() == HeadlineKind.RECAP) {
            return UNTOUCHED;
        }
        if (transition.kind() != HeadlineKind.RIVAL) {
            // Talk of a maker at large, without a release by name, moves nobody whom it does not name.
            double weight = transition.namesModel() ? Math.min(1.0, Math.max(0.0, aiSensitivity)) : 0.0;
            return new ExposureScore(weight, "AI news, sector not named");
        }
        return switch (transition.story()) {
            case "rival/MACRO" -> new ExposureScore(MACRO, "market-wide: MACRO");
            case "rival/POLICY" -> new ExposureScore(MARKET_WIDE, "market-wide: POLICY");
            case "rival/GEOPOLITICS" -> new ExposureScore(MARKET_WIDE, "market-wide: GEOPOLITICS");
            default -> UNTOUCHED;
        };
    }

    private static ExposureScore named(StoryTransition transition, List<String> terms, List<String> members) {
        List<String> symbols =
                members.stream().map(member -> member.split("@", 2)[0]).toList();
        for (int i = 0; i < transition.headlines().size(); i++) {
            String word = mention(transition.headlines().get(i).title(), terms, symbols);
            if (word != null && i == 0) {
                return new ExposureScore(NAMED_IN_CAUSE, "names " + word);
            }
            String attached = attached(transition, symbols);
            if (attached != null) {
                return new ExposureScore(TICKER_ATTACHED, "tagged " + attached);
            }
            // What older titles name is not what a recap explains.
            if (word != null && transition.kind() != HeadlineKind.RECAP) {
                return new ExposureScore(NAMED_ELSEWHERE, "story names " + word);
            }
        }
        return UNTOUCHED;
    }

    private static String attached(StoryTransition transition, List<String> symbols) {
        return symbols.stream()
                .filter(symbol -> transition.symbols().stream()
                        .map(attached -> AROUND_TICKER.matcher(attached.strip()).replaceAll(""))
                        .anyMatch(symbol::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }

    private static String mention(String title, List<String> terms, List<String> symbols) {
        String folded = spaced(title);
        for (String term : terms) {
            if (containsWord(folded, spaced(term))) {
                return term;
            }
        }
        return ticker(Normalizer.normalize(title, Normalizer.Form.NFKC), symbols);
    }

    /** A dash parts words as a space does. */
    private static String spaced(String text) {
        return TitleText.fold(text).replace('-', ' ');
    }

    private static String ticker(String title, List<String> symbols) {
        boolean shouted = title.equals(title.toUpperCase(Locale.ROOT))
                && title.codePoints().noneMatch(Character::isIdeographic);
        return symbols.stream()
                .filter(symbol -> isTicker(title, symbol, shouted))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTicker(String title, String symbol, boolean shouted) {
        if (!title.toUpperCase(Locale.ROOT).contains(symbol)) {
            return false;
        }
        String quoted = Pattern.quote(symbol);
        return Pattern.compile("\\$(?i:" + quoted + ")" + NO_LETTER_AFTER + "|\\((?:" + VENUE + ": ?)?" + quoted
                                + "\\)|" + NO_LETTER_BEFORE + VENUE + ": ?" + quoted + NO_LETTER_AFTER)
                        .matcher(title)
                        .find()
                || (symbol.length() >= PLAIN_TICKER_LENGTH
                        && symbol.chars().anyMatch(Character::isLetter)
                        && !shouted
                        && Pattern.compile(NO_LETTER_BEFORE + quoted + NO_LETTER_AFTER)
                                .matcher(title)
                                .find());
    }

    private static boolean containsWord(String text, String term) {
        if (term.isBlank()) {
            return false;
        }
        for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            int end = at + term.length();
            boolean starts =
                    at == 0 || !TermMatcher.isWord(text.charAt(at)) || !TermMatcher.isWord(text.charAt(at - 1));
            boolean ends = end == text.length()
                    || !TermMatcher.isWord(text.charAt(end))
                    || !TermMatcher.isWord(text.charAt(end - 1));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }
}
