package io.faultline.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void controlSequencesAndBidiCharactersAreRemoved() {
        assertThat(TerminalText.clean(" a\u001b[2J\r\nb\u202ec\u2028d\u0000\uD800 "))
                .isEqualTo("a bc d");
        assertThat(TerminalText.clean("a\u001b]0;title\u0007b\u001b]8;;http://x\u001b\\c\u001b]no end"))
                .isEqualTo("abc ]no end");
    }

    @Test
    void chineseTakesTwoColumnsAndMarksTakeNone() {
        assertThat(TerminalText.width("ab中文")).isEqualTo(6);
        assertThat(TerminalText.width("e\u0301")).isEqualTo(1);
        assertThat(TerminalText.width("\uD83D\uDE00")).isEqualTo(2);
    }

    @Test
    void aLongTextIsCutToItsColumns() {
        assertThat(TerminalText.fit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TerminalText.fit("abcdefg", 6)).isEqualTo("abc...");
        assertThat(TerminalText.fit("中文中文", 6)).isEqualTo("中...");
    }

    @Test
    void wrappingKeepsWordsWholeWhereTheyFit() {
        assertThat(TerminalText.wrap("one two three", 7)).isEqualTo(List.of("one two", "three"));
        assertThat(TerminalText.wrap("unbreakable", 6)).isEqualTo(List.of("unb..."));
        assertThat(TerminalText.wrap("", 6)).isEmpty();
    }
}
