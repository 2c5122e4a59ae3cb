/* Puts a button beside each field whose value is there to be copied. Without it, people select and copy by hand. */

for (const field of document.querySelectorAll("input[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
        field.select();
        await navigator.clipboard.writeText(field.value);
        button.textContent = "Copied";
    });
    field.after(button);
}
