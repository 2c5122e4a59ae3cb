/* The editor of the desk. The form below it works without; this saves by itself, shows a preview and helps with the rest. */

import { countWords, editorOf, outlineOf } from "./text.js";
import { Saver, copies, timeOf } from "./saving.js";

const form = document.getElementById("editor");
const NEW = "waxwing-new-";
const KEPT = "waxwing-post-";
const SENT = ["title", "excerpt", "cover", "alt", "language", "canonical"];
const field = (name) => form.elements.namedItem(name);
const saving = document.getElementById("saving");
let post = form.dataset.post;
let leaving = false;
let submitting = false;

/** Each page keeps its words apart from those of every other, as long as it lives: two tabs of one post lose nothing to each other. */
const thisPage = Date.now().toString(36) + Math.random().toString(36).slice(2);
navigator.locks?.request(thisPage, () => new Promise(() => {}));

const text = editorOf(
    field("markdown"),
    form.dataset.nonce,
    [
        { key: "Mod-s", run: () => (saveNow(), true), preventDefault: true },
        { key: "Mod-b", run: () => text.surround("**"), preventDefault: true },
        { key: "Mod-i", run: () => text.surround("*"), preventDefault: true },
        { key: "Mod-k", run: () => (askForLink(), true), preventDefault: true },
        { key: "Mod-Alt-p", run: () => (togglePreview(), true), preventDefault: true },
    ],
    () => changed(),
);

/* ---------- Saving ---------- */

const page = {
    address: () => (post === "" ? "/admin/posts" : "/admin/posts/" + post + "/text"),
    key: () => prefix() + thisPage,
    begins: () => field("post")?.value ?? "",
    csrf: () => field("csrf").value,
    renew: (token) => {
        for (const hidden of document.querySelectorAll("input[name=csrf]")) {
            hidden.value = token;
        }
    },
    /** What is written, in a form that two of them can be compared in. Tags count when their field is left. */
    fields: () => ({
        markdown: text.get(),
        ...Object.fromEntries(SENT.map((name) => [name, field(name).value])),
        tags: tagsWhenLeft(),
        authors: byline,
    }),
    form: (fields, version, revision) => {
        const sent = new URLSearchParams({
            ...fields,
            post: page.begins(),
            kind: field("kind")?.value ?? "",
            version,
            revision,
            tagsBefore: field("tagsBefore").value,
            authorsBefore: field("authorsBefore").value,
        });
        sent.delete("authors");
        fields.authors.forEach((author) => sent.append("authors", author));
        return sent;
    },
    acknowledged: (answer, sent) => {
        if (post === "") {
            post = answer.id;
            form.dataset.post = post;
            form.action = "/admin/posts/" + post;
            document.getElementById("revisions").href = form.action + "/revisions";
            for (const part of form.querySelectorAll("[data-stored]")) {
                part.hidden = false;
            }
            history.replaceState(null, "", "/admin/posts/" + post);
            heading.textContent = heading.textContent.replace(/^New/, "Edit");
            nameTab();
        }
        field("version").value = answer.version;
        field("revision").value = answer.revision;
        showStanding(answer);
        if (field("slug") && field("slug").value === field("slug").defaultValue) {
            field("slug").value = field("slug").defaultValue = field("slugBefore").value = answer.slug;
        }
        showOthers(answer.others);
        return { ...sent, ...withOthers(answer, sent) };
    },
    say: (state, words, link) => {
        saving.dataset.state = state;
        saving.textContent = words;
        if (link) {
            const anchor = document.createElement("a");
            Object.assign(anchor, { href: link.address, target: "_blank", textContent: link.words });
            saving.append(" ", anchor, ", and it is saved.");
        }
    },
    refused: showErrors,
    conflicted: showConflict,
};

/** Among several tabs each says which post it has. */
const heading = document.querySelector("h1");
const blog = document.title.slice(heading.textContent.length);
function nameTab() {
    const named = field("title").value.trim();
    document.title = (named === "" ? "" : named + " · ") + heading.textContent + blog;
}

/** A title is one line, which is shown on several where it is long; not every browser fits a field to what is in it. */
const title = field("title");
title.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        text.focus();
    }
});
title.addEventListener("input", () => {
    if (title.value.includes("\n")) {
        title.value = title.value.replace(/\s*\n\s*/g, " ");
    }
    fitTitle();
});
window.addEventListener("resize", fitTitle);
function fitTitle() {
    if (!CSS.supports("field-sizing", "content")) {
        title.style.height = "auto";
        title.style.height = title.scrollHeight + "px";
    }
}

