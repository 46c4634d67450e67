// Draws what `data` holds with vis-network and reports what a reader does with it: {kind node|edge,
// id, act select|expand|collapse|more|pin}, with the `places` of all that is pinned. The files of this folder stand in front of these lines.
// Nodes already on the canvas keep their place and the view stays as it is, unless `data.picture`
// names another picture.

const HELD = "__shisakuPicture";
const DOUBLE = 350; // milliseconds from click to click
// an end of pieces of line that is no node: nothing is drawn there
const JOINT = { shape: "custom", size: 0, borderWidth: 0, chosen: false, fixed: true,
  ctxRenderer: () => ({ drawNode() {}, nodeDimensions: { width: 0, height: 0 } }) };
const LATE = 3000; // milliseconds in which the server may still answer an earlier click

class Picture {
  constructor(host) {
    this.host = host;
    this.data = {};
    this.held = new Map(); // id → what is needed to draw the node
    this.root = host.querySelector(".picture");
    this.canvas = this.part("canvas");
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.times = 0;
    this.used = false; // whether the reader has moved the view
    this.ending = new AbortController();
    this.ended = this.ending.signal;
    this.view = new View(this);
    this.pins = new Pins(this);
    this.legend = new Legend(this);
    this.find = new Find(this);
    this.card = new Card(this);
    this.tips = new Tips(this);
    this.tools = new Tools(this);
    this.keyboard = new Keyboard(this);
    this.gestures = new Gestures(this);
  }

  part(name) {
    return this.root.querySelector(`.${name}`);
  }

  open(options) {
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("click", (event) => this.clicked(event, "select"));
    this.network.on("doubleClick", (event) => this.clicked(event, "expand"));
    this.network.on("dragStart", ({ nodes }) => { this.used ||= !nodes.length; });
    this.network.on("dragEnd", ({ nodes }) => { if (nodes.length) this.pins.dragged(nodes); });
    this.network.on("afterDrawing", (pen) => this.drawn(pen));
    this.network.on("resize", () => this.view.resized());
    this.tips.listen(this.network);
  }

  update(data, trigger) {
    const before = this.data.selected, { pinned } = this.data, known = new Set(this.nodes.getIds());
    [this.data, this.trigger, this.look] = [data, trigger, theme(this.root)];
    if (data.height) this.root.style.height = `${data.height}px`;
    this.words(data.words);
    if (!this.network) this.open(data.options);
    const anew = this.shown !== data.picture;
    if (anew) this.begin();
    else this.pins.follow(pinned);
    this.keepOnly(data);
    this.put(data);
    this.legend.update();
    this.chosen = this.agreed(data.selected, before);
    this.select(this.chosen);
    if (anew) this.view.first();
    else this.view.reveal(data.nodes.map(({ id }) => id).filter((id) => !known.has(id)));
    if (!anew && data.nodes.some(({ id }) => !known.has(id))) this.sayOutside();
    this.card.refresh();
    this.find.search();
    this.shown = data.picture;
    this.root.dataset.updates = String(++this.times);
  }

  // What is chosen when the server says so: an answer to an earlier click changes nothing.
  agreed(selected, before) {
    const late = this.waiting && this.waiting.id !== selected && Date.now() - this.waiting.at < LATE;
    if (late || (selected === before && this.chosen !== undefined)) return this.chosen;
    this.waiting = null;
    return selected;
  }

  begin() {
    this.nodes.clear();
    this.edges.clear();
    this.legend.hidden = new Set(this.data.hiddenGroups ?? []);
    this.card.close();
    this.pins.load();
    [this.used, this.chosen, this.waiting] = [false, undefined, null];
  }

  keepOnly({ nodes, joints = [], edges }) {
    const gone = (set, kept) => set.getIds().filter((id) => !kept.has(id));
    this.edges.remove(gone(this.edges, new Set(edges.map(({ id }) => id))));
    this.nodes.remove(gone(this.nodes, new Set([...nodes, ...joints].map(({ id }) => id))));
  }

