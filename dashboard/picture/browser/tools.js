// The tools above a picture: zoom, fit, the full screen, finding, saving.

const CORNERS = '<svg width="13" height="13" viewBox="0 0 13 13" fill="none" stroke="currentColor"'
  + ' stroke-width="1.6" aria-hidden="true"><path d="M1 4.5V1h3.5M8.5 1H12v3.5M12 8.5V12H8.5M4.5 12H1V8.5"/></svg>';
const SAVED = ["png2", "png4", "svg", "html"];

class Tools {
  constructor(picture) {
    this.picture = picture;
    this.root = picture.part("tools");
    this.buttons = {
      nearer: button("nearer", () => this.zoom(1.3)),
      farther: button("farther", () => this.zoom(1 / 1.3)),
      fit: button("fit", () => { picture.used = true; picture.view.fit(); }),
      full: button("full", () => this.full()),
      save: button("save", () => this.open(this.menu.hidden)),
    };
    this.menu = element("div", "menu");
    this.menu.hidden = true;
    this.items = Object.fromEntries(SAVED.map((kind) => [kind, button(kind, () => this.save(kind))]));
    this.menu.append(...Object.values(this.items));
    const holder = element("div", "saving");
    holder.append(this.buttons.save, this.menu);
    this.root.append(this.finding(), element("span", "space"), ...Object.values(this.buttons).slice(0, 4), holder);
    this.listen(holder);
  }

  finding() {
    const made = element("div", "finding");
    made.append(this.picture.find.field, this.picture.find.count);
    return made;
  }

  listen(holder) {
    holder.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.menu.hidden) return;
      event.stopPropagation();
      this.open(false);
      this.buttons.save.focus();
    });
    holder.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !holder.contains(relatedTarget)) this.open(false);
    });
    this.picture.root.addEventListener("pointerdown", (event) => {
      if (!event.composedPath().includes(holder)) this.open(false);
    });
    this.picture.root.addEventListener("fullscreenchange", () => this.sized());
  }

  words(words) {
    this.root.setAttribute("aria-label", words.tools);
    for (const [name, made] of Object.entries(this.buttons)) {
      made.title = words[name];
      made.setAttribute("aria-label", words[name]);
    }
    this.buttons.nearer.textContent = "+";
    this.buttons.farther.textContent = "−";
    this.buttons.save.textContent = words.save;
    this.buttons.save.setAttribute("aria-expanded", String(!this.menu.hidden));
    for (const [kind, item] of Object.entries(this.items)) item.textContent = words[kind];
    this.items.html.hidden = Boolean(this.picture.data.alone);
    this.sayFull();
  }

  sayFull() {
    const { words } = this.picture.data, name = this.picture.isFull() ? words.full_end : words.full;
    this.buttons.full.innerHTML = CORNERS;
    this.buttons.full.title = name;
    this.buttons.full.setAttribute("aria-label", name);
    this.buttons.full.setAttribute("aria-pressed", String(this.picture.isFull()));
  }

  zoom(by) {
    this.picture.used = true;
    this.picture.view.zoom(by);
  }

  // Where a browser gives no full screen, the window is filled.
  full() {
    const { root } = this.picture;
    if (root.matches(":fullscreen")) document.exitFullscreen();
    else if (root.requestFullscreen && !root.classList.contains("filling")) {
      root.requestFullscreen().catch(() => this.fill());
    } else this.fill();
  }

  fill() {
    this.picture.root.classList.toggle("filling");
    this.sized();
  }

  sized() {
    this.sayFull();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.picture.network.redraw();
      this.picture.view.first();
    }));
  }

  open(opened) {
    this.menu.hidden = !opened;
    this.buttons.save.setAttribute("aria-expanded", String(opened));
    if (opened) this.items.png2.focus();
  }

  sayOutside(outside) {
    const { words } = this.picture.data, { fit } = this.buttons;
    const text = outside ? `${words.fit} · ${filled(words.outside, { n: outside })}` : words.fit;
    if (fit.textContent === text) return;
    fit.textContent = text;
    fit.setAttribute("aria-label", text);
  }

  sheet() {
    return new Sheet(this.picture);
  }

  async save(kind) {
    this.open(false);
    this.buttons.save.focus();
    const sheet = this.sheet(), name = this.picture.data.file;
    if (kind.startsWith("png")) {
      const wanted = Number(kind.slice(3)), { canvas, scale } = sheet.canvas(wanted);
      // at once: `toBlob` waits for the browser to have nothing else to do; a data URL is not to be
      // fetched on our pages
      const coded = atob(canvas.toDataURL("image/png").split(",")[1]);
      const file = new Blob([Uint8Array.from(coded, (char) => char.charCodeAt(0))], { type: "image/png" });
      if (scale < wanted) this.picture.say(filled(this.picture.data.words.smaller, { n: scale.toFixed(1) }));
      this.keep(file, `${name}@${wanted}x.png`);
    } else if (kind === "svg") {
      this.keep(new Blob([sheet.svg()], { type: "image/svg+xml" }), `${name}.svg`);
    } else {
      const script = await (await fetch(import.meta.url)).text(); // this module, which the browser holds
      this.keep(new Blob([sheet.page(script)], { type: "text/html" }), `${name}.html`);
    }
  }

  keep(file, name) {
    const link = element("a");
    link.download = name;
    link.href = URL.createObjectURL(file);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}
