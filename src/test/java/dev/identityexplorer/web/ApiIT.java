package dev.identityexplorer.web;

import static dev.identityexplorer.web.TestServer.encode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.graph.Campaigns;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of {@code openapi.yaml} against the implementation, with the sample organization. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what an engine answers is tested by what asks it; this is about HTTP
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiIT {

    private static final String BOT = "arn:aws:iam::111122223333:user/automation/deploy-bot";
    private static final String SLR =
            "arn:aws:iam::111122223333:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";
    private static final Contract CONTRACT = new Contract();

    private static TestServer server;

    @BeforeAll
    static void start() {
        Organization.importSample();
        server = TestServer.open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode get(String operation, String query) {
        return CONTRACT.check("GET " + operation, server.get("/api/v1" + operation + query));
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.findValuesAsText(field);
    }

    @Test
    void every_example_fits_its_schema() {
        assertThat(CONTRACT.examples(CONTRACT.document().path("paths"))).isGreaterThan(15);
    }

    /** The rows of an answer by column. */
    private static List<Map<String, String>> rows(JsonNode answer) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row : answer.path("rows")) {
            var map = new HashMap<String, String>();
            for (int i = 0; i < row.size(); i++) {
                map.put(
                        answer.path("columns").path(i).asText(),
                        row.path(i).isNull() ? null : row.path(i).asText());
            }
            rows.add(map);
        }
        return rows;
    }

    @Test
    void the_summary_counts_what_is_there() {
        var summary = get("/summary", "");
        assertThat(texts(summary.path("accounts"), "accountId"))
                .containsExactly("111122223333", "444455556666", "777788889999");
        assertThat(summary.path("services").findValuesAsText("id")).contains("elasticloadbalancing.amazonaws.com");
        long users = 0;
        for (var count : summary.path("counts")) {
            users += count.path("kind").asText().equals("User")
                    ? count.path("count").asLong()
                    : 0;
        }
        assertThat(get("/entities", "?kind=User").path("total").asLong()).isEqualTo(users);
        var one = get("/summary", "?account=777788889999");
        assertThat(one.path("accounts")).hasSize(3);
        assertThat(one.path("evidence").path("complete").asLong())
                .isLessThan(summary.path("evidence").path("complete").asLong());
    }

    @Test
    void a_list_of_entities_can_be_searched() {
        var found = get("/entities", "?q=DEPLOY-b");
        assertThat(found.path("items").get(0).path("id").asText()).isEqualTo(BOT);
        assertThat(get("/entities", "?q=" + encode(SLR))
                        .path("items")
                        .get(0)
                        .path("owner")
                        .path("id")
                        .asText())
                .isEqualTo("elasticloadbalancing.amazonaws.com");
        assertThat(get("/entities", "?q=nothing-has-this-name").path("total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?kind=User",
                "?kind=Role&kind=ServiceLinkedRole",
                "?kind=Credential",
                "?account=111122223333",
                "?account=111122223333&account=777788889999&kind=Role",
                "?verdict=CLEAR",
                "?verdict=BLOCKED&verdict=UNPROVEN&impact=UNKNOWN",
                "?impact=BREAKS&account=444455556666",
                "?service=elasticloadbalancing.amazonaws.com",
                "?tag=Team",
                "?tag=Team&account=111122223333",
                "?lacksTag=Team",
                "?lacksTag=Team&kind=Role",
                "?unusedSince=90d",
                "?unusedSince=2026-01-01&kind=User",
                "?q=deploy",
                "?q=shop&kind=Role",
                "?sort=-name",
                "?sort=kind&verdict=CLEAR",
                "?sort=-accountId",
                "?sort=verdict",
                "?sort=-impact",
                "?sort=createDate",
                "?sort=-lastUsed&kind=User",
            })
    void the_pages_of_a_list_hold_as_many_as_its_total_and_each_once(String query) {
        var joined = query.isEmpty() ? "?" : query + "&";
        var ids = new LinkedHashSet<String>();
        var page = get("/entities", joined + "limit=7");
        long total = page.path("total").asLong();
        int pages = 1;
        ids.addAll(texts(page.path("items"), "id"));
        int items = page.path("items").size();
        while (!page.path("nextCursor").isNull()) {
            page = get(
                    "/entities",
                    joined + "limit=7&cursor=" + encode(page.path("nextCursor").asText()));
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            items += page.path("items").size();
            assertThat(++pages).isLessThan(200);
        }
        assertThat(items).as("items").isEqualTo((int) total);
        page = get("/entities", joined + "limit=1000");
        var whole = new java.util.ArrayList<String>();
        page.path("items").forEach(item -> whole.add(item.path("id").asText()));
        assertThat(whole).hasSize((int) total).doesNotHaveDuplicates();
        assertThat(total).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "verdict,CLEAR,verdict",
        "impact,BREAKS,impact",
        "kind,InstanceProfile,kind",
        "account,777788889999,accountId"
    })
    void a_filter_lets_through_what_it_says(String parameter, String value, String field) {
        var items = get("/entities", "?limit=1000&" + parameter + "=" + value).path("items");
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path(field).asText()).isEqualTo(value));
    }

    @Test
    void who_has_a_tag_and_who_lacks_it_are_all_there_are() {
        var Team = get("/tags", "?key=Team");
        for (var kind : Team.path("kinds")) {
            var name = kind.path("kind").asText();
            assertThat(get("/entities", "?tag=Team&kind=" + name).path("total").asLong())
                    .isEqualTo(kind.path("has").asLong());
            assertThat(get("/entities", "?lacksTag=Team&kind=" + name)
                            .path("total")
                            .asLong())
                    .isEqualTo(kind.path("lacks").asLong());
        }
        assertThat(get("/tags", "").path("items").findValuesAsText("key")).contains("Team");
        assertThat(get("/tags", "?limit=1").path("nextCursor").isTextual()).isTrue();
    }

    @Test
    void lists_are_exported_as_CSV() {
        var csv = server.get("/api/v1/entities?kind=User", "Accept", "text/csv");
        CONTRACT.check("GET /entities", csv);
        assertThat(csv.body().lines().findFirst().orElse("")).startsWith("id,kind,name,accountId");
        assertThat(csv.body()).contains(BOT);
        var query = server.get("/api/v1/queries/unused-roles?format=csv&p.days=30");
        CONTRACT.check("GET /queries/{name}", query);
        assertThat(query.body()).startsWith("finding,role,accountId");
    }

    @Test
    void every_entity_of_the_sample_has_a_page_and_a_picture() {
        var items = get("/entities", "?limit=1000").path("items");
        for (var item : items) {
            var id = encode(item.path("id").asText());
            var entity = get("/entity", "?id=" + id);
            assertThat(entity.path("id")).isEqualTo(item.path("id"));
            assertThat(entity.path("kind")).isEqualTo(item.path("kind"));
            assertThat(get("/graph", "?id=" + id)
                            .path("nodes")
                            .get(0)
                            .path("position")
                            .asText())
                    .isEqualTo("center");
        }
        for (var kind : List.of(
                "Service",
                "AwsManaged",
                "ExternalPrincipal",
                "AnyPrincipal",
                "Tag",
                "Account",
                "ServiceLinkedRoleType")) {
            var some = get("/entities", "?limit=3&kind=" + kind).path("items");
            assertThat(some).as(kind).isNotEmpty();
            some.forEach(item -> get("/entity", "?id=" + encode(item.path("id").asText())));
        }
    }

    @Test
    void the_page_of_a_service_linked_role_says_who_owns_it() {
        var entity = get("/entity", "?id=" + encode(SLR));
        assertThat(entity.path("owner").path("id").asText()).isEqualTo("elasticloadbalancing.amazonaws.com");
        assertThat(entity.path("owner").path("knownBy").asText()).contains("/aws-service-role/");
        assertThat(entity.path("type").path("keepers")).isNotEmpty();
        assertThat(entity.path("documents")
                        .path("assumeRolePolicyDocument")
                        .path("Statement")
                        .isMissingNode())
                .isFalse();
        assertThat(entity.path("trusts")
                        .path("items")
                        .get(0)
                        .path("with")
                        .path("kind")
                        .asText())
                .isEqualTo("Service");
    }

    @Test
    void a_verdict_is_the_one_of_the_command_line() {
        var answers = get("/deletion", "?maxAge=36500d&id=" + encode(BOT) + "&id=" + encode(SLR));
        assertThat(Contract.JSON.convertValue(answers, Object.class))
                .isEqualTo(Contract.JSON.convertValue(
                        Organization.answers(BOT, SLR).stream()
                                .map(a -> a.toMap())
                                .toList(),
                        Object.class));
        assertThat(answers.get(0).path("verdict").asText()).isEqualTo("BLOCKED");
    }

    @Test
    void a_plan_comes_as_JSON_as_a_script_and_as_a_page() {
        var body = "{\"ids\": [\"" + BOT + "\"], \"maxAge\": \"36500d\", \"format\": \"%s\"}";
        var json = CONTRACT.check("POST /plans", server.post("/api/v1/plans", body.formatted("json")));
        assertThat(texts(json.path("steps"), "command"))
                .anyMatch(command -> command.startsWith("aws iam delete-user "));
        var sh = server.post("/api/v1/plans", body.formatted("sh"));
        CONTRACT.check("POST /plans", sh);
        assertThat(sh.body()).startsWith("#!/usr/bin/env bash").contains("set -euo pipefail");
        var md = server.post("/api/v1/plans", body.formatted("md"));
        CONTRACT.check("POST /plans", md);
        assertThat(md.body()).startsWith("# Deletion plan");
        var tagged = CONTRACT.check("POST /plans", server.post("/api/v1/plans", "{\"tags\": [\"Team=platform\"]}"));
        assertThat(tagged.path("targets")).isNotEmpty();
    }

    @Test
    void services_are_the_catalogue_joined_to_what_is_there() {
        var all = get("/services", "");
        assertThat(all.path("total").asInt()).isGreaterThan(300);
        assertThat(get("/services", "?present=true").path("items"))
                .allSatisfy(s -> assertThat(s.path("roles").asInt()).isPositive());
        assertThat(get("/services", "?q=autoscal&serviceLinkedRoles=Yes").path("items"))
                .isNotEmpty();
        var one = get("/services", "?id=elasticloadbalancing.amazonaws.com&account=111122223333");
        assertThat(one.path("owned").path("items").findValuesAsText("id")).contains(SLR);
        assertThat(one.path("roleTypes")).isNotEmpty();
    }

    @Test
    void a_picture_puts_the_owner_and_the_blockers_where_they_answer_the_question() {
        var picture = get("/graph", "?id=" + encode(SLR));
        var positions = new java.util.TreeMap<String, String>();
        picture.path("nodes")
                .forEach(n ->
                        positions.put(n.path("id").asText(), n.path("position").asText()));
        assertThat(positions).containsEntry(SLR, "center").containsEntry("elasticloadbalancing.amazonaws.com", "owner");
        assertThat(positions).containsValue("blocker");
        var ids = positions.keySet();
        assertThat(picture.path("edges")).allSatisfy(edge -> {
            assertThat(ids).contains(edge.path("from").asText());
            assertThat(ids).contains(edge.path("to").asText());
        });
        assertThat(get("/graph", "?depth=3&limit=2000&id=" + encode(SLR))
                        .path("nodes")
                        .size())
                .isGreaterThan(ids.size());
        assertThat(get("/graph", "?limit=2&id=" + encode(SLR)).path("truncated").asBoolean())
                .isTrue();
        assertThat(get("/graph", "?types=TRUSTS&kinds=Service&id=" + encode(SLR))
                        .path("nodes"))
                .hasSize(2);
    }

    @Test
    void many_neighbours_fold_into_one_that_opens() {
        var account = "arn:aws:iam::111122223333:root";
        var picture = get("/graph", "?types=CONTAINS&fold=2&id=" + encode(account));
        JsonNode folded = null;
        for (var node : picture.path("nodes")) {
            folded = node.path("folded").path("kind").asText().equals("User") ? node : folded;
        }
        assertThat(folded).isNotNull();
        var members = new LinkedHashSet<String>();
        var opened = get("/graph", "?limit=3&open=" + encode(folded.path("id").asText()));
        while (true) {
            opened.path("nodes").forEach(n -> members.add(n.path("id").asText()));
            if (opened.path("nextCursor").isNull()) {
                break;
            }
            opened = get(
                    "/graph",
                    "?limit=3&open=" + encode(folded.path("id").asText()) + "&cursor="
                            + encode(opened.path("nextCursor").asText()));
        }
        assertThat(members)
                .hasSize(folded.path("folded").path("count").asInt() + 1)
                .contains(BOT, account);
    }

    @Test
    void a_way_between_two_entities_is_found_and_the_lack_of_one_told() {
        var way = get(
                "/graph/path", "?from=" + encode(BOT) + "&to=" + encode("arn:aws:iam::111122223333:role/shop-deploy"));
        assertThat(way.path("length").asInt())
                .isEqualTo(way.path("edges").size())
                .isPositive();
        assertThat(get("/graph/path", "?from=" + encode(BOT) + "&to=" + encode(BOT))
                        .path("length")
                        .asInt())
                .isZero();
        assertThat(get("/graph/path", "?from=" + encode(BOT) + "&to=AWS%3A%3ALambda%3A%3AFunction")
                        .path("length")
                        .isNull())
                .isTrue();
    }

    @Test
    void each_question_is_listed_and_answered_with_its_examples() {
        var items = get("/queries", "").path("items");
        assertThat(items.size()).isEqualTo(Organization.LIBRARY.explore().size());
        for (var item : items) {
            var answer = get("/queries/{name}", "", item.path("name").asText());
            assertThat(answer.path("columns")).isNotEmpty();
        }
        assertThat(get("/queries/{name}", "?p.days=1", "unused-roles").path("rows"))
                .isNotEmpty();
    }

    private static JsonNode get(String operation, String query, String name) {
        return CONTRACT.check("GET " + operation, server.get("/api/v1" + operation.replaceAll("\\{.*}", name) + query));
    }

    @Test
    void a_query_of_ones_own_is_answered_in_the_wire_shape() {
        var answer = CONTRACT.check(
                "POST /cypher",
                server.post(
                        "/api/v1/cypher",
                        "{\"query\": \"MATCH (s:Service)-[o:OWNS]->(r) WHERE r.id = $id RETURN s, o, r.name AS name\", \"params\": {\"id\": \""
                                + SLR + "\"}}"));
        assertThat(answer.path("columns").toString()).isEqualTo("[\"s\",\"o\",\"name\"]");
        assertThat(answer.at("/rows/0/0/$node").asText()).isEqualTo("elasticloadbalancing.amazonaws.com");
        var words = get("/cypher/words", "");
        assertThat(words.path("labels").toString()).contains("ServiceLinkedRole");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void an_upload_is_imported_with_its_progress_told_and_its_changes_listed() throws IOException {
        var file = "777788889999/global/iam-get-account-authorization-details.json";
        var text = Files.readString(Organization.SAMPLE.resolve(file)).replaceFirst("\"RoleName\": \"[^\"]*\"", "$0");
        var response = server.upload(Map.of("sample/" + file, text, "sample/notes.txt", "not from AWS"));
        var accepted = CONTRACT.check("POST /imports", response);
        assertThat(accepted.path("files").asInt()).isEqualTo(2);
        var id = accepted.path("id").asText();
        var events = server.get(accepted.path("events").asText(), "Accept", "text/event-stream");
        CONTRACT.check("GET /imports/{id}/events", events);
        assertThat(events.body()).contains("event: progress").contains("event: done");
        var asked = server.get(accepted.path("events").asText());
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(CONTRACT.check("GET /imports/{id}/events", asked)
                        .path("detail")
                        .asText())
                .contains("Accept: text/event-stream");
        var one = get("/imports/{id}", "", id);
        assertThat(one.path("state").asText()).isEqualTo("finished");
        assertThat(one.path("result").path("skipped").findValuesAsText("file"))
                .anyMatch(name -> name.endsWith("notes.txt"));
        assertThat(get("/imports", "").path("items").get(0).path("id").asText()).isEqualTo(id);
        assertThat(get("/imports", "?limit=1").path("nextCursor").isTextual()).isTrue();
        assertThat(get("/changes", "?import=" + id).path("items")).isNotNull();
        assertThat(get("/changes", "?account=777788889999&what=verdict&limit=1"))
                .isNotNull();
        assertThat(get("/changes", "?entity=" + encode(BOT))).isNotNull();
        assertThat(get("/changes", "?since=2999-01-01T00:00:00Z&became=CLEAR").path("items"))
                .isEmpty();
        assertThat(get("/changes/difference", "?to=" + id + "&from=" + id).path("items"))
                .isEmpty();
        assertThat(get("/changes/difference", "?to=" + id + "&limit=1")
                        .path("truncated")
                        .isBoolean())
                .isTrue();
        org.assertj.core.api.Assertions.assertThat(server.uploads()).satisfies(folder -> {
            try (var left = Files.walk(folder)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        });
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void an_upload_that_cannot_be_read_fails_with_a_sentence_and_without_paths() {
        var accepted = CONTRACT.check("POST /imports", server.upload(Map.of("gaad.json", "{\"UserDetailList\": [")));
        var events = server.get(accepted.path("events").asText(), "Accept", "text/event-stream");
        assertThat(events.body())
                .contains("event: failed")
                .contains("gaad.json")
                .doesNotContain(server.uploads().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/summary", "/entities?kind=User", "/entity?id=" + BOT, "/services", "/queries", "/cypher/words"
            })
    void who_has_the_newest_answer_is_told_so(String path) {
        var first = server.get("/api/v1" + path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = server.get("/api/v1" + path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.get("/api/v1" + path, "If-None-Match", "W/\"older\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/entities 400 ?limit=0",
                "/entities 400 ?limit=x",
                "/entities 400 ?limit=1001",
                "/entities 400 ?verdict=GREEN",
                "/entities 400 ?sort=colour",
                "/entities 400 ?cursor=%21%21",
                "/entities 400 ?cursor=bm9wZQ",
                "/entities 400 ?sort=createDate&cursor=NQpub3BlCmlk",
                "/entities 400 ?sort=-lastUsed&cursor=NQpub3BlCmlk",
                "/entities 400 ?unusedSince=yesterday",
                "/entities 400 ?unusedSince=2026-99-01",
                "/entities 400 ?format=xml",
                "/entity 400 ''",
                "/entity 404 ?id=arn:aws:iam::1:role/none",
                "/deletion 400 ''",
                "/deletion 404 ?id=arn:aws:iam::1:role/none",
                "/deletion 422 ?id=autoscaling.amazonaws.com",
                "/deletion 400 ?id=x&maxAge=long",
                "/services 404 ?id=none.amazonaws.com",
                "/services 400 ?present=perhaps",
                "/tags 404 ?key=NoSuchKey",
                "/graph 400 ''",
                "/graph 404 ?id=none",
                "/graph 400 ?id=x&depth=9",
                "/graph 400 ?open=folded:bm9wZQ",
                "/graph/path 400 ?from=x",
                "/graph/path 404 ?from=none&to=none",
                "/changes 400 ?what=moved",
                "/changes 400 ?since=monday",
                "/changes 400 ?became=BETTER",
                "/changes/difference 400 ''",
                "/changes/difference 404 ?to=none",
                "/imports 400 ?cursor=x",
            })
    void what_is_wrong_is_answered_with_a_sentence(String operation, int status, String query) {
        var response = server.get("/api/v1" + operation + query);
        assertThat(response.statusCode()).isEqualTo(status);
        var problem = CONTRACT.check("GET " + operation, response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).endsWith(".").doesNotContain("Exception");
    }

    @Test
    void wrong_names_bodies_and_queries_are_answered_with_a_sentence() {
        CONTRACT.check("GET /queries/{name}", server.get("/api/v1/queries/no-such-question"));
        assertThat(CONTRACT.check("GET /queries/{name}", server.get("/api/v1/queries/unused-roles?p.days=soon"))
                        .path("detail")
                        .asText())
                .contains("days");
        CONTRACT.check("GET /imports/{id}", server.get("/api/v1/imports/none"));
        CONTRACT.check(
                "GET /imports/{id}/events", server.get("/api/v1/imports/none/events", "Accept", "text/event-stream"));
        for (var body : List.of(
                "",
                "{",
                "[]",
                "{\"ids\": []}",
                "{\"ids\": [\"" + BOT + "\"], \"format\": \"pdf\"}",
                "{\"tags\": [\"x\"]}",
                "{\"colour\": 1}")) {
            var response = server.post("/api/v1/plans", body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            CONTRACT.check("POST /plans", response);
        }
        assertThat(server.post("/api/v1/plans", "{\"ids\": [\"none\"]}").statusCode())
                .isEqualTo(404);
        var refused = CONTRACT.check("POST /cypher", server.post("/api/v1/cypher", "{\"query\": \"CREATE (:X)\"}"));
        assertThat(refused.path("type").asText()).endsWith("cypher-refused");
        var wrong =
                CONTRACT.check("POST /cypher", server.post("/api/v1/cypher", "{\"query\": \"MATCH (n)\\nRETRUN n\"}"));
        assertThat(wrong.path("position").path("line").asInt()).isEqualTo(2);
        var text = server.send(server.request("/api/v1/cypher")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"query\": \"RETURN 1\"}"))
                .header("Content-Type", "text/plain"));
        assertThat(text.statusCode()).isEqualTo(415);
        CONTRACT.check("POST /cypher", text);
        var large = server.post("/api/v1/cypher", "{\"query\": \"RETURN 1 //" + "x".repeat(2 << 20) + "\"}");
        assertThat(large.statusCode()).isEqualTo(413);
        CONTRACT.check("POST /cypher", large);
        CONTRACT.check("POST /imports", server.upload(Map.of()));
        CONTRACT.check("POST /imports", server.post("/api/v1/imports", "{}"));
        for (var name : List.of("../../etc/passwd", "a/../../b.json", "C:\\x.json")) {
            assertThat(CONTRACT.check("POST /imports", server.upload(Map.of(name, "{}")))
                            .path("status")
                            .asInt())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(server.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(server.send(server.request("/api/v1/summary").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void findings_come_the_worst_first_with_their_document_their_fix_and_what_nobody_knows() {
        var found = get("/findings", "").path("items");
        assertThat(texts(found, "severity")).startsWith("high").endsWith("low");
        for (var item : found) {
            if (item.path("name").asText().equals("users-without-mfa")) {
                assertThat(item.path("count").asInt()).isEqualTo(1);
                assertThat(item.path("unknown").asInt()).isEqualTo(7);
                assertThat(item.path("accounts").get(0).path("accountId").asText())
                        .isEqualTo("444455556666");
                assertThat(item.path("rows").get(0).path("name").asText()).isEqualTo("dev.otto");
                assertThat(item.path("rows").get(0).path("kind").asText()).isEqualTo("User");
            }
        }
        assertThat(texts(found, "name")).contains("users-without-mfa");
        for (var item : get("/findings", "?account=111122223333").path("items")) {
            item.path("rows")
                    .forEach(row -> assertThat(row.path("accountId").asText()).isEqualTo("111122223333"));
        }
        assertThat(get("/findings", "?account=none").path("items")).isEmpty();
        for (var item : get("/findings", "?rows=0").path("items")) {
            assertThat(item.path("rows")).isEmpty();
            assertThat(item.path("count")).isNotNull();
        }
    }

    @Test
    void every_finding_counts_the_rows_of_its_question() {
        for (var item : get("/findings", "?rows=0").path("items")) {
            var question = item.path("name").asText();
            long found = rows(get("/queries/{name}", "", question)).stream()
                    .map(row -> row.get("finding"))
                    .filter(finding -> finding != null && !finding.equals(dev.identityexplorer.cypher.Finding.UNKNOWN))
                    .count();
            assertThat(item.path("count").asLong()).as(question).isEqualTo(found);
        }
    }

    @Test
    void a_report_comes_as_a_download_that_no_browser_runs_here_or_as_json() {
        for (var format : List.of("html", "md")) {
            var report = server.get("/api/v1/report?account=111122223333&format=" + format);
            CONTRACT.check("GET /report", report);
            assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
                    .isEqualTo("attachment; filename=\"identities." + format + "\"");
            assertThat(report.body()).contains("111122223333", "vendor-billing");
        }
        var json = get("/report", "?format=json");
        assertThat(texts(json.path("findings"), "name")).contains("users-without-mfa");
        assertThat(server.get("/api/v1/report?account=none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/report?format=pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void campaigns_are_listed_with_their_members() {
        var campaigns = new Campaigns(TestDatabase.engine(), Organization.LIBRARY);
        campaigns.create("two of them", "2 named", List.of(BOT, "arn:aws:iam::111122223333:role/old-batch"));
        try {
            assertThat(texts(get("/campaigns", "").path("items"), "name")).containsExactly("two of them");
            var one = CONTRACT.check("GET /campaigns/{name}", server.get("/api/v1/campaigns/two%20of%20them"));
            assertThat(one.path("planned").asInt()).isEqualTo(2);
            assertThat(texts(one.path("items"), "kind")).containsExactlyInAnyOrder("User", "Role");
        } finally {
            campaigns.end("two of them");
        }
        CONTRACT.check("GET /campaigns/{name}", server.get("/api/v1/campaigns/none"));
    }

    @Test
    void a_campaign_is_begun_once_and_ended() {
        var path = "/api/v1/campaigns/over%20here";
        var begin =
                "{\"name\": \"over here\", \"tags\": [\"Team=audit\"], \"query\": \"unused-roles\", \"params\": {\"days\": \"180\"}}";
        var begun = CONTRACT.check("POST /campaigns", server.post("/api/v1/campaigns", begin));
        assertThat(begun.path("selection").asText()).isEqualTo("tag Team=audit, question unused-roles {days=180}");
        assertThat(begun.path("planned").asInt())
                .isPositive()
                .isEqualTo(begun.path("members").asInt());
        var again = server.post("/api/v1/campaigns", begin);
        CONTRACT.check("POST /campaigns", again);
        assertThat(again.statusCode()).isEqualTo(409);
        CONTRACT.check(
                "DELETE /campaigns/{name}", server.send(server.request(path).DELETE()));
        assertThat(server.get(path).statusCode()).isEqualTo(404);
        CONTRACT.check(
                "DELETE /campaigns/{name}", server.send(server.request(path).DELETE()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"x\"}",
                "{\"name\": \" \", \"ids\": [\"" + BOT + "\"]}",
                "{\"name\": \"x\", \"tags\": [\"no tag\"]}",
                "{\"name\": \"x\", \"tags\": [\"none=none\"]}",
                "{\"name\": \"x\", \"query\": \"no-question\"}",
                "{\"name\": \"x\", \"query\": \"unused-roles\", \"params\": {\"days\": \"many\"}}"
            })
    void a_campaign_that_selects_nothing_is_refused(String body) {
        var refused = server.post("/api/v1/campaigns", body);
        CONTRACT.check("POST /campaigns", refused);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(get("/campaigns", "").path("items")).isEmpty();
    }

    @Test
    void health_and_the_contract_are_served() {
        assertThat(get("/health", "").path("status").asText()).isEqualTo("up");
        var contract = server.get("/api/v1/openapi.yaml");
        CONTRACT.check("GET /openapi.yaml", contract);
        assertThat(contract.body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void where_no_token_is_needed_everybody_is_an_editor() {
        for (var session : List.of(
                CONTRACT.check("GET /session", server.get("/api/v1/session")),
                CONTRACT.check("POST /session", server.post("/api/v1/session", "{\"token\": \"\"}")),
                CONTRACT.check(
                        "DELETE /session",
                        server.send(server.request("/api/v1/session").DELETE())))) {
            assertThat(session.path("role").asText()).isEqualTo("editor");
            assertThat(session.path("tokenNeeded").asBoolean()).isFalse();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void no_operation_of_the_contract_went_untested() {
        assertThat(CONTRACT.unchecked()).isEmpty();
    }
}
