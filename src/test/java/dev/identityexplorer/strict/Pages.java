package dev.identityexplorer.strict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The two ways in which account authorization details come in pages. */
record Pages(Map<String, List<Object>> whole, int size) {

    /** As the API answers: all lists one after the other, with {@code IsTruncated} and {@code Marker}. */
    Map<Integer, Map<String, Object>> asApi() {
        var pages = new TreeMap<Integer, Map<String, List<Object>>>();
        var page = empty();
        int count = 0;
        for (var section : whole.entrySet()) {
            for (var item : section.getValue()) {
                if (count == size) {
                    pages.put(pages.size() + 1, page);
                    page = empty();
                    count = 0;
                }
                page.get(section.getKey()).add(item);
                count++;
            }
        }
        pages.put(pages.size() + 1, page);
        var answers = new TreeMap<Integer, Map<String, Object>>();
        pages.forEach((n, lists) -> {
            var answer = new LinkedHashMap<String, Object>(lists);
            answer.put("IsTruncated", n < pages.size());
            if (n < pages.size()) {
                answer.put("Marker", "m" + n);
            }
            answers.put(n, answer);
        });
        return answers;
    }

    /** As the CLI prints under {@code --max-items}: it counts users, and the first page has all the rest. */
    Map<Integer, Map<String, Object>> asCli() {
        var pages = new TreeMap<Integer, Map<String, Object>>();
        var users = whole.getOrDefault("UserDetailList", List.of());
        int count = Math.max(1, (users.size() + size - 1) / size);
        for (int n = 1; n <= count; n++) {
            var page = new LinkedHashMap<String, Object>(n == 1 ? whole : empty());
            page.put(
                    "UserDetailList",
                    users.subList(Math.min((n - 1) * size, users.size()), Math.min(n * size, users.size())));
            if (n < count) {
                page.put("NextToken", "t" + n);
            }
            pages.put(n, page);
        }
        return pages;
    }

    private Map<String, List<Object>> empty() {
        var lists = new LinkedHashMap<String, List<Object>>();
        whole.keySet().forEach(key -> lists.put(key, new ArrayList<>()));
        return lists;
    }
}
