package io.faultline.deploy;

import static io.faultline.deploy.Faults.in;
import static io.faultline.deploy.Faults.without;

import java.util.List;

/** Networks that are too open or too closed, and pods that nobody scrapes. */
final class NetworkMutations {

    private static final String FLOWS = "the network lets through what the job needs and no more";
    private static final String INTERNET =
            "the whole internet is reached on named ports only, and nothing inside by it";
    private static final String SELECTORS = "selectors select the job's pods";
    private static final String METRICS = "metrics are scraped where Flink serves them";
    private static final String SCRAPE = "metrics are scraped as on the compose stack";
    private static final String DRAINED = "a node can be drained";
    private static final String OPERATOR = "NetworkPolicy/faultline-rest-from-operator";
    private static final String FROM = "/spec/ingress/0/from";
    private static final String ENDPOINT = "/spec/podMetricsEndpoints/0";
    private static final String BUDGET = "PodDisruptionBudget/faultline-jobmanager";

    static final List<Mutation<Manifests>> ALL = List.of(
            without(OPERATOR, FLOWS),
            without("NetworkPolicy/faultline-among-itself", FLOWS),
            without("NetworkPolicy/faultline-to-names", FLOWS),
            without("NetworkPolicy/faultline-to-s3", FLOWS),
            without("NetworkPolicy/faultline-metrics-from-prometheus", FLOWS),
            in(
                    OPERATOR,
                    FROM + "/0/namespaceSelector/matchLabels",
                    "{kubernetes.io/metadata.name: flink-opertor}",
                    FLOWS),
            in(OPERATOR, "/spec/ingress/0/ports/0/port", "8082", FLOWS),
            in(OPERATOR, "/spec/podSelector/matchLabels/component", "job-manager", FLOWS),
            in(OPERATOR, "/spec/policyTypes", "[Egress]", FLOWS),
            in(OPERATOR, FROM + "/-", "{namespaceSelector: {}, podSelector: {matchLabels: {app: any}}}", FLOWS),
            in("NetworkPolicy/faultline-to-kafka", "/spec/egress/0/ports/0/port", "9092", FLOWS),
            in("FlinkDeployment", "/spec/flinkConfiguration/rest.port", "'8082'", FLOWS),
            in("FlinkDeployment", "/spec/flinkConfiguration/s3.endpoint", "http://minio.store.svc:9000", FLOWS),
            without("NetworkPolicy/faultline-to-s3", "/spec/egress/0/ports", INTERNET),
            without("NetworkPolicy/faultline-to-s3", "/spec/egress/0/to/0/ipBlock/except", INTERNET),
            without("NetworkPolicy/faultline-to-api-server", "/spec/egress/0/ports", INTERNET),
            in(OPERATOR, "/spec/podSelector/matchLabels/component", "job-manager", SELECTORS),
            in("PodMonitor", "/spec/selector/matchLabels/app", "flink", SELECTORS),
            in("PodMonitor", "/spec/selector/matchLabels/component", "task-manager", SELECTORS),
            in(BUDGET, "/spec/selector/matchLabels/component", "job-manager", SELECTORS),
            in("PodMonitor", "/spec/selector/matchLabels/component", "taskmanager", METRICS),
            in("PodMonitor", ENDPOINT + "/path", "/prometheus", METRICS),
            in("PodMonitor", ENDPOINT + "/port", "metric", METRICS),
            in("FlinkDeployment", "/spec/flinkConfiguration/metrics.reporter.prom.port", "'9250'", METRICS),
            without("PodMonitor", ENDPOINT + "/metricRelabelings", SCRAPE),
            in("PodMonitor", ENDPOINT + "/interval", "1m", SCRAPE),
            in(BUDGET, "/spec/maxUnavailable", "0", DRAINED),
            in(BUDGET, "/spec/maxUnavailable", "2", DRAINED),
            in(BUDGET, "/spec/minAvailable", "2", DRAINED),
            without(BUDGET, DRAINED));

    private NetworkMutations() {}
}
