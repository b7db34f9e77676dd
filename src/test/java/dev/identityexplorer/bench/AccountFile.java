package dev.identityexplorer.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** One account of an {@link OrganizationFiles organization}, written record by record. */
final class AccountFile {

    private static final List<String> AWS_POLICIES = List.of(
            "ReadOnlyAccess",
            "AdministratorAccess",
            "AmazonS3ReadOnlyAccess",
            "service-role/AWSLambdaBasicExecutionRole",
            "AmazonSSMManagedInstanceCore",
            "CloudWatchAgentServerPolicy",
            "PowerUserAccess",
            "SecurityAudit",
            "job-function/ViewOnlyAccess");
    private static final List<String> SERVICES = List.of(
            "lambda",
            "ec2",
            "ecs-tasks",
            "cloudformation",
            "codebuild",
            "events",
            "states",
            "glue",
            "firehose",
            "batch");
    private static final List<String> OWNED = List.of(
            "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
            "elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing",
            "support.amazonaws.com/AWSServiceRoleForSupport",
            "rds.amazonaws.com/AWSServiceRoleForRDS",
            "ecs.amazonaws.com/AWSServiceRoleForECS",
            "organizations.amazonaws.com/AWSServiceRoleForOrganizations");
    private static final List<String> KEYS =
            List.of("team", "Name", "env", "cost-center", "owner", "project", "managed-by", "data-class");
    private static final String HEAD =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
                    + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
                    + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
                    + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";
    private static final String DATE = "2024-03-01T10:00:00+00:00";

    private final String accountId;
    private final int users;
    private final int roles;
    private final int groups;
    private final int policies;
    private final Random random;
    private final BooleanSupplier changed;
    private final Zipf common = new Zipf(AWS_POLICIES.size());
    private final Zipf service = new Zipf(SERVICES.size());
    private final Zipf policy;
    private final Zipf value = new Zipf(500);
    private final StringBuilder report = new StringBuilder(HEAD);

    /** @param changed asked for each user and role: whether it has a tag more than it would have */
    AccountFile(String accountId, int entities, Random random, BooleanSupplier changed) {
        this.accountId = accountId;
        this.users = Math.max(1, entities * 25 / 100);
        this.groups = Math.max(1, entities * 4 / 100);
        this.policies = Math.max(1, entities * 16 / 100);
        this.roles = Math.max(1, entities - users - groups - policies);
        this.random = random;
        this.changed = changed;
        this.policy = new Zipf(policies);
        report.append("<root_account>,").append(arn("root")).append(',').append(DATE);
        report.append(",not_supported,N/A,not_supported,not_supported,true,false")
                .append(",N/A".repeat(4))
                .append(",false")
                .append(",N/A".repeat(4))
                .append(",false,N/A,false,N/A\n");
    }

    /** After {@link #write}. */
    String credentialReport() {
        return report.toString();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        list(json, "UserDetailList", users, this::user);
        list(json, "GroupDetailList", groups, this::group);
        list(json, "RoleDetailList", roles, this::role);
        list(json, "Policies", policies, this::policy);
        json.writeEndObject();
    }

    private interface Part {
        void write(JsonGenerator json, int i) throws IOException;
    }

