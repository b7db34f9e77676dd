package dev.identityexplorer.strict;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an account holds. Only {@link Iam} changes it once it is made. */
final class Account {

    final String id;
    final Map<String, User> users = new TreeMap<>();
    final Map<String, Group> groups = new TreeMap<>();
    final Map<String, Role> roles = new TreeMap<>();
    /** By ARN. */
    final Map<String, Policy> policies = new TreeMap<>();

    final Map<String, Profile> profiles = new TreeMap<>();
    final Map<String, Certificate> certificates = new TreeMap<>();
    /** Virtual devices by serial number, whether or not somebody has them. */
    final Set<String> virtualDevices = new LinkedHashSet<>();
    /** Those of the account's root. */
    final Set<String> rootDevices = new LinkedHashSet<>();
    /** ARNs of SAML and OIDC providers. */
    final Set<String> providers = new LinkedHashSet<>();
    /** Resources that keep service-linked roles in use or use certificates, by Region and type. */
    final Map<Place, Set<Resource>> resources = new LinkedHashMap<>();

    Account(String id) {
        this.id = id;
    }

    /** A Region and a CloudFormation type. */
    record Place(String region, String type) {}

    /** Something outside IAM, with the ARN of what it uses; empty where its existence is enough. */
    record Resource(String identifier, String uses) {}

    /** What users, groups, roles and policies have in common. */
    abstract static class Named {
        final String name;
        final String path;
        final String arn;
        final Map<String, String> tags = new LinkedHashMap<>();

        Named(String account, String type, String path, String name) {
            this.name = name;
            this.path = path;
            this.arn = "arn:aws:iam::" + account + ":" + type + path + name;
        }
    }

    /** What permissions can be given to. */
    abstract static class Holder extends Named {
        final Set<String> attached = new LinkedHashSet<>();
        final Set<String> inline = new LinkedHashSet<>();
        /** The ARN of the permissions boundary; empty without one. */
        String boundary = "";

        Holder(String account, String type, String path, String name) {
            super(account, type, path, name);
        }
    }

    static final class User extends Holder {
        final Set<String> groups = new LinkedHashSet<>();
        /** Ids with {@code Active} or {@code Inactive}. */
        final Map<String, String> keys = new LinkedHashMap<>();

        final Map<String, String> certificates = new LinkedHashMap<>();
        final Set<String> sshKeys = new LinkedHashSet<>();
        final Map<String, String> serviceCredentials = new LinkedHashMap<>();
        /** Serial numbers of MFA devices: ARNs of virtual and FIDO devices, else what is printed on them. */
        final Set<String> devices = new LinkedHashSet<>();

        boolean password;
        /** How often its password is still too new to be deleted. */
        int fresh;

        User(String account, String path, String name) {
            super(account, "user", path, name);
        }
    }

    static final class Group extends Holder {
        Group(String account, String path, String name) {
            super(account, "group", path, name);
        }
    }

    static final class Role extends Holder {
        final Set<String> trusted = new LinkedHashSet<>();

        Role(String account, String path, String name) {
            super(account, "role", path, name);
        }

        boolean serviceLinked() {
            return path.startsWith("/aws-service-role/");
        }

        boolean untouchable() {
            return serviceLinked() || path.startsWith("/aws-reserved/");
        }
    }

    static final class Policy extends Named {
        final Set<String> versions = new LinkedHashSet<>();
        String defaultVersion = "v1";

        Policy(String account, String path, String name) {
            super(account, "policy", path, name);
        }
    }

    static final class Profile extends Named {
        /** The name of its role; empty without one. */
        String role = "";

        Profile(String account, String path, String name) {
            super(account, "instance-profile", path, name);
        }
    }

    static final class Certificate extends Named {
        Certificate(String account, String path, String name) {
            super(account, "server-certificate", path, name);
        }
    }

    /** Who has a virtual device: the ARN of a user, of the root, or nothing. */
    String assignee(String serial) {
        return users.values().stream()
                .filter(user -> user.devices.contains(serial))
                .map(user -> user.arn)
                .findFirst()
                .orElse(rootDevices.contains(serial) ? "arn:aws:iam::" + id + ":root" : "");
    }
}
