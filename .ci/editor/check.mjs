// check.mjs ROOT STARTER: opens manifests as an editor does, and says where it shows something else than it should.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { start } from "./server.mjs";

const [root, starter] = process.argv.slice(2);
const BEGIN = "# yaml-language-server: $schema=../../schemas/manifest.schema.json\nascertain: 1\n";
const ITEM = "verifications:\n  - type: cloudflare_ssl_verification\n    name: a\n    zone: a.example\n    ";
const HUAWEI = "verifications:\n  - type: huaweicloud_live_domain_verification\n    name: a\n    domain: a.example\n    ";
const server = await start();
const faults = [];
let checks = 0;

function check(what, holds, shown) {
    checks++;
    if (!holds) {
        faults.push(`${what}\n    shown: ${JSON.stringify(shown)}`);
    }
}

/** What is shown where a bar stands in the text. */
async function at(marked) {
    const text = BEGIN + marked;
    const lines = text.slice(0, text.indexOf("|")).split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1).length };
    const path = join(root, "examples/manifests", `unsaved-${checks}.yaml`);
    return server.open(path, text.replace("|", ""), async ({ diagnostics, ask }) => {
        const items = (await ask("completion", position))?.items ?? [];
        const hover = await ask("hover", position);
        // The server adds one snippet for each schema, which has its name: that is no key.
        return {
            labels: items.map(item => item.label).filter((label, i) => items[i].kind !== 7),
            hover: hover?.contents.value ?? "",
            messages: diagnostics.map(({ message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`),
        };
    });
}

async function offers(what, marked, wanted, unwanted = []) {
    const { labels } = await at(marked);
    check(`completion of ${what}`, wanted.every(each => labels.includes(each))
        && !unwanted.some(each => labels.includes(each)), labels);
}

async function explains(what, marked, wanted) {
    const { hover } = await at(marked);
    check(`hover over ${what}`, hover.includes(wanted), hover);
}

async function complains(what, marked, wanted) {
    const { messages } = await at(marked);
    check(`diagnostics of ${what}`, messages.length === 1 && messages[0] === wanted, messages);
}

async function isClean(path) {
    const diagnostics = await server.open(path);
    check(`no diagnostics of ${path}`, diagnostics.length === 0, diagnostics.map(({ message }) => message));
}

const types = ["cloudflare_ssl_verification", "huaweicloud_live_domain_verification", "dns_record", "tls_endpoint"];
await offers("top-level keys", "|", ["providers", "verifications"], ["ascertain"]);
await offers("a new verification", "verifications:\n  - |", ["type"], ["zone", "domain"]);
await offers("types", "verifications:\n  - type: |", types);
await offers("attributes of one type", ITEM + "|", ["zone_id", "trigger", "expect", "owner"], ["domain", "verify_type", "record"]);
await offers("attributes of another type", HUAWEI + "|", ["verify_type", "record_name"], ["zone", "host", "domain"]);
await offers("words of an attribute", HUAWEI + "verify_type: |", ["DNS", "FILE"]);
await offers("words of every verification", ITEM + "severity: |", ["error", "warning"]);
await offers("live attributes", ITEM + "expect:\n      |", ["certificate_status", "brand_check"], ["verify_result"]);
await offers("documented words", ITEM + "expect:\n      certificate_status: |", ["active", "timing_out"], ["true", "false"]);
await offers("matchers", ITEM + "expect:\n      certificate_status:\n        |", ["one_of", "not", "matches"], ["at_least"]);
await offers("providers", "providers:\n  |", ["cloudflare", "huaweicloud_live", "internet"]);
await offers("settings", "providers:\n  cloudflare:\n    |", ["api_token", "base_url"], ["access_key"]);
await offers("settings of a second account", "providers:\n  other:\n    type: cloudflare\n    |", ["api_token"], ["access_key"]);

await explains("a type", ITEM.replace("cloudflare_ssl", "cloud|flare_ssl"), "edge certificates");
await explains("an attribute", ITEM.replace("zone", "zo|ne"), "The zone's name, such as example.com");
await explains("a live attribute", ITEM + "expect: {certifi|cate_status: active}", "Current status of the certificate.");
await explains("a default", HUAWEI + "verify|_type: DNS", "Default: DNS.");
await explains("a setting", "providers:\n  cloudflare:\n    api_|token: ${env.A}", "An API token, the preferred way.");

await complains("a misspelt key", ITEM + "ownr: me|", "7:5 Property ownr is not allowed.");
await complains("a misspelt live attribute", ITEM + "expect: {brandcheck: false}|", "7:14 Property brandcheck is not allowed.");
await complains("a key of another type", HUAWEI + "zone: a.example|", "7:5 Property zone is not allowed.");
await complains("an unknown word", ITEM + "severity: fatal|", '7:15 Value is not accepted. Valid values: "error", "warning".');
await complains("a wrong type", ITEM + "for_each: 7|", '7:15 Incorrect type. Expected "array | object(Ascertain manifest)".');

const examples = readdirSync(join(root, "examples"), { recursive: true })
    .filter(path => /^(manifests|quickstart)\/.*\.ya?ml$/.test(path) && !path.endsWith("world.yaml"));
check("there are examples", examples.length > 10, examples);
for (const path of examples) {
    await isClean(join(root, "examples", path));
}
await isClean(starter);

server.stop();
faults.forEach(fault => console.error(`error: ${fault}`));
console.log(`The YAML language server: ${checks - faults.length} of ${checks} checks passed.`);
process.exit(faults.length === 0 ? 0 : 1);
