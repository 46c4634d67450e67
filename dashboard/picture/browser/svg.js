// A pen that writes SVG: the part of a canvas's context that pictures are drawn with. Text stays
// text. What is drawn between `open` and `close` is one group with a title.

const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const figure = (number) => String(Math.round(number * 100) / 100);
const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
const PENS = { fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, font: "10px sans-serif",
  textAlign: "start", textBaseline: "alphabetic", lineCap: "butt", lineJoin: "miter", globalAlpha: 1 };

class SvgPen {
  constructor() {
    Object.assign(this, PENS);
    [this.out, this.stack, this.path, this.dash, this.moves] = [[], [], [], [], []];
  }

  save() {
    const kept = Object.fromEntries(Object.keys(PENS).map((name) => [name, this[name]]));
    this.stack.push({ ...kept, dash: this.dash, moves: this.moves });
  }

  restore() {
    Object.assign(this, this.stack.pop() ?? {});
  }

  translate(x, y) { this.moves = [...this.moves, `translate(${figure(x)} ${figure(y)})`]; }
  scale(x, y) { this.moves = [...this.moves, `scale(${x} ${y})`]; }
  rotate(angle) { this.moves = [...this.moves, `rotate(${figure((angle * 180) / Math.PI)})`]; }
  setLineDash(dash) { this.dash = dash; }
  getLineDash() { return this.dash; }

  beginPath() { this.path = []; }
  closePath() { if (this.path.length) this.path.push("Z"); }
  moveTo(x, y) { this.path.push(`M${figure(x)} ${figure(y)}`); }
  lineTo(x, y) { this.path.push(`${this.path.length ? "L" : "M"}${figure(x)} ${figure(y)}`); }
  bezierCurveTo(...points) { this.path.push(`C${points.map(figure).join(" ")}`); }
  quadraticCurveTo(...points) { this.path.push(`Q${points.map(figure).join(" ")}`); }
  rect(x, y, w, h) { this.path.push(`M${figure(x)} ${figure(y)}h${figure(w)}v${figure(h)}h${figure(-w)}Z`); }

  arc(x, y, radius, from, to) {
    const at = (angle) => `${figure(x + radius * Math.cos(angle))} ${figure(y + radius * Math.sin(angle))}`;
    const middle = (from + to) / 2, large = to - from > 2 * Math.PI * 0.99 ? 1 : 0;
    const way = (angle) => `A${figure(radius)} ${figure(radius)} 0 ${large ? 1 : 0} 1 ${at(angle)}`;
    this.path.push(`${this.path.length ? "L" : "M"}${at(from)}`, way(middle), way(to));
  }

  moved() { return this.moves.length ? ` transform="${this.moves.join(" ")}"` : ""; }
  seen() { return this.globalAlpha < 1 ? ` opacity="${this.globalAlpha}"` : ""; }
  put(tag, attributes) { this.out.push(`<${tag} ${attributes}${this.seen()}${this.moved()}/>`); }

  line() {
    const dashes = this.dash?.length ? ` stroke-dasharray="${this.dash.map(figure).join(" ")}"` : "";
    return `stroke="${escaped(this.strokeStyle)}" stroke-width="${figure(this.lineWidth)}"`
      + ` stroke-linejoin="${this.lineJoin}" stroke-linecap="${this.lineCap}"${dashes}`;
  }

  fill() { this.drawn(`fill="${escaped(this.fillStyle)}"`); }
  stroke() { this.drawn(`fill="none" ${this.line()}`); }
  drawn(how) { if (this.path.length) this.put("path", `d="${this.path.join("")}" ${how}`); }

  fillRect(x, y, width, height) {
    this.put("rect", `x="${figure(x)}" y="${figure(y)}" width="${figure(width)}"`
      + ` height="${figure(height)}" fill="${escaped(this.fillStyle)}"`);
  }

  fillText(text, x, y) { this.written(text, x, y, `fill="${escaped(this.fillStyle)}"`); }
  strokeText(text, x, y) { this.written(text, x, y, `fill="none" ${this.line()}`, ' aria-hidden="true"'); }

  written(text, x, y, how, more = "") {
    const [, weight = "400", size, face] = /^(?:(\d+|bold|normal) )?([\d.]+)px (.*)$/.exec(this.font);
    this.out.push(`<text x="${figure(x)}" y="${figure(y)}" font-family="${escaped(face)}"`
      + ` font-size="${size}" font-weight="${weight}" text-anchor="${ANCHORS[this.textAlign]}" ${how}`
      + `${more}${this.seen()}${this.moved()}>${escaped(text)}</text>`);
  }

  measureText(text) {
    ruler.font = this.font;
    return ruler.measureText(text);
  }

  open(title) { this.out.push(`<g><title>${escaped(title)}</title>`); }
  close() { this.out.push("</g>"); }

  text(width, height, title) {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"`
      + ` width="${figure(width)}" height="${figure(height)}"`
      + ` viewBox="0 0 ${figure(width)} ${figure(height)}" role="img">`
      + `<title>${escaped(title)}</title>\n${this.out.join("\n")}\n</svg>\n`;
  }
}
