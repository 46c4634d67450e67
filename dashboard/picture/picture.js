// Draws what `data` holds with vis-network (whose file stands in front of these lines) and reports what was clicked: {kind node|edge, id, act select|expand}.
// Nodes already on the canvas keep their place and the view stays as it is, unless `data.picture` names another picture.

const HELD = "__shisakuPicture";
const READABLE = 0.6;
const MARGIN = 40; // around the picture where only a part of it is seen

const element = (tag, name, text) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
};

const channels = (colour) => {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  return probe.getImageData(0, 0, 1, 1).data;
};

const mix = (front, back, share) => {
  const a = channels(front), b = channels(back);
  return `rgb(${[0, 1, 2].map((i) => Math.round(a[i] * share + b[i] * (1 - share))).join(",")})`;
};

const theme = (host) => {
  const style = getComputedStyle(host);
  const value = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const [red, green, blue] = channels(value("--st-background-color", "#ffffff"));
  return {
    ground: red + green + blue < 384 ? "dark" : "light",
    text: value("--st-text-color", "#1f2933"),
    back: value("--st-background-color", "#ffffff"),
    accent: value("--st-primary-color", "#0b5fa5"),
    font: value("--st-font", "sans-serif"),
  };
};

const dressedNode = (node, look) => {
  const { colour: { [look.ground]: colour }, ...rest } = node;
  const faint = node.tone === "faint";
  const ground = node.shape === "box" ? 1 : 2.3; // no text stands on the others
  const heading = node.shape === "text" && { size: 24, strokeWidth: 5, strokeColor: look.back };
  const line = faint ? mix(colour, look.back, 0.45) : mix(colour, look.text, 0.85);
  return {
    ...rest,
    font: { color: faint ? mix(look.text, look.back, 0.68) : look.text, face: look.font, size: 13, ...heading, ...(node.font || {}) },
    color: {
      border: line, background: mix(colour, look.back, ground * (faint ? 0.05 : node.tone === "bright" ? 0.4 : 0.18)),
      highlight: { border: look.accent, background: mix(colour, look.back, ground * 0.42) },
      hover: { border: line, background: mix(colour, look.back, ground * 0.32) },
    },
  };
};

const dressedEdge = (edge, look) => ({
  ...edge,
  width: edge.width ?? (edge.colour ? 2.4 : 1.2),
  color: { color: edge.colour ? edge.colour[look.ground] : mix(look.text, look.back, 0.32), highlight: look.accent, hover: mix(look.text, look.back, 0.7) },
});

class Picture {
  constructor(host) {
    this.host = host;
    this.data = {};
    this.root = host.querySelector(".picture");
    this.canvas = this.root.querySelector(".canvas");
    this.tip = this.root.querySelector(".tip");
    this.tools = this.root.querySelector(".tools");
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.focused = null;
    this.times = 0;
    this.makeTools();
  }

  makeTools() {
    const tool = (name, act) => {
      const button = element("button", name);
      button.type = "button";
      button.addEventListener("click", act);
      this.tools.append(button);
      return button;
    };
    this.buttons = {
      nearer: tool("nearer", () => this.zoom(1.3)),
      farther: tool("farther", () => this.zoom(1 / 1.3)),
      fit: tool("fit", () => this.network.fit({ animation: false })),
      png: tool("png", () => this.save()),
    };
  }

  open(options) {
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("click", (event) => this.clicked(event, "select"));
    this.network.on("doubleClick", (event) => this.clicked(event, "expand"));
    this.network.on("hoverNode", ({ node }) => this.showTip(node, this.nodes.get(node)));
    this.network.on("hoverEdge", ({ edge }) => this.showTip(null, this.edges.get(edge)));
    for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"]) this.network.on(gone, () => this.hideTip());
    this.network.on("afterDrawing", () => this.countHidden());
    this.canvas.addEventListener("pointermove", (event) => { this.pointer = event; });
    this.canvas.addEventListener("keydown", (event) => this.typed(event));
    this.canvas.addEventListener("blur", () => this.hideTip());
  }

  update(data, trigger) {
    this.data = data;
    this.trigger = trigger;
    this.look = theme(this.root);
    if (data.height) this.root.style.height = `${data.height}px`;
    this.words(data.words);
    if (!this.network) this.open(data.options);
    const anew = this.shown !== data.picture;
    if (anew) { this.nodes.clear(); this.edges.clear(); }
    this.edges.remove(this.edges.getIds().filter((id) => !data.edges.some((edge) => edge.id === id)));
    this.nodes.remove(this.nodes.getIds().filter((id) => !data.nodes.some((node) => node.id === id)));
    this.nodes.update(data.nodes.map((node) => {
      const dressed = dressedNode(node, this.look);
      if (this.nodes.get(node.id)) { delete dressed.x; delete dressed.y; }
      return dressed;
    }));
    this.edges.update(data.edges.map((edge) => dressedEdge(edge, this.look)));
    this.select(data.selected);
    if (anew) this.lookAt(data.root);
    this.shown = data.picture;
    this.root.dataset.updates = String(++this.times);
  }

