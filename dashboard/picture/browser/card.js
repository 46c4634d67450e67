// The card of what was selected, from what the picture holds of it: there at once, before the server
// has answered with the full one.

const MOST = 40; // neighbours in a card

// The neighbours of a node by what relation leads to them, in the order of the edges:
// [{relation, ids}]. Lines without an arrow lead neither way; `words` names those that say nothing.
const byRelation = (id, edges, words) => {
  const groups = new Map();
  for (const { from, to, arrows, relation: kind, said = kind } of edges) {
    if (from !== id && to !== id) continue;
    const out = from === id, mark = arrows === "" ? "" : out ? "→ " : "← ";
    const relation = said ? `${mark}${said}` : `${mark}${out ? words.leads_to : words.comes_from}`;
    if (!groups.has(relation)) groups.set(relation, new Set());
    groups.get(relation).add(out ? to : from);
  }
  return [...groups].map(([relation, ids]) => ({ relation, ids: [...ids] }));
};

class Card {
  constructor(picture) {
    this.picture = picture;
    this.root = picture.part("card");
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.close();
      picture.canvas.focus({ preventScroll: true });
    });
  }

  show(id) {
    const node = this.picture.held.get(id)?.node, edge = node ? null : this.lineOf(id);
    this.of = node || edge ? id : null;
    this.root.hidden = this.of === null;
    if (node) this.fill(nameOf(node), this.ofNode(node));
    else if (edge) this.fill(edge.said ?? edge.tip?.split("\n")[0] ?? "", this.ofEdge(edge));
    this.aside(id);
  }

  // A relationship with its own ends: its line may begin at another line.
  lineOf(id) {
    const { data, edges } = this.picture, edge = edges.get(id);
    return edge && { ...edge, ...(data.relations ?? []).find((each) => each.id === id) };
  }

  refresh() {
    if (this.of && !this.root.hidden) this.show(this.of);
  }

  close() {
    this.root.hidden = true;
  }

  fill(name, parts) {
    const { words } = this.picture.data, head = element("div", "head");
    const close = button("close", () => this.close());
    close.textContent = "×";
    close.setAttribute("aria-label", words.close);
    close.title = words.close;
    head.append(element("strong", "name", name), close);
    const { activeElement } = this.root.getRootNode(), within_ = this.root.contains(activeElement);
    this.root.setAttribute("aria-label", words.card);
    this.root.replaceChildren(head, ...parts.filter(Boolean));
    this.root.scrollTop = 0;
    if (within_) (this.root.querySelector(`.acts .${activeElement.className}`) ?? close).focus();
  }

  // Left or right, wherever the node is not.
  aside(id) {
    if (!this.picture.held.has(id)) return;
    const { x } = this.picture.network.canvasToDOM(this.picture.network.getPosition(id));
    this.root.dataset.side = x < this.picture.view.size.width / 2 ? "right" : "left";
  }

  ofNode(node) {
    const told = (node.tip ?? "").split("\n").slice(1).join("\n");
    const kind = (this.picture.data.legend ?? []).find((entry) => entry.group === node.group)?.name;
    const relations = this.picture.data.relations ?? this.picture.edges.get();
    return [
      (told || kind) && element("div", "told", told || kind),
      this.acts(node),
      ...byRelation(node.id, relations, this.picture.data.words).map((group) => this.neighbours(group)),
    ];
  }

  acts(node) {
    const { picture } = this, { words } = picture.data, made = element("div", "acts");
    const act = (name, text, run) => {
      const added = button(name, run);
      added.textContent = text;
      made.append(added);
    };
    const collapse = picture.data.opened?.includes(node.id) ? ["collapse"] : [];
    for (const name of node.acts ?? [...(picture.data.acts ?? []), ...collapse]) {
      act(name, words[name], () => picture.choose("node", node.id, name));
    }
    const pinned = picture.pins.has(node.id);
    act("pin", pinned ? words.unpin : words.pin, () => picture.pins.toggle(node.id));
    return made;
  }

  neighbours({ relation, ids }) {
    const made = element("div", "relation"), shown = ids.filter((id) => this.picture.held.has(id));
    made.append(element("div", "by", `${relation} ${shown.length}`));
    for (const id of shown.slice(0, MOST)) {
      const to = button("to", () => this.go(id));
      to.textContent = nameOf(this.picture.held.get(id).node);
      made.append(to);
    }
    if (shown.length > MOST) {
      made.append(element("div", "by", filled(this.picture.data.words.and_more, { n: shown.length - MOST })));
    }
    return shown.length ? made : null;
  }

  go(id) {
    this.picture.view.reveal([id]);
    this.picture.choose("node", id, "select");
  }

  ofEdge(edge) {
    const ends = element("div", "relation");
    for (const [mark, id] of [["", edge.from], ["→ ", edge.to]]) {
      if (!this.picture.held.has(id)) continue; // a piece of line ends where no node is
      const to = button("to", () => this.go(id));
      to.textContent = mark + nameOf(this.picture.held.get(id).node);
      ends.append(to);
    }
    const told = edge.tip && edge.tip !== edge.said && element("div", "told", edge.tip);
    return [told, ends];
  }
}
