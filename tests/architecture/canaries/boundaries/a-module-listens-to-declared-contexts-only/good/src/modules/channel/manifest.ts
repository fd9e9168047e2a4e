export const manifest = {
  name: "channel",
  purpose: "A canary.",
  owns: [],
  dependsOn: [],
  ports: [],
  publishes: [],
  listens: [],
};
