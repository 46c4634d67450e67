// The page scrolls over a picture: the plain wheel and one finger belong to the page, Ctrl or ⌘ with
// the wheel, two fingers and pinching to the picture. On the full screen there is no page to scroll.

const HINT = 1400; // milliseconds

class Gestures {
  constructor(picture) {
    this.picture = picture;
    const { canvas } = picture, quiet = { capture: true, passive: false };
    canvas.addEventListener("wheel", (event) => this.turned(event), quiet);
    for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"]) {
      canvas.addEventListener(name, (event) => this.touched(event), quiet);
    }
    // vis-network moves the view with one finger; taps still reach it
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") event.stopPropagation();
    }, true);
  }

  turned(event) {
    event.stopPropagation(); // vis-network would zoom with it
    if (!event.ctrlKey && !event.metaKey && !this.picture.isFull()) {
      this.hint(this.picture.data.words.hint_wheel);
      return;
    }
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1, turn = event.deltaY * lines;
    this.picture.used = true;
    this.picture.view.zoom(Math.exp(-Math.max(-60, Math.min(60, turn)) * 0.006), this.at(event));
  }

  at({ clientX, clientY }) {
    const box = this.picture.canvas.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  touched(event) {
    const [a, b] = event.touches;
    const needed = this.picture.isFull() ? 1 : 2;
    if (event.touches.length < needed) {
      if (event.type === "touchmove") this.hint(this.picture.data.words.hint_touch);
      this.before = null;
      return;
    }
    const middle_ = b ? { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 } : a;
    const now = { ...this.at(middle_), fingers: event.touches.length,
      apart: b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0 };
    if (b || event.type === "touchmove") event.preventDefault();
    if (this.before?.fingers === now.fingers && event.type === "touchmove") {
      this.picture.used = true;
      this.picture.view.pan(now.x - this.before.x, now.y - this.before.y);
      if (b) this.picture.view.zoom(now.apart / this.before.apart, now);
    }
    this.before = now;
  }

  hint(text) {
    const hint = this.picture.part("hint");
    hint.textContent = text;
    hint.dataset.shown = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => delete hint.dataset.shown, HINT);
  }
}
