// How the browser behaves on every page of the dashboard. The listeners are set once for a document; what they need to know of
// the page that is shown stands in `window.shisakuManners`.
const SEEN = "shisaku-tour"; // kept by the browser until its window is closed

// The parts of a path: `/here/overview` → ["/here/", "overview"].
export function partsOf(path) {
  const cut = path.lastIndexOf("/") + 1;
  return [path.slice(0, cut), decodeURIComponent(path.slice(cut))];
}

// Whether an address is a page of this dashboard, which Streamlit can show without loading anew.
export function isOurs(url, here, pages) {
  const [folder, page] = partsOf(url.pathname);
  return url.origin === here.origin && folder === partsOf(here.pathname)[0] && pages.includes(page);
}

// Whether a link is followed as a plain click does: in this window, to nothing that is saved, to no other place of the page.
function isPlain(event, link) {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button;
  const window = link.getAttribute("target") || "_self";
  return !elsewhere && window === "_self" && !link.hasAttribute("download") && !link.getAttribute("href").startsWith("#");
}

// Streamlit shows what the address says when the browser goes back or forth; a step forth of ours is such a step.
function go(url) {
  const samePage = url.pathname === location.pathname;
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  if (!samePage) document.querySelector(".stMain")?.scrollTo(0, 0);
}

function followed(event) {
  const link = event.composedPath().find((node) => node.tagName === "A" && node.hasAttribute("href"));
  if (event.defaultPrevented || !link || !isPlain(event, link)) return;
  const url = new URL(link.href);
  if (!isOurs(url, location, window.shisakuManners.pages)) return;
  event.preventDefault();
  link.closest("details.menu")?.removeAttribute("open");
  go(url);
}

const LASTS = 5000; // ms in which a page that is drawn anew may bring the same link again

// What a link is called: by whoever cannot see it, else by its text.
export function nameOf(link) {
  return link.getAttribute("aria-label") || link.textContent.trim();
}

// Of links the one that stands for another of that name, which was the `nth` (from 0) of them.
export function sameAs(links, name, nth) {
  const named = [...links].filter((link) => nameOf(link) === name);
  return named[Math.min(nth, named.length - 1)];
}

// A page is drawn anew after a link of its own was followed: the focus goes on where it was, unless it is elsewhere by then.
function keepFocus(event) {
  const link = event.composedPath().find((node) => node.tagName === "A" && node.hasAttribute("href"));
  if (!link || document.activeElement !== link) return;
  const [name, path] = [nameOf(link), location.pathname];
  const nth = [...document.querySelectorAll("a[href]")].filter((each) => nameOf(each) === name).indexOf(link);
  const seen = new MutationObserver(() => {
    if (link.isConnected) return;
    const again = document.activeElement === document.body && sameAs(document.querySelectorAll("a[href]"), name, nth);
    if (again) again.focus({ preventScroll: true });
    if (again || document.activeElement !== document.body || location.pathname !== path) seen.disconnect();
  });
  seen.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => seen.disconnect(), LASTS);
}

function searched(event) {
  const form = event.target.closest("form.search");
  if (!form) return;
  event.preventDefault();
  const url = new URL(form.action);
  url.search = new URLSearchParams({ q: form.querySelector("input").value.trim(), lang: form.dataset.lang });
  go(url);
}

async function copied(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = Object.assign(document.createElement("textarea"), { value: text }); // a server without https
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

// Streamlit keeps how bright it is by path, and reads it when it is loaded.
function brighten(name) {
  const [folder] = partsOf(location.pathname);
  for (const page of window.shisakuManners.pages) {
    const key = `stActiveTheme-${folder}${page}-v2`;
    if (name === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(name === "dark" ? "Dark" : "Light"));
  }
  location.reload();
}

function remember() {
  sessionStorage.setItem(SEEN, "seen");
  document.documentElement.dataset.tour = "seen";
}

const DEEDS = {
  copy: async (button) => {
    await copied(location.href);
    const said = button.parentElement.querySelector(".said");
    said.textContent = button.dataset.done;
    setTimeout(() => { said.textContent = ""; }, 2500);
  },
  print: (button) => {
    button.closest("details")?.removeAttribute("open");
    print();
  },
  seen: remember,
  system: () => brighten("system"),
  light: () => brighten("light"),
  dark: () => brighten("dark"),
};

function done(event) {
  const button = event.target.closest?.("[data-do]");
  if (button) DEEDS[button.dataset.do]?.(button);
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.removeAttribute("open");
}

function escaped(event) {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  }
}

export default function show({ data }) {
  const first = !window.shisakuManners;
  window.shisakuManners = data;
  document.documentElement.lang = data.language;
  const skip = document.querySelector('a[href="#stMain"]'); // Streamlit's own, in English
  if (skip) skip.textContent = data.skip;
  if (sessionStorage.getItem(SEEN)) document.documentElement.dataset.tour = "seen";
  if (!first) return;
  addEventListener("click", done);
  addEventListener("click", keepFocus);
  addEventListener("click", followed);
  addEventListener("submit", searched);
  addEventListener("keydown", escaped);
}
