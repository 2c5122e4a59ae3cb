/* Takes files that are dropped onto the page, and sends chosen ones at once. Without it, the form sends them. */

const form = document.getElementById("upload");
const field = document.getElementById("file");
const described = document.getElementById("alt");
const state = document.getElementById("upload-state");
const token = document.querySelector('meta[name="csrf"]').content;

async function send(file, words) {
    const body = new FormData();
    body.append("alt", words);
    body.append("file", file, file.name);
    const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRF-Token": token },
        body,
    });
    if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        throw new Error(problem.detail || "The server did not take it; try again");
    }
}

/** What is said of one picture goes with it; several are described on their pages. */
async function sendAll(files) {
    const words = files.length === 1 ? described.value : "";
    const refused = [];
    for (const [index, file] of files.entries()) {
        state.textContent = `Uploading ${index + 1} of ${files.length}: ${file.name}`;
        try {
            await send(file, words);
        } catch (error) {
            refused.push(`${file.name}: ${error.message}`);
        }
    }
    if (refused.length === 0) {
        location.assign(form.action);
    } else {
        state.textContent = refused.join(". ");
    }
}

function carriesFiles(event) {
    return event.dataTransfer && event.dataTransfer.types.includes("Files");
}

field.addEventListener("change", () => sendAll([...field.files]));
document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
        event.preventDefault();
        form.classList.add("upload-here");
    }
});
document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
        form.classList.remove("upload-here");
    }
});
document.addEventListener("drop", (event) => {
    if (carriesFiles(event)) {
        event.preventDefault();
        form.classList.remove("upload-here");
        sendAll([...event.dataTransfer.files]);
    }
});
