/*
 * Saving: one save at a time, each with the version that the last accepted one returned. An answer never touches the text.
 * Until a text is acknowledged it is kept on this device too, with the version it began from; what was refused beside it stays
 * there for as long as it is refused.
 */

const NOTE = 200;
const PAUSE = 700;
const LONGEST_WAIT = 1_100;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 15_000;

/** A time on the clock of this device, written as the desk writes times. */
export const timeOf = (at) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Copies of what was not acknowledged yet, on this device. */
export const copies = {
    write(key, copy) {
        try {
            localStorage.setItem(key, JSON.stringify(copy));
            return true;
        } catch {
            return false;
        }
    },
    read(key) {
        try {
            return JSON.parse(localStorage.getItem(key));
        } catch {
            return null;
        }
    },
    remove(key) {
        try {
            localStorage.removeItem(key);
        } catch {
            // Then there is none either.
        }
    },
    keys(prefix) {
        try {
            return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
        } catch {
            return [];
        }
    },
};

export class Saver {
    /**
     * @param page what the saver needs of the page: address() and key() of the post, begins() the identity that a new one
     *     is to have, fields() as they are now, form(fields) to send them, acknowledged(answer, fields) which returns what is in the blog now, say(state, words, link), conflicted(answer), refused(errors)
     */
    constructor(page, version, revision) {
        this.page = page;
        this.version = version;
        this.revision = revision;
        this.acknowledged = JSON.stringify(page.fields());
        this.running = null;
        this.timer = 0;
        this.changedSince = 0;
        this.retry = FIRST_RETRY;
        this.held = false;
        this.noting = 0;
        window.addEventListener("online", () => this.soon(0));
        window.addEventListener("pagehide", () => this.noting && this.note());
        document.addEventListener("visibilitychange", () => document.hidden && this.isDirty() && this.soon(0));
    }

    isDirty() {
        return JSON.stringify(this.page.fields()) !== this.acknowledged;
    }

    /** To be called after every change; a long text is not looked at for each key. */
    changed() {
        this.changedSince = this.changedSince || Date.now();
        this.noting = this.noting || setTimeout(() => this.note(), NOTE);
    }

    note() {
        clearTimeout(this.noting);
        this.noting = 0;
        if (!this.isDirty()) {
            this.changedSince = 0;
            return;
        }
        const now = Date.now();
        this.changedSince = this.changedSince || now;
        this.keep();
        if (this.held) {
            return;
        }
        if (!this.offline && !this.signedOut) {
            this.page.say("dirty", "Not saved yet");
        }
        this.soon(Math.max(0, Math.min(PAUSE, this.changedSince + LONGEST_WAIT - now)));
    }

    /** Writes the text to this device, with the version it began from. */
    keep() {
        this.keptHere = copies.write(this.page.key(), {
            fields: this.page.fields(),
            version: this.version,
            revision: this.revision,
            begins: this.page.begins(),
            at: Date.now(),
        });
    }

    soon(wait) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.save(), wait);
    }

    /** Saves what is there now, after the save that is under way; returns when all of it is acknowledged or cannot be. */
    async save() {
        clearTimeout(this.timer);
        if (this.running) {
            await this.running;
            return this.isDirty() && !this.failed ? this.save() : undefined;
        }
        if (this.held || !this.isDirty()) {
            return undefined;
        }
        this.running = this.send();
        try {
            await this.running;
        } finally {
            this.running = null;
        }
        if (this.isDirty() && !this.failed && !this.held) {
            this.soon(PAUSE);
        }
        return undefined;
    }

    async send() {
        const fields = this.page.fields();
        this.changedSince = 0;
        this.failed = true;
        this.page.say("saving", "Saving…");
        let answer;
        try {
            answer = await this.post(fields);
            if (answer.status === 401 || answer.status === 403) {
                answer = (await this.renew()) ? await this.post(fields) : answer;
            }
        } catch {
            this.unreachable();
            return;
        }
        await this.understand(answer, fields);
    }

    post(fields) {
        return fetch(this.page.address(), {
            method: "POST",
            headers: { Accept: "application/json", "X-CSRF-Token": this.page.csrf() },
            body: this.page.form(fields, this.version, this.revision),
            credentials: "same-origin",
            redirect: "manual",
        });
    }

    /** Whether somebody is signed in, perhaps anew in another tab; then the page goes on with the new token. */
    async renew() {
        const answer = await fetch("/admin/session", { redirect: "manual", credentials: "same-origin" });
        if (!answer.ok) {
            return false;
        }
        this.page.renew((await answer.json()).csrf);
        this.signedOut = false;
        return true;
    }

    async understand(answer, fields) {
        if (answer.ok) {
            this.accepted(await answer.json(), fields);
        } else if (answer.status === 409) {
            this.held = true;
            this.keep();
            await this.page.conflicted(await answer.json(), fields);
        } else if (answer.status === 422) {
            const errors = (await answer.json()).errors;
            this.page.say("refused", "Not saved, kept on this device: " + Object.values(errors).join(" "));
            this.page.refused(errors);
        } else if (answer.status === 401 || answer.type === "opaqueredirect") {
            this.leftOut();
        } else if (answer.status === 507) {
            this.unreachable("The disk of the blog is full");
        } else if (answer.status >= 500 || answer.status === 429) {
            this.unreachable("The blog cannot save at the moment");
        } else {
            const problem = await answer.json().catch(() => ({}));
            this.page.say("refused", "Not saved" + this.here() + ": " + (problem.detail || "the blog refused it"));
        }
    }

    accepted(answer, fields) {
        this.failed = false;
        this.offline = false;
        this.retry = FIRST_RETRY;
        this.version = answer.version;
        this.revision = answer.revision;
        const former = this.page.key();
        this.acknowledged = JSON.stringify(this.page.acknowledged(answer, fields));
        copies.remove(former);
        this.page.refused(answer.errors);
        const refused = Object.values(answer.errors);
        if (refused.length > 0) {
            this.keep();
        }
        if (this.isDirty()) {
            this.changed();
        } else if (refused.length > 0) {
            this.page.say("refused", "The text is saved, but not all beside it: " + refused.join(" "));
        } else {
            this.page.say("saved", "Saved " + timeOf(new Date()));
        }
    }

    unreachable(reason = "Offline") {
        this.offline = true;
        this.keep();
        this.page.say("offline", reason + this.here());
        this.soon(this.retry);
        this.retry = Math.min(LONGEST_RETRY, this.retry * 2);
    }

    leftOut() {
        this.signedOut = true;
        this.keep();
        this.page.say("signed-out", "You are signed out" + this.here() + ".", {
            words: "Sign in in another tab",
            address: "/admin/sign-in?next=/admin/posts",
        });
        this.soon(FIRST_RETRY);
    }

    here() {
        return this.keptHere ? ", kept on this device" : ", and this device keeps no copy: do not close this page";
    }

    /** Goes on after a conflict, from the newer version. */
    resume(version, revision) {
        this.held = false;
        this.version = version;
        this.revision = revision;
        this.acknowledged = "";
        this.keep();
        this.soon(0);
    }
}