/** The details that were open when a button was pressed are open on the page that follows. */
const DETAILS = "waxwing-details";
const details = document.getElementById("panel");
details.open ||= inSession((kept) => kept.getItem(DETAILS)) === "open";
inSession((kept) => kept.removeItem(DETAILS));
form.addEventListener("submit", () => {
    if (details.open) {
        inSession((kept) => kept.setItem(DETAILS, "open"));
    }
});

/** Some browsers keep nothing, and say so by an error. */
function inSession(use) {
    try {
        return use(sessionStorage);
    } catch {
        return null;
    }
}

/** How the post stands, and with it what can be done with changes that readers do not see yet. */
function showStanding(state) {
    document.getElementById("standing").textContent = state.standing;
    for (const act of form.querySelectorAll("[data-changed]")) {
        act.hidden = !state.changed;
    }
}

function prefix() {
    return post === "" ? NEW : KEPT + post;
}

const boxes = () => [...form.querySelectorAll("input[name=authors]")];
const place = (box) => field("place " + box.value);
let byline = [];

/** Ticks the boxes of a byline, and numbers its places. Where there are no boxes, a byline is no part of what is written. */
function showAuthors(authors) {
    byline = boxes().length === 0 ? [] : [...authors];
    for (const box of boxes()) {
        box.checked = byline.includes(box.value);
        place(box).value = box.checked ? byline.indexOf(box.value) + 1 : "";
    }
}

for (const box of boxes()) {
    const others = () => byline.filter((author) => author !== box.value);
    box.addEventListener("change", () => {
        showAuthors(box.checked ? [...others(), box.value] : others());
        changed();
    });
    place(box).addEventListener("change", () => {
        const number = Number(place(box).value);
        showAuthors(
            number > 0 ? [...others().slice(0, number - 1), box.value, ...others().slice(number - 1)] : byline,
        );
        changed();
    });
}
showAuthors(
    boxes()
        .filter((box) => box.checked)
        .map((box) => box.value),
);

/** Shows the tags and authors that others have added or taken away, unless somebody changes them here at the moment. */
function withOthers(answer, sent) {
    const known = {};
    const tagged = !answer.errors.tags && document.activeElement !== field("tags");
    if (tagged && field("tags").value === sent.tags) {
        field("tags").value = settledTags = known.tags = answer.tags;
        field("tagsBefore").value = answer.tags;
    }
    const numbering = boxes().some((box) => document.activeElement === place(box));
    if (answer.errors.authors) {
        return known;
    }
    if (answer.authors.join() === sent.authors.join()) {
        field("authorsBefore").value = answer.authors.join();
    } else if (byline.join() === sent.authors.join() && !numbering) {
        showAuthors(answer.authors);
        field("authorsBefore").value = answer.authors.join();
        known.authors = byline;
    }
    return known;
}

/** Says beside each field what is wrong with it, and of those that are right nothing any more. */
function showErrors(errors) {
    for (const former of form.querySelectorAll(".field-error")) {
        former.remove();
    }
    for (const wrong of form.querySelectorAll("[aria-invalid]")) {
        wrong.removeAttribute("aria-invalid");
        describe(wrong);
    }
    for (const [name, words] of Object.entries(errors)) {
        const wrong = document.getElementById(name);
        if (wrong) {
            const error = paragraph(words);
            error.className = "field-error";
            error.id = name + "-error";
            (wrong.closest(".field") ?? wrong).append(error);
            wrong.setAttribute("aria-invalid", "true");
            describe(wrong);
        }
    }
}

/** Names what is said about a field beside it. */
function describe(input) {
    const said = [input.id + "-hint", input.id + "-error"].filter((id) => document.getElementById(id));
    if (said.length > 0) {
        input.setAttribute("aria-describedby", said.join(" "));
    } else {
        input.removeAttribute("aria-describedby");
    }
}

let settledTags = field("tags").value;
function tagsWhenLeft() {
    if (document.activeElement !== field("tags")) {
        settledTags = field("tags").value;
    }
    return settledTags;
}

const saver = new Saver(page, field("version").value, field("revision").value);

