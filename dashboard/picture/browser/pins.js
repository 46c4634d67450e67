// Nodes that stay where they were dragged, whatever the server says, until they are unpinned. The
// browser remembers them as long as its tab is open.

class Pins {
  constructor(picture) {
    this.picture = picture;
    this.places = {}; // of the pinned nodes
  }

  get store() {
    return `shisaku-pins ${this.picture.data.picture}`;
  }

  load() {
    try {
      this.places = JSON.parse(sessionStorage.getItem(this.store)) ?? this.picture.data.pinned ?? {};
    } catch {
      this.places = this.picture.data.pinned ?? {}; // a page without a store of its own
    }
  }

  keep() {
    try {
      sessionStorage.setItem(this.store, JSON.stringify(this.places));
    } catch {
      return; // they last until the page is left
    }
  }

  has(id) {
    return Object.hasOwn(this.places, id);
  }

  dragged(ids) {
    for (const id of ids) this.places[id] = this.picture.network.getPosition(id);
    this.changed();
  }

  toggle(id) {
    if (this.has(id)) {
      delete this.places[id];
      const { x, y } = this.picture.held.get(id).node;
      this.picture.nodes.update({ id, x, y });
    } else this.places[id] = this.picture.network.getPosition(id);
    this.changed();
  }

  changed() {
    this.keep();
    this.picture.card.refresh();
    this.picture.network.redraw();
  }
}