  // All of it where that can be read, else the part around the node that it starts from, as full as it can be.
  lookAt(root) {
    this.network.fit({ animation: false });
    if (this.network.getScale() >= (this.data.least || READABLE) || !this.nodes.get(root)) return;
    const boxes = this.nodes.getIds().map((id) => this.network.getBoundingBox(id));
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const inside = (at, from, to, room) => (to - from < room ? (from + to) / 2 : Math.min(Math.max(at, from + room / 2), to - room / 2));
    const { x, y } = this.network.getPosition(root);
    this.network.moveTo({
      position: {
        x: inside(x, Math.min(...boxes.map((box) => box.left)) - MARGIN, Math.max(...boxes.map((box) => box.right)) + MARGIN, width / READABLE),
        y: inside(y, Math.min(...boxes.map((box) => box.top)) - MARGIN, Math.max(...boxes.map((box) => box.bottom)) + MARGIN, height / READABLE),
      },
      scale: READABLE,
      animation: false,
    });
  }

  words(words) {
    this.canvas.setAttribute("aria-label", words.picture);
    for (const [name, button] of Object.entries(this.buttons)) {
      button.title = words[name];
      button.setAttribute("aria-label", words[name]);
    }
    this.buttons.nearer.textContent = "+";
    this.buttons.farther.textContent = "−";
    this.buttons.png.textContent = "PNG";
  }

  select(selected) {
    this.network.unselectAll();
    if (!selected) return;
    if (this.nodes.get(selected)) this.network.selectNodes([selected], true);
    else if (this.edges.get(selected)) this.network.selectEdges([selected]);
  }

  clicked(event, act) {
    const [node] = event.nodes, [edge] = event.edges;
    const again = node !== undefined && node === this.pressed?.node && Date.now() - this.pressed.at < 350;
    this.pressed = { node, at: Date.now() };
    if (act === "select" && again) return; // the second half of a double click, which comes as such
    if (node !== undefined) this.report("node", node, act);
    else if (edge !== undefined && act === "select") this.report("edge", edge, act);
    else this.select(this.data.selected);
  }

  report(kind, id, act) {
    this.trigger("picked", { kind, id, act });
  }

  zoom(by) {
    this.network.moveTo({ scale: this.network.getScale() * by, animation: false });
  }

  showTip(node, item) {
    if (!item || !item.tip) return;
    this.tip.textContent = item.tip;
    const box = this.canvas.getBoundingClientRect();
    const at = node !== null ? this.network.canvasToDOM(this.network.getPosition(node))
      : { x: this.pointer.clientX - box.left, y: this.pointer.clientY - box.top };
    this.tip.style.display = "block";
    this.tip.style.left = `${Math.max(4, Math.min(at.x + 14, box.width - this.tip.offsetWidth - 4))}px`;
    this.tip.style.top = `${Math.max(4, Math.min(at.y + 26, box.height - this.tip.offsetHeight - 4))}px`;
  }

  hideTip() {
    this.tip.style.display = "none";
  }

  typed(event) {
    const ids = this.nodes.getIds();
    if (!ids.length) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const from = ids.indexOf(this.focused ?? this.data.selected);
    if (event.key in steps) {
      this.focused = ids[(from + steps[event.key] + ids.length) % ids.length];
      this.network.selectNodes([this.focused], true);
      this.showTip(this.focused, this.nodes.get(this.focused));
    } else if (event.key === "Enter" && this.focused) this.report("node", this.focused, "select");
    else if (event.key === "+" && this.focused) this.report("node", this.focused, "expand");
    else if (event.key === "Escape") this.hideTip();
    else return;
    event.preventDefault();
  }

  countHidden() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const hidden = this.nodes.getIds().filter((id) => {
      const { x, y } = this.network.canvasToDOM(this.network.getPosition(id));
      return x < 0 || y < 0 || x > width || y > height;
    }).length;
    this.buttons.fit.textContent = hidden ? `${this.data.words.fit} · ${this.data.words.outside.replace("{n}", hidden)}` : this.data.words.fit;
  }

  // Where nodes and edges stand, in CSS pixels from the canvas's corner: for tests and for other scripts.
  places() {
    const at = (id) => this.network.canvasToDOM(this.network.getPosition(id));
    const nodes = Object.fromEntries(this.nodes.getIds().map((id) => [id, at(id)]));
    const edges = Object.fromEntries(this.edges.get().map((edge) => {
      const a = nodes[edge.from], b = nodes[edge.to];
      return [edge.id, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, from: edge.from, to: edge.to }];
    }));
    return { nodes, edges, selected: this.network.getSelection() };
  }

  save() {
    const drawn = this.canvas.querySelector("canvas");
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [drawn.width, drawn.height];
    const pen = sheet.getContext("2d");
    pen.fillStyle = this.look.back;
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.drawImage(drawn, 0, 0);
    const link = element("a");
    link.download = `${this.data.file}.png`;
    link.href = sheet.toDataURL("image/png");
    link.click();
  }

  close() {
    this.network?.destroy();
  }
}

export default function show({ data, parentElement, setTriggerValue }) {
  const picture = (parentElement[HELD] ??= new Picture(parentElement));
  picture.root.places = () => picture.places();
  picture.update(data, setTriggerValue);
  return () => {
    picture.close();
    delete parentElement[HELD];
  };
}
