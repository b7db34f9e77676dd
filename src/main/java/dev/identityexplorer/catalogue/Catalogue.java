package dev.identityexplorer.catalogue;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * All facts that come with the product, and the look-ups on them. Immutable; {@link #load()} once and pass it on.
 *
 * <p>Principals of the China partition end in {@code .amazonaws.com.cn} in some places; look-ups read them as
 * {@code .amazonaws.com}. Principals of other partitions are taken as they are: AWS GovCloud (US) has the same ones.
 */
public final class Catalogue {

    private static final Pattern REGION = Pattern.compile("\\.[a-z]{2}(-[a-z]+)+-\\d+\\.amazonaws\\.com$");

    private final List<ServiceLinkedRoleType> types;
    private final RoleTypes roleTypes;
    private final List<AwsService> services;
    private final Map<String, AwsService> servicesById;
    private final Map<String, AwsService> servicesByName;
    private final List<Deletion> deletions;
    private final List<EvidenceCommand> evidence;
    private final List<Partition> partitions;
    private final Map<String, List<String>> regions;
    private final List<UnmappedPolicy> unmappedPolicies;
    private final Inventories inventories;
    private final Map<String, ServiceRoles> serviceRoles;
    private final String version;

    private Catalogue(
            DataFile types,
            DataFile services,
            DataFile deletions,
            DataFile evidence,
            DataFile regions,
            DataFile unmapped,
            DataFile serviceRoles,
            Inventories inventories) {
        this.types = types.rows("rows", ServiceLinkedRoleType.COLUMNS, ServiceLinkedRoleType::of);
        this.roleTypes = new RoleTypes(this.types);
        this.services = services.rows("rows", AwsService.COLUMNS, AwsService::of);
        this.servicesById = index(s -> Stream.of(s.id()));
        this.servicesByName = index(s -> Stream.concat(Stream.of(s.name()), s.formerNames().stream()));
        this.deletions = deletions.rows("rows", Deletion.COLUMNS, Deletion::of).stream()
                .sorted(Comparator.comparingInt(Deletion::rank))
                .toList();
        this.evidence = evidence.rows("rows", EvidenceCommand.COLUMNS, EvidenceCommand::of);
        this.partitions = Partition.of(regions);
        this.regions = partitions.stream()
                .collect(Collectors.toMap(
                        Partition::id,
                        p -> p.regions().stream().map(Partition.Region::id).toList()));
        this.unmappedPolicies = unmapped.rows("rows", UnmappedPolicy.COLUMNS, UnmappedPolicy::of);
        this.inventories = inventories;
        this.serviceRoles = serviceRoles.rows("rows", ServiceRoles.COLUMNS, ServiceRoles::of).stream()
                .collect(Collectors.toMap(ServiceRoles::principal, Function.identity()));
        this.version =
                version(types, services, deletions, evidence, regions, unmapped, serviceRoles, inventories.file());
    }

    /**
     * Reads the catalogue from the class path.
     *
     * @throws CatalogueException if a file is missing or wrong
     */
    public static Catalogue load() {
        return new Catalogue(
                DataFile.read("service-linked-role-types.json"),
                DataFile.read("services.json"),
                DataFile.read("deletions.json"),
                DataFile.read("evidence.json"),
                DataFile.read("regions.json"),
                DataFile.read("unmapped-slr-policies.json"),
                DataFile.read("service-roles.json"),
                Inventories.bundled());
    }

    /** Sixteen hexadecimal digits that change with the content: a database that holds others is out of date. */
    public String version() {
        return version;
    }

    /** All types of service-linked roles, by principal and name. */
    public List<ServiceLinkedRoleType> types() {
        return types;
    }

    /** The types that a principal has, as it stands in the path {@code /aws-service-role/<principal>/}. */
    public List<ServiceLinkedRoleType> typesOf(String servicePrincipal) {
        return roleTypes.of(plain(servicePrincipal));
    }

    /**
     * The type of the role with this name under the path {@code /aws-service-role/<servicePrincipal>/}: the longest
     * fixed name that the role's name equals, or continues with {@code _} and a suffix if the type takes one (a
     * {@code _} at the end alone is no suffix). A role whose name has a suffix that its type does not take is of no
     * known type.
     */
    public Optional<ServiceLinkedRoleType> typeOf(String servicePrincipal, String roleName) {
        return roleTypes.match(plain(servicePrincipal), roleName).map(RoleTypes.Match::type);
    }

    /** The custom suffix of such a role, {@code my_own_suffix} in {@code AWSServiceRoleForAutoScaling_my_own_suffix}. */
    public Optional<String> suffix(String servicePrincipal, String roleName) {
        return roleTypes
                .match(plain(servicePrincipal), roleName)
                .map(RoleTypes.Match::suffix)
                .filter(suffix -> !suffix.isEmpty());
    }

    /** All services, by name without AWS or Amazon before it. */
    public List<AwsService> services() {
        return services;
    }

    /**
     * The service behind a principal: the one that owns the principal, else the one that has service-linked roles
     * under it ({@code accountdiscovery.ssm.amazonaws.com} is AWS Systems Manager).
     */
    public Optional<AwsService> service(String servicePrincipal) {
        var principal = plain(servicePrincipal);
        return Optional.ofNullable(servicesById.get(principal))
                .or(() -> roleTypes.of(principal).stream().findFirst().flatMap(this::owner));
    }

    /** The service that owns roles of a type, found by its present or a former name. */
    public Optional<AwsService> owner(ServiceLinkedRoleType type) {
        return Optional.ofNullable(servicesByName.get(type.service()));
    }

    /**
     * What people call the owner of a principal: the name of the service, or of its part where the principal is only
     * that part's ({@code AWS Systems Manager (Explorer)}). Empty for a principal that nobody knows.
     */
    public Optional<String> ownerName(String servicePrincipal) {
        var principal = plain(servicePrincipal);
        return Optional.ofNullable(servicesById.get(principal))
                .map(AwsService::name)
                .or(() -> roleTypes.of(principal).stream().findFirst().map(ServiceLinkedRoleType::ownerName));
    }

    /** All final deletion calls, in the order in which a set of entities can be deleted. */
    public List<Deletion> deletions() {
        return deletions;
    }

    /**
     * How an entity of this kind is deleted; empty for kinds that IAM does not delete (an AWS managed policy, an
     * account).
     *
     * @param variant as in {@link Deletion#variant()}; of no effect for kinds that have one way only
     */
    public Optional<Deletion> deletion(EntityKind kind, String variant) {
        return deletions.stream()
                .filter(d -> d.kind() == kind)
                .filter(d -> d.variant().map(variant::equals).orElse(true))
                .findFirst();
    }

    /** All commands that supply evidence. */
    public List<EvidenceCommand> evidenceCommands() {
        return evidence;
    }

    /** The command that supplies evidence for a whole account, or for a subject of whatever kind. */
    public Optional<EvidenceCommand> evidenceCommand(EvidenceKind kind) {
        return evidence.stream()
                .filter(e -> e.kind() == kind && e.variant().isEmpty())
                .findFirst();
    }

    /** The command that supplies evidence for a subject of this kind. */
    public Optional<EvidenceCommand> evidenceCommand(EvidenceKind kind, EntityKind subject) {
        return evidence.stream()
                .filter(e -> e.kind() == kind
                        && e.variant().map(subject.label()::equals).orElse(false))
                .findFirst()
                .or(() -> evidenceCommand(kind));
    }

    /**
     * What runs with the roles that a service may assume, where all of it is known.
     *
     * @param servicePrincipal as a trust policy names it; the form with a Region, {@code
     *     states.eu-west-1.amazonaws.com}, is the same service
     */
    public Optional<ServiceRoles> serviceRoles(String servicePrincipal) {
        return Optional.ofNullable(
                serviceRoles.get(REGION.matcher(plain(servicePrincipal)).replaceFirst(".amazonaws.com")));
    }

    /** Which answers of AWS show which resources. */
    public Inventories inventories() {
        return inventories;
    }

    /**
     * The command that lists resources of a type, by Cloud Control or by the service itself; empty for types that
     * neither lists. What stands in capitals is for a person to fill in.
     */
    public Optional<EvidenceCommand> inventoryCommand(String resourceType) {
        return inventories.command(resourceType, evidenceCommand(EvidenceKind.RESOURCE_INVENTORY));
    }

    /** All partitions. */
    public List<Partition> partitions() {
        return partitions;
    }

    /** The ids of all Regions of a partition; none for a partition that is not known. */
    public List<String> regions(String partition) {
        return regions.getOrDefault(partition, List.of());
    }

    /** Policies of service-linked roles whose type is not known: how far {@link #types()} is from whole. */
    public List<UnmappedPolicy> unmappedPolicies() {
        return unmappedPolicies;
    }

    private Map<String, AwsService> index(Function<AwsService, Stream<String>> keys) {
        var map = new HashMap<String, AwsService>();
        for (var service : services) {
            keys.apply(service).forEach(key -> {
                var other = map.put(key, service);
                if (other != null) {
                    throw new CatalogueException("In the catalogue, the services '" + other.name() + "' and '"
                            + service.name() + "' are both called '" + key + "'.");
                }
            });
        }
        return map;
    }

    private static String plain(String servicePrincipal) {
        return servicePrincipal.endsWith(".amazonaws.com.cn")
                ? servicePrincipal.substring(0, servicePrincipal.length() - ".cn".length())
                : servicePrincipal;
    }

    /** Two checksums of 32 bits: enough to notice a change, and far faster on a cold start than a digest. */
    private static String version(DataFile... files) {
        var crc32 = new CRC32();
        var crc32c = new CRC32C();
        for (var file : files) {
            crc32.update(file.bytes());
            crc32c.update(file.bytes());
        }
        return HexFormat.of().toHexDigits(crc32.getValue() << 32 | crc32c.getValue());
    }
}
