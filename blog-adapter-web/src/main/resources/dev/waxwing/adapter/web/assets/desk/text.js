/* The text under somebody's hands: CodeMirror in the place of the plain field, which it keeps up to date. */

import {
    EditorState,
    EditorView,
    HighlightStyle,
    defaultKeymap,
    drawSelection,
    highlightSelectionMatches,
    history,
    historyKeymap,
    keymap,
    markdown,
    markdownLanguage,
    searchKeymap,
    syntaxHighlighting,
    tags,
} from "./codemirror.js";

const look = EditorView.theme({
    "&": { fontFamily: "var(--serif)" },
    ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.6", overflow: "auto", maxHeight: "75vh" },
    ".cm-content": { padding: "0.8em 0.9em", caretColor: "var(--ink)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { background: "var(--mark) !important" },
    ".cm-panel.cm-search input[type=checkbox]": { width: "1.5rem", height: "1.5rem", verticalAlign: "middle" },
    ".cm-panel.cm-search button": { minWidth: "1.75rem", minHeight: "1.75rem" },
    ".cm-panel.cm-search .cm-textfield": { background: "var(--paper)", color: "var(--ink)", borderColor: "var(--line)", fontSize: "inherit" },
    ".cm-panel.cm-search label": { fontSize: "inherit" },
    ".cm-panels": { background: "var(--code-paper)", color: "var(--ink)", borderColor: "var(--line)" },
});

const words = HighlightStyle.define([
    { tag: tags.heading, fontWeight: "650" },
    { tag: tags.strong, fontWeight: "650" },
    { tag: tags.emphasis, fontStyle: "italic" },
    { tag: tags.strikethrough, textDecoration: "line-through" },
    { tag: [tags.link, tags.url], color: "var(--accent-ink)" },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], color: "var(--ink-quiet)" },
    { tag: tags.monospace, fontFamily: "var(--mono)", fontSize: "0.9em" },
]);

/** Takes the place of a textarea; calls changed() after every change, whoever made it. */
export function editorOf(field, nonce, keys, changed) {
    const label = field.labels[0];
    label.id = label.id || "markdown-label";
    const marks = new Set();
    const view = new EditorView({
        state: EditorState.create({
            doc: field.value,
            extensions: [
                EditorView.cspNonce.of(nonce),
                history(),
                drawSelection(),
                highlightSelectionMatches(),
                EditorView.lineWrapping,
                markdown({ base: markdownLanguage }),
                syntaxHighlighting(words),
                look,
                EditorView.contentAttributes.of({
                    "aria-labelledby": label.id,
                    "aria-multiline": "true",
                    tabindex: "0",
                    spellcheck: "true",
                    autocorrect: "on",
                    autocapitalize: "on",
                }),
                keymap.of([...keys, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
                EditorView.updateListener.of((update) => {
                    if (update.docChanged) {
                        marks.forEach((mark) => (mark.place = update.changes.mapPos(mark.place, 1)));
                        changed();
                    }
                }),
            ],
        }),
    });
    field.hidden = true;
    field.after(view.dom);
    label.addEventListener("click", () => view.focus());
    return {
        view,
        get: () => view.state.doc.toString(),
        /** Puts another text there; undo brings the former one back. */
        set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
        /** Lets the plain field hold what is written, for the form to send. */
        store: () => {
            field.value = view.state.doc.toString();
        },
        selected: () => {
            const { from, to } = view.state.selection.main;
            return view.state.sliceDoc(from, to);
        },
        insert: (text) => {
            view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
            view.focus();
        },
        /** A place that moves with the text around it: where the pointer is, if it is over the text, else behind the caret. */
        mark: (pointer) => {
            const over = pointer && view.contentDOM.contains(pointer.target) ? view.posAtCoords(pointer) : null;
            const mark = { place: over ?? view.state.selection.main.to };
            marks.add(mark);
            return mark;
        },
        forget: (mark) => marks.delete(mark),
        insertAt: (mark, text) => view.dispatch({ changes: { from: mark.place, insert: text } }),
        caret: () => view.state.selection.main.head,
        putCaret: (place) => {
            view.dispatch({ selection: { anchor: place }, scrollIntoView: true });
            view.focus();
        },
        /** Puts marks around what is selected, or takes them away. */
        surround: (mark) => {
            const { from, to } = view.state.selection.main;
            const chosen = view.state.sliceDoc(from, to);
            const bare = chosen.startsWith(mark) && chosen.endsWith(mark) && chosen.length >= 2 * mark.length;
            const insert = bare ? chosen.slice(mark.length, chosen.length - mark.length) : mark + chosen + mark;
            const caret = chosen === "" ? from + mark.length : from + insert.length;
            view.dispatch({ changes: { from, to, insert }, selection: { anchor: caret } });
            return true;
        },
        goTo: (place) => {
            view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: "start" }) });
            view.focus();
        },
        focus: () => view.focus(),
    };
}

/** The headings of a Markdown text, and where they stand. */
export function outlineOf(text) {
    const headings = [];
    let place = 0;
    let fence = "";
    for (const line of text.split("\n")) {
        const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line);
        if (marks && (fence === "" || marks[1].startsWith(fence))) {
            fence = fence === "" ? marks[1] : "";
        }
        const heading = fence === "" && /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
        if (heading) {
            headings.push({ level: heading[1].length, words: heading[2].replace(/\s*\{#[^}]*\}$/, ""), place });
        }
        place += line.length + 1;
    }
    return headings;
}

/** How many words somebody reads, near enough while they are written. */
export function countWords(text) {
    return (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) || []).length;
}