    private static void list(JsonGenerator json, String name, int count, Part part) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < count; i++) {
            json.writeStartObject();
            part.write(json, i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void user(JsonGenerator json, int i) throws IOException {
        head(json, "User", "/", "user/user-" + i, "AIDA", i);
        boolean human = random.nextBoolean();
        json.writeArrayFieldStart("GroupList");
        if (human) {
            json.writeString("group-" + new Zipf(groups).draw(random));
        }
        json.writeEndArray();
        attached(json, random.nextInt(2));
        inline(json, "UserPolicyList", 0.12);
        tags(json, random.nextInt(4));
        report.append("user-")
                .append(i)
                .append(',')
                .append(arn("user/user-" + i))
                .append(',')
                .append(DATE);
        report.append(human ? ",true," + DATE + ',' + DATE + ",N/A,true" : ",false,N/A,N/A,N/A,false");
        report.append(human ? ",false" + ",N/A".repeat(4) : ",true," + DATE + ',' + DATE + ",eu-west-1,s3");
        report.append(",false").append(",N/A".repeat(4)).append(",false,N/A,false,N/A\n");
    }

    private void group(JsonGenerator json, int i) throws IOException {
        head(json, "Group", "/", "group/group-" + i, "AGPA", i);
        attached(json, 1 + random.nextInt(3));
        inline(json, "GroupPolicyList", 0.2);
    }

    private void role(JsonGenerator json, int i) throws IOException {
        boolean owned = i < Math.min(OWNED.size(), roles / 4);
        var name = owned ? OWNED.get(i) : "role-" + i;
        var path = owned ? "/aws-service-role/" + name.substring(0, name.indexOf('/') + 1) : "/";
        var principal = owned ? name.substring(0, name.indexOf('/')) : service.of(SERVICES, random) + ".amazonaws.com";
        head(json, "Role", path, owned ? "role/aws-service-role/" + name : "role/" + name, "AROA", i);
        json.writeObjectFieldStart("AssumeRolePolicyDocument");
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        json.writeStartObject();
        json.writeStringField("Effect", "Allow");
        json.writeStringField("Action", "sts:AssumeRole");
        json.writeObjectFieldStart("Principal");
        if (owned || random.nextInt(10) > 1) {
            json.writeStringField("Service", principal);
        } else {
            json.writeStringField("AWS", arn(random.nextBoolean() ? "root" : "user/user-" + random.nextInt(users)));
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("InstanceProfileList");
        json.writeEndArray();
        attached(json, owned ? 0 : random.nextInt(5));
        inline(json, "RolePolicyList", owned ? 0 : 0.35);
        tags(json, owned ? 0 : random.nextInt(5));
    }

    private void policy(JsonGenerator json, int i) throws IOException {
        head(json, "Policy", "/", "policy/policy-" + i, "ANPA", i);
        json.writeStringField("DefaultVersionId", "v2");
        json.writeBooleanField("IsAttachable", true);
        json.writeStringField("UpdateDate", DATE);
        json.writeArrayFieldStart("PolicyVersionList");
        for (int version = 2; version > random.nextInt(2); version--) {
            json.writeStartObject();
            json.writeStringField("VersionId", "v" + version);
            json.writeBooleanField("IsDefaultVersion", version == 2);
            json.writeStringField("CreateDate", DATE);
            document(json, "Document", i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void head(JsonGenerator json, String kind, String path, String resource, String prefix, int i)
            throws IOException {
        json.writeStringField("Path", path);
        json.writeStringField(kind + "Name", resource.substring(resource.lastIndexOf('/') + 1));
        json.writeStringField(kind + "Id", "%s%s%09d".formatted(prefix, accountId.substring(4), i));
        json.writeStringField("Arn", arn(resource));
        json.writeStringField("CreateDate", DATE);
    }

    private void attached(JsonGenerator json, int count) throws IOException {
        var arns = new LinkedHashSet<String>();
        for (int n = 0; n < count; n++) {
            arns.add(
                    random.nextBoolean()
                            ? "arn:aws:iam::aws:policy/" + common.of(AWS_POLICIES, random)
                            : arn("policy/policy-" + policy.draw(random)));
        }
        json.writeArrayFieldStart("AttachedManagedPolicies");
        for (var arn : new ArrayList<>(arns)) {
            json.writeStartObject();
            json.writeStringField("PolicyName", arn.substring(arn.lastIndexOf('/') + 1));
            json.writeStringField("PolicyArn", arn);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void inline(JsonGenerator json, String field, double share) throws IOException {
        json.writeArrayFieldStart(field);
        if (random.nextDouble() < share) {
            json.writeStartObject();
            json.writeStringField("PolicyName", "inline");
            document(json, "PolicyDocument", random.nextInt(1000));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void document(JsonGenerator json, String field, int bucket) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        json.writeStartObject();
        json.writeStringField("Effect", "Allow");
        json.writeStringField("Action", "s3:GetObject");
        json.writeStringField("Resource", "arn:aws:s3:::bucket-" + bucket + "/*");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tags(JsonGenerator json, int count) throws IOException {
        json.writeArrayFieldStart("Tags");
        for (int n = 0; n < count; n++) {
            tag(json, KEYS.get(n), "value-" + value.draw(random));
        }
        if (changed.getAsBoolean()) {
            tag(json, "changed", "yes");
        }
        json.writeEndArray();
    }

    private static void tag(JsonGenerator json, String key, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("Key", key);
        json.writeStringField("Value", value);
        json.writeEndObject();
    }

    private String arn(String resource) {
        return "arn:aws:iam::" + accountId + ":" + resource;
    }
}
