// Says when the ledger has grown since the page was made. Nothing moves by itself.
export function followLedger(): void {
  const place = document.getElementById("live");
  if (!place || !("EventSource" in window)) return;
  const stream = new EventSource("/stream");
  stream.addEventListener("grown", () => {
    place.replaceChildren("The ledger has grown: ");
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "show what is new";
    place.append(link);
  });
  addEventListener("pagehide", () => stream.close());
}
