package dev.identityexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long a running server takes to answer what the pages ask: {@code AnswerTimes http://127.0.0.1:7070/ [ROUNDS
 * [USERS | QUESTION]]}. Each kind of question is asked with changing entities, names and filters, never revalidated by ETag; a tenth
 * of the rounds warms up and is not counted. Ends with 1 where the 95th percentile of one is above 100 ms.
 *
 * <p>With the name of a QUESTION, only that one.
 *
 * <p>With USERS, so many ask all kinds of questions at random for two minutes, each a second after the answer to the last
 * one; ends with 1 where the 99th percentile is above 250 ms.
 */
public final class AnswerTimes {

    private static final double ALLOWED = 100;
    private static final double ALLOWED_UNDER_LOAD = 250;
    private static final Duration LOAD = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final List<String> KINDS =
            List.of("User", "Role", "ServiceLinkedRole", "Group", "CustomerManaged", "InlinePolicy", "AccessKey");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final URI api;

    private AnswerTimes(URI api) {
        this.api = api;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var times = new AnswerTimes(URI.create(args[0]).resolve("/api/v1/"));
        var third = args.length > 2 ? args[2] : "";
        boolean fast = third.matches("[0-9]+")
                ? times.load(Integer.parseInt(third))
                : times.run(args.length > 1 ? Integer.parseInt(args[1]) : 100, third);
        System.exit(fast ? 0 : 1);
    }

