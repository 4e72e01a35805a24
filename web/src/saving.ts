// Saving a figure: the SVG with its styles, title, source and date written into it; and a PNG of it.
const kStyled = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];
const kSvg = "http://www.w3.org/2000/svg";

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of kStyled) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  to.removeAttribute("class");
  for (let i = 0; i < from.children.length; ++i) inlineStyles(from.children[i], to.children[i]);
}

function addLine(svg: Element, text: string, y: number, size: number, colour: string): void {
  const line = document.createElementNS(kSvg, "text");
  for (const [name, value] of Object.entries({ x: "0", y: String(y), "font-size": String(size), fill: colour, "font-family": "sans-serif" })) line.setAttribute(name, value);
  line.textContent = text;
  svg.append(line);
}

// The figure as a file of its own.
function standalone(svg: SVGSVGElement, title: string): { text: string; width: number; height: number } {
  const box = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  for (const hit of copy.querySelectorAll("[data-hit]")) hit.remove();
  const top = 34;
  const bottom = 30;
  copy.setAttribute("xmlns", kSvg);
  copy.setAttribute("viewBox", `0 ${box.y - top} ${box.width} ${box.height + top + bottom}`);
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height + top + bottom));
  const style = getComputedStyle(document.body);
  const paper = document.createElementNS(kSvg, "rect");
  for (const [name, value] of Object.entries({ x: "0", y: String(box.y - top), width: "100%", height: "100%", fill: style.backgroundColor })) paper.setAttribute(name, value);
  copy.prepend(paper);
  addLine(copy, title, box.y - 14, 15, style.color);
  addLine(copy, `Entente, ${location.pathname}${decodeURIComponent(location.search)}, ${new Date().toISOString().slice(0, 10)}`, box.y + box.height + 20, 11, style.color);
  return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height + top + bottom };
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function saveSvg(svg: SVGSVGElement, name: string, title: string): void {
  download(new Blob([standalone(svg, title).text], { type: "image/svg+xml" }), `${name}.svg`);
}

export function savePng(svg: SVGSVGElement, name: string, title: string): void {
  const { text, width, height } = standalone(svg, title);
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && download(blob, `${name}.png`));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}