function changed() {
    if (!leaving) {
        saver.changed();
        later();
    }
}

for (const name of [...SENT, "tags"]) {
    field(name).addEventListener("input", changed);
    field(name).addEventListener("change", changed);
}
field("tags").addEventListener("blur", () => setTimeout(changed));

function saveNow() {
    if (saver.isDirty()) {
        saver.save();
    } else if (post !== "") {
        page.say("saved", "Everything is saved");
    }
}

document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        saveNow();
    }
});

/** A button does what it says when all words are in the blog; until then the page stays, and says what is in the way. */
form.addEventListener("submit", async (event) => {
    if (leaving) {
        return;
    }
    text.store();
    if (!saver.running && !saver.isDirty() && bringingNow === 0) {
        leaving = true;
        return;
    }
    event.preventDefault();
    if (submitting) {
        return;
    }
    submitting = true;
    const button = event.submitter;
    await brought;
    await saver.save();
    submitting = false;
    if (saver.held) {
        document.getElementById("conflict")?.focus();
    } else if (!saver.offline && !saver.signedOut) {
        if (saver.isDirty()) {
            saver.keep();
        }
        leaving = true;
        form.requestSubmit(button);
    }
});

/** Whoever signs out leaves no words on this device that the blog can have. */
document.querySelector(".bar-out").addEventListener("submit", async (event) => {
    if (saver.isDirty()) {
        event.preventDefault();
        await saver.save();
        event.target.submit();
    }
});

window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
        leaving = false;
    }
});

window.addEventListener("beforeunload", (event) => {
    if (!leaving && (saver.isDirty() || bringingNow > 0)) {
        saver.keep();
        event.preventDefault();
    }
});

/* ---------- Words that this device kept ---------- */

/** The words of a page that lives are its own; of one that is closed after this one was opened, they are offered then. */
async function offerCopies() {
    const living = (await navigator.locks?.query())?.held.map((lock) => lock.name) ?? [];
    for (const key of copies.keys(prefix())) {
        const owner = living.find((page) => key.endsWith(page));
        if (owner) {
            navigator.locks.request(owner, () => offer(key, copies.read(key)));
        } else {
            offer(key, copies.read(key));
        }
    }
}

