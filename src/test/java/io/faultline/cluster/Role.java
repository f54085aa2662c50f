package io.faultline.cluster;

/** What a process of a Flink cluster is. */
enum Role {
    JOB_MANAGER(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "GET_JM_RESOURCE_PARAMS",
            "env.java.opts.jobmanager"),
    /** A JobManager that starts with one job and ends with it, as in the image. */
    APPLICATION(
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
            "GET_JM_RESOURCE_PARAMS",
            "env.java.opts.jobmanager"),
    TASK_MANAGER(
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "GET_TM_RESOURCE_PARAMS",
            "env.java.opts.taskmanager");

    private final String mainClass;
    private final String resourcesCommand;
    private final String javaOptionsKey;

    Role(String mainClass, String resourcesCommand, String javaOptionsKey) {
        this.mainClass = mainClass;
        this.resourcesCommand = resourcesCommand;
        this.javaOptionsKey = javaOptionsKey;
    }

    String mainClass() {
        return mainClass;
    }

    String resourcesCommand() {
        return resourcesCommand;
    }

    String javaOptionsKey() {
        return javaOptionsKey;
    }
}
