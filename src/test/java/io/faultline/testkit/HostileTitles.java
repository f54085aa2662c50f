package io.faultline.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Titles as somebody would send them who means harm, or whose feed is broken. */
public final class HostileTitles {

    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "amp;",
        "lt;",
        "&#",
        "x202e;",
        ";",
        "<b>",
        "</",
        "\u202E",
        "\u200B",
        "\u0301",
        "\uD83D",
        "\uD83D\uDE80",
        " ",
        "\t",
        "\u3000",
        "\u2028",
        "DeepSeek",
        "發布",
        "GPT-",
        "5.2",
        "-",
        ":",
        "\u0000",
        "…",
        "<a",
        "&amp;",
        "\n",
        "\r",
        "\u001b[2J",
        "\u0085",
        "a-",
        "1.",
        "\"",
        "\\"
    };

    private HostileTitles() {}

    /** Markup, invisible and control characters, half characters, names; and any text at all. */
    public static Arbitrary<String> any() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES);
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(60).map(list -> String.join("", list)),
                pieces.map(piece -> piece.repeat(700)),
                Arbitraries.strings().all().ofMaxLength(700));
    }
}
