// Nodes that stay where they were dragged until they are unpinned. They are told to the server, which
// writes them into the page's address, so that a link shows the same picture.

class Pins {
  constructor(picture) {
    this.picture = picture;
    this.places = {}; // of the pinned nodes: {id: {x, y}}
    this.told = 0; // when the server was told last
  }

  // Those that the data holds, as in a page that was saved or the address of one.
  load() {
    this.places = { ...this.picture.data.pinned };
  }

  // What the address says now, unless that answers to an earlier change.
  follow(before) {
    const now = JSON.stringify(this.picture.data.pinned ?? {});
    if (now !== JSON.stringify(before ?? {}) && Date.now() - this.told > LATE) this.load();
  }

  has(id) {
    return Object.hasOwn(this.places, id);
  }

  put(id) {
    const { x, y } = this.picture.network.getPosition(id);
    delete this.places[id]; // so that it comes last
    this.places[id] = { x: Math.round(x), y: Math.round(y) };
  }

  dragged(ids) {
    for (const id of ids) this.put(id);
    this.changed(ids[0]);
  }

  toggle(id) {
    if (this.has(id)) {
      delete this.places[id];
      const { x, y } = this.picture.held.get(id).node;
      this.picture.nodes.update({ id, x, y });
    } else this.put(id);
    this.changed(id);
  }

  changed(id) {
    this.told = Date.now();
    const there = Object.entries(this.places).filter(([pinned]) => this.picture.held.has(pinned));
    this.picture.trigger("picked", { kind: "node", id, act: "pin", places: Object.fromEntries(there) });
    this.picture.card.refresh();
    this.picture.network.redraw();
  }
}