  put({ nodes, joints = [], edges }) {
    this.held = new Map(nodes.map((node) => [node.id, prepared(node, this.look)]));
    this.nodes.update(joints.map((joint) => ({ ...joint, ...JOINT })));
    this.nodes.update(nodes.map((node) => {
      const { width, height } = this.held.get(node.id), place = this.pins.places[node.id] ?? node;
      return {
        id: node.id, x: place.x, y: place.y, hidden: this.legend.hides(node), shape: "custom",
        size: Math.max(width, height) / 2, borderWidth: node.borderWidth ?? 1.5,
        ctxRenderer: (drawing) => this.drawNode(drawing),
      };
    }));
    for (const [id, { width, height }] of this.held) { // else known after the second drawing
      Object.assign(this.network.body.nodes[id].shape,
        { width, height, customSizeWidth: width, customSizeHeight: height });
    }
    this.edges.update(edges.map((edge) => dressedEdge(edge, this.look)));
  }

  words(words) {
    this.canvas.setAttribute("aria-label", `${words.picture} — ${words.keys}`);
    this.tools.words(words);
    this.find.words(words);
  }

  say(text) {
    this.part("said").textContent = text;
    this.gestures.hint(text);
  }

  // To those who do not see the button that says it.
  sayOutside() {
    const outside = this.view.outside();
    this.part("said").textContent = outside ? filled(this.data.words.outside, { n: outside }) : "";
  }

  isFull() {
    return this.root.matches(":fullscreen, .filling");
  }

  visible() {
    return this.data.nodes.filter((node) => !this.legend.hides(node)).map(({ id }) => id);
  }

  boxOf(id) {
    const held = this.held.get(id);
    if (!held || !this.network.body.nodes[id] || this.legend.hides(held.node)) return undefined;
    const { x, y } = this.network.getPosition(id), { reach } = held;
    return { left: x - reach.left, right: x + reach.right, top: y - reach.top, bottom: y + reach.bottom };
  }

  boxes() {
    return this.visible().map((id) => this.boxOf(id)).filter(Boolean);
  }

