package io.faultline.news;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words: vendors, models, and what headlines say about them. */
final class Lexicon {

    private static final List<String> SCOPES = List.of("lab", "company", "ambiguous", "person");
    private static final List<String> NEEDS =
            List.of("plain", "version", "context", "context+version", "vendor", "vendor+version");
    private static final List<String> STRENGTHS = List.of("strong", "plain");
    private static final List<String> CAUSES = names(RivalCause.values());
    private static final List<String> CATEGORIES = names(TermCategory.values()).stream()
            .filter(name -> !Set.of("VENDOR", "PERSON", "MODEL", "RIVAL").contains(name))
            .toList();

    private final List<Term> terms = new ArrayList<>();
    private final Set<String> vendors = new HashSet<>();

    private Lexicon() {}

    /**
     * All terms of the shipped tables and of further ones, which add to them.
     *
     * @throws LexiconException with file and line, if a table is malformed
     */
    static List<Term> with(List<LexiconTable> further) {
        List<LexiconTable> all = new ArrayList<>();
        for (String name : LexiconTable.WORDS) {
            all.add(LexiconTable.shipped(name));
            further.stream().filter(table -> table.name().equals(name)).forEach(all::add);
        }
        Lexicon lexicon = new Lexicon();
        all.forEach(lexicon::add);
        return List.copyOf(lexicon.terms);
    }

    private void add(LexiconTable table) {
        switch (table.name()) {
            case "vendors.csv" -> table.rows(3).forEach(this::vendor);
            case "models.csv" -> table.rows(5).forEach(this::model);
            case "words.csv" -> table.rows(4).forEach(this::word);
            default -> table.rows(4).forEach(this::rival);
        }
    }

    private void vendor(LexiconTable.Row row) {
        String scope = row.oneOf(1, SCOPES);
        vendors.add(row.id(0));
        TermCategory category = scope.equals("person") ? TermCategory.PERSON : TermCategory.VENDOR;
        row.terms(2).forEach(text -> terms.add(new Term(category, text, scope, row.get(0), "", false)));
    }

    private void model(LexiconTable.Row row) {
        if (!vendors.contains(row.id(0))) {
            throw row.wrong("unknown vendor " + row.get(0) + ": name it in vendors.csv");
        }
        String id = row.idOfFamily(1);
        boolean product = row.oneOf(2, List.of("model", "product")).equals("product");
        String need = row.oneOf(3, NEEDS);
        row.terms(4).forEach(text -> terms.add(new Term(TermCategory.MODEL, text, need, row.get(0), id, product)));
    }

    private void word(LexiconTable.Row row) {
        TermCategory category = TermCategory.valueOf(row.oneOf(0, CATEGORIES));
        row.terms(3).forEach(text -> terms.add(Term.word(category, row.get(1), text)));
    }

    private void rival(LexiconTable.Row row) {
        String tag = row.oneOf(0, CAUSES) + "/" + row.oneOf(1, STRENGTHS);
        row.terms(3).forEach(text -> terms.add(Term.word(TermCategory.RIVAL, tag, text)));
    }

    private static List<String> names(Enum<?>[] values) {
        return java.util.Arrays.stream(values).map(Enum::name).toList();
    }
}
