// The picture by keyboard: an arrow leads to the nearest node in its direction.

const ARROWS = {
  ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 },
};

// The id of the nearest of `places` ({id: {x, y}}) in a direction; what lies aside counts double, and
// nothing counts that lies more aside than ahead. undefined: there is none.
const nearest = (from, places, direction) => {
  const rated = Object.entries(places).map(([id, { x, y }]) => {
    const ahead = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y) + Math.abs((y - from.y) * direction.x);
    return { id, far: ahead > 0.5 && aside <= ahead * 2 ? ahead + aside * 2 : Infinity };
  });
  const best = rated.reduce((a, b) => (b.far < a.far ? b : a), { far: Infinity });
  return best.id;
};

class Keyboard {
  constructor(picture) {
    this.picture = picture;
    this.focused = null;
    picture.canvas.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && this.typed(event.key)) event.preventDefault();
    });
    picture.canvas.addEventListener("blur", () => this.leave());
  }

  typed(key) {
    const { picture } = this, at = this.focused ?? picture.chosen;
    if (key in ARROWS) this.walk(ARROWS[key]);
    else if (key === "Enter" && at) picture.press(at, "select");
    else if (key === "+" && at) picture.press(at, "expand");
    else if (key === "-" && at) picture.press(at, "collapse");
    else if (key === "p" && at) picture.pins.toggle(at);
    else if (key === "f") picture.view.fit();
    else if (key === "/") picture.find.field.focus();
    else if (key === "Escape") this.escape();
    else return false;
    return true;
  }

  walk(direction) {
    const { picture } = this;
    const ids = picture.visible().filter((id) => picture.held.get(id).node.role !== "heading");
    const start = [this.focused, picture.chosen, picture.data.root].find((id) => ids.includes(id)) ?? ids[0];
    if (start === undefined) return;
    const places = picture.network.getPositions(ids.filter((id) => id !== start));
    const next = nearest(picture.network.getPosition(start), places, direction);
    this.go(next ?? start);
  }

  go(id) {
    this.focused = id;
    this.picture.view.reveal([id], false);
    this.picture.network.redraw();
    this.picture.tips.showNode(id);
  }

  escape() {
    this.picture.tips.hide();
    this.picture.card.close();
  }

  leave() {
    this.focused = null;
    this.picture.tips.hide();
    this.picture.network?.redraw();
  }
}
