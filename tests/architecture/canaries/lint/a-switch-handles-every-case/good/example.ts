type Presence = "online" | "away";

export function colorOf(presence: Presence): string {
  let color = "";
  switch (presence) {
    case "online":
      color = "green";
      break;
    case "away":
      color = "grey";
      break;
  }
  return color;
}
