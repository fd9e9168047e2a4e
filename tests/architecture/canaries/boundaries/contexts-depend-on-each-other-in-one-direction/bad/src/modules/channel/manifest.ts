export const manifest = {
  name: "channel",
  purpose: "A canary.",
  owns: [],
  dependsOn: ["message"],
  ports: [],
  publishes: [],
  listens: [],
};
