package io.faultline.news;

import java.util.ArrayList;
import java.util.List;

/** The shipped words: vendors, models, and what headlines say about them. */
final class Lexicon {

    private Lexicon() {}

    /**
     * All terms of the shipped tables.
     *
     * @throws IllegalStateException if a table is malformed
     */
    static List<Term> shipped() {
        List<Term> terms = new ArrayList<>();
        for (List<String> row : LexiconFile.rows("vendors.csv", 3)) {
            for (String alias : LexiconFile.alternatives(row.get(2))) {
                terms.add(new Term(TermCategory.VENDOR, TitleText.fold(alias), row.get(1), row.get(0), "", false));
            }
        }
        for (List<String> row : LexiconFile.rows("models.csv", 5)) {
            boolean product = row.get(2).equals("product");
            for (String alias : LexiconFile.alternatives(row.get(4))) {
                String text = TitleText.fold(alias);
                terms.add(new Term(TermCategory.MODEL, text, row.get(3), row.get(0), row.get(1), product));
            }
        }
        for (List<String> row : LexiconFile.rows("words.csv", 4)) {
            TermCategory category = TermCategory.valueOf(row.get(0));
            LexiconFile.alternatives(row.get(3)).forEach(text -> terms.add(Term.word(category, row.get(1), text)));
        }
        for (List<String> row : LexiconFile.rows("rivals.csv", 4)) {
            String tag = RivalCause.valueOf(row.get(0)) + "/" + row.get(1);
            LexiconFile.alternatives(row.get(3)).forEach(text -> terms.add(Term.word(TermCategory.RIVAL, tag, text)));
        }
        return terms;
    }
}
