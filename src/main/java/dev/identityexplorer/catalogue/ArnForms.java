package dev.identityexplorer.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the type of a resource from its ARN, by the forms that {@link Inventory#arns()} has. */
public final class ArnForms {

    private static final Pattern OPEN = Pattern.compile("\\{(\\w+|\\*)}");

    private record Form(Pattern pattern, String type) {}

    private final Map<String, List<Form>> byService = new HashMap<>();

    public ArnForms(Inventories inventories) {
        for (var inventory : inventories.all()) {
            for (var arn : inventory.arns()) {
                byService
                        .computeIfAbsent(arn.split(":")[2], service -> new ArrayList<>())
                        .add(new Form(pattern(arn), inventory.type()));
            }
        }
    }

    /** The type of the resource that an ARN names, where its form is known. */
    public Optional<String> typeOf(String arn) {
        var parts = arn.split(":", 4);
        return parts.length < 4
                ? Optional.empty()
                : byService.getOrDefault(parts[2], List.of()).stream()
                        .filter(form -> form.pattern().matcher(arn).matches())
                        .map(Form::type)
                        .findFirst();
    }

    private static Pattern pattern(String arn) {
        return Pattern.compile(OPEN.matcher(arn.replace(".", "\\.")).replaceAll(m -> switch (m.group(1)) {
            case "*" -> ".+";
            case "id" -> "[^/]+";
            default -> "[^:]*";
        }));
    }
}
