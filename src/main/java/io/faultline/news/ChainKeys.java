package io.faultline.news;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Keys of all chains of stories that there can be: vendors of the lexicon and rival causes. */
public final class ChainKeys {

    private ChainKeys() {}

    /**
     * All keys; some dozens, since a vendor that the lexicon does not know has no chain.
     *
     * @throws IllegalStateException if a table of the lexicon is malformed
     */
    public static NavigableSet<String> shipped() {
        NavigableSet<String> keys = new TreeSet<>();
        Lexicon.shipped().stream()
                .map(Term::vendor)
                .filter(vendor -> !vendor.isEmpty())
                .forEach(keys::add);
        for (RivalCause cause : RivalCause.values()) {
            keys.add("rival/" + cause);
        }
        return Collections.unmodifiableNavigableSet(keys);
    }
}
