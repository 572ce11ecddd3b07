// Talking to the server. It remembers nothing; the newest question of a kind is the only one that counts.
import {W} from "./words.js";
import {working} from "./working.js";

export class Refused extends Error {}

export const ask = (url, body, signal) => working(answer(url, body, signal));

async function answer(url, body, signal) {
  let reply;
  try {
    reply = await fetch(url, body === undefined ? {signal} : {
      method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body), signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(W.no_server);
  }
  if (!reply.ok) throw new Refused(await sentence(reply));
  return reply.headers.get("content-type").includes("json") ? reply.json() : reply.text();
}

async function sentence(reply) {
  try {
    return (await reply.json()).sentence ?? reply.statusText;
  } catch {
    return reply.status < 500 ? reply.statusText : W.server_broke;
  }
}

// A long answer, line by line as it comes; a line may refuse. The signal ends the work at the server too.
export async function lines(url, body, signal, take) {
  let reply;
  try {
    reply = await fetch(url, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body), signal});
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(W.no_server);
  }
  if (!reply.ok) throw new Refused(await sentence(reply));
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {value, done} = await reader.read().catch(error => { throw error.name === "AbortError" ? error : new Refused(W.no_server); });
    const parts = (rest + (value ?? "")).split("\n");
    rest = parts.pop();
    for (const part of parts) {
      const said = JSON.parse(part);
      if (said.refused) throw new Refused(said.refused);
      take(said);
    }
    if (done) return;
  }
}

// At most one question of a kind under way; while it runs, only the newest is kept.
export function newest(url) {
  let busy = false, waiting = null;
  return function put(body) {
    return new Promise((resolve, reject) => {
      waiting?.resolve(null);
      waiting = {body, resolve, reject};
      if (!busy) next();
    });
  };
  async function next() {
    const {body, resolve, reject} = waiting;
    waiting = null;
    busy = true;
    try {
      const answer = await ask(url, body);
      resolve(waiting ? null : answer);
    } catch (error) {
      waiting ? resolve(null) : reject(error);
    } finally {
      busy = false;
      if (waiting) next();
    }
  }
}

// A file or a link in a page that may not be secure: no clipboard, no picker.
export function download(name, content, type = "application/yaml") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const TYPES = {html: "text/html", csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};

// A file as the server writes it: texts as they are, a workbook in base64.
export function downloadFile(name, content) {
  const ending = name.split(".").pop();
  download(name, ending === "xlsx" ? Uint8Array.from(atob(content), c => c.charCodeAt(0)) : content, TYPES[ending]);
}

export function copyFrom(input) {
  input.focus();
  input.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

export function toLink(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromLink(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