function offer(key, copy) {
    if (!copy || !copy.fields) {
        return;
    }
    const present = page.fields();
    const same = Object.keys(present).every(
        (name) => !(name in copy.fields) || String(copy.fields[name]) === String(present[name]),
    );
    if (same || (post === "" && copy.fields.markdown === "" && copy.fields.title === "")) {
        copies.remove(key);
        return;
    }
    const box = panel("kept", "Words that were not saved");
    box.append(
        paragraph(
            "On " + new Date(copy.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" }) +
                " this device kept words that did not reach the blog." +
                " Nothing was put back by itself; choose.",
        ),
        versions([
            ["On this device", copy.fields.title, copy.fields.markdown],
            ["In the blog", field("title").value, text.get()],
        ]),
    );
    if ((copy.fields.tags ?? present.tags) !== present.tags) {
        box.append(paragraph("Its tags on this device: " + copy.fields.tags));
    }
    box.append(
        buttons([
            ["Go on with the words of this device", () => {
                for (const name of [...SENT, "tags"]) {
                    field(name).value = copy.fields[name] ?? field(name).value;
                }
                showAuthors(copy.fields.authors ?? byline);
                text.set(copy.fields.markdown);
                box.remove();
                if (post === "") {
                    field("post").value = copy.begins || page.begins();
                    saver.keep();
                    saver.soon(0);
                } else {
                    saver.resume(copy.version || saver.version, copy.revision || saver.revision);
                }
                copies.remove(key);
            }],
            ["Keep what is in the blog, and forget them", () => {
                copies.remove(key);
                box.remove();
            }],
        ]),
    );
    form.before(box);
}

/* ---------- Somebody else was faster ---------- */

async function showConflict(answer, sent) {
    const mine = page.fields();
    const who = answer.editedBy || "Somebody else";
    const when = timeOf(answer.editedAt);
    document.getElementById("conflict")?.remove();
    page.say("conflict", who + " changed this post at " + when + ". Choose how to go on; yours is kept on this device.");
    const box = panel("conflict", who + " changed this post at " + when);
    box.append(
        paragraph(
            answer.clean
                ? "You wrote at the same time, in different places. Nothing is lost: choose which text to go on with."
                : "You both changed the same words. Nothing is lost: choose which text to go on with. Put together, both" +
                  " ways stand there between comments.",
        ),
        versions([
            ["Both together", answer.title, answer.merged],
            ["Yours", mine.title, mine.markdown],
            ["The text of " + who, answer.theirTitle, answer.theirs],
        ]),
        buttons([
            ["Take both together", async () => {
                if (JSON.stringify(page.fields()) !== JSON.stringify(sent)) {
                    saver.held = false;
                    await saver.save();
                    return;
                }
                text.set(answer.merged);
                field("title").value = answer.title;
                takeFields(answer.fields);
                goOn(box, answer);
            }],
            ["Take yours", () => {
                takeFields(answer.fields);
                goOn(box, answer);
            }],
            ["Take the other", () => {
                text.set(answer.theirs);
                field("title").value = answer.theirTitle;
                takeFields(answer.theirFields);
                goOn(box, answer);
            }],
        ]),
    );
    form.before(box);
    box.focus();
}

/** What stands beside the text. */
function takeFields(fields) {
    for (const [name, value] of Object.entries(fields)) {
        field(name).value = value;
    }
}

function goOn(box, answer) {
    box.remove();
    saver.resume(answer.version, answer.revision);
    text.focus();
}

/* ---------- Who else is here ---------- */

function showOthers(others) {
    let notice = document.getElementById("others");
    if (others.length === 0) {
        notice?.remove();
        return;
    }
    if (!notice) {
        notice = paragraph("");
        notice.id = "others";
        notice.className = "notice";
        form.before(notice);
    }
    notice.textContent = others.join(", ") + (others.length === 1 ? " has" : " have") + " this post open too.";
}

async function look() {
    if (post === "" || document.hidden || saver.running || saver.held) {
        return;
    }
    try {
        const answer = await fetch("/admin/posts/" + post + "/state", {
            headers: { Accept: "application/json" },
            redirect: "manual",
        });
        if (!answer.ok || saver.running) {
            return;
        }
        const state = await answer.json();
        showOthers(state.others);
        showStanding(state);
        if (Number(state.revision) !== Number(saver.revision) && !saver.isDirty()) {
            const when = timeOf(state.editedAt);
            page.say("behind", (state.editedBy || "Somebody else") + " changed this post at " + when + ":", {
                words: "compare",
                address: "/admin/posts/" + post + "/revisions/" + state.revision + "?from=" + saver.revision,
            });
            saving.lastChild.textContent = ".";
        }
    } catch {
        // The next save will say that the blog cannot be reached.
    }
}
setInterval(look, 15_000);

/* ---------- Tools ---------- */

const tools = document.getElementById("tools");
const count = document.createElement("span");
const frame = document.createElement("iframe");
let waiting = 0;

function tool(words, keys, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "plain", textContent: words, title: keys });
    button.addEventListener("click", act);
    tools.append(button);
    return button;
}

const previewButton = tool("Preview", "Ctrl+Alt+P", togglePreview);
previewButton.setAttribute("aria-pressed", "false");
tool("Outline", "", showOutline);
tool("Link to a post", "Ctrl+K", askForLink);
tool("Picture", "", () => choosePicture("Picture", put, () => pictures.click()));
tool("Keys", "", showKeys);
count.className = "quiet";
tools.append(count);

const pictures = document.createElement("input");
Object.assign(pictures, { type: "file", accept: "image/*", multiple: true, hidden: true });
pictures.addEventListener("change", () => {
    bring([...pictures.files], text.mark());
    pictures.value = "";
});
tools.append(pictures);

function later() {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 400);
}

function refresh() {
    nameTab();
    fitTitle();
    const words = countWords(text.get());
    count.textContent = words === 1 ? "1 word" : words.toLocaleString("en") + " words";
    if (frame.isConnected) {
        render();
    }
}

function togglePreview() {
    const shown = !frame.isConnected;
    previewButton.setAttribute("aria-pressed", String(shown));
    document.getElementById("split").classList.toggle("previewing", shown);
    if (!shown) {
        frame.remove();
        return;
    }
    frame.className = "preview";
    frame.title = "Preview";
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.srcdoc =
        '<!DOCTYPE html><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="' +
        form.dataset.style + '"><main><div class="sheet"><div class="prose"></div></div></main>';
    frame.onload = render;
    document.getElementById("split").append(frame);
}

