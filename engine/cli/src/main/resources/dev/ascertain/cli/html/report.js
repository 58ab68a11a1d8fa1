"use strict";
// Narrows the verifications, copies what must be published, opens what a link leads to. Without it the page is whole,
// and only longer.
(() => {
  const root = document.documentElement;
  const filters = document.querySelector(".filters");
  const words = filters.querySelector("[name=words]");
  const owner = filters.querySelector("[name=owner]");
  const count = filters.querySelector(".count");
  const said = document.querySelector(".said");
  const resets = document.querySelectorAll(".reset");
  const nothing = document.querySelector(".nothing");
  const groups = [...document.querySelectorAll(".group")].map(section => ({
    section,
    number: section.querySelector(".number"),
    list: section.querySelector(".entries"),
    later: [...section.querySelectorAll("noscript")],
    entries: [...section.querySelectorAll(".entry")],
  }));
  const texts = new WeakMap();
  // Milliseconds of work before the page may be drawn again.
  const SLICE = 24;
  let turn = 0;

  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

  // Takes in a piece of what comes later. It is the page's own text, and nothing in it can run.
  function read(group, piece) {
    if (!piece.isConnected) {
      return;
    }
    const template = document.createElement("template");
    template.innerHTML = piece.textContent;
    const entries = [...template.content.firstElementChild.children];
    group.list.append(...entries);
    group.entries.push(...entries);
    piece.remove();
  }

  async function readLater() {
    for (const group of groups) {
      for (const piece of group.later) {
        await drawn();
        read(group, piece);
      }
    }
  }

  // Paper does not wait.
  addEventListener("beforeprint", () => groups.forEach(group => group.later.forEach(piece => read(group, piece))));

  function textOf(entry) {
    let text = texts.get(entry);
    if (text === undefined) {
      text = entry.textContent.toLowerCase();
      texts.set(entry, text);
    }
    return text;
  }

  function checked(name) {
    return new Set([...filters.querySelectorAll(`[name=${name}]:checked`)].map(box => box.value));
  }

  function wish() {
    return {
      words: words.value.toLowerCase().split(/\s+/).filter(Boolean),
      owner: owner && owner.value !== "*" ? owner.value.slice(1) : null,
      verdicts: checked("verdict"),
      sinces: checked("since"),
    };
  }

  function fits(entry, wish) {
    const filed = entry.dataset;
    return (wish.verdicts.size === 0 || wish.verdicts.has(filed.verdict))
      && (wish.sinces.size === 0 || wish.sinces.has(filed.since))
      && (wish.owner === null || wish.owner === filed.owner)
      && wish.words.every(word => textOf(entry).includes(word));
  }

  function isNarrow(wish) {
    return wish.words.length > 0 || wish.owner !== null || wish.verdicts.size > 0 || wish.sinces.size > 0;
  }

  // In slices: however many there are, typing stays smooth. A later wish takes the place of an earlier one.
  async function narrow() {
    const mine = ++turn;
    const wanted = wish();
    let shown = 0;
    let end = performance.now() + SLICE;
    for (const group of groups) {
      let own = 0;
      for (const entry of group.entries) {
        const fit = fits(entry, wanted);
        if (entry.hidden === fit) {
          entry.hidden = !fit;
        }
        own += fit ? 1 : 0;
        if (performance.now() > end) {
          await drawn();
          if (mine !== turn) {
            return;
          }
          end = performance.now() + SLICE;
        }
      }
      group.section.hidden = own === 0;
      group.number.textContent = own;
      shown += own;
    }
    tell(shown, isNarrow(wanted));
  }

  function tell(shown, narrow) {
    const total = Number(count.dataset.total);
    const noun = total === 1 ? "verification" : "verifications";
    count.textContent = narrow ? `${shown} of ${total} ${noun}` : `${total} ${noun}`;
    nothing.hidden = !(narrow && shown === 0);
    resets.forEach(reset => { reset.hidden = !narrow; });
  }

  function reset() {
    words.value = "";
    if (owner) {
      owner.value = "*";
    }
    filters.querySelectorAll(":checked[type=checkbox]").forEach(box => { box.checked = false; });
    words.focus();
    return narrow();
  }

  let typing;
  filters.addEventListener("input", event => {
    clearTimeout(typing);
    typing = setTimeout(narrow, event.target === words ? 80 : 0);
  });
  resets.forEach(button => button.addEventListener("click", reset));

  // Buttons to copy with come when a verification is opened: thousands of closed ones need none.
  function offerCopies(entry) {
    for (const code of entry.querySelectorAll(".exact")) {
      if (code.nextElementSibling) {
        continue;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy ${code.previousElementSibling.textContent}`);
      button.addEventListener("click", () => copy(code, button));
      code.after(button);
    }
  }

  async function copy(code, button) {
    const done = await copied(code);
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
    said.textContent = done ? "Copied." : "It is selected: press Ctrl+C to copy it.";
  }

  // A page from a file or over plain HTTP may have no clipboard; then it is selected and copied as by hand.
  async function copied(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }

  document.addEventListener("toggle", event => {
    const entry = event.target.open && event.target.closest(".entry");
    if (entry) {
      offerCopies(entry);
    }
  }, true);

  async function follow() {
    const entry = document.getElementById(location.hash.slice(1));
    if (!entry || !entry.classList.contains("entry")) {
      return;
    }
    if (entry.hidden) {
      await reset();
    }
    entry.querySelector("details").open = true;
    entry.scrollIntoView();
    entry.querySelector("summary").focus({ preventScroll: true });
  }

  addEventListener("hashchange", follow);

  // Browsers that cannot print what is folded by style alone get it unfolded.
  if (!CSS.supports("selector(::details-content)")) {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("details:not([open])")];
      folded.forEach(details => { details.open = true; });
    });
    addEventListener("afterprint", () => folded.forEach(details => { details.open = false; }));
  }

  // A browser that goes back keeps what was typed; and what was typed meanwhile did not know of all.
  async function begin() {
    root.classList.add("js");
    await readLater();
    root.classList.add("whole");
    if (isNarrow(wish())) {
      await narrow();
    }
    await follow();
  }

  begin();
})();
