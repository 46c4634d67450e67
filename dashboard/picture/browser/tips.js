// What is told of a node or an edge while it is pointed at, or reached by keyboard.

class Tips {
  constructor(picture) {
    this.picture = picture;
    this.tip = picture.part("tip");
    picture.canvas.addEventListener("pointermove", (event) => { this.pointer = event; });
    // vis-network says nothing when the pointer leaves it
    for (const gone of ["pointerleave", "pointercancel", "pointerdown"]) {
      picture.canvas.addEventListener(gone, () => this.hide());
    }
    addEventListener("scroll", () => this.hide(), { capture: true, passive: true, signal: picture.ended });
  }

  listen(network) {
    const cursor = (kind) => () => { this.picture.canvas.style.cursor = kind; };
    for (const name of ["hoverNode", "hoverEdge"]) network.on(name, cursor("pointer"));
    for (const name of ["blurNode", "blurEdge"]) network.on(name, cursor(""));
    network.on("hoverNode", ({ node }) => this.showNode(node));
    network.on("hoverEdge", ({ edge }) => this.showEdge(edge));
    for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(gone, () => this.hide());
  }

  showNode(id) {
    const node = this.picture.held.get(id)?.node;
    if (!node) return;
    this.show(node.tip || nameOf(node), this.picture.network.canvasToDOM(this.picture.network.getPosition(id)));
  }

  showEdge(id) {
    const edge = this.picture.edges.get(id);
    const box = this.picture.canvas.getBoundingClientRect();
    this.pointedEdge = id;
    this.picture.network.redraw();
    if (edge?.tip && this.pointer) {
      this.show(edge.tip, { x: this.pointer.clientX - box.left, y: this.pointer.clientY - box.top });
    }
  }

  show(text, at) {
    const { width, height } = this.picture.view.size;
    this.tip.textContent = text;
    this.tip.style.display = "block";
    const inside = (from, own, room) => Math.max(4, Math.min(from, room - own - 4));
    this.tip.style.left = `${inside(at.x + 14, this.tip.offsetWidth, width)}px`;
    this.tip.style.top = `${inside(at.y + 26, this.tip.offsetHeight, height)}px`;
  }

  hide() {
    this.tip.style.display = "none";
    if (this.pointedEdge !== undefined) {
      this.pointedEdge = undefined;
      this.picture.network?.redraw();
    }
  }
}