    private boolean load(int users) throws IOException, InterruptedException {
        var paths = List.copyOf(questions(get("summary")).values());
        var millis = new ConcurrentLinkedQueue<Double>();
        var slowest = new ConcurrentHashMap<String, Double>();
        var failures = new ConcurrentLinkedQueue<String>();
        var end = Instant.now().plus(LOAD);
        var threads = Executors.newFixedThreadPool(users);
        for (int user = 0; user < users; user++) {
            var choice = new Random(user);
            threads.execute(() -> {
                while (Instant.now().isBefore(end)) {
                    var kind = paths.get(choice.nextInt(paths.size()));
                    var path = kind.get(choice.nextInt(kind.size()));
                    try {
                        Thread.sleep(choice.nextInt((int) LOOK.toMillis() * 2));
                        long start = System.nanoTime();
                        get(path);
                        double took = (System.nanoTime() - start) / 1e6;
                        millis.add(took);
                        slowest.merge(path, took, Math::max);
                    } catch (IOException e) {
                        failures.add(String.valueOf(e.getMessage()));
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(LOAD.toMinutes() + 1, TimeUnit.MINUTES);
        var sorted = millis.stream().sorted().toList();
        failures.stream().distinct().limit(10).forEach(System.out::println);
        slowest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(10)
                .forEach(question -> System.out.printf("%8.1f %s%n", question.getValue(), question.getKey()));
        System.out.printf(
                "%d users, %d answers, %d failures: median %.1f, 95 %% %.1f, 99 %% %.1f, most %.1f%n",
                users,
                sorted.size(),
                failures.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
        return failures.isEmpty() && at(sorted, 0.99) <= ALLOWED_UNDER_LOAD;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1));
    }

    private boolean run(int rounds, String only) throws IOException, InterruptedException {
        var summary = get("summary");
        long entities = 0;
        for (var cell : summary.get("counts")) {
            entities += cell.get("count").asLong();
        }
        System.out.printf(
                "%d entities in %d accounts, %d rounds%n",
                entities, summary.get("accounts").size(), rounds);
        System.out.printf("%-34s %8s %8s %8s %8s%n", "question", "median", "95 %", "99 %", "most");
        boolean fast = true;
        var questions = questions(summary);
        questions.keySet().removeIf(name -> !only.isEmpty() && !name.equals(only));
        for (var question : questions.entrySet()) {
            fast &= measure(question.getKey(), question.getValue(), rounds);
        }
        return fast;
    }

    private Map<String, List<String>> questions(JsonNode summary) throws IOException, InterruptedException {
        var questions = new LinkedHashMap<String, List<String>>();
        var accounts = new ArrayList<String>();
        summary.get("accounts")
                .forEach(account -> accounts.add(account.get("accountId").asText()));
        var ids = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var kind : KINDS) {
            for (int page = 0; page < 12; page++) {
                var one = accounts.get(random.nextInt(accounts.size()));
                for (var item :
                        get("entities?limit=5&account=" + one + "&kind=" + kind).get("items")) {
                    ids.add(encoded(item.get("id").asText()));
                    names.add(item.get("name").asText());
                }
            }
        }
        // in an invented organization, those that most others hang on come first
        var hubs = new ArrayList<String>();
        for (var kind : List.of("Group", "CustomerManaged", "AwsManaged")) {
            get("entities?limit=2&sort=name&kind=" + kind)
                    .get("items")
                    .forEach(item -> hubs.add(encoded(item.get("id").asText())));
        }
        var services = new ArrayList<String>();
        summary.get("services")
                .forEach(service -> services.add(service.get("id").asText()));
        var keys = new ArrayList<String>();
        get("tags?limit=20")
                .get("items")
                .forEach(key -> keys.add(encoded(key.get("key").asText())));
        var account = accounts.stream().map(id -> "&account=" + id).toList();

        questions.put("summary", List.of("summary"));
        questions.put("list: first page", List.of("entities", "entities?kind=Role", "entities?kind=User"));
        questions.put("list: of a verdict", List.of("entities?verdict=BLOCKED", "entities?kind=Role&verdict=CLEAR"));
        questions.put("list: of an account", prefixed("entities?kind=Role", account));
        questions.put("list: of a tag", prefixed("entities?tag=", keys));
        questions.put("list: without a tag", prefixed("entities?lacksTag=", keys));
        questions.put("list: of a service", prefixed("entities?service=", services));
        questions.put("list: unused", List.of("entities?unusedSince=90d", "entities?unusedSince=400d&kind=Role"));
        questions.put("list: by last use", List.of("entities?sort=-lastUsed", "entities?sort=createDate"));
        questions.put("list: by verdict", List.of("entities?sort=verdict", "entities?sort=-name"));
        questions.put("search: a letter", prefixed("entities?limit=12&q=", List.of("a", "b", "R", "s", "x")));
        questions.put("search: the start of a name", prefixed("entities?limit=12&q=", cut(names, 0)));
        questions.put("search: within names", prefixed("entities?limit=12&q=", cut(names, 3)));
        questions.put("search: an ARN", prefixed("entities?limit=12&q=", ids));
        questions.put("entity", prefixed("entity?id=", ids));
        questions.put("deletion", prefixed("deletion?id=", ids));
        questions.put("deletion: of a hub", prefixed("deletion?id=", hubs));
        questions.put("graph", prefixed("graph?id=", ids));
        questions.put("services", List.of("services", "services?present=true"));
        questions.put("service", prefixed("services?id=", services));
        questions.put("tags", List.of("tags"));
        questions.put("tag", prefixed("tags?key=", keys));
        questions.put("changes", List.of("changes"));
        questions.put("imports", List.of("imports"));
        questions.put("queries", List.of("queries"));
        questions.values().removeIf(List::isEmpty);
        return questions;
    }

    private boolean measure(String name, List<String> paths, int rounds) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        int cold = Math.max(paths.size() < 6 ? paths.size() : 6, rounds / 10);
        for (int round = -cold; round < rounds; round++) {
            var path = round < 0 ? paths.get((round + cold) % paths.size()) : paths.get(random.nextInt(paths.size()));
            long start = System.nanoTime();
            get(path);
            if (round >= 0) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        millis.sort(null);
        double high = at(millis, 0.95);
        System.out.printf(
                "%-34s %8.1f %8.1f %8.1f %8.1f%s%n",
                name, at(millis, 0.5), high, at(millis, 0.99), at(millis, 1), high > ALLOWED ? "  too slow" : "");
        return high <= ALLOWED;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer =
                client.send(HttpRequest.newBuilder(api.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    private static List<String> prefixed(String prefix, List<String> ends) {
        return ends.stream().map(end -> prefix + end).toList();
    }

    /** Six letters of each name. */
    private static List<String> cut(List<String> names, int from) {
        return names.stream()
                .filter(name -> name.length() >= from + 6)
                .map(name -> encoded(name.substring(from, from + 6)))
                .distinct()
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
