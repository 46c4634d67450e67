// What everything looks like: colours and fonts from the page's theme, elements of the page.

const element = (tag, name, text) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
};

const button = (name, act) => {
  const made = element("button", name);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

const filled = (text, values) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);

const known = new Map(); // colours as they were written → their channels

const channels = (colour) => {
  if (!known.has(colour)) {
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    known.set(colour, probe.getImageData(0, 0, 1, 1).data);
  }
  return known.get(colour);
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

const inTheme = (colour, look) => (typeof colour === "string" ? colour : colour?.[look.ground]) || look.text;

// The colours of a node: its line and ground, as it stands and as it is pointed at or selected.
const colours = (node, look) => {
  const colour = inTheme(node.colour, look);
  const faint = node.tone === "faint";
  const ground = hasText(node) ? 1 : 2.3; // no text stands on the others
  const line = faint ? mix(colour, look.back, 0.45) : mix(colour, look.text, 0.85);
  const shade = faint ? 0.05 : node.tone === "bright" ? 0.4 : 0.18;
  return {
    text: faint ? mix(look.text, look.back, 0.68) : look.text,
    line,
    ground: mix(colour, look.back, ground * shade),
    hover: mix(colour, look.back, ground * 0.32),
    selected: mix(colour, look.back, ground * 0.42),
  };
};

const dressedEdge = (edge, look) => {
  const { label, colour, ...rest } = edge; // the label is drawn by us, where it is asked for
  return {
    ...rest,
    said: label,
    width: edge.width ?? (colour ? 2.4 : 1.2),
    color: {
      color: colour ? inTheme(colour, look) : mix(look.text, look.back, 0.32),
      highlight: look.accent,
      hover: mix(look.text, look.back, 0.7),
    },
  };
};
