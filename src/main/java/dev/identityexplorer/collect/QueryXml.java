package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.Inventories;
import dev.identityexplorer.catalogue.ReadCall;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Answers of the query protocol without their model: what holds {@code member}s is a list, what holds {@code entry}s of a
 * {@code key} and a {@code value} is an object. Numbers and Booleans stay texts,
 * and an empty element is left out unless it is one of the lists that the inventories read.
 */
final class QueryXml {

    private static final String ELEMENT_OF_LIST = "member";
    private static final String ELEMENT_OF_MAP = "entry";

    private QueryXml() {}

    static ObjectNode answer(ReadCall call, String body) {
        var root = parse(body).getDocumentElement();
        if (!root.getTagName().equals(call.api() + "Response")) {
            throw SdkClientException.create(
                    "The answer of " + call.operation() + " is a '" + root.getTagName() + "' instead.");
        }
        var lists =
                Inventories.bundled().operations().getOrDefault(call.fileName(), java.util.Map.of()).values().stream()
                        .map(shown -> shown.list().split("\\.")[0])
                        .collect(Collectors.toSet());
        return children(root).stream()
                .filter(child -> child.getTagName().equals(call.api() + "Result"))
                .findFirst()
                .map(result -> object(result, lists))
                .orElseThrow(() -> SdkClientException.create("The answer of " + call.operation() + " has no result."));
    }

    /** {@code Code} and {@code Message} of an error; nothing if it has neither. */
    static JsonNode error(String body) {
        try {
            var error = parse(body).getElementsByTagName("Error");
            return error.getLength() == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : object((Element) error.item(0), Set.of());
        } catch (SdkClientException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static ObjectNode object(Element element, Set<String> lists) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var child : children(element)) {
            var inside = children(child);
            if (holds(inside, ELEMENT_OF_LIST)) {
                var array = object.putArray(child.getTagName());
                inside.forEach(member -> array.add(value(member)));
            } else if (holds(inside, ELEMENT_OF_MAP)) {
                var map = object.putObject(child.getTagName());
                inside.forEach(entry -> map.put(text(entry, "key"), text(entry, "value")));
            } else if (inside.isEmpty() && child.getTextContent().isBlank()) {
                if (lists.contains(child.getTagName())) {
                    object.putArray(child.getTagName());
                }
            } else {
                object.set(child.getTagName(), value(child));
            }
        }
        return object;
    }

    private static boolean holds(List<Element> elements, String name) {
        return !elements.isEmpty()
                && elements.stream().allMatch(e -> e.getTagName().equals(name));
    }

    private static String text(Element entry, String name) {
        return children(entry).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    private static JsonNode value(Element element) {
        return children(element).isEmpty()
                ? JsonNodeFactory.instance.textNode(element.getTextContent())
                : object(element, Set.of());
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Document parse(String body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, and prints nothing
            return builder.parse(new InputSource(new StringReader(body)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw SdkClientException.create("The answer is not XML.", e);
        }
    }
}
