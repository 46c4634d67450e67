// What is seen of a picture. Boxes are counted, not their middles: {left, top, right, bottom}.

const LEAST_LETTERS = 11.2; // pixels on the screen
const READABLE = LEAST_LETTERS / FONT;
const LARGEST = 1.25; // a small picture is not blown up beyond this
const EDGE = 18; // pixels of the screen between the picture and the frame

const around = (boxes) => ({
  left: Math.min(...boxes.map((box) => box.left)),
  top: Math.min(...boxes.map((box) => box.top)),
  right: Math.max(...boxes.map((box) => box.right)),
  bottom: Math.max(...boxes.map((box) => box.bottom)),
});

const within = (box, frame, slack = 0.5) =>
  box.left >= frame.left - slack && box.right <= frame.right + slack
  && box.top >= frame.top - slack && box.bottom <= frame.bottom + slack;

// The scale at which a box fills a frame of so many pixels.
const fitting = (box, width, height) =>
  Math.min((width - EDGE * 2) / (box.right - box.left), (height - EDGE * 2) / (box.bottom - box.top), LARGEST);

// Where the middle of the view belongs along one direction: as near to `at` as it can without
// showing ground beyond what there is.
const middle = (at, from, to, room) =>
  (to - from < room ? (from + to) / 2 : Math.min(Math.max(at, from + room / 2), to - room / 2));

// How to look at boxes first: all of them where labels can be read so, else the part around one.
const firstLook = (boxes, start, width, height) => {
  const all = around(boxes), scale = fitting(all, width, height);
  if (scale >= READABLE || !start) {
    return { position: { x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2 }, scale };
  }
  const edge = EDGE / READABLE;
  const at = { x: (start.left + start.right) / 2, y: (start.top + start.bottom) / 2 };
  return {
    position: {
      x: middle(at.x, all.left - edge, all.right + edge, width / READABLE),
      y: middle(at.y, all.top - edge, all.bottom + edge, height / READABLE),
    },
    scale: READABLE,
  };
};

class View {
  constructor(picture) {
    this.picture = picture;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
  }

  get size() {
    const { clientWidth: width, clientHeight: height } = this.picture.canvas;
    return { width, height };
  }

  frame() {
    const { width, height } = this.size, network = this.picture.network;
    const from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: width, y: height });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  moveTo(look, slowly = false) {
    this.picture.tips.hide();
    const animation = slowly && !this.calm.matches && { duration: 250, easingFunction: "easeInOutQuad" };
    this.picture.network.moveTo({ ...look, animation });
    if (!animation && look.scale) this.scale = look.scale; // the window may change before it is drawn
  }

  // vis-network zooms with its window; what is read stays as large as it was.
  seen() {
    this.scale = this.picture.network.getScale();
  }

  resized() {
    if (!this.picture.used) this.first();
    else if (this.scale) this.picture.network.moveTo({ scale: this.scale, animation: false });
  }

  fit() {
    const boxes = this.picture.extent(), { width, height } = this.size;
    if (!boxes.length || !width) return;
    const all = around(boxes);
    this.moveTo({
      position: { x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2 },
      scale: fitting(all, width, height),
    });
  }

  first() {
    const { width, height } = this.size, boxes = this.picture.extent();
    if (!boxes.length || !width || !height) return;
    const start = this.picture.boxOf(this.picture.data.root);
    this.moveTo(firstLook(boxes, start, width, height));
  }

  zoom(by, at) {
    const { width, height } = this.size, network = this.picture.network;
    const pointer = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(Math.max(network.getScale() * by, 0.05), 5);
    const fixed = network.DOMtoCanvas(pointer);
    this.moveTo({
      scale,
      position: { x: fixed.x + (width / 2 - pointer.x) / scale, y: fixed.y + (height / 2 - pointer.y) / scale },
    });
  }

  pan(x, y) {
    const network = this.picture.network, scale = network.getScale(), at = network.getViewPosition();
    this.moveTo({ position: { x: at.x - x / scale, y: at.y - y / scale }, scale });
  }

  // Moves no more than it takes to see these nodes; zooms out as far as labels can be read.
  reveal(ids, slowly = true) {
    const boxes = ids.map((id) => this.picture.boxOf(id)).filter(Boolean), { width, height } = this.size;
    if (!boxes.length || !width || boxes.every((box) => within(box, this.frame()))) return;
    const network = this.picture.network, all = around(boxes), now = network.getScale();
    const scale = Math.min(now, Math.max(fitting(all, width, height), Math.min(READABLE, now)));
    const at = network.getViewPosition(), edge = EDGE / scale;
    // the view's middle between those at which each side of the boxes is just seen; of too large
    // ones the beginning
    const shifted = (middle_, low, high, room) =>
      Math.min(Math.max(middle_, high + edge - room / 2), low - edge + room / 2);
    this.moveTo({
      scale,
      position: {
        x: shifted(at.x, all.left, all.right, width / scale),
        y: shifted(at.y, all.top, all.bottom, height / scale),
      },
    }, slowly);
  }

  // How many boxes are not seen, or not whole.
  outside() {
    const frame = this.frame();
    return this.picture.boxes().filter((box) => !within(box, frame)).length;
  }
}
