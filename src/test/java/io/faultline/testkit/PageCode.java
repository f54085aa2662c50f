package io.faultline.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a reader of a page may paste: fenced blocks, and code within the text. */
public final class PageCode {

    private static final Path RUNBOOKS = Path.of("docs", "runbooks");
    private static final Pattern FENCED = Pattern.compile("(?s)```\\w*\n(.*?)```");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    /** Of the checkout, or, as a command and no argument, wherever the brokers can be reached. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:\\./faultline|(?:^|[|;&(])\\s*(?:AS=\\S+ )?faultline)( (?! |\"\\$@)[^|>#;&)`]*)?");

    private PageCode() {}

    /** The runbooks. */
    public static List<Path> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Fenced blocks. */
    public static List<String> blocks(String page) {
        return FENCED.matcher(page).results().map(block -> block.group(1)).toList();
    }

    /** Code of both kinds, a command that goes on over lines as one line. */
    public static List<String> all(String page) {
        List<String> code = new ArrayList<>();
        blocks(page).forEach(block -> code.add(block.replaceAll("\\\\\n\\s*", "")));
        INLINE.matcher(FENCED.matcher(page).replaceAll(""))
                .results()
                .forEach(inline -> code.add(inline.group(1).replaceAll("\\s*\n\\s*", " ")));
        return code;
    }

    /** Arguments of each call of this project's command line. */
    public static List<List<String>> commands(String page) {
        List<List<String>> commands = new ArrayList<>();
        for (String code : all(page)) {
            for (String line : code.lines().toList()) {
                COMMAND.matcher(line).results().map(call -> call.group(1)).forEach(call -> {
                    if (call != null && !call.isBlank()) {
                        commands.add(List.of(call.strip().split("\\s+", -1)));
                    }
                });
            }
        }
        return commands;
    }
}
