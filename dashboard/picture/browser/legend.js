// The legend below a picture, which hides and shows types: a click hides one, a click with Alt held
// (or Alt + Enter) shows it alone.

const SWATCH = { width: 22, height: 14 };

const swatch = (entry, look) => {
  const pen = new SvgPen(), node = { ...entry, label: "", size: undefined };
  const tones = colours(node, look), glyph = GLYPHS.has(entry.shape);
  [pen.fillStyle, pen.strokeStyle, pen.lineWidth] = [tones.ground, tones.line, 1.5];
  const wide_ = glyph ? SWATCH.height - 2 : SWATCH.width - 2;
  outline(pen, entry.shape, SWATCH.width / 2, SWATCH.height / 2, wide_, SWATCH.height - 2, 3);
  pen.fill();
  pen.stroke();
  const made = element("span", "swatch");
  made.innerHTML = `<svg width="${SWATCH.width}" height="${SWATCH.height}" aria-hidden="true">${pen.out.join("")}</svg>`;
  return made;
};

// The hidden types after a click on one: it alone turned over, or (alone) all others hidden; alone
// twice shows all again.
const afterClick = (hidden, groups, group, alone) => {
  const others = groups.filter((other) => other !== group);
  if (!alone) return groups.filter((other) => hidden.has(other) !== (other === group));
  const isAlone = !hidden.has(group) && others.every((other) => hidden.has(other));
  return isAlone ? [] : others;
};

class Legend {
  constructor(picture) {
    this.picture = picture;
    this.root = picture.part("legend");
    this.hidden = new Set();
  }

  entries() {
    const groups = new Set(this.picture.data.nodes.map((node) => node.group));
    return (this.picture.data.legend ?? []).filter((entry) => groups.has(entry.group));
  }

  hides(node) {
    return node.group !== undefined && this.hidden.has(node.group);
  }

  count(group) {
    return this.picture.data.nodes.filter((node) => node.group === group && !isHeading(node)).length;
  }

  update() {
    const entries = this.entries(), { words } = this.picture.data;
    const active = this.root.getRootNode().activeElement?.dataset?.group;
    this.root.setAttribute("aria-label", words.legend);
    this.root.hidden = !entries.length;
    this.root.replaceChildren(...entries.map((entry) => this.entry(entry)), this.summary(entries));
    if (active !== undefined) this.root.querySelector(`[data-group="${CSS.escape(active)}"]`)?.focus();
  }

  entry(entry) {
    const { words } = this.picture.data, shown = !this.hidden.has(entry.group);
    const made = button("entry", (event) => this.clicked(entry.group, event.altKey));
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.altKey) return;
      event.preventDefault();
      this.clicked(entry.group, true);
    });
    made.dataset.group = entry.group;
    made.setAttribute("aria-pressed", String(shown));
    made.title = words.legend_help;
    made.append(swatch(entry, this.picture.look), element("span", "name", entry.name ?? entry.group),
      element("span", "count", String(this.count(entry.group))));
    return made;
  }

  summary(entries) {
    const { words } = this.picture.data, made = element("span", "summary");
    const gone = entries.filter((entry) => this.hidden.has(entry.group));
    made.setAttribute("role", "status");
    if (!gone.length) return made;
    const names = gone.map((entry) => `${entry.name ?? entry.group} ${this.count(entry.group)}`);
    const all = button("all", () => this.set([]));
    all.textContent = words.show_all;
    made.append(element("span", "gone", filled(words.hidden, { names: names.join(words.comma) })), all);
    return made;
  }

  clicked(group, alone) {
    const groups = this.entries().map((entry) => entry.group);
    this.set(afterClick(this.hidden, groups, group, alone));
  }

  set(groups) {
    this.hidden = new Set(groups);
    this.picture.nodes.update(this.picture.data.nodes.map((node) => ({ id: node.id, hidden: this.hides(node) })));
    this.update();
    this.picture.find.search();
    this.picture.network.redraw();
  }
}