  // All that is drawn: boxes, and where lines turn.
  extent() {
    const turns = (this.data.joints ?? []).map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y }));
    const boxes = this.boxes();
    return boxes.length ? [...boxes, ...turns] : [];
  }

  drawNode({ ctx, id, x, y, state }) {
    const held = this.held.get(id);
    const drawNode = () => held && draw(ctx, held, x, y, {
      ...state,
      found: this.find.mark(id),
      focused: this.keyboard.focused === id,
      pinned: this.pins.has(id),
    }, this.look);
    return { drawNode, nodeDimensions: held && { width: held.width, height: held.height } };
  }

  drawn(pen) {
    this.view.seen();
    this.writeEdges(pen, this.network.getScale());
    this.tools.sayOutside(this.view.outside());
  }

  // What the selected edges say, the one pointed at, and those that always say it.
  writeEdges(pen, scale) {
    const always = this.data.edges.filter((edge) => edge.labelled).map(({ id }) => id);
    const ids = new Set([this.tips.pointedEdge, ...this.network.getSelectedEdges(), ...always]);
    const edges = [...ids].map((id) => this.edges.get(id)).filter((edge) => edge?.said)
      .filter(({ id }) => this.network.body.edges[id]?.connected);
    if (!edges.length) return;
    const spots = ({ id }) => {
      const { edgeType } = this.network.body.edges[id], via = edgeType.getViaNode();
      return [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2].map((share) => edgeType.getPoint(share, via));
    };
    const labels = edges.map((edge) => (
      { said: edge.said, spots: spots(edge), must: edge.id === this.chosen }));
    writeEdges(pen, labels, this.boxes(), Math.max(LEAST_LETTERS, LEAST_LETTERS / scale), this.look);
  }

  // All of it with another pen, at its own size, as it is seen but for the part that is seen.
  paint(pen) {
    const { body } = this.network, { scale } = body.view;
    body.view.scale = 1; // lines have their own width
    const edges = body.edgeIndices.map((id) => body.edges[id]).filter((edge) => edge.connected);
    for (const edge of edges) edge.draw(pen);
    for (const node of body.nodeIndices.map((id) => body.nodes[id])) {
      const { id } = node;
      if (!this.held.has(id)) continue;
      pen.open?.(nameOf(this.held.get(id).node));
      this.drawNode({ ctx: pen, id, x: node.x, y: node.y, state: { selected: node.selected } }).drawNode();
      pen.close?.();
    }
    for (const edge of edges) edge.drawArrows(pen);
    this.writeEdges(pen, 1);
    body.view.scale = scale;
  }

  select(id) {
    this.network.unselectAll();
    if (!id) return;
    if (this.nodes.get(id)) this.network.selectNodes([id], true);
    else if (this.edges.get(id)) this.network.selectEdges([id]);
  }

  clicked(event, act) {
    const [node] = event.nodes, [edge] = event.edges;
    const again = node !== undefined && node === this.pressed?.node && Date.now() - this.pressed.at < DOUBLE;
    this.pressed = { node, at: Date.now() };
    if (act === "select" && again) return; // the second half of a double click, which comes as such
    const { role } = this.held.get(node)?.node ?? {};
    if (this.held.has(node) && role !== "heading") this.press(node, act);
    else if (act === "select" && this.meant(edge)) this.chooseMeant(this.meant(edge));
    else {
      this.card.close();
      this.select(this.chosen);
    }
  }

  // What a click on a line is one on: the line, or what a mere piece of line leads to.
  meant(edge) {
    const line = edge === undefined ? undefined : this.edges.get(edge);
    return line?.role === "way" ? line.leads_to : line?.id;
  }

  chooseMeant(id) {
    this.choose(this.held.has(id) ? "node" : "edge", id, "select");
  }

  // A node that offers more of something does so, whatever is done to it, and stays unselected.
  press(id, act) {
    const { role } = this.held.get(id).node;
    if (role === "more") this.trigger("picked", { kind: "node", id, act: "more" });
    else if (role !== "heading") this.choose("node", id, act);
  }

  // What is chosen shows its card at once; the server answers when it can.
  choose(kind, id, act) {
    [this.chosen, this.waiting] = [id, { id, at: Date.now() }];
    this.select(id);
    this.card.show(id);
    this.trigger("picked", { kind, id, act });
  }

  // Where nodes and edges stand, in CSS pixels from the canvas's corner: for tests and other scripts.
  places() {
    const at = (id) => this.network.canvasToDOM(this.network.getPosition(id));
    const nodes = Object.fromEntries([...this.held.keys()].map((id) => [id, at(id)]));
    const edges = Object.fromEntries(this.edges.get().map(({ id, from, to }) => (
      [id, { ...this.network.canvasToDOM(this.middleOf(id, [from, to])), from, to }])));
    return { nodes, edges, selected: this.network.getSelection() };
  }

  // The middle of the part of a line that is seen between the boxes at its ends.
  middleOf(id, ends) {
    const { edgeType } = this.network.body.edges[id], via = edgeType.getViaNode();
    const boxes = ends.map((end) => this.boxOf(end)).filter(Boolean);
    const points = Array.from({ length: 39 }, (_, place) => edgeType.getPoint((place + 1) / 40, via));
    const seen = points.filter(({ x, y }) => !boxes.some((box) => (
      x > box.left && x < box.right && y > box.top && y < box.bottom)));
    return seen[Math.floor(seen.length / 2)] ?? points[19];
  }

  close() {
    this.ending.abort();
    this.network?.destroy();
  }
}

export default function show({ data, parentElement, setTriggerValue }) {
  const picture = (parentElement[HELD] ??= new Picture(parentElement));
  picture.root.places = () => picture.places();
  picture.root.picture = picture;
  picture.update(data, setTriggerValue);
  return () => {
    picture.close();
    delete parentElement[HELD];
  };
}
