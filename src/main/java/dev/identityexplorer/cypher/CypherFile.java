package dev.identityexplorer.cypher;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .cypher} file.
 *
 * @param kind the folder below {@code cypher/} ({@code load}, {@code rules}, {@code explore} …), {@code schema} for
 *     {@code schema.cypher}, {@code own} for a person's own file
 * @param name the file's name without {@code .cypher}: the name of the query in CLI, URL and UI
 * @param title one line; a person's own file without one has its name
 * @param description may be empty
 * @param parameters in the order of the header
 * @param fields all fields of the header by key, title and description included
 * @param text the whole file, usable as it is in cypher-shell and Neo4j Browser
 * @param statements the Cypher to send to a server, without header, {@code :param} lines and semicolons
 */
public record CypherFile(
        String kind,
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Map<String, List<String>> fields,
        String text,
        List<String> statements) {

    /** The kind of a person's own file. */
    public static final String OWN = "own";

    private static final String EXPLORE = "explore";
    private static final Set<String> CALLED_BY_PEOPLE = Set.of(EXPLORE, "rules");

    public CypherFile {
        parameters = List.copyOf(parameters);
        fields = Map.copyOf(fields);
        statements = List.copyOf(statements);
    }

    /**
     * A person's own file; it needs no header, and its {@code :param} lines give the defaults, as in cypher-shell.
     *
     * @throws CypherFileException if it cannot be read, holds no statement, or a line of it is wrong
     */
    public static CypherFile parse(Path path) {
        var fileName = path.getFileName();
        var name = fileName == null ? "" : fileName.toString();
        try {
            return parse(OWN, name.replaceFirst("\\.cypher$", ""), path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new CypherFileException(path + " is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new CypherFileException(
                    path + " cannot be read: check that the file exists and that you may read it.", e);
        }
    }

    /** As {@link #parse(Path)}, for text that comes from elsewhere, such as the console; {@code name} is for messages. */
    public static CypherFile parse(String name, String text) {
        return parse(OWN, name, name, text);
    }

    /** Reads {@code text}; {@code file} is what messages call it. */
    static CypherFile parse(String kind, String name, String file, String text) {
        boolean own = kind.equals(OWN);
        var clean = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        var header = Header.read(file, clean, !own);
        var body = clean.lines().skip(header.lines()).collect(Collectors.joining("\n"));
        var split = Statements.split(file, body, header.lines() + 1);
        var parameters = new LinkedHashMap<>(header.parameters());
        split.commands().forEach(command -> command.mergeInto(parameters, file, own));
        checkUse(kind, file, header, parameters.keySet(), split);
        if (kind.equals(EXPLORE)) {
            Finding.of(file, header.fields());
        }
        return new CypherFile(
                kind,
                name,
                single(header, "title", file, own ? Optional.of(name) : Optional.empty()),
                single(header, "description", file, own ? Optional.of("") : Optional.empty()),
                new ArrayList<>(parameters.values()),
                header.fields(),
                clean,
                split.statements());
    }

    private static void checkUse(String kind, String file, Header header, Set<String> declared, Statements split) {
        if (split.statements().isEmpty()) {
            throw new CypherFileException(file + " holds no Cypher statement.");
        }
        var unused = new TreeSet<>(header.parameters().keySet());
        unused.removeAll(split.parameters());
        if (!kind.equals(OWN) && !unused.isEmpty()) {
            throw CypherFileException.inHeader(file, 1, "The Cypher below never uses parameter " + unused + ".");
        }
        var undeclared = new TreeSet<>(split.parameters());
        undeclared.removeAll(declared);
        if (CALLED_BY_PEOPLE.contains(kind) && !undeclared.isEmpty()) {
            throw CypherFileException.inHeader(file, 1, "The header declares no parameter " + undeclared + ".");
        }
    }

    private static String single(Header header, String key, String file, Optional<String> otherwise) {
        var values = header.fields().getOrDefault(key, List.of());
        if (values.size() == 1) {
            return values.get(0);
        }
        return otherwise.orElseThrow(() -> CypherFileException.inHeader(
                file, 1, "The header needs exactly one '// " + key + ": …' and has " + values.size() + "."));
    }

    /** All values of the header field {@code key}, such as {@code evidence}; empty if there is none. */
    public List<String> values(String key) {
        return fields.getOrDefault(key, List.of());
    }

    /** The first value of the header field {@code key}. */
    public Optional<String> value(String key) {
        return values(key).stream().findFirst();
    }

    /** What the rows mean, if the header says that they are things to act on; see {@link Finding} for their columns. */
    public Optional<Finding> finding() {
        return kind.equals(EXPLORE) ? Finding.of(name, fields) : Optional.empty();
    }

    /**
     * The only statement of a file that asks one question.
     *
     * @throws CypherFileException if it holds more than one
     */
    public String statement() {
        if (statements.size() != 1) {
            throw new CypherFileException(name + ".cypher holds " + statements.size()
                    + " statements where exactly one can run; split the file.");
        }
        return statements.get(0);
    }

    /**
     * A value for every parameter: what {@code given} says, in the type of the example, else the example itself.
     *
     * @throws CypherFileException if a given name is none of the parameters or a text does not fit
     */
    public Map<String, @Nullable Object> arguments(Map<String, String> given) {
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        parameters.forEach(parameter -> arguments.put(parameter.name(), parameter.value()));
        var unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(arguments.keySet());
        if (!unknown.isEmpty()) {
            throw new CypherFileException("'" + name + "' has no parameter " + unknown + "; it has "
                    + (arguments.isEmpty() ? "none" : arguments.keySet()) + ".");
        }
        for (var parameter : parameters) {
            var text = given.get(parameter.name());
            if (text != null) {
                arguments.put(parameter.name(), parameter.convert(text));
            }
        }
        return arguments;
    }
}
