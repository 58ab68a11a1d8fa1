// The HTML report in a real browser: what people do with it, and what hostile text must not do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const folder = pathToFileURL(`${process.env.PAGES}/`);
const pictures = process.env.PICTURES;
const names = ["plan", "compared", "apply", "hostile", "hostile-many", "hostile-apply", "many"];
// Milliseconds that no frame may take; told and not judged without it.
const LONGEST_FRAME = Number(process.env.LONGEST_FRAME ?? 0);
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
});

after(() => browser.close());

// A page and everything that went wrong in it: errors, refusals by its own policy, dialogs, requests to anywhere.
async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const faults = [];
  page.on("console", message => faults.push(`console: ${message.text()}`));
  page.on("pageerror", error => faults.push(`error: ${error}`));
  page.on("dialog", dialog => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", request => {
    if (!request.isNavigationRequest()) {
      faults.push(`request: ${request.url().slice(0, 100)}`);
    }
  });
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(watch);
  }
  await page.goto(new URL(`${name}.html`, folder).href);
  if (options.javaScriptEnabled !== false) {
    await page.locator("html.whole").waitFor({ state: "attached" });
  }
  return { page, faults };
}

// Runs in the page.
function watch() {
  globalThis.refused = [];
  addEventListener("securitypolicyviolation", event => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
}

// Does something, and returns how many milliseconds its longest frame kept the page's thread busy: script, style, layout
// and paint. It is the thread's own time, so that a busy machine fails nothing.
async function longestFrame(page, action) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await action();
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const main = new Set(traceEvents.filter(event => event.args?.name === "CrRendererMain").map(event => `${event.pid} ${event.tid}`));
  const tasks = traceEvents.filter(event => event.tdur && main.has(`${event.pid} ${event.tid}`));
  assert.ok(tasks.length > 0, "the trace holds the page's tasks");
  return Math.round(Math.max(...tasks.map(event => event.tdur)) / 1000);
}

const shown = page => page.locator(".entry:visible").count();
const told = (page, text) => page.locator(".count", { hasText: text }).waitFor({ timeout: 30_000 });

for (const name of names) {
  test(`${name}: nothing is loaded, refused or run that should not be`, async () => {
    const { page, faults } = await open(name);
    assert.deepEqual(await page.evaluate(() => refused), []);
    assert.deepEqual(faults, []);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("style").count(), 1);
    assert.equal(await page.locator("img, iframe, object, embed, form, link, base").count(), 0);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll("*")]
      .flatMap(element => element.getAttributeNames()).filter(attribute => /^on|^style$|^src$|^srcdoc$/.test(attribute)).length), 0);
    await page.context().close();
  });
}

