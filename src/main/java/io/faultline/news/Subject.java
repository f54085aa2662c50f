package io.faultline.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The AI maker that a title is about.
 *
 * @param vendor its id
 * @param lab whether the name alone makes the title one about AI
 * @param model model or product of it that the title names; null if none
 * @param start where it is first named
 * @param end index behind that name
 */
record Subject(String vendor, boolean lab, NamedModel model, int start, int end) {

    /** Everybody the title names, first to last; those it is only compared with are left out. */
    static List<Subject> in(TitleReading title, List<NamedModel> models) {
        List<Subject> named = new ArrayList<>();
        for (NamedModel model : models) {
            named.add(new Subject(model.vendor(), true, model, model.start(), model.end()));
        }
        Set<String> known = models.stream().map(NamedModel::vendor).collect(Collectors.toSet());
        for (Hit hit : title.all(TermCategory.VENDOR)) {
            String vendor = hit.term().vendor();
            if (hit.term().tagged("ambiguous") && !known.contains(vendor) && !title.has(TermCategory.AI_WORD)) {
                continue;
            }
            named.add(new Subject(vendor, !hit.term().tagged("company"), null, hit.start(), hit.end()));
        }
        named.sort(Comparator.comparingInt(Subject::start));
        return NamesLeftOut.from(title, named);
    }

    /** The first of them, with the first model of its maker. */
    static Subject first(List<Subject> named) {
        return named.isEmpty() ? null : named.get(0).completed(named);
    }

    /** The first lab or model at or after an index, else the first anywhere; null if only companies are named. */
    static Subject firstLab(List<Subject> named, int from) {
        Subject found = null;
        for (Subject subject : named) {
            if (subject.lab && (found == null || (found.start < from && subject.start >= from))) {
                found = subject;
            }
        }
        return found == null ? null : found.completed(named);
    }

    /** With the first model of the same maker, one named for sure rather than a family. */
    private Subject completed(List<Subject> named) {
        Subject chosen = this;
        for (Subject other : named) {
            boolean better =
                    chosen.model == null || (!chosen.model.definite() && other.model != null && other.model.definite());
            if (other.model != null && other.vendor.equals(vendor) && better) {
                chosen = new Subject(vendor, true, other.model, start, end);
            }
        }
        return chosen;
    }
}
