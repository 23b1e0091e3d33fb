// What the screens do without asking the server: sources panel, copying, remarks, light and dark.
(() => {
  "use strict";
  document.documentElement.lang = "vi";

  // ---- light and dark: the reader's choice, else the system's
  const CHOICE = "tro-ly-dai-hoi-nen";
  const remembered = () => { try { return localStorage.getItem(CHOICE); } catch { return null; } };
  const applyTheme = () => {
    const choice = remembered();
    const dark = choice ? choice === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.classList.toggle("dark", dark);
    document.body.classList.toggle("dark", dark);
  };
  const switchTheme = () => {
    const dark = !document.body.classList.contains("dark");
    try { localStorage.setItem(CHOICE, dark ? "dark" : "light"); } catch { /* a browser without storage forgets */ }
    applyTheme();
  };

  // ---- copying, also over plain http where the browser has no clipboard interface
  const copyText = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      try { await navigator.clipboard.writeText(text); return true; } catch { /* not allowed: the old way */ }
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.cssText = "position:fixed;top:0;left:0;opacity:0";
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    let copied = false;
    try { copied = document.execCommand("copy"); } catch { /* said below */ }
    area.remove();
    focused?.focus?.();
    return copied;
  };
  const say = (text) => {
    let line = document.getElementById("spoken");
    if (!line) {
      line = Object.assign(document.createElement("div"), { id: "spoken" });
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = text;
    line.classList.add("shown");
    clearTimeout(line.timer);
    line.timer = setTimeout(() => line.classList.remove("shown"), 2500);
  };
  const copyAndSay = async (text) => say(await copyText(text) ? "Đã chép." : "Trình duyệt không cho chép; hãy chọn chữ rồi nhấn Ctrl + C.");

  // ---- files made for this reader alone: saved straight from the answer of the server
  window.saveParcel = (parcel) => {
    if (!parcel?.data) return;
    const bytes = Uint8Array.from(atob(parcel.data), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: parcel.type }));
    link.download = parcel.name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(`Đã tải ${parcel.name}.`);
  };

  // ---- sources panel
  let cameFrom = null;
  const panel = () => document.getElementById("sources");
  const showSources = (turn) => {
    const template = turn?.querySelector("template.turn-sources");
    const body = document.getElementById("sources-body");
    if (!template || !body) return false;
    if (body.dataset.turn !== turn.dataset.turn || body.dataset.of !== template.innerHTML.length + "") {
      body.replaceChildren(template.content.cloneNode(true));
      body.dataset.turn = turn.dataset.turn;
      body.dataset.of = template.innerHTML.length + "";
    }
    return true;
  };
  // The open source stands in the page's place in the history: coming back from its document opens it again, and where
  // the panel lies over the answer, the browser's back button closes it.
  const isOver = () => getComputedStyle(panel()).position === "fixed";
  const noteSource = (source) => {
    const change = source && isOver() && !history.state?.source ? "pushState" : "replaceState";
    history[change]({ ...history.state, source }, "");
  };
  const openSource = (mark) => {
    if (!showSources(mark.closest(".turn"))) return;
    cameFrom = mark;
    document.querySelectorAll(".mark.open, .card.open").forEach((one) => one.classList.remove("open"));
    panel().classList.add("open");
    noteSource(mark.dataset.card || mark.closest(".turn").dataset.turn);
    const card = mark.dataset.card ? document.getElementById(mark.dataset.card) : document.querySelector("#sources .card");
    if (!card) return;
    if (mark.dataset.card) { mark.classList.add("open"); card.classList.add("open"); }
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  const hideSources = () => {
    panel()?.classList.remove("open");
    if (cameFrom?.isConnected) cameFrom.focus();
  };
  const closeSources = () => {
    if (isOver() && history.state?.source) history.back();
    else hideSources();
  };
  const reopenSource = () => {
    const source = history.state?.source;
    const mark = source && document.querySelector(`.mark[data-card="${source}"], .turn[data-turn="${source}"] .show-sources`);
    if (mark) openSource(mark);
    else hideSources();
  };
  window.addEventListener("popstate", () => { if (panel() && (isOver() || history.state?.source)) reopenSource(); });
  const conversationChanged = () => {
    const turns = document.querySelectorAll("#conversation .turn");
    const last = turns[turns.length - 1];
    const body = document.getElementById("sources-body");
    if (!last) { if (body?.dataset.turn) { noteSource(undefined); body.replaceChildren(); delete body.dataset.turn; } return; }
    const key = `${turns.length}:${last.querySelector(".pending") ? "…" : last.querySelector(".question").textContent}`;
    if (conversationChanged.key === key) return;
    const first = conversationChanged.key === undefined;
    conversationChanged.key = key;
    if (!last.querySelector(".pending")) { delete body.dataset.turn; showSources(last); }
    if (last.querySelector(".pending")) store("");
    if (first) reopenSource();
    else { noteSource(undefined); last.scrollIntoView({ block: "start" }); }
  };

  // ---- events for the server go through the component that listens to them
  const relay = (from, detail) => {
    if (document.querySelector("#conversation .pending") && detail.event !== "stop") return;
    from.dispatchEvent(new CustomEvent("relay", { detail, bubbles: true }));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "theme-switch") switchTheme();
    else if (button.id === "close-sources") closeSources();
    else if (button.matches(".mark, .show-sources")) openSource(button);
    else if (button.matches(".copy-answer")) copyAndSay(button.closest(".turn").querySelector(".turn-plain").content.textContent);
    else if (button.matches(".copy-address")) copyAndSay(location.href);
    else if (button.matches(".copy-text")) copyAndSay(button.dataset.text);
    else if (button.matches(".ask-remark")) {
      const form = button.closest(".turn").querySelector(".remark-form");
      form.hidden = !form.hidden;
      if (!form.hidden) form.querySelector("input").focus();
    } else if (button.dataset.event) {
      relay(button, { ...button.dataset });
      if (button.dataset.event === "rate") { button.setAttribute("aria-pressed", "true"); say("Cảm ơn đồng chí đã nhận xét."); }
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".remark-form");
    if (!form) return;
    event.preventDefault();
    relay(form, { event: "rate", turn: form.dataset.turn, useful: "no", remark: form.querySelector("input").value });
    form.hidden = true;
    say("Cảm ơn đồng chí đã nhận xét.");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel()?.classList.contains("open")) closeSources();
  });

  // ---- who is signed in, and the way out
  const showWho = async () => {
    const place = document.getElementById("who");
    if (!place || place.dataset.asked || location.pathname === "/dang-nhap") return;
    place.dataset.asked = "yes";
    const answer = await fetch("/toi").then((got) => got.ok ? got.json() : {}, () => ({}));
    if (!answer.name) return;
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/dang-xuat" });
    const button = Object.assign(document.createElement("button"), { className: "tool", textContent: "Đăng xuất" });
    form.append(button);
    place.replaceChildren(document.createTextNode(answer.name + " "), form);
  };

  // ---- what was typed outlives a reload, as after a lost connection
  const DRAFT = "tro-ly-dai-hoi-nhap";
  const box = () => document.querySelector("#question textarea");
  const store = (text) => { try { sessionStorage.setItem(DRAFT, text); } catch { /* only lost on a reload */ } };
  const restoreDraft = () => {
    const field = box();
    if (!field || field.dataset.restored) return;
    field.dataset.restored = "yes";
    let draft = "";
    try { draft = sessionStorage.getItem(DRAFT) || ""; } catch { /* nothing kept */ }
    if (draft && !field.value) {
      field.value = draft;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  document.addEventListener("input", (event) => { if (event.target === box()) store(event.target.value); });

  // ---- several tabs: each keeps its conversation open; what another tab wrote is taken in before going on here
  const NOTEBOOK = "tro-ly-dai-hoi";
  const OPEN = "tro-ly-dai-hoi-mo";
  let written = false;
  window.openInTab = () => { try { return sessionStorage.getItem(OPEN); } catch { return ""; } };
  const rememberOpen = () => {
    const id = document.querySelector(".conversation-frame")?.dataset.conversation;
    try { if (id) sessionStorage.setItem(OPEN, id); } catch { /* the latest opens instead */ }
  };
  window.addEventListener("storage", (event) => { if (event.key === NOTEBOOK) written = true; });
  window.addEventListener("focus", () => {
    if (written && document.getElementById("conversation") && !document.querySelector(".pending")) location.reload();
  });

  // ---- what Gradio leaves out for those who listen to the page, and the page's own title
  const describe = () => {
    document.getElementById("status")?.setAttribute("role", "status");
    document.querySelector(".overflow-menu > button:not([aria-label='Các mục khác'])")?.setAttribute("aria-label", "Các mục khác");
    const name = document.querySelector("body:not(.plain) .bar nav a[aria-current]")?.textContent;
    const title = `${name} – Trợ lý Đại hội`;
    if (name && document.title !== title) document.title = title;
  };

  // ---- Gradio's own notices that it cannot translate
  const NOTICES = {
    "Error": "Lỗi",
    "Connection Lost": "Mất kết nối",
    "Connection to the server was lost. Attempting reconnection...":
      "Mất kết nối với máy chủ; đang nối lại. Câu hỏi trong ô vẫn được giữ.",
  };
  const translateNotices = () => {
    for (const part of document.querySelectorAll(".toast-body *")) {
      const words = part.childElementCount ? undefined : NOTICES[part.textContent.trim()];
      if (words) part.textContent = words;
    }
  };

  const started = () => {
    applyTheme();
    showWho();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
    const changed = () => { conversationChanged(); showWho(); restoreDraft(); rememberOpen(); describe(); translateNotices(); };
    new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", started); else started();
})();
