// The article: a mark leads to its rows, a row to its marks; kinds of marks can be put away.
function light(ids: string[]): void {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) {
    document.getElementById(id)?.classList.add("lit");
    for (const mark of document.querySelectorAll(`.text [data-rows~="${CSS.escape(id)}"]`)) mark.classList.add("lit");
  }
}

// Shows a row's card, opening the list that it is in.
function showCard(id: string): void {
  const card = document.getElementById(id);
  if (!card) return;
  card.closest("details")!.open = true;
  card.scrollIntoView({ block: "nearest" });
}

export function startReading(): void {
  const reading = document.querySelector<HTMLElement>(".reading");
  if (!reading) return;
  reading.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>(".text [data-rows]");
    if (mark) {
      event.preventDefault();
      const ids = mark.dataset.rows!.split(" ");
      light(ids);
      showCard(ids.find((id) => id.startsWith("e")) ?? ids[0]);
      return;
    }
    const link = (event.target as Element).closest<HTMLElement>("[data-show]");
    if (link) {
      event.preventDefault();
      const id = link.dataset.show!;
      light([id]);
      const words = document.querySelector(`.text [data-rows~="${CSS.escape(id)}"]`);
      words?.scrollIntoView({ block: "center" });
    }
  });
  document.getElementById("legend")?.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    reading.classList.toggle(`hide-${box.name}`, !box.checked);
  });
  // "/reading/KEY#e3" from another page.
  const id = decodeURIComponent(location.hash.slice(1));
  if (/^[a-z][0-9]+$/.test(id) && document.getElementById(id)) {
    light([id]);
    showCard(id);
    document.querySelector(`.text [data-rows~="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
  }
}
