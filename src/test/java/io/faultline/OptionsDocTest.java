package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/configuration.md} to the code. Run with {@code -Dfaultline.docs.write=true} to write it anew. */
class OptionsDocTest {

    @Test
    void thePageShowsEverySettingAsDeclared() throws IOException {
        GeneratedDoc page = new GeneratedDoc("docs/configuration.md", "OptionsDocTest", "settings");
        String expected = page.with(table());
        assertThat(page.asKept()).isEqualTo(expected);
    }

    @Test
    void everyDeclaredSettingIsListedOnce() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Field field : FaultlineOptions.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.getType() == Setting.class) {
                declared.add(field.get(null));
            }
        }
        assertThat(FaultlineOptions.all())
                .containsExactlyElementsOf(declared.stream()
                        .map(setting -> (Setting<?>) setting)
                        .collect(Collectors.<Setting<?>>toList()));
        assertThat(FaultlineOptions.all()).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @Test
    void everySettingHasAKeyOfItsAreaADescriptionAndAReadableDefault() {
        for (Setting<?> setting : FaultlineOptions.all()) {
            assertThat(setting.key()).matches("faultline\\.[a-z-]+\\.[a-z-]+");
            assertThat(setting.description()).endsWith(".").doesNotContain("|");
            assertThat(setting.read(setting.defaultText(), "default")).isEqualTo(setting.defaultValue());
        }
    }

    private static String table() {
        StringBuilder rows = new StringBuilder("\n| key | type | default | unit | meaning |\n|---|---|---|---|---|\n");
        for (Setting<?> setting : FaultlineOptions.all()) {
            String value = setting.defaultText().isEmpty() ? "none" : "`" + setting.defaultText() + "`";
            rows.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            setting.key(),
                            type(setting.type()),
                            value,
                            setting.unit().isEmpty() ? "-" : setting.unit(),
                            setting.description()));
        }
        return rows.append('\n').toString();
    }

    private static String type(SettingType<?> type) {
        return type.title().equals("word") ? type.expected() : type.title();
    }
}
