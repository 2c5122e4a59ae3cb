// How long a key takes in a long text, and the preview of a middling one. Usage: desk-speed.mjs BASE SET-UP-PAGE
import { createRequire } from "node:module";

const require = createRequire(process.env.KIT_NODE + "/");
const { chromium } = require("playwright-core");
const [base, setUp] = process.argv.slice(2);
const PASSWORD = "a heron at the lake";
const KEYS = 200;
const PREVIEWS = 40;
const LONGEST_KEY = 34;
const LONGEST_PREVIEW = 100;

const PART =
    "## Where a write waits\n\nThe database says *yes* before the disk does, and **that** is the whole story; see " +
    "[another post](/a-commit-is-a-promise) and `fsync`.\n\n- one thing\n- another thing\n\n> A quotation of a line.\n\n" +
    "```java\nint answer = 42;\n```\n\n| Setting | Lost |\n| :-- | --: |\n| default | 238 |\n\n";

function textOf(bytes) {
    return PART.repeat(Math.ceil(bytes / PART.length)).slice(0, bytes);
}

function figures(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return { median: at(0.5), p95: at(0.95), longest: sorted.at(-1) };
}

function print(name, { median, p95, longest }) {
    console.log(`${name}: median ${median.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(setUp);
await page.fill("#name", "Ada");
await page.fill("#email", "ada@example.org");
await page.fill("#password", PASSWORD);
await page.click("main button");
await page.waitForURL("**/admin/sign-in");
await page.fill("#email", "ada@example.org");
await page.fill("#password", PASSWORD);
await page.click("main button");
await page.waitForURL("**/admin/posts");

/* The long text comes as the editor sends it: a browser takes minutes to be given as much by a keyboard. */
await page.goto(base + "/admin/posts/new");
const id = await page.evaluate(async (markdown) => {
    const answer = await fetch("/admin/posts", {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRF-Token": document.querySelector("input[name=csrf]").value },
        body: new URLSearchParams({ title: "A long text", markdown, language: "en" }),
    });
    return (await answer.json()).id;
}, textOf(200_000));
await page.goto(base + "/admin/posts/" + id);
await page.click(".cm-content");
await page.keyboard.press("Control+Home");
for (let line = 0; line < 4; line++) {
    await page.keyboard.press("ArrowDown");
}

/* From the key to the frame after the one that shows it, while the editor saves in the background as it always does. */
await page.evaluate(() => {
    window.keyTimes = [];
    document.addEventListener(
        "keydown",
        () => {
            const from = performance.now();
            requestAnimationFrame(() => setTimeout(() => window.keyTimes.push(performance.now() - from)));
        },
        true,
    );
});
for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 6 === 5 ? "Space" : "x");
    await page.waitForTimeout(60);
}
const typing = figures(await page.evaluate(() => window.keyTimes));
print("A key in a text of 200 KB", typing);

const previews = figures(
    await page.evaluate(
        async ({ text, times }) => {
            const taken = [];
            for (let time = 0; time < times + 10; time++) {
                const from = performance.now();
                const answer = await fetch("/admin/preview", {
                    method: "POST",
                    headers: { Accept: "application/json", "X-CSRF-Token": document.querySelector("input[name=csrf]").value },
                    body: new URLSearchParams({ markdown: text + "\n" + time, language: "en" }),
                });
                await answer.text();
                if (answer.status !== 200) {
                    throw new Error("The preview answers " + answer.status);
                }
                if (time >= 10) {
                    taken.push(performance.now() - from);
                }
            }
            return taken;
        },
        { text: textOf(20_000), times: PREVIEWS },
    ),
);
print("The preview of a text of 20 KB, there and back", previews);
await browser.close();

process.exitCode = typing.median > LONGEST_KEY || previews.median > LONGEST_PREVIEW ? 1 : 0;
