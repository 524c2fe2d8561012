// Passkeys: asks the authenticator for what the hub asks for, and brings back the answer.
// A page names what to do by attributes: data-passkey="add" or "sign-in" on a form.
"use strict";

(() => {
    const form = document.querySelector("form[data-passkey]");
    if (!form) {
        return;
    }
    const failure = document.getElementById("passkey-failure");
    const able =
        window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON
        && window.location.origin === form.dataset.origin;
    if (!able) {
        document.getElementById("passkey-unable").hidden = false;
        return;
    }
    form.hidden = false;

    const post = (path, body) =>
        fetch(path, {
            method: "POST",
            body,
            headers: {
                "Content-Type": "application/json",
                "X-CSRF-TOKEN": form.querySelector("input[name=_csrf]").value,
            },
        });

    const options = async (path) => {
        const response = await post(path, "{}");
        if (!response.ok) {
            throw new Error(String(response.status));
        }
        return response.json();
    };

    const add = async () => {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
            await options("/passkeys/creation-options"));
        const credential = await navigator.credentials.create({ publicKey });
        const label = form.querySelector("input[name=label]").value;
        return post("/passkeys", JSON.stringify({ label, credential: credential.toJSON() }));
    };

    const signIn = async () => {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
            await options("/sign-in/passkey/options"));
        const credential = await navigator.credentials.get({ publicKey });
        return post("/sign-in/passkey", JSON.stringify(credential.toJSON()));
    };

    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        failure.hidden = true;
        try {
            const response = await (form.dataset.passkey === "add" ? add() : signIn());
            const next = await response.text();
            if (next.startsWith("/") && (response.ok || response.status === 400)) {
                window.location.assign(next);
                return;
            }
        } catch (problem) {
            // Cancelled, no authenticator, no connection: the page says the same for all.
        }
        failure.hidden = false;
    });
})();
