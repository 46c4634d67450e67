// Finding in the picture: hits are ringed, Enter leads to the next one, Shift + Enter to the one
// before.

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

// The ids of the nodes that hold all of the words; headings are no hits.
const hitsOf = (nodes, words) => {
  const wanted = words.trim().split(/\s+/).map(plain).filter(Boolean);
  if (!wanted.length) return [];
  return nodes.filter((node) => !isHeading(node)).filter((node) => {
    const said = plain(`${node.label ?? ""}\n${node.tip ?? ""}\n${node.name ?? ""}`);
    return wanted.every((word) => said.includes(word));
  }).map((node) => node.id);
};

class Find {
  constructor(picture) {
    this.picture = picture;
    [this.hits, this.at] = [[], -1];
    this.field = element("input", "find");
    this.field.type = "search";
    this.count = element("span", "hits");
    this.count.setAttribute("role", "status");
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.typed(event));
  }

  words(words) {
    this.field.placeholder = words.find;
    this.field.setAttribute("aria-label", words.find_help);
    this.field.title = words.find_help;
  }

  typed(event) {
    event.stopPropagation();
    if (event.isComposing) return; // Enter ends the writing of kana
    if (event.key === "Enter") this.next(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") {
      this.field.value = "";
      this.search();
    } else return;
    event.preventDefault();
  }

  search() {
    const { picture } = this, shown = new Set(picture.visible());
    const nodes = picture.data.nodes.filter((node) => shown.has(node.id));
    [this.hits, this.at] = [hitsOf(nodes, this.field.value), -1];
    this.say();
    picture.network.redraw();
  }

  next(step) {
    if (!this.hits.length) return;
    this.at = this.at < 0 ? (step > 0 ? 0 : this.hits.length - 1)
      : (this.at + step + this.hits.length) % this.hits.length;
    const id = this.hits[this.at];
    this.picture.used = true;
    this.picture.view.reveal([id]);
    this.picture.card.show(id);
    this.say();
    this.picture.network.redraw();
  }

  say() {
    const { words } = this.picture.data, all = this.hits.length;
    if (!this.field.value.trim()) this.count.textContent = "";
    else if (!all) this.count.textContent = words.find_none;
    else if (this.at < 0) this.count.textContent = filled(words.find_some, { n: all });
    else this.count.textContent = `${this.at + 1} / ${all}`;
  }

  mark(id) {
    const place = this.hits.indexOf(id);
    return place < 0 ? undefined : place === this.at ? "here" : "hit";
  }
}
