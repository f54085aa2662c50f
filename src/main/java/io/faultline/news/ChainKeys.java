package io.faultline.news;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Keys of all chains of stories that there can be: vendors of the lexicon and rival causes. */
public final class ChainKeys {

    private ChainKeys() {}

    /**
     * All keys of the shipped lexicon with further tables; about 150, since a vendor that it does not know has no chain.
     *
     * @throws LexiconException with file and line, if a table is malformed
     */
    public static NavigableSet<String> with(List<LexiconTable> further) {
        NavigableSet<String> keys = new TreeSet<>();
        Lexicon.with(further).stream()
                .map(Term::vendor)
                .filter(vendor -> !vendor.isEmpty())
                .forEach(keys::add);
        for (RivalCause cause : RivalCause.values()) {
            keys.add("rival/" + cause);
        }
        return Collections.unmodifiableNavigableSet(keys);
    }
}
