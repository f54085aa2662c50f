package io.faultline.news;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names in a title that it is not about: what its subject is compared with ("X rivals OpenAI o1"), and makers that only
 * say who the subject is ("OpenAI rival X launches ...", "X, a rival of OpenAI, launches ...").
 */
final class NamesLeftOut {

    /** More than any of these expressions is long, in chars. */
    private static final int LONGEST = 16;

    private static final Pattern LINK = Pattern.compile("(?:'s|的|最大|主要|头号|biggest|main|[ -])*");

    /** "A home-made Sora", "Beyond GPT-4: ...": what stands in front of a name that somebody else is measured by. */
    private static final Pattern MEASURE =
            Pattern.compile("(?:western |国产|中国版|中国的|(?:^|[,!:;])(?:挑战|叫板|对标|超越|击败|媲美|比肩|反超|碾压))[“「\"']?$");

    /** "A steel works together with X puts out ...": the model is that of the one who is named first. */
    private static final Pattern PARTNER = Pattern.compile("(?:^|\\p{IsHan}{2})(?:联合|携手|联手|牵手)$");

    private NamesLeftOut() {}

    /** The names, first to last, without those. */
    static List<Subject> from(TitleReading title, List<Subject> named) {
        List<Subject> about = named.stream()
                .filter(subject -> !introducesAnother(title, subject))
                .filter(subject -> subject.start() > named.get(0).start() || !isPartner(title, subject))
                .toList();
        if (about.isEmpty()) {
            return about;
        }
        int first = about.get(0).end();
        for (Hit comparator : title.all(TermCategory.COMPARATOR)) {
            if (comparator.start() >= first) {
                int until = endOfAside(title, first, comparator);
                return about.stream()
                        .filter(subject -> subject.start() < comparator.start() || subject.start() >= until)
                        .toList();
            }
        }
        return about;
    }

    private static boolean isPartner(TitleReading title, Subject subject) {
        return subject.model() == null
                && endsWithAny(title, subject, "合手")
                && PARTNER.matcher(before(title, subject)).find();
    }

    /** Saves most names the search for an expression in front of them. */
    private static boolean endsWithAny(TitleReading title, Subject subject, String last) {
        return subject.start() > 0 && last.indexOf(title.text().charAt(subject.start() - 1)) >= 0;
    }

    /** Enough of the text in front of a name to see what it is to it. */
    private static String before(TitleReading title, Subject subject) {
        return title.text().substring(Math.max(0, subject.start() - LONGEST), subject.start());
    }

    private static boolean introducesAnother(TitleReading title, Subject subject) {
        if (endsWithAny(title, subject, " 产版的战板标越败美肩超压“「\"'")
                && MEASURE.matcher(before(title, subject)).find()) {
            return true;
        }
        if (title.all(TermCategory.COMPARATOR).stream().anyMatch(hit -> isRightBefore(hit, subject))) {
            return true;
        }
        return title.all(TermCategory.APPOSITION).stream()
                .anyMatch(link -> link.start() >= subject.end()
                        && link.start() - subject.end() <= LONGEST
                        && LINK.matcher(title.text().substring(subject.end(), link.start()))
                                .matches());
    }

    /** "Somebody unheard of overtakes X": not X is what it is about. */
    private static boolean isRightBefore(Hit comparator, Subject subject) {
        int gap = subject.start() - comparator.end();
        return comparator.term().tagged("over") && comparator.start() > 0 && gap >= 0 && gap <= 1;
    }

    /** Where a comparison ends: at the second of two commas around it if the verb follows, else nowhere. */
    private static int endOfAside(TitleReading title, int from, Hit comparator) {
        int opening = title.text().indexOf(',', from);
        int closing = title.text().indexOf(',', comparator.end());
        boolean aside = opening >= 0
                && opening < comparator.start()
                && closing >= 0
                && title.all(TermCategory.RELEASE_VERB).stream().anyMatch(verb -> verb.start() > closing);
        return aside ? closing : Integer.MAX_VALUE;
    }
}
