package dev.waxwing.adapter.markdown;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Blocks of code: a label, colours, a place for the keyboard to scroll, and not one character changed. */
final class CodeBlocks {
    private static final String PREFIX = "language-";

    private CodeBlocks() {}

    static void dress(Parts parts) {
        Highlighter highlighter = new Highlighter();
        for (Element block : parts.of("pre")) {
            block.attr("tabindex", "0");
            nameByAttribute(block);
            Element code = block.firstElementChild();
            boolean framed =
                    block.parent() != null && block.parent().className().equals("code");
            if (!framed
                    && block.childNodeSize() == 1
                    && code != null
                    && code.normalName().equals("code")) {
                dress(block, code, highlighter);
            }
        }
    }

    private static void dress(Element block, Element code, Highlighter highlighter) {
        Element figure = new Element("figure").addClass("code");
        block.replaceWith(figure);
        Optional<Language> language = named(code).flatMap(Language::named);
        named(code).ifPresent(name -> {
            String label = language.map(Language::label).orElse(name);
            if (!label.isEmpty()) {
                figure.appendElement("figcaption").text(label);
            }
            code.attr("class", PREFIX + language.map(Language::id).orElse(name));
        });
        figure.appendChild(block);
        if (language.isPresent() && code.childNodeSize() == 1 && code.childNode(0) instanceof TextNode text) {
            highlighter.colour(text.getWholeText(), language.get(), code);
        }
    }

    /** {@code <pre lang="php">} is how WordPress plug-ins named the language of code. */
    private static void nameByAttribute(Element block) {
        Optional<Language> language = Language.named(block.attr("lang"));
        if (language.isPresent() && block.childNodeSize() == 1 && block.childNode(0) instanceof TextNode text) {
            block.removeAttr("lang");
            Element code =
                    new Element("code").attr("class", PREFIX + language.get().id());
            text.replaceWith(code);
            code.appendChild(text);
        }
    }

    /** The class a block brings from its fence, or from its author. */
    private static Optional<String> named(Element code) {
        String written = code.className();
        return Optional.of(written)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()));
    }

    /** {@code java}, {@code rust,ignore}, {@code js{1,3}} and {@code {.python}} all name a language by their first word. */
    static final class Attributes implements AttributeProvider {
        private static final Pattern NAME = Pattern.compile("[{.]*+([A-Za-z0-9][\\w.#+-]*+)");

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof FencedCodeBlock block && tag.equals("code") && block.getInfo() != null) {
                Matcher name = NAME.matcher(block.getInfo());
                attributes.remove("class");
                if (name.lookingAt()) {
                    attributes.put("class", PREFIX + name.group(1));
                }
            }
        }
    }
}
