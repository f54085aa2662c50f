package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the pages lead somewhere: to a file of the checkout, and to a heading in it if they name one. */
class DocLinksTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        List<Path> pages = pages();
        for (Path page : pages) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                links++;
                if (!leads(page, link.group(1))) {
                    dead.add(page + " -> " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(50);
        System.out.printf("links: %d in %d pages%n", links, pages.size());
    }

    @Test
    void deadLinksAreFound() {
        Path readme = Path.of("README.md");
        assertThat(leads(readme, "docs/contracts.md#faultlinealertsv1")).isTrue();
        assertThat(leads(readme, "docs/contracts.md#no-such-heading")).isFalse();
        assertThat(leads(readme, "docs/no-such-page.md")).isFalse();
        assertThat(leads(readme, "#two-commands")).isTrue();
    }

    private static boolean leads(Path page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return link.startsWith("https://");
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    /** Headings as the forge names them in links. */
    private static Set<String> anchors(Path page) {
        try {
            Set<String> anchors = new TreeSet<>();
            Matcher heading = HEADING.matcher(Files.readString(page).replaceAll("(?s)```.*?```", ""));
            while (heading.find()) {
                String words = heading.group(1).strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
                String anchor = words.replace(' ', '-');
                for (int same = 1; !anchors.add(anchor); same++) {
                    anchor = words.replace(' ', '-') + "-" + same;
                }
            }
            return anchors;
        } catch (IOException e) {
            throw new AssertionError(page.toString(), e);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        for (String directory : List.of("docs", "k8s", "docker", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }
}
