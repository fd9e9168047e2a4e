const plain = "/favicon.svg";
const side = 64;

/** The icon with a dot for what is unread, red where it calls the reader. */
type Badge = "none" | "unread" | "mention";

let shown: Badge = "none";

/** Draws what the tab's icon tells; nothing is drawn until there is something to tell. */
export async function showFavicon(badge: Badge): Promise<void> {
  if (badge === shown) return;
  shown = badge;
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (link === null) return;
  const address = badge === "none" ? plain : await drawn(badge);
  // While it was drawn, something else may have happened.
  if (badge !== shown || address === undefined) return;
  link.type = badge === "none" ? "image/svg+xml" : "image/png";
  link.href = address;
}

async function drawn(badge: Badge): Promise<string | undefined> {
  const picture = new Image(side, side);
  picture.src = plain;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext("2d");
  if (pen === null) return undefined;
  pen.drawImage(picture, 0, 0, side, side);
  pen.beginPath();
  pen.arc(side - 16, 16, 15, 0, 2 * Math.PI);
  // A tab's strip has its own colours, so these are not the theme's.
  pen.fillStyle = badge === "mention" ? "#b3261e" : "#0f6e63";
  pen.fill();
  pen.lineWidth = 4;
  pen.strokeStyle = "#fff";
  pen.stroke();
  return canvas.toDataURL("image/png");
}