for (const name of names.filter(name => !name.endsWith("many"))) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${name}, ${colorScheme}: axe finds nothing`, async () => {
      const { page } = await open(name, { colorScheme });
      await page.evaluate(() => document.querySelectorAll("details").forEach(details => { details.open = true; }));
      await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      await page.context().close();
    });
  }
}

test("search, verdict and owner narrow together, and can be taken back", async () => {
  const { page } = await open("plan");
  assert.equal(await shown(page), 7);
  await page.getByRole("searchbox").fill("LIVEAUTH_3543");
  await told(page, "1 of 7 verifications");
  assert.match(await page.locator(".entry:visible .name").textContent(), /push/);
  await page.getByRole("button", { name: "Show all" }).click();
  await told(page, /^7 verifications$/);
  await page.getByRole("checkbox", { name: /ready/ }).check();
  await told(page, "2 of 7");
  await page.getByRole("checkbox", { name: /blocked/ }).check();
  await told(page, "3 of 7");
  assert.deepEqual(await page.locator(".group:visible h2").allTextContents(),
    ["Needs you (edge-team) 1", "Retry 1", "Retry, only a warning 1"]);
  await page.getByLabel("Owner").selectOption({ label: "nobody named (3)" });
  await told(page, "0 of 7");
  assert.ok(await page.getByText("Nothing is like that.").isVisible());
  await page.locator(".nothing .reset").click();
  await told(page, /^7 verifications$/);
  assert.equal(await shown(page), 7);
});

test("a comparison is told, filters, and leads to what it names", async () => {
  const { page } = await open("compared");
  assert.match(await page.locator(".compared > p").textContent(), /1 was met and is lost/);
  await page.getByRole("checkbox", { name: /lost/ }).check();
  await told(page, "1 of 6");
  await page.locator(".compared a").last().click();
  await told(page, /^6 verifications$/);
  assert.equal(await page.locator(".entry:target details").getAttribute("open"), "");
});

test("what is copied is the record", async () => {
  const { page } = await open("plan");
  const entry = page.locator(".entry", { hasText: "domain_verification.push" });
  await entry.locator("summary").first().click();
  for (const [label, text] of Object.entries({
    "zone-file line": 'verification.example.com. 300 IN TXT "liveauth_3543"',
    "name": "verification.example.com",
    "value": "liveauth_3543",
  })) {
    await entry.getByRole("button", { name: `Copy ${label}`, exact: true }).click();
    await page.locator(".said", { hasText: "Copied." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    assert.equal(await entry.locator(".part", { has: page.locator(`text="${label}"`) }).locator("code").textContent(), text);
  }
});

test("without a clipboard it is selected and copied as by hand", async () => {
  const { page } = await open("plan");
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("refused")); });
  const entry = page.locator(".entry", { hasText: "domain_verification.push" });
  await entry.locator("summary").first().click();
  await entry.getByRole("button", { name: "Copy value" }).click();
  await page.locator(".said", { hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "liveauth_3543");
});

test("all of it goes by keyboard, and the focus is seen", async () => {
  const { page } = await open("plan");
  const walk = [];
  for (let step = 0; step < 9; step++) {
    await page.keyboard.press("Tab");
    walk.push(await page.evaluate(() => {
      const at = document.activeElement;
      const marked = at.closest(".chip") ?? at;
      return `${at.name || at.className || at.localName} ${getComputedStyle(marked).outlineStyle !== "none"}`;
    }));
  }
  assert.deepEqual(walk, ["skip true", ...Array(5).fill("verdict true"), "words true", "owner true", "summary true"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".copy").first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Copy zone-file line");
  await page.keyboard.press("Enter");
  await page.locator(".said", { hasText: "Copied." }).waitFor();
});

test("a timeline tells in words what it draws", async () => {
  const { page } = await open("apply");
  assert.match(await page.locator(".lanes svg[role=img]").first().getAttribute("aria-label"),
    /^\d\d:\d\d:\d\d looked.*; \d\d:\d\d:\d\d ended: /);
  await page.locator(".lanes a").first().click();
  const steps = await page.locator(".entry:target .steps li").allTextContents();
  assert.equal(await page.locator(".lanes svg[role=img]").first().getAttribute("aria-label"), steps.join("; "));
});

test("hostile text stays text, also when it is searched for", async () => {
  const { page, faults } = await open("hostile");
  await page.getByRole("searchbox").fill("<img src=x onerror=alert(1)>");
  await told(page, /^1 of/);
  await page.locator(".entry:visible summary").first().click();
  assert.match(await page.locator(".entry:visible").textContent(), /<img src=x onerror=alert\(1\)>/);
  await page.evaluate(() => document.querySelectorAll("details").forEach(details => { details.open = true; }));
  await page.waitForTimeout(200);
  assert.equal(await page.locator("img").count(), 0);
  assert.deepEqual([...faults, ...await page.evaluate(() => refused)], []);
});

test("without scripts all can be read, and nothing pretends to work", async () => {
  const { page } = await open("plan", { javaScriptEnabled: false });
  assert.equal(await page.locator("input:visible, select:visible, button:visible").count(), 0);
  assert.match(await page.locator(".chips").first().innerText(), /blocked\s*1/);
  await page.locator(".entry", { hasText: "domain_verification.push" }).locator("summary").first().click();
  assert.ok(await page.getByText('verification.example.com. 300 IN TXT "liveauth_3543"').isVisible());
});

test("without scripts 5,000 are all there", async () => {
  const { page } = await open("many", { javaScriptEnabled: false });
  assert.equal(await page.locator(".entry").count(), 5000);
});

test("on paper everything is open, and there are no controls", async () => {
  const { page } = await open("apply");
  const record = page.getByText('verification.example.com. 300 IN TXT "liveauth_3543"');
  assert.equal(await record.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await record.evaluate(code => code.checkVisibility({ contentVisibilityAuto: true })), true);
  assert.equal(await page.locator("input:visible, select:visible, button:visible").count(), 0);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => [...document.querySelectorAll("body, .panel, .entries, .entry summary, .publication")]
    .map(element => getComputedStyle(element).backgroundColor));
  assert.deepEqual([...new Set(colours)].filter(colour => colour !== "rgba(0, 0, 0, 0)"), ["rgb(255, 255, 255)"]);
  await page.pdf({ path: `${pictures}/print.pdf`, format: "A4" });
});

test("who prints before all is read gets all", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => { globalThis.requestAnimationFrame = () => 0; });
  await page.goto(new URL("many.html", folder).href);
  assert.ok(await page.locator(".entry").count() < 5000);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".entry").count(), 5000);
});

test("5,000 open, filter, unfold and scroll without a long frame", async context => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  // By selectors: to find something by its role, the driver itself would keep the page busy for seconds.
  const search = page.locator("[name=words]");
  const all = page.locator(".controls .reset");
  const frames = {};
  const measure = async (name, action) => { frames[name] = await longestFrame(page, action); };
  await measure("open", async () => {
    await page.goto(new URL("many.html", folder).href);
    await page.locator("html.whole").waitFor({ state: "attached" });
  });
  assert.equal(await page.locator(".entry").count(), 5000);
  for (const [words, found] of [["host49", 111], ["no such thing", 0], ["host7 team-7", 6]]) {
    await measure(`type ${words}`, async () => {
      await search.pressSequentially(words, { delay: 20 });
      await told(page, new RegExp(`^${found} of 5000`));
    });
    await measure(`take back ${words}`, async () => {
      await all.click();
      await told(page, /^5000 verifications$/);
    });
  }
  await measure("one verdict", async () => {
    await page.locator("[value=blocked]").check();
    await told(page, /^1000 of/);
  });
  await measure("one owner", async () => {
    await page.locator("[name=owner]").selectOption("=team-5");
    await told(page, /^250 of/);
  });
  await measure("all", async () => {
    await all.click();
    await told(page, /^5000 verifications$/);
  });
  await measure("unfold", () => page.locator(".entry summary").first().click());
  await measure("scroll", () => page.mouse.wheel(0, 100_000));
  context.diagnostic(`longest frames, ms: ${JSON.stringify(frames)}`);
  // A machine that does something else has longer ones: whoever measures says what they may take.
  if (LONGEST_FRAME) {
    assert.deepEqual(Object.entries(frames).filter(([, time]) => time >= LONGEST_FRAME), []);
  }
});

test("pictures to be looked at", async () => {
  for (const [name, options] of Object.entries({
    light: {}, dark: { colorScheme: "dark" }, narrow: { viewport: { width: 400, height: 900 } },
  })) {
    for (const report of ["plan", "compared", "apply"]) {
      const { page } = await open(report, options);
      await page.locator(".entry.person summary").first().click();
      await page.screenshot({ path: `${pictures}/${report}-${name}.png`, fullPage: true });
      await page.context().close();
    }
  }
});
