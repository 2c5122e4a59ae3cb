package dev.waxwing.adapter.markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** Headings that an author has named: {@code ## Title {#name}}. */
final class HeadingNames {
    private static final Pattern NAME = Pattern.compile("\\{:?[ \\t]*+#([^\\s{}#]++)[ \\t]*+}$");

    private HeadingNames() {}

    /** Hangs on a heading and is not seen. */
    static final class Name extends CustomNode implements OwnNode {
        private final String value;

        private Name(String value) {
            this.value = value;
        }

        @Override
        public void write(Writing html) {}
    }

    static void find(Node document) {
        for (Heading heading : Nodes.all(document, Heading.class)) {
            if (heading.getLastChild() instanceof Text text) {
                name(heading, text);
            }
        }
    }

    private static void name(Heading heading, Text text) {
        int brace = text.getLiteral().lastIndexOf('{');
        if (brace < 0) {
            return;
        }
        String before = text.getLiteral().substring(0, brace).stripTrailing();
        Matcher name = NAME.matcher(text.getLiteral().substring(brace));
        if (name.matches()) {
            text.setLiteral(before);
            heading.appendChild(new Name(Escapes.restored(name.group(1))));
        }
    }

    /** Writes the names. */
    static final class Attributes implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading heading && heading.getLastChild() instanceof Name name) {
                attributes.put("id", name.value);
            }
        }
    }
}
