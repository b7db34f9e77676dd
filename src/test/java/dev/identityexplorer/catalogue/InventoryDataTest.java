package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Arn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryDataTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Inventories INVENTORIES = CATALOGUE.inventories();

    @Test
    void every_type_that_keeps_a_role_in_use_has_a_row() {
        var types = INVENTORIES.all().stream().map(Inventory::type).collect(Collectors.toSet());
        assertThat(CATALOGUE.types().stream()
                        .flatMap(type -> type.blockedBy().stream())
                        .map(ServiceLinkedRoleType.Keeper::resourceType))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(types).contains(type));
    }

    @Test
    void every_condition_that_looks_for_a_value_finds_the_fact_in_the_table() {
        assertThat(CATALOGUE.types().stream().flatMap(type -> type.blockedBy().stream()))
                .filteredOn(keeper -> !keeper.facts().isEmpty())
                .isNotEmpty()
                .allSatisfy(keeper -> assertThat(keeper.facts())
                        .allSatisfy(fact -> assertThat(
                                        INVENTORIES.of(keeper.resourceType()).facts())
                                .extracting(Inventory.Fact::name)
                                .contains(fact.substring(0, fact.indexOf('=')))));
    }

    @Test
    void every_condition_is_of_a_known_kind_and_one_that_a_field_decides_has_the_field() {
        assertThat(CATALOGUE.types().stream().flatMap(type -> type.blockedBy().stream()))
                .allSatisfy(keeper -> assertThat(keeper.when()).matches("exists|names-role|unclear|\\w+=.+"))
                .filteredOn(keeper -> keeper.when().equals("names-role"))
                .isNotEmpty()
                .allSatisfy(keeper -> assertThat(
                                INVENTORIES.of(keeper.resourceType()).decides())
                        .isPresent());
    }

    @Test
    void calls_only_read_and_a_call_about_a_part_has_the_option_that_says_which() {
        assertThat(INVENTORIES.all().stream().flatMap(i -> i.calls().stream()))
                .hasSizeGreaterThan(100)
                .allSatisfy(call -> {
                    assertThat(call.operation()).matches("[a-z0-9-]+ (list|describe|get|batch-get|search)-[a-z0-9-]+");
                    assertThat(call.one()
                                    || call.setting()
                                    || call.sole().isPresent()
                                    || !call.list().isEmpty())
                            .as(call.operation())
                            .isTrue();
                });
        assertThat(INVENTORIES.all())
                .filteredOn(i -> i.within().isPresent())
                .flatExtracting(Inventory::calls)
                .filteredOn(call -> !call.one())
                .allSatisfy(call ->
                        assertThat(call.parameter()).as(call.operation()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:eu-west-1:111122223333:function:api, AWS::Lambda::Function",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/web, AWS::ElasticLoadBalancing::LoadBalancer",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/1, AWS::ElasticLoadBalancingV2::LoadBalancer",
        "arn:aws:s3:::shop-assets, AWS::S3::Bucket",
        "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web, AWS::AutoScaling::AutoScalingGroup",
        "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1, storagegateway:Gateway",
        "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/edge, AWS::NetworkFirewall::RuleGroup",
        "arn:aws:appmesh:eu-west-1:111122223333:mesh/main/virtualRouter/front/route/all, AWS::AppMesh::Route",
        "arn:aws:appmesh:eu-west-1:111122223333:mesh/main/virtualRouter/front, AWS::AppMesh::VirtualRouter",
        "arn:aws:apigateway:eu-west-1::/restapis/a1, AWS::ApiGateway::RestApi",
        "arn:aws:shield::111122223333:protection/1, AWS::Shield::Protection"
    })
    void an_ARN_tells_the_type(String arn, String type) {
        assertThat(new ArnForms(INVENTORIES).typeOf(arn)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1/volume/vol-1",
                "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod",
                "arn:aws:pcs:eu-west-1:111122223333:cluster/main/queue/fast"
            })
    void an_ARN_of_what_a_resource_holds_is_not_that_of_the_resource(String arn) {
        assertThat(new ArnForms(INVENTORIES).typeOf(arn)).isEmpty();
    }

    @Test
    void an_ARN_is_built_only_where_nothing_but_the_identifier_is_open() {
        var account = Arn.parse("arn:aws:iam::111122223333:root");
        assertThat(INVENTORIES.of("AWS::Lambda::Function").arn(account, "eu-west-1", "api"))
                .contains("arn:aws:lambda:eu-west-1:111122223333:function:api");
        assertThat(Stream.of("AWS::AutoScaling::AutoScalingGroup", "AWS::EKS::Nodegroup", "fis:Experiment")
                        .map(type -> INVENTORIES.of(type).arn(account, "eu-west-1", "x"))
                        .flatMap(arn -> arn.stream()))
                .isEqualTo(List.of());
    }
}
