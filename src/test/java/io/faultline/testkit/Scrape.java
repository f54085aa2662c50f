package io.faultline.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What Flink's Prometheus reporter answers to one request. */
public record Scrape(List<String> samples) {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final int MAX_SCRAPES = 180;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Scrapes until an answer is as wanted; fails with what is missing if none is. */
    public static Scrape await(int port, String what, Predicate<Scrape> wanted) throws Exception {
        Scrape last = new Scrape(List.of());
        for (int i = 0; i < MAX_SCRAPES; i++) {
            last = of(port);
            if (wanted.test(last)) {
                return last;
            }
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        }
        return fail(
                "%s: not seen in %d samples, last names %s",
                what, last.samples().size(), last.names());
    }

    /** One scrape; empty while the reporter does not answer yet. */
    private static Scrape of(int port) throws InterruptedException {
        try {
            return request(port);
        } catch (IOException notYet) {
            return new Scrape(List.of());
        }
    }

    private static Scrape request(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .timeout(TIMEOUT)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new Scrape(
                answer.body().lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** Names of all metrics. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        samples.forEach(sample -> names.add(sample.substring(0, sample.indexOf('{'))));
        return names;
    }

    /** Labels of each metric that all of its samples have. */
    public Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String sample : samples) {
            Set<String> own = new TreeSet<>();
            LABEL.matcher(sample).results().forEach(label -> own.add(label.group(1)));
            labels.computeIfAbsent(sample.substring(0, sample.indexOf('{')), name -> new TreeSet<>(own))
                    .retainAll(own);
        }
        return labels;
    }

    /** Sum over the samples of a metric whose labels hold all of these texts. */
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.startsWith(name + "{"))
                .filter(sample -> List.of(labels).stream().allMatch(sample::contains))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .sum();
    }
}