let rendering = 0;
async function render() {
    const mine = ++rendering;
    const data = new URLSearchParams({ markdown: text.get(), language: field("language").value });
    try {
        const answer = await fetch("/admin/preview", {
            method: "POST",
            headers: { "X-CSRF-Token": page.csrf(), Accept: "application/json" },
            body: data,
            redirect: "manual",
        });
        if (mine !== rendering || !(answer.ok || answer.status === 422)) {
            return;
        }
        const shown = await answer.json();
        const prose = frame.contentDocument?.querySelector(".prose");
        frame.contentDocument?.documentElement.setAttribute("lang", field("language").value);
        if (prose && shown.html !== undefined) {
            prose.innerHTML = shown.html;
        } else if (prose) {
            prose.textContent = shown.error;
        }
    } catch {
        // The preview stays as it is until the blog can be reached.
    }
}

function dialog(title) {
    const box = document.createElement("dialog");
    const heading = document.createElement("h2");
    heading.textContent = title;
    heading.id = "dialog-title";
    box.setAttribute("aria-labelledby", heading.id);
    box.append(heading);
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
}

function close(box) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "plain", textContent: "Close" });
    button.addEventListener("click", () => box.close());
    return button;
}

function showOutline() {
    const box = dialog("Outline");
    const headings = outlineOf(text.get());
    const list = document.createElement("ul");
    list.className = "outline";
    for (const heading of headings) {
        const item = document.createElement("li");
        const button = document.createElement("button");
        item.dataset.level = heading.level;
        Object.assign(button, { type: "button", className: "plain", textContent: heading.words });
        button.addEventListener("click", () => {
            box.close();
            text.goTo(heading.place);
        });
        item.append(button);
        list.append(item);
    }
    box.append(headings.length === 0 ? paragraph("There are no headings yet. A line that begins with ## is one.") : list);
    box.append(close(box));
}

/** A field whose words are looked for while they are typed; what the newest of them found is shown. */
function finder(box, words, address, show) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const row = document.createElement("div");
    label.textContent = words;
    label.htmlFor = input.id = "finder";
    input.type = "search";
    row.className = "field";
    row.append(label, input);
    box.append(row);
    findWhileTyping(input, address, show)();
    input.focus();
}

/** Returns what looks for the words that stand there already. */
function findWhileTyping(input, address, show) {
    let asked = 0;
    const find = async () => {
        const mine = ++asked;
        const answer = await fetch(address + encodeURIComponent(input.value), {
            headers: { Accept: "application/json" },
            redirect: "manual",
        }).catch(() => undefined);
        if (mine === asked && answer?.ok) {
            show(await answer.json());
        }
    };
    input.addEventListener("input", find);
    return find;
}

function askForLink() {
    const box = dialog("Link to a post");
    const list = document.createElement("ul");
    const chosen = text.selected();
    list.className = "outline";
    finder(box, "Words of its title", "/admin/links?q=", ({ posts }) => {
        list.replaceChildren(
            ...posts.map((other) => {
                const item = document.createElement("li");
                const button = document.createElement("button");
                const status = document.createElement("span");
                Object.assign(button, { type: "button", className: "plain", textContent: other.title });
                button.addEventListener("click", () => {
                    box.close();
                    text.insert("[" + (chosen || other.title.replace(/[[\]\\]/g, "\\$&")) + "](" + other.address + ")");
                });
                Object.assign(status, { className: "quiet", textContent: other.status });
                item.append(button, status);
                return item;
            }),
        );
    });
    box.append(list, close(box));
}

function showKeys() {
    const box = dialog("Keys");
    const list = document.createElement("dl");
    list.className = "facts";
    for (const [keys, what] of [
        ["Ctrl+S", "save now"],
        ["Ctrl+B", "strong"],
        ["Ctrl+I", "emphasised"],
        ["Ctrl+K", "link to a post"],
        ["Ctrl+Alt+P", "preview beside the text"],
        ["Ctrl+F", "find in the text"],
        ["Ctrl+Z", "undo"],
        ["Tab", "leave the text"],
    ]) {
        const term = document.createElement("dt");
        const meaning = document.createElement("dd");
        term.textContent = keys;
        meaning.textContent = what;
        list.append(term, meaning);
    }
    box.append(list, paragraph("On a Mac it is the command key in place of Ctrl."), close(box));
}

