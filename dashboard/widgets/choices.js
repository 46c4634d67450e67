// Shows HTML of which links with `data-pick` are reported instead of followed; a row of a table, and each heading, stands for the first of its links.
// With a key that opens a window of its own they stay links.
export default function show({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".choices");
  if (place.shown !== data.html) {
    place.innerHTML = data.html;
    place.shown = data.html;
  }
  place.onclick = (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
    const link = event.target.closest("a") ?? event.target.closest("th, tr")?.querySelector("a[data-pick]");
    if (!link?.dataset.pick || elsewhere || getSelection().toString()) return;
    event.preventDefault();
    setTriggerValue("picked", link.dataset.pick);
  };
}
