// How a node is drawn: its outline, its label line by line, its marks. A pen is a canvas's context,
// or one that writes SVG (svg.js). Lengths are pixels of the picture at its own size.

const FONT = 13;
const PITCH = 1.25; // from line to line, in font sizes
const HEADING = 24;
const PADDING = { x: 9, y: 6 }; // between a label and its outline
const GLYPHS = new Set(["dot", "diamond", "triangle", "triangleDown", "star"]);

const isHeading = (node) => node.shape === "text"; // what is written, and is no thing
const isGlyph = (node) => GLYPHS.has(node.shape) || (node.size > 0 && !isHeading(node));
const hasText = (node) => !isGlyph(node);
const lines = (node) => (node.label ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
const oneLine = (text) => text.replace(/([ -~])\n(?=[ -~])/g, "$1 ").replace(/\n/g, "");
// What a node is called in one line: its name where the data gives it, else the first line of its
// tip, which is never cut, else its label.
const nameOf = (node) => node.name ?? (node.tip ?? "").split("\n")[0] ?? oneLine(node.label ?? "");

const fontOf = (node, look) => {
  const size = isHeading(node) ? node.size ?? HEADING : FONT;
  const weight = isHeading(node) ? 600 : 400;
  return { size, pitch: size * PITCH, css: `${weight} ${size}px ${look.font}` };
};

const ruler = document.createElement("canvas").getContext("2d");

const wide = (text, font) => {
  ruler.font = font;
  return ruler.measureText(text).width;
};

// Everything that is needed to draw a node: {node, rows, font, colours, width, height, reach}; the
// reach is what its middle is away from the edges of all that is drawn of it.
const prepared = (node, look) => {
  const font = fontOf(node, look), rows = lines(node);
  const text = Math.max(0, ...rows.map((row) => wide(row, font.css)));
  const held = { node, rows, font, colours: colours(node, look) };
  if (isGlyph(node)) {
    const size = node.size ?? 8, half = Math.max(size, text / 2);
    const reach = { left: half, right: half, top: size, bottom: size + rows.length * font.pitch };
    return { ...held, width: size * 2, height: size * 2, reach };
  }
  const padding = isHeading(node) ? { x: 2, y: 2 } : PADDING;
  const width = Math.max(Math.ceil(text + padding.x * 2), node.width ?? 0);
  const height = Math.max(Math.max(rows.length, 1) * font.pitch + padding.y * 2, node.height ?? 0);
  const reach = { left: width / 2, right: width / 2, top: height / 2, bottom: height / 2 };
  return { ...held, width, height, reach };
};

const polygon = (pen, points) => {
  points.forEach(([x, y], place) => (place ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
};

const rounded = (pen, left, top, width, height, radius) => {
  const [right, bottom] = [left + width, top + height], r = Math.min(radius, width / 2, height / 2);
  pen.moveTo(left + r, top);
  pen.lineTo(right - r, top);
  pen.quadraticCurveTo(right, top, right, top + r);
  pen.lineTo(right, bottom - r);
  pen.quadraticCurveTo(right, bottom, right - r, bottom);
  pen.lineTo(left + r, bottom);
  pen.quadraticCurveTo(left, bottom, left, bottom - r);
  pen.lineTo(left, top + r);
  pen.quadraticCurveTo(left, top, left + r, top);
  pen.closePath();
};

const round = (pen, x, y, size, count, start, inner = 1) =>
  polygon(pen, Array.from({ length: count }, (_, place) => {
    const away = size * (place % 2 ? inner : 1), angle = start + (2 * Math.PI * place) / count;
    return [x + away * Math.cos(angle), y + away * Math.sin(angle)];
  }));

// Outlines around a label fill its rectangle, so that whatever the outline, the room is the same.
const outline = (pen, shape, x, y, width, height, radius = 4) => {
  const [left, top] = [x - width / 2, y - height / 2], [right, bottom] = [left + width, top + height];
  const cut = Math.min(9, width / 4, height / 2);
  pen.beginPath();
  if (shape === "dot" || shape === "circle") {
    pen.arc(x, y, width / 2, 0, 2 * Math.PI);
    pen.closePath();
  } else if (shape === "diamond") round(pen, x, y, width / 2, 4, 0);
  else if (shape === "triangle") round(pen, x, y, width / 2, 3, -Math.PI / 2);
  else if (shape === "triangleDown") round(pen, x, y, width / 2, 3, Math.PI / 2);
  else if (shape === "star") round(pen, x, y, width / 2, 10, -Math.PI / 2, 0.5);
  else if (shape === "hexagon") {
    polygon(pen, [[left + cut, top], [right - cut, top], [right, y], [right - cut, bottom],
      [left + cut, bottom], [left, y]]);
  } else if (shape === "octagon" || shape === "cut") {
    polygon(pen, [[left + cut, top], [right - cut, top], [right, top + cut], [right, bottom - cut],
      [right - cut, bottom], [left + cut, bottom], [left, bottom - cut], [left, top + cut]]);
  } else if (shape === "slanted" || shape === "parallelogram") {
    polygon(pen, [[left + cut, top], [right, top], [right - cut, bottom], [left, bottom]]);
  } else if (shape === "folded" || shape === "document") {
    polygon(pen, [[left, top], [right - cut, top], [right, top + cut], [right, bottom], [left, bottom]]);
  } else if (shape === "ribbon") {
    polygon(pen, [[left, top], [right, top], [right - cut, y], [right, bottom], [left, bottom], [left + cut, y]]);
  } else if (shape === "tag") {
    polygon(pen, [[left, top], [right - cut, top], [right, y], [right - cut, bottom], [left, bottom]]);
  } else if (shape === "ellipse" || shape === "pill") rounded(pen, left, top, width, height, height / 2);
  else if (shape === "round") rounded(pen, left, top, width, height, 14);
  else rounded(pen, left, top, width, height, shape === "square" ? 0 : radius);
};

const write = (pen, rows, font, x, top, halo, align = "center") => {
  pen.font = font.css;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
  rows.forEach((row, place) => {
    const base = top + font.pitch * (place + 0.5) + font.size * 0.36;
    if (halo) {
      [pen.strokeStyle, pen.lineWidth, pen.lineJoin] = [halo, 5, "round"];
      pen.strokeText(row, x, base);
    }
    pen.fillText(row, x, base);
  });
};

// state: {selected, hover, found, focused, pinned}, of which any may be missing.
const draw = (pen, held, x, y, state, look) => {
  const { node, rows, font, width, height, colours: tones } = held;
  if (isHeading(node)) {
    pen.fillStyle = node.role === "more" || state.selected ? look.accent : tones.text;
    const at = node.align === "left" ? x - width / 2 : x;
    write(pen, rows, font, at, y - (rows.length * font.pitch) / 2, look.back, node.align);
  } else {
    const glyph = isGlyph(node);
    pen.fillStyle = state.selected ? tones.selected : state.hover ? tones.hover : tones.ground;
    pen.strokeStyle = state.selected ? look.accent : tones.line;
    pen.lineWidth = state.selected ? 3 : node.borderWidth ?? 1.5;
    outline(pen, node.shape, x, y, width, height, node.shapeProperties?.borderRadius);
    pen.fill();
    pen.stroke();
    pen.fillStyle = tones.text;
    const top = glyph ? y + height / 2 : y - (rows.length * font.pitch) / 2;
    write(pen, rows, font, x, top, glyph && look.back);
  }
  if (state.found || state.focused) ring(pen, held, x, y, state, look);
  if (state.pinned) pin(pen, x + width / 2 - 3, y - height / 2 - 1, look);
};

const ring = (pen, { width, height }, x, y, state, look) => {
  pen.strokeStyle = state.found === "here" || state.focused ? look.accent : look.text;
  pen.lineWidth = state.found === "here" ? 4 : 2;
  pen.setLineDash(state.focused && !state.found ? [5, 4] : []);
  outline(pen, "box", x, y, width + 10, height + 10, 7);
  pen.stroke();
  pen.setLineDash([]);
};

const pin = (pen, x, y, look) => {
  [pen.strokeStyle, pen.fillStyle, pen.lineWidth] = [look.back, look.accent, 1.5];
  outline(pen, "dot", x, y, 13, 13);
  pen.fill();
  pen.stroke();
  pen.fillStyle = look.back;
  outline(pen, "dot", x, y, 4.5, 4.5);
  pen.fill();
};

const touching = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// What edges say, each where it covers no box and no other label; `spots` gives places along an edge
// to try, `least` is the font's size. Those without room stay out, unless they must be there: the
// card lists them.
const writeEdges = (pen, edges, boxes, least, look) => {
  const font = { size: least, pitch: Math.round(least * 1.3), css: `400 ${least}px ${look.font}` };
  const taken = [...boxes];
  for (const { said, spots, must } of edges) {
    const half = { x: wide(said, font.css) / 2 + 3, y: font.pitch / 2 };
    const rooms = spots.map(({ x, y }) => (
      { x, y, left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y }));
    const room = rooms.find((each) => !taken.some((other) => touching(each, other)))
      ?? (must ? rooms[0] : null);
    if (!room) continue;
    taken.push(room);
    pen.fillStyle = look.back;
    pen.fillRect(room.left, room.top, half.x * 2, half.y * 2);
    pen.fillStyle = look.text;
    write(pen, [said], font, room.x, room.top);
  }
};