/* ---------- Tags ---------- */

const knownTags = document.getElementById("known-tags");
const tagNames = [...knownTags.options].map((option) => option.value);

/** The list of a browser completes the whole field, so each entry begins with the tags that stand there already. */
function completeTags() {
    const typed = field("tags").value;
    const before = typed.slice(0, typed.lastIndexOf(",") + 1);
    const there = new Set(before.split(",").map((name) => name.trim().toLowerCase()));
    knownTags.replaceChildren(
        ...tagNames
            .filter((name) => !there.has(name.toLowerCase()))
            .map((name) => {
                const option = document.createElement("option");
                option.value = before === "" ? name : before + " " + name;
                option.label = name;
                return option;
            }),
    );
}
field("tags").addEventListener("input", completeTags);
field("tags").addEventListener("focus", completeTags);

/* ---------- Translations ---------- */

/** The list of a browser completes an address by the title of what stands there, if the writer may link it. */
if (field("translationOf")) {
    const find = findWhileTyping(field("translationOf"), "/admin/links?q=", ({ posts }) =>
        document.getElementById("posts-found").replaceChildren(
            ...posts.filter((other) => other.own).map((other) => new Option(other.title, other.address)),
        ),
    );
    field("translationOf").addEventListener("focus", find);
}

/* ---------- Pictures ---------- */

/** Shows the pictures of the library; bring() lets somebody send another from this device. */
function choosePicture(title, take, bring) {
    const box = dialog(title);
    const grid = document.createElement("ul");
    const acts = document.createElement("p");
    acts.className = "acts";
    grid.className = "media-grid";
    if (bring) {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "button", textContent: "Bring from this device" });
        button.addEventListener("click", () => {
            box.close();
            bring();
        });
        acts.append(button);
    }
    acts.append(close(box));
    finder(box, "Words of its name or description", "/admin/media?q=", ({ files }) => {
        const shown = files.filter((file) => file.width).map((file) => pictureOf(file, () => {
            box.close();
            take(file);
        }));
        grid.replaceChildren(...shown);
    });
    box.append(grid, acts);
}

function pictureOf(file, take) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const view = document.createElement("span");
    const image = document.createElement("img");
    const name = document.createElement("span");
    Object.assign(button, { type: "button", className: "media-card" });
    Object.assign(image, { alt: "", width: file.width, height: file.height, loading: "lazy", sizes: "10rem" });
    image.srcset = file.srcset;
    image.src = file.address;
    Object.assign(name, { className: "media-name", textContent: file.alt || file.name });
    view.className = "media-view";
    view.append(image);
    button.append(view, name);
    button.addEventListener("click", take);
    item.append(button);
    return item;
}

const coverTools = document.getElementById("cover-tools");
const coverShown = document.createElement("img");
const coverButton = document.createElement("button");

function showCover() {
    const address = field("cover").value.trim();
    coverShown.hidden = !address.startsWith("/media/");
    if (!coverShown.hidden && coverShown.getAttribute("src") !== address) {
        coverShown.src = address;
    }
}

Object.assign(coverShown, { alt: "", className: "cover-shown" });
coverShown.addEventListener("error", () => (coverShown.hidden = true));
Object.assign(coverButton, { type: "button", className: "plain", textContent: "Choose from the library" });
coverButton.addEventListener("click", () =>
    choosePicture("Cover picture", (chosen) => {
        field("cover").value = chosen.address;
        field("alt").value = chosen.alt;
        showCover();
        changed();
        field("alt").focus();
    }),
);
coverTools.replaceChildren(coverShown, coverButton);
field("cover").addEventListener("input", showCover);
showCover();

/** How a picture begins that nobody has described, and where the description goes. */
const UNDESCRIBED = "![](";
const BRACKET = 2;
const bringing = document.getElementById("bringing");
let brought = Promise.resolve();
let bringingNow = 0;

