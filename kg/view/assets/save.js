"use strict";
// The picture as a file: all that is in sight of the view, drawn by the same hands as on the screen.
const MARGIN = 30;
const LARGEST_SIDE = 8000; // pixels of a PNG

function paintAll(ctx) {
  const drawn = network.body;
  for (const line of scene.lines) {
    const edge = drawn.edges[line.id];
    if (!edge || edge.hidden || edge.options.hidden) continue;
    edge.draw(ctx);
    edge.drawArrows?.(ctx);
    if (edge.labelModule?.elementOptions && edge.options.label) edge.drawLabel?.(ctx);
  }
  writeLooseHeading(ctx);
  for (const box of scene.boxes) if (boxShown(box)) drawBox(ctx, box, box.x, box.y, isLit(box), isActive(box));
}

function svgPicture() {
  const { left, right, top, bottom } = extent();
  const canvas = new SvgCanvas(left - MARGIN, top - MARGIN - 10, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN + 10, colour("ground"));
  paintAll(canvas);
  canvas.root.setAttribute("role", "img");
  canvas.root.setAttribute("aria-label", document.title);
  return canvas.root;
}

function pngPicture() {
  const { left, right, top, bottom } = extent();
  const [width, height] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN + 10];
  const scale = Math.min(2, LARGEST_SIDE / Math.max(width, height));
  const canvas = make("canvas", { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = colour("ground");
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.translate(MARGIN - left, MARGIN + 10 - top);
  paintAll(ctx);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function download(blob, ending) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `habar.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function save(ending) {
  hovered = null;
  if (ending === "png") return download(await pngPicture(), "png");
  const text = new XMLSerializer().serializeToString(svgPicture());
  download(new Blob([text], { type: "image/svg+xml" }), "svg");
}

// On paper the picture is drawn anew with lines that stay sharp, in the colours of light paper.
function startPrinting() {
  window.addEventListener("beforeprint", () => {
    state.onPaper = true;
    refresh();
    byId("paper").replaceChildren(svgPicture());
  });
  window.addEventListener("afterprint", () => {
    state.onPaper = false;
    refresh();
    byId("paper").replaceChildren();
  });
}
