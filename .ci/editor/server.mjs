// The YAML language server, as an editor talks to it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";

const PROGRAM = new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url).pathname;
const PATIENCE = 20_000;

/** Starts the server; nothing is fetched from anywhere. */
export async function start() {
    const child = spawn(process.execPath, [PROGRAM, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = rpc.createMessageConnection(
        new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
    const told = new Map();
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
        told.get(uri)?.(diagnostics));
    connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
    await connection.sendRequest("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: {
            textDocument: {
                completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
                hover: { contentFormat: ["markdown"] },
                publishDiagnostics: {},
            },
        },
    });
    connection.sendNotification("initialized", {});
    connection.sendNotification("workspace/didChangeConfiguration", {
        settings: { yaml: { schemaStore: { enable: false }, hover: true, completion: true, validate: true } },
    });
    return { open: (...file) => open(connection, told, ...file), stop: () => child.kill() };
}

/**
 * Opens a file as if it held this text, does something with it, and closes it. What is done gets what the server finds
 * wrong, and a way to ask the server.
 */
async function open(connection, told, path, text = readFileSync(path, "utf8"), work = ({ diagnostics }) => diagnostics) {
    const uri = pathToFileURL(path).href;
    const diagnostics = new Promise((resolve, reject) => {
        told.set(uri, resolve);
        setTimeout(() => reject(new Error(`no diagnostics of ${path} within ${PATIENCE} ms`)), PATIENCE).unref();
    });
    connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    const ask = (what, position) => connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position });
    const result = await work({ diagnostics: await diagnostics, ask });
    connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    return result;
}