/** Puts pictures where a mark is, in their order, each when the blog has it; of other files it says that they do not belong there. */
function bring(files, mark) {
    const pictures = files.filter((file) => file.type.startsWith("image/"));
    const others = files.filter((file) => !pictures.includes(file)).map((file) => file.name);
    const refused = [];
    const undescribed = [];
    let here = text.get();
    let place = null;
    if (others.length > 0) {
        refused.push(
            "Only pictures can be put into the text: " + others.join(", ") +
                (others.length === 1 ? " was" : " were") + " left out. Files of other kinds go to the library, under Media.",
        );
    }
    bringingNow++;
    brought = brought.then(async () => {
        for (const [index, file] of pictures.entries()) {
            bringing.textContent = "Sending " + file.name + (pictures.length > 1 ? `, ${index + 1} of ${pictures.length}…` : "…");
            try {
                const { markdown } = await send(file);
                const nobodyTypes = text.get() === here;
                text.insertAt(mark, "\n" + markdown + "\n");
                here = nobodyTypes ? text.get() : "";
                if (markdown.startsWith(UNDESCRIBED)) {
                    undescribed.push(file.name);
                    place ??= mark.place - markdown.length - 1 + BRACKET;
                }
            } catch (failure) {
                refused.push(file.name + " was not put into the text: " + failure.message);
            }
        }
        text.forget(mark);
        bringingNow--;
        bringing.textContent = [...refused, askToDescribe(undescribed)].join(" ").trim();
        if (place !== null && text.get() === here && !document.activeElement.matches("input, textarea, select")) {
            text.putCaret(place);
        }
    });
}

/** Puts a picture of the library where the caret is. */
function put(chosen) {
    text.insert("\n" + chosen.markdown + "\n");
    if (chosen.markdown.startsWith(UNDESCRIBED)) {
        bringing.textContent = askToDescribe([chosen.name]);
        text.putCaret(text.caret() - chosen.markdown.length - 1 + BRACKET);
    }
}

function askToDescribe(names) {
    if (names.length === 0) {
        return "";
    }
    const what = names.length === 1 ? names[0] + " shows" : "each of them shows: " + names.join(", ");
    return "Say between the square brackets what " + what + ". Leave them empty if it only decorates.";
}

/** @throws Error that says what is wrong and what to do */
async function send(file) {
    const data = new FormData();
    data.append("file", file);
    let answer;
    try {
        answer = await fetch("/admin/media", {
            method: "POST",
            headers: { Accept: "application/json", "X-CSRF-Token": page.csrf() },
            body: data,
            redirect: "manual",
        });
    } catch {
        throw new Error("The blog cannot be reached. Bring it again when you are online.");
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 401) {
        throw new Error("You are signed out. Sign in in another tab, then bring it again.");
    }
    if (!answer.ok) {
        throw new Error((told.detail || "The blog did not take it; try again").replace(/[^.]$/, "$&."));
    }
    return told;
}

/** Never leaves it to the browser, which would open a file in the place of this page or type its words into the text. */
function take(event, transfer, pointer) {
    const files = [...(transfer?.files ?? [])];
    if (files.length > 0) {
        event.preventDefault();
        event.stopPropagation();
        bring(files, text.mark(pointer));
    }
}

/** What was copied in another program brings its words and often a picture of them: then the words are meant. */
text.view.dom.addEventListener("paste", (event) => {
    if (!event.clipboardData?.types.includes("text/plain")) {
        take(event, event.clipboardData);
    }
}, true);
document.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
document.addEventListener("drop", (event) => take(event, event.dataTransfer, event), true);

/* ---------- Parts of pages ---------- */

function panel(id, title) {
    const box = document.createElement("section");
    const heading = document.createElement("h2");
    heading.textContent = title;
    heading.id = id + "-title";
    box.id = id;
    box.className = "choosing";
    box.tabIndex = -1;
    box.setAttribute("aria-labelledby", heading.id);
    box.append(heading);
    return box;
}

function paragraph(words) {
    const made = document.createElement("p");
    made.textContent = words;
    return made;
}

function versions(all) {
    const row = document.createElement("div");
    row.className = "versions";
    for (const [name, title, words] of all) {
        const part = document.createElement("div");
        const heading = document.createElement("h3");
        const shown = document.createElement("textarea");
        heading.textContent = name;
        Object.assign(shown, { className: "editor-text", readOnly: true, rows: 10, value: title + "\n\n" + words });
        shown.setAttribute("aria-label", name);
        part.append(heading, shown);
        row.append(part);
    }
    return row;
}

function buttons(all) {
    const row = document.createElement("p");
    row.className = "acts";
    for (const [words, act] of all) {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "plain", textContent: words });
        button.addEventListener("click", act);
        row.append(button);
    }
    return row;
}

refresh();
offerCopies();
