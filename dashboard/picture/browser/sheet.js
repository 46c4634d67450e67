// The whole picture as a file, whatever part of it is seen: a sheet with title, picture, legend,
// source and date. Lengths are pixels at the picture's own size.

const MARGIN = 32;
const NARROWEST = 420; // a sheet holds its title and legend whatever is drawn
const TITLE = 20, SMALL = 12;
const LARGEST_SIDE = 16000, LARGEST_AREA = 2.4e8; // pixels that browsers make of a canvas

// Text in rows no wider than so many pixels, broken between words, or letters of a long one.
const rowsOf = (text, font, width) => {
  const rows = [""];
  for (const piece of text.match(/[ -~]+?(?: |$|(?=[^ -~]))|[^ -~]/gu) ?? []) {
    const row = rows.at(-1);
    if (row && wide(row + piece.trimEnd(), font) > width) rows.push(piece.trimStart());
    else rows[rows.length - 1] = row + piece;
  }
  return rows.map((row) => row.trim()).filter(Boolean);
};

// How much smaller than asked for a sheet must be, so that browsers can make it: the scale.
const possible = (width, height, scale) =>
  Math.min(scale, LARGEST_SIDE / Math.max(width, height), Math.sqrt(LARGEST_AREA / (width * height)));

class Sheet {
  constructor(picture) {
    this.picture = picture;
    const { data } = picture, about = data.about ?? {};
    this.title = about.title || data.words.picture;
    this.lines = [about.source, about.date ?? new Date().toISOString().slice(0, 10)].filter(Boolean);
    this.box = around(picture.extent());
    this.measure();
  }

  font(size, weight = 400) {
    return { size, pitch: size * 1.5, css: `${weight} ${size}px ${this.picture.look.font}` };
  }

  measure() {
    const { box } = this, inner = Math.max(box.right - box.left, NARROWEST);
    this.width = Math.ceil(inner + MARGIN * 2);
    this.head = this.font(TITLE, 600);
    this.foot = this.font(SMALL);
    this.titles = rowsOf(this.title, this.head.css, inner);
    this.sources = this.lines.flatMap((line) => rowsOf(line, this.foot.css, inner));
    this.top = MARGIN + this.titles.length * this.head.pitch + 12;
    this.below = this.top + box.bottom - box.top + MARGIN;
    this.entries = this.laidOut(inner);
    const legend = this.entries.length ? this.entries.at(-1).y + 16 : 0;
    this.last = this.below + legend;
    this.height = Math.ceil(this.last + this.sources.length * this.foot.pitch + MARGIN * 0.75);
  }

  // The shown entries of the legend in rows: {entry, text, x, y}, from the legend's corner.
  laidOut(inner) {
    const { legend } = this.picture, rows = [];
    let [x, y] = [0, 8];
    for (const entry of legend.entries().filter(({ group }) => !legend.hidden.has(group))) {
      const text = entry.name ?? entry.group, room = SWATCH.width + 6 + wide(text, this.foot.css) + 18;
      if (x && x + room > inner) [x, y] = [0, y + 22];
      rows.push({ entry, text, x, y });
      x += room;
    }
    return rows;
  }

  paint(pen) {
    const { look } = this.picture;
    pen.fillStyle = look.back;
    pen.fillRect(0, 0, this.width, this.height);
    pen.textAlign = "left";
    this.text(pen, this.titles, this.head, MARGIN);
    pen.save();
    pen.translate(this.shift.x, this.shift.y);
    this.picture.paint(pen);
    pen.restore();
    for (const each of this.entries) this.legend(pen, each);
    this.text(pen, this.sources, this.foot, this.last);
  }

  get shift() {
    const { box } = this, spare = this.width - MARGIN * 2 - (box.right - box.left);
    return { x: MARGIN + spare / 2 - box.left, y: this.top - box.top };
  }

  text(pen, rows, font, top) {
    [pen.font, pen.fillStyle, pen.textAlign] = [font.css, this.picture.look.text, "left"];
    rows.forEach((row, place) => pen.fillText(row, MARGIN, top + font.pitch * (place + 0.7)));
  }

  legend(pen, { entry, text, x, y }) {
    const tones = colours({ ...entry, size: undefined }, this.picture.look), at = { x: MARGIN + x, y: this.below + y };
    [pen.fillStyle, pen.strokeStyle, pen.lineWidth] = [tones.ground, tones.line, 1.5];
    const wide_ = GLYPHS.has(entry.shape) ? SWATCH.height : SWATCH.width;
    outline(pen, entry.shape, at.x + SWATCH.width / 2, at.y, wide_, SWATCH.height, 3);
    pen.fill();
    pen.stroke();
    [pen.font, pen.fillStyle, pen.textAlign] = [this.foot.css, this.picture.look.text, "left"];
    pen.fillText(text, at.x + SWATCH.width + 6, at.y + SMALL * 0.36);
  }

  // The sheet as a canvas; its scale may be smaller than asked for: {canvas, scale}.
  canvas(wanted) {
    const scale = possible(this.width, this.height, wanted), canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.floor(this.width * scale), Math.floor(this.height * scale)];
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    this.paint(pen);
    return { canvas, scale };
  }

  svg() {
    const pen = new SvgPen();
    this.paint(pen);
    return pen.text(this.width, this.height, this.title);
  }

  // The picture as one page that needs nothing else; `script` is what runs here.
  page(script) {
    const { data, pins, legend } = this.picture;
    const held = { ...data, height: undefined, pinned: pins.places, hiddenGroups: [...legend.hidden], alone: true };
    const parts = {
      LANG: escaped(document.documentElement.lang || "ja"),
      TITLE: escaped(this.title),
      NONCE: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
      DATA: JSON.stringify(held).replace(/</g, "\\u003c"),
      SCRIPT: script.replace("export default " + "function show", "function show"),
    };
    return FRAME.replace(/\{\{(LANG|TITLE|NONCE|DATA|SCRIPT)\}\}/g, (_, name) => parts[name]);
  }
}
