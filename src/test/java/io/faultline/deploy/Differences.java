package io.faultline.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares what should be with what is, as texts. */
final class Differences {

    private Differences() {}

    /** One line per element of one side that the other lacks. */
    static List<String> between(Collection<String> needed, Collection<String> given) {
        List<String> lines = new ArrayList<>();
        needed.stream().filter(each -> !given.contains(each)).forEach(each -> lines.add("missing: " + each));
        given.stream().filter(each -> !needed.contains(each)).forEach(each -> lines.add("not needed: " + each));
        return lines;
    }
}
