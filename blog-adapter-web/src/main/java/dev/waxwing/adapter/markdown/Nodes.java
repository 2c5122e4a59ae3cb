package dev.waxwing.adapter.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Walks on the tree of a text, without recursion. */
final class Nodes {
    private Nodes() {}

    /** Every node of one kind in document order, inner ones after those around them. */
    static <T extends Node> List<T> all(Node root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Node node = root; node != null; node = following(node, root)) {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        }
        return found;
    }

    /** The next node below {@code root} in document order. */
    static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node ancestor = node;
        while (ancestor != root && ancestor.getNext() == null) {
            ancestor = ancestor.getParent();
        }
        return ancestor == root ? null : ancestor.getNext();
    }

    /** Moves {@code first} and all of its later siblings to the end of another parent. */
    static void moveFrom(@Nullable Node first, Node parent) {
        Node node = first;
        while (node != null) {
            Node next = node.getNext();
            parent.appendChild(node);
            node = next;
        }
    }

    static void replace(Node old, Node replacement) {
        old.insertBefore(replacement);
        old.unlink();
    }
}
