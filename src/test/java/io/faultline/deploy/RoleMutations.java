package io.faultline.deploy;

import static io.faultline.deploy.Faults.added;
import static io.faultline.deploy.Faults.in;
import static io.faultline.deploy.Faults.without;

import java.util.List;

/** Rights in the cluster that are too many or too few, and pods that are too small. */
final class RoleMutations {

    private static final String ACCOUNT = "the service account is there and has its role";
    private static final String BINDINGS = "nothing is bound but the one role to the one account";
    private static final String ROLE = "the role allows what Flink does and no more";
    private static final String PROCESSES = "both kinds of pods have the memory that Flink was measured with, and CPU";

    static final List<Mutation<Manifests>> ALL = List.of(
            in("ServiceAccount/faultline", "/metadata/name", "flink", ACCOUNT),
            in("Role/faultline", "/metadata/name", "flink", ACCOUNT),
            in("RoleBinding/faultline", "/roleRef/kind", "ClusterRole", ACCOUNT),
            in("FlinkDeployment", "/spec/podTemplate/spec/automountServiceAccountToken", "false", ACCOUNT),
            in("RoleBinding/faultline", "/roleRef/kind", "ClusterRole", BINDINGS),
            in("RoleBinding/faultline", "/subjects/-", "{kind: Group, name: 'system:authenticated'}", BINDINGS),
            in("RoleBinding/faultline", "/subjects/0/namespace", "default", BINDINGS),
            added("""
                    kind: RoleBinding
                    metadata: {name: faultline-admin, namespace: faultline}
                    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                    subjects: [{kind: ServiceAccount, name: faultline, namespace: faultline}]
                    """, BINDINGS),
            added("{kind: ClusterRole, metadata: {name: faultline, namespace: faultline}}", BINDINGS),
            added("{kind: Role, metadata: {name: more, namespace: faultline}}", BINDINGS),
            in("Role/faultline", "/rules/0/verbs/-", "'*'", ROLE),
            in("Role/faultline", "/rules/0/resources/-", "secrets", ROLE),
            in("Role/faultline", "/rules/0/resources/-", "pods/attach", ROLE),
            in("Role/faultline", "/rules/0/resources/-", "serviceaccounts/token", ROLE),
            in("Role/faultline", "/rules/1/verbs", "[get]", ROLE),
            without("Role/faultline", "/rules/0", ROLE),
            without("Role/faultline", "/rules/2/resourceNames", ROLE),
            without("FlinkDeployment", "/spec/taskManager/resource/memory", PROCESSES),
            without("FlinkDeployment", "/spec/jobManager/resource", PROCESSES),
            in("FlinkDeployment", "/spec/taskManager/resource/memory", "64m", PROCESSES),
            in("FlinkDeployment", "/spec/taskManager/resource/memory", "1Gi", PROCESSES),
            in("FlinkDeployment", "/spec/jobManager/resource/memory", "300m", PROCESSES),
            in("FlinkDeployment", "/spec/jobManager/resource/memory", "much", PROCESSES),
            in("FlinkDeployment", "/spec/jobManager/resource/cpu", "0", PROCESSES),
            in(
                    "FlinkDeployment",
                    "/spec/podTemplate/spec/containers/0/resources",
                    "{limits: {memory: 256Mi}}",
                    "memory that a container asks for is enough"),
            in(
                    "FlinkDeployment",
                    "/spec/podTemplate/spec/volumes/2/emptyDir/sizeLimit",
                    "512Mi",
                    "logs fit into their volume"),
            without(
                    "FlinkDeployment",
                    "/spec/podTemplate/spec/containers/0/volumeMounts/2",
                    "logs fit into their volume"));

    private RoleMutations() {}
}
