type Presence = "online" | "away";

export function colorOf(presence: Presence): string {
  let color = "";
  switch (presence) {
    case "online":
      color = "green";
      break;
  }
  return color;
}
